// 写 CSV：one row after another, as Excel and WPS in China open it without asking: UTF-8 with a mark, CRLF.

export interface CsvWriteOptions {
  /** default `,` */
  readonly delimiter?: "," | "\t" | ";";
  /** byte order mark before the first row; default true */
  readonly mark?: boolean;
  /** default CRLF */
  readonly lineEnd?: "\r\n" | "\n";
  /**
   * Puts `'` before a text that a spreadsheet would run as a formula (it begins with = + - @, tab or carriage
   * return); plain numbers such as -5 or +3.2% stay. Default true.
   */
  readonly guard?: boolean;
}

const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const NUMBER = /^[+-]?\d+(?:\.\d+)?[%‰]?$/;

/** The text of the rows; `undefined` is an empty cell. */
export function writeCsv(rows: Iterable<readonly (string | undefined)[]>, options: CsvWriteOptions = {}): string {
  let text = options.mark === false ? "" : "\uFEFF";
  for (const row of rows) text += csvLine(row, options);
  return text;
}

/** One row with its line end, for writing a long table piece by piece; the mark is the caller's. */
export function csvLine(row: readonly (string | undefined)[], options: CsvWriteOptions = {}): string {
  const { delimiter = ",", lineEnd = "\r\n", guard = true } = options;
  return row.map((cell) => quote(guard && cell !== undefined && FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : (cell ?? ""), delimiter)).join(delimiter) + lineEnd;
}

/** In quotes where the text holds the delimiter, a quote or a line end, or spaces at its ends that a reader may drop. */
const quote = (text: string, delimiter: string): string => (text.includes(delimiter) || /["\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
