// 乱码：text that was damaged before it came here — read in the wrong encoding and saved, or its characters lost.

export interface Damage {
  /** `lost`: characters are gone (U+FFFD, 锟斤拷, rows of ?); `misread`: they can be told, `meant` says how */
  readonly kind: "lost" | "misread";
  readonly meant?: string;
}

const LOST = /\uFFFD|锟斤拷|\p{Script=Han}\?{2,}|\?{2,}\p{Script=Han}|^\?{2,}$/u;
/** Letters of Western Europe, which a text in Chinese has no reason to hold: bytes of another encoding. */
const WESTERN = /[\u00C0-\u00FF].*[\u00C0-\u00FF]/s;
const HAN = /\p{Script=Han}/u;
/** Windows-1252, 0x80 to 0x9F; a gap is the control character itself. */
const CP1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** Looks at one text after another; what it needs to know of GB18030 it finds out once, when first needed. */
export function damageFinder(): (text: string) => Damage | undefined {
  let traces: RegExp | undefined;
  let table: ReadonlyMap<string, readonly [number, number]> | undefined;
  const meantBy = (text: string): string | undefined => {
    if (!HAN.test(text)) return WESTERN.test(text) ? readAgain(westernBytes(text), ["utf-8", "gb18030"]) : undefined;
    traces ??= gbTraces();
    return traces.test(text) ? readAgain(gbBytes(text.replace(/\?$/, ""), (table ??= gbTable())), ["utf-8"]) : undefined;
  };
  return (text) => {
    if (LOST.test(text)) return { kind: "lost" };
    const meant = meantBy(text);
    return meant === undefined || !HAN.test(meant) ? undefined : { kind: "misread", meant };
  };
}

/** What the first two bytes of Han in UTF-8 (E4 B8 … E9 BF) become when they are read as GB18030. */
function gbTraces(): RegExp {
  const pairs = Array.from({ length: 6 * 64 }, (_, i) => [0xe4 + Math.floor(i / 64), 0x80 + (i % 64)]).flat();
  return new RegExp(`[${new TextDecoder("gb18030").decode(Uint8Array.from(pairs)).replaceAll("\uFFFD", "")}]`);
}

/**
 * Whether text that was read as UTF-8 without a mark may be GB18030 after all: it has letters of the blocks into
 * which two-byte characters fall (瓶 is ƿ, 元 is Ԫ) and no Han.
 */
export const mayBeGb = (text: string): boolean => /[\u0100-\u06FF]/.test(text) && !HAN.test(text);

/** The bytes in the first encoding that fits; in GB18030 only if they are pairs of high bytes, as its Han are. */
function readAgain(bytes: Uint8Array | undefined, encodings: readonly string[]): string | undefined {
  if (bytes === undefined) return undefined;
  const paired = /^(?:[\0-\x7f]|[\xa1-\xf7][\xa1-\xfe])*$/.test(String.fromCharCode(...bytes));
  for (const encoding of encodings.filter((one) => one === "utf-8" || paired)) {
    try {
      // The last character may have lost a byte.
      return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    } catch {
      // not this one
    }
  }
  return undefined;
}

/** Every two-byte character of GB18030. */
function gbTable(): ReadonlyMap<string, readonly [number, number]> {
  const table = new Map<string, readonly [number, number]>();
  const gb = new TextDecoder("gb18030");
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) table.set(gb.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  return table;
}

function gbBytes(text: string, table: ReadonlyMap<string, readonly [number, number]>): Uint8Array | undefined {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    const pair = code < 0x80 ? [code] : character === "€" ? [0x80] : table.get(character);
    if (pair === undefined) return undefined;
    bytes.push(...pair);
  }
  return Uint8Array.from(bytes);
}

function westernBytes(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    const high = CP1252.indexOf(character);
    if (high < 0 && code > 0xff) return undefined;
    bytes.push(high < 0 ? code : 0x80 + high);
  }
  return Uint8Array.from(bytes);
}
