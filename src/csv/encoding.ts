// 编码：from bytes to text. In China «CSV» is GB18030 without a mark, «CSV UTF-8» has one, and both occur.
//
// The order decides: byte order mark, then strict UTF-8, then strict GB18030, then nothing. UTF-8 text nearly
// always decodes as GB18030 too (权重 becomes 鏉冮噸), so GB18030 may never be asked first.

export const ENCODINGS = ["utf-8", "gb18030", "utf-16le", "utf-16be"] as const;
export type Encoding = (typeof ENCODINGS)[number];

const NAMES: ReadonlyMap<string, Encoding> = new Map([
  ...ENCODINGS.map((name) => [name.replaceAll("-", ""), name] as const),
  ["gbk", "gb18030"],
  ["gb2312", "gb18030"],
  ["cp936", "gb18030"],
  ["ansi", "gb18030"],
  ["utf16", "utf-16le"],
  ["unicode", "utf-16le"],
]);

/** `GBK`, `utf8`, `UTF-16LE` …; undefined where it names none that is read. */
export const encodingNamed = (name: string): Encoding | undefined => NAMES.get(name.trim().toLowerCase().replace(/[-_ ]/g, ""));

/** The text of a file, piece by piece. */
export interface Decoder {
  push(bytes: Uint8Array): string;
  end(): string;
  /** undefined while it is open, or when no encoding fits */
  readonly encoding: Encoding | undefined;
  /** the line (from 1) where neither UTF-8 nor GB18030 reads on; then the text is empty */
  readonly failedAt: number | undefined;
}

/** How much is looked at before the encoding is decided, from the first byte that is not ASCII. */
const HEAD = 256 * 1024;

/**
 * Decides by what has come: at the mark, or once `head` bytes follow the first one that is not ASCII, or at the
 * end; ASCII before it is the same in both and goes on at once. A chosen encoding is taken as it is. Bytes that do
 * not fit later become U+FFFD, which readers report.
 */
export function decoder(chosen?: Encoding, head = HEAD): Decoder {
  let encoding = chosen;
  let stream = chosen === undefined ? undefined : new TextDecoder(chosen);
  let failedAt: number | undefined;
  let waiting = new Uint8Array(0);
  let start = true; // a mark may still come
  let lines = 1;
  const decide = (last: boolean): string => {
    encoding = (start ? marked(waiting) : undefined) ?? fitting(waiting, last);
    if (encoding === undefined) failedAt = lines + lineEnds(waiting.subarray(0, reach(waiting, last)));
    else stream = new TextDecoder(encoding);
    const bytes = waiting;
    waiting = new Uint8Array(0);
    return stream?.decode(bytes, { stream: true }) ?? "";
  };
  return {
    push(bytes) {
      if (stream !== undefined) return stream.decode(bytes, { stream: true });
      if (failedAt !== undefined) return "";
      waiting = joined(waiting, bytes);
      if (start && (waiting.length < 3 || marked(waiting) !== undefined)) return waiting.length < 3 ? "" : decide(false);
      start = false;
      const first = waiting.findIndex((byte) => byte > 0x7f);
      const plain = new TextDecoder().decode(first < 0 ? waiting : waiting.subarray(0, first));
      lines += lineEnds(waiting.subarray(0, plain.length));
      waiting = waiting.slice(plain.length);
      return plain + (waiting.length >= head ? decide(false) : "");
    },
    end() {
      const text = stream === undefined && failedAt === undefined ? decide(true) : "";
      return text + (stream?.decode() ?? "");
    },
    get encoding() {
      return encoding;
    },
    get failedAt() {
      return failedAt;
    },
  };
}

/** A whole file at once. */
export function decode(bytes: Uint8Array, chosen?: Encoding): { readonly text: string; readonly encoding: Encoding | undefined; readonly failedAt: number | undefined } {
  const one = decoder(chosen, Infinity);
  const text = one.push(bytes) + one.end();
  return { text, encoding: one.encoding, failedAt: one.failedAt };
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function marked([a, b, c]: Uint8Array): Encoding | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : undefined;
}

function reads(encoding: Encoding, bytes: Uint8Array, last: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !last });
    return true;
  } catch {
    return false;
  }
}

const fitting = (bytes: Uint8Array, last: boolean): Encoding | undefined => (["utf-8", "gb18030"] as const).find((one) => reads(one, bytes, last));

const lineEnds = (bytes: Uint8Array): number => bytes.reduce((count, byte) => (byte === 0x0a ? count + 1 : count), 0);

/** How many bytes the encoding reads that gets further. */
function reach(bytes: Uint8Array, last: boolean): number {
  const of = (encoding: Encoding): number => {
    let good = 0;
    let bad = bytes.length;
    while (bad - good > 1) {
      const middle = (good + bad) >> 1;
      if (reads(encoding, bytes.subarray(0, middle), false)) good = middle;
      else bad = middle;
    }
    return last && reads(encoding, bytes, false) ? bytes.length : good;
  };
  return Math.max(of("utf-8"), of("gb18030"));
}
