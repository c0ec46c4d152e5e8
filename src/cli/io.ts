// Where a command writes: data to standard output, talk to standard error.
export interface Io {
  /** text, piece by piece, or the bytes of one file such as a workbook */
  out(content: string | Uint8Array): void;
  err(text: string): void;
}

/** For output that is written while it is made. */
export interface StreamIo extends Io {
  /** the file of -o, or standard output */
  open(): Sink;
}

/** Waits while the reader is behind, so that what is not yet taken does not pile up. */
export interface Sink {
  write(data: string | Uint8Array): Promise<void>;
  end(): Promise<void>;
}
