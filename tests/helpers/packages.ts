// Workbooks made part by part, sound or broken on purpose.
import { crc32 } from "node:zlib";
import { zipSync } from "fflate";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of a workbook with one sheet, whose XML is given from <cols> to <mergeCells>. */
export function parts(sheet: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<?xml version="1.0"?><worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
    ...more,
  };
}

export const inlined = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

export const zipped = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === "string" ? new TextEncoder().encode(content) : content])), { mtime: "1990-01-01T00:00:00" });

export const workbook = (sheet: string, more: Readonly<Record<string, string>> = {}): Uint8Array => zipped(parts(sheet, more));

/** Where the entry of a part stands in the directory of an archive. */
export function entryOf(bytes: Uint8Array, name: string): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wanted = new TextEncoder().encode(name);
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint16(at + 28, true) === wanted.length && wanted.every((byte, i) => bytes[at + 46 + i] === byte)) return at;
  }
  throw new Error(`no entry ${name}`);
}

/** The archive with a 32-bit field of a directory entry changed: 20 packed size, 24 size, 42 offset, 16 checksum. */
export function patched(bytes: Uint8Array, name: string, field: number, value: number): Uint8Array {
  const copy = bytes.slice();
  new DataView(copy.buffer).setUint32(entryOf(copy, name) + field, value, true);
  return copy;
}

/** An archive as programs write it that expect large files: stored parts, their sizes and places in 64-bit extra fields. */
export function zipped64(files: Readonly<Record<string, string>>): Uint8Array {
  const bytes: number[] = [];
  const directory: number[] = [];
  const number = (value: number, length: number): number[] => Array.from({ length }, (_, i) => Math.floor(value / 256 ** i) % 256);
  for (const [name, text] of Object.entries(files)) {
    const [key, content] = [[...new TextEncoder().encode(name)], new TextEncoder().encode(text)];
    const offset = bytes.length;
    const crc = number(crc32(content), 4);
    bytes.push(...number(0x04034b50, 4), ...number(45, 2), ...number(0, 8), ...crc, ...number(content.length, 4), ...number(content.length, 4), ...number(key.length, 2), ...number(0, 2), ...key, ...content);
    const extra = [...number(7, 2), ...number(2, 2), 1, 2, ...number(1, 2), ...number(24, 2), ...number(content.length, 8), ...number(content.length, 8), ...number(offset, 8)];
    directory.push(...number(0x02014b50, 4), ...number(45, 2), ...number(45, 2), ...number(0, 8), ...crc, ...number(0xffffffff, 4), ...number(0xffffffff, 4), ...number(key.length, 2), ...number(extra.length, 2), ...number(0, 10), ...number(0xffffffff, 4), ...key, ...extra);
  }
  const count = Object.keys(files).length;
  return Uint8Array.from([...bytes, ...directory, ...number(0x06054b50, 4), ...number(0, 4), ...number(count, 2), ...number(count, 2), ...number(directory.length, 4), ...number(bytes.length, 4), ...number(0, 2)]);
}
