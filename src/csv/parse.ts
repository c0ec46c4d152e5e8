// CSV 记录：from text to fields, piece by piece. Strict about quotes, but nothing is lost over a wrong one: the text
// stays, and the field says what is wrong.

export interface CsvFault {
  /** `stray`: a quote in or after a field that should stand in quotes; `open`: a quote that nothing closes */
  readonly kind: "stray" | "open";
  readonly column: number;
}
export interface CsvRecord {
  readonly fields: readonly string[];
  readonly faults: readonly CsvFault[];
}

/** A quoted field longer than this is taken for one that was never closed: its quote is read as text. */
const RUNAWAY = 64 * 1024;

export interface CsvReader {
  push(text: string): readonly CsvRecord[];
  end(): readonly CsvRecord[];
}

/**
 * `mostFields`: fields beyond it are passed over, but for the first one that is not empty, which is kept after the
 * last so that it can be reported.
 */
export function csvReader(delimiter: string, mostFields = Infinity): CsvReader {
  let rest = ""; // text that is not yet part of a finished field
  let fields: string[] = [];
  let faults: CsvFault[] = [];
  let endless = false; // the last field is longer than anything: the rest of it is passed over

  function* read(last: boolean): Generator<CsvRecord> {
    let at = 0;
    let lineEnd = -1; // the first line feed from `at` on
    while (at < rest.length) {
      if (fields.length === 0 && !endless) {
        if (lineEnd < at) lineEnd = rest.indexOf("\n", at);
        if (lineEnd < 0) lineEnd = rest.length;
        const found = unquotedLine(rest, at, lineEnd, delimiter);
        if (found !== undefined && found.length <= mostFields) {
          yield { fields: found, faults: NO_FAULTS };
          at = lineEnd + 1;
          continue;
        }
      }
      if (endless) {
        at = endOf(rest, at, delimiter);
        if (at === rest.length && !last) break;
        endless = false;
      } else {
        const field = rest[at] === '"' ? quoted(rest, at, delimiter, last) : plain(rest, at, delimiter, last);
        endless = field === undefined && rest.length - at > RUNAWAY;
        if (field === undefined && !endless) break;
        if (field?.fault !== undefined && fields.length < mostFields) faults.push({ kind: field.fault, column: fields.length });
        const text = field?.text ?? rest.slice(at, at + RUNAWAY);
        if (fields.length < mostFields || (fields.length === mostFields && text !== "")) fields.push(text);
        at = field?.end ?? at;
        if (endless) continue;
      }
      const stop = rest[at];
      if (stop === delimiter) {
        at++;
        if (at < rest.length || !last) continue;
        if (fields.length < mostFields) fields.push("");
      } else if (stop !== undefined) at += stop === "\r" && rest[at + 1] === "\n" ? 2 : 1;
      yield { fields, faults };
      fields = [];
      faults = [];
    }
    rest = rest.slice(at);
  }

  return {
    push(text) {
      rest += text;
      return [...read(false)];
    },
    end() {
      const records = [...read(true)];
      if (fields.length > 0) records.push({ fields: endless || fields.length >= mostFields ? fields : [...fields, ""], faults });
      return records;
    },
  };
}

const NO_FAULTS: readonly CsvFault[] = [];

/** The common case, all at once: a line without quotes, its line feed already there. */
function unquotedLine(text: string, from: number, lineEnd: number, delimiter: string): readonly string[] | undefined {
  if (lineEnd >= text.length) return undefined;
  const line = text.slice(from, text[lineEnd - 1] === "\r" && lineEnd > from ? lineEnd - 1 : lineEnd);
  return line.includes('"') || line.includes("\r") ? undefined : line.split(delimiter);
}

const endOf = (text: string, from: number, delimiter: string): number => {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== "\n" && text[at] !== "\r") at++;
  return at;
};

interface Field {
  readonly text: string;
  /** where the delimiter or line end after it stands */
  readonly end: number;
  readonly fault?: CsvFault["kind"];
}

/** A field without quotes; undefined while more text may belong to it. */
function plain(text: string, from: number, delimiter: string, last: boolean): Field | undefined {
  const at = endOf(text, from, delimiter);
  if (!ended(text, at, last)) return undefined;
  const found = text.slice(from, at);
  return { text: found, end: at, ...(found.includes('"') ? { fault: "stray" as const } : {}) };
}

/** A field in quotes; a doubled quote is one quote. */
function quoted(text: string, from: number, delimiter: string, last: boolean): Field | undefined {
  let close = text.indexOf('"', from + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0 || close - from > RUNAWAY) {
    if (!last && text.length - from <= RUNAWAY) return undefined;
    const field = plain(text, from, delimiter, last);
    return field && { ...field, fault: "open" };
  }
  if (close === text.length - 1 && !last) return undefined; // its double may follow
  const inside = text.slice(from + 1, close).replaceAll('""', '"');
  const after = plain(text, close + 1, delimiter, last);
  if (after === undefined) return undefined;
  return { text: inside + after.text, end: after.end, ...(after.text === "" ? {} : { fault: "stray" as const }) };
}

/** Whether the field is known to end here: at `\r` the next character must be seen, as it may be `\n`. */
const ended = (text: string, at: number, last: boolean): boolean => last || (at < text.length && (text[at] !== "\r" || at + 1 < text.length));

const SAMPLE_RECORDS = 200;
const DELIMITERS = [",", "\t", ";"] as const;

/** The delimiter under which most records of the sample have one and the same number of fields, and the larger number. */
export function delimiterOf(sample: string): string {
  let best: { readonly delimiter: string; readonly share: number; readonly width: number } = { delimiter: ",", share: 0, width: 1 };
  for (const delimiter of DELIMITERS) {
    const reader = csvReader(delimiter);
    const widths = [...reader.push(sample), ...reader.end()].slice(0, SAMPLE_RECORDS).map(({ fields }) => fields.length);
    const counts = new Map<number, number>();
    for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
    for (const [width, count] of counts) {
      const share = count / widths.length;
      if (share > best.share || (share === best.share && width > best.width)) best = { delimiter, share, width };
    }
  }
  return best.delimiter;
}
