// Where a command writes: data to standard output, talk to standard error.
export interface Io {
  out(text: string): void;
  err(text: string): void;
}
