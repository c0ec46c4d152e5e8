// 上限：how much of a file is read. Beyond a limit there is a diagnostic with a code, never a crash.

export interface Limits {
  /** bytes of the file as it is given */
  readonly fileBytes: number;
  /** bytes of everything in it, unpacked */
  readonly unpackedBytes: number;
  /** unpacked size over packed size of one part, for parts above a megabyte */
  readonly unpackRatio: number;
  /** files within a workbook */
  readonly parts: number;
  readonly rows: number;
  readonly columns: number;
  /** cells with text in the sheets that are read */
  readonly cells: number;
  /** characters of one cell */
  readonly cellLength: number;
}

export const LIMITS: Limits = {
  fileBytes: 64 * 1024 * 1024,
  unpackedBytes: 256 * 1024 * 1024,
  unpackRatio: 100,
  parts: 10_000,
  rows: 200_000,
  columns: 1_000,
  cells: 1_000_000,
  cellLength: 4_096,
};
