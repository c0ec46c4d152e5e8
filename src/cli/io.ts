// Where a command writes: data to standard output, talk to standard error.
export interface Io {
  /** text, piece by piece, or the bytes of one file such as a workbook */
  out(content: string | Uint8Array): void;
  err(text: string): void;
}
