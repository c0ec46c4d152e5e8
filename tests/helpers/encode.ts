// Text as the bytes that programs in China write: every encoding that is read, with and without its mark.

let table: Map<string, readonly number[]> | undefined;

/** GB18030, from its own decoder: two bytes where there are two, else four. */
function gbTable(): Map<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  const gb = new TextDecoder("gb18030");
  const add = (...bytes: number[]): void => {
    const text = gb.decode(Uint8Array.from(bytes));
    if (!text.includes("\uFFFD") && !found.has(text)) found.set(text, bytes);
  };
  for (let a = 0x81; a <= 0xfe; a++) for (let b = 0x40; b <= 0xfe; b++) if (b !== 0x7f) add(a, b);
  for (let a = 0x81; a <= 0x84; a++) for (let b = 0x30; b <= 0x39; b++) for (let c = 0x81; c <= 0xfe; c++) for (let d = 0x30; d <= 0x39; d++) add(a, b, c, d);
  return found;
}

export function encodeGb(text: string): Uint8Array {
  table ??= gbTable();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const known = code < 0x80 ? [code] : table.get(character);
    if (known === undefined) throw new Error(`not in GB18030 here: ${character}`);
    bytes.push(...known);
  }
  return Uint8Array.from(bytes);
}

function utf16(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes[i * 2 + (little ? 0 : 1)] = unit & 0xff;
    bytes[i * 2 + (little ? 1 : 0)] = unit >> 8;
  }
  return bytes;
}

export const ENCODERS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  "UTF-8 with a mark": (text) => new TextEncoder().encode(`\uFEFF${text}`),
  "UTF-8": (text) => new TextEncoder().encode(text),
  GB18030: encodeGb,
  "UTF-16 LE with a mark": (text) => utf16(`\uFEFF${text}`, true),
  "UTF-16 BE with a mark": (text) => utf16(`\uFEFF${text}`, false),
};
