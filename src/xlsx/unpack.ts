// 解压：the one gate to fflate. A part is unpacked piece by piece, and never beyond the length it declared.
import { type Diagnostic, diagnose } from "../types/diagnostics.ts";
import { bomb, damaged, type Part } from "./zip.ts";

type Fflate = Pick<typeof import("fflate"), "Inflate" | "zipSync">;

/** Loads the package when a workbook is met; the diagnostic names it where it is not installed. */
export async function loadFflate(file: string | undefined): Promise<Fflate | { readonly problem: Diagnostic }> {
  try {
    return await import("fflate");
  } catch {
    return { problem: diagnose("package-missing", { package: "fflate", purpose: "读写 .xlsx " }, { file }) };
  }
}

/** A part that cannot be unpacked; thrown within this folder only. */
export interface Unreadable {
  readonly unreadable: Diagnostic;
}
export const isUnreadable = (thrown: unknown): thrown is Unreadable => typeof thrown === "object" && thrown !== null && "unreadable" in thrown;

/** Packed bytes given to the inflater at a time: at most some 16 MB can come out of them before they are counted. */
const SLICE = 16 * 1024;

/** The content of a part, piece by piece. Throws `Unreadable`. */
export function* unpack(part: Part, fflate: Fflate, file: string | undefined): Generator<Uint8Array> {
  const refuse = (unreadable: Diagnostic): never => {
    throw { unreadable } satisfies Unreadable;
  };
  let length = 0;
  let crc = 0xffffffff;
  for (const bytes of part.method === 0 ? [part.packed] : inflated(part.packed, fflate, () => refuse(damaged(["解压出错", "it does not unpack"], file)))) {
    length += bytes.length;
    if (length > part.size) refuse(bomb(part.name, `所声明的 ${part.size} 字节`, `the ${part.size} bytes it declares`, file));
    for (const byte of bytes) crc = (crc >>> 8) ^ (CRC[(crc ^ byte) & 0xff] ?? 0);
    yield bytes;
  }
  if (length !== part.size || (crc ^ 0xffffffff) >>> 0 !== part.crc) refuse(damaged(["校验不符", "its checksum is wrong"], file));
}

function* inflated(packed: Uint8Array, fflate: Fflate, fail: () => never): Generator<Uint8Array> {
  let out: Uint8Array[] = [];
  let finished = false;
  const inflate = new fflate.Inflate((bytes, last) => {
    out.push(bytes);
    finished ||= last;
  });
  for (let at = 0; at === 0 || at < packed.length; at += SLICE) {
    try {
      inflate.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
    } catch {
      fail();
    }
    yield* out;
    out = [];
  }
  if (!finished) fail();
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});
