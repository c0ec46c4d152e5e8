// 压缩包目录：what a workbook file says it holds, and whether that can be believed. Nothing is unpacked here.
//
// A bomb is refused by what the directory declares; a directory that lies is met in unpack.ts, where no part may
// become longer than it declared. Parts that overlap would be unpacked several times, so they are refused too.
import { type Diagnostic, diagnose } from "../types/diagnostics.ts";
import type { Limits } from "../text/limits.ts";

export interface Part {
  readonly name: string;
  /** 0 stored, 8 deflated */
  readonly method: number;
  /** the packed bytes */
  readonly packed: Uint8Array;
  /** declared length and checksum of the content */
  readonly size: number;
  readonly crc: number;
}

export type Directory = { readonly parts: ReadonlyMap<string, Part> } | { readonly problem: Diagnostic };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 0xffff;
const IN_EXTRA = 0xffffffff;
const ENCRYPTED = 1;
/** Small parts pack very well without being a bomb. */
const RATIO_FREE = 1024 * 1024;

const REASONS = {
  truncated: ["结尾缺失", "its end is missing"],
  directory: ["目录有误", "its directory is wrong"],
  overlap: ["各部分相互重叠", "its parts overlap"],
  twice: ["同一部分出现两次", "a part occurs twice"],
  method: ["压缩方式不支持", "its compression is not supported"],
} as const;

export const damaged = (reason: readonly [zh: string, en: string], file: string | undefined): Diagnostic => diagnose("zip-damaged", { reason: reason[0], reasonEn: reason[1] }, { file });

/** Part names are compared without regard to case, as the format demands. */
export const partKey = (name: string): string => name.replaceAll("\\", "/").replace(/^\//, "").toLowerCase();

export function openZip(bytes: Uint8Array, limits: Limits, file: string | undefined): Directory {
  const fail = (reason: keyof typeof REASONS): Directory => ({ problem: damaged(REASONS[reason], file) });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return fail("truncated");
  const count = view.getUint16(end + 10, true);
  const from = view.getUint32(end + 16, true);
  if (count > limits.parts) return { problem: bomb("", `${count} 个部分，应不超过 ${limits.parts}`, `${count} parts, at most ${limits.parts}`, file) };
  const parts = new Map<string, Part>();
  const used: [start: number, end: number][] = [];
  let total = 0;
  let at = from;
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_LENGTH > end || view.getUint32(at, true) !== CENTRAL) return fail("directory");
    const entry = readEntry(view, bytes, at);
    at = entry.next;
    if (at > end) return fail("directory");
    if (entry.name.endsWith("/")) continue;
    if ((entry.flags & ENCRYPTED) !== 0) return { problem: diagnose("file-encrypted", {}, { file }) };
    if (entry.method !== 0 && entry.method !== 8) return fail("method");
    const start = dataStart(view, entry.offset, from);
    if (start === undefined || start + entry.packed > from || (entry.method === 0 && entry.packed !== entry.size)) return fail("directory");
    total += entry.size;
    if (total > limits.unpackedBytes) return { problem: bomb("", `${limits.unpackedBytes} 字节`, `${limits.unpackedBytes} bytes`, file) };
    if (entry.size > RATIO_FREE && entry.size > entry.packed * limits.unpackRatio) return { problem: bomb(entry.name, `压缩前的 ${limits.unpackRatio} 倍`, `${limits.unpackRatio} times its packed size`, file) };
    if (parts.has(partKey(entry.name))) return fail("twice");
    used.push([entry.offset, start + entry.packed]);
    parts.set(partKey(entry.name), { name: entry.name, method: entry.method, packed: bytes.subarray(start, start + entry.packed), size: entry.size, crc: entry.crc });
  }
  used.sort(([a], [b]) => a - b);
  return used.some(([start], i) => start < (used[i - 1]?.[1] ?? 0)) ? fail("overlap") : { parts };
}

export const bomb = (part: string, limit: string, limitEn: string, file: string | undefined): Diagnostic => diagnose("zip-bomb", { part, limit, limitEn }, { file });

/** The last record of the file; its comment must reach exactly to the end. */
function endOfDirectory(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at--) {
    if (view.getUint32(at, true) === END && at + END_LENGTH + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return undefined;
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly next: number;
}

function readEntry(view: DataView, bytes: Uint8Array, at: number): Entry {
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const extra = at + CENTRAL_LENGTH + nameLength;
  const long = longFields(view, extra, Math.min(extra + extraLength, view.byteLength));
  const field = (offset: number): number => {
    const value = view.getUint32(at + offset, true);
    return value === IN_EXTRA ? (long.shift() ?? value) : value;
  };
  const size = field(24);
  const packed = field(20);
  return {
    name: new TextDecoder().decode(bytes.subarray(at + CENTRAL_LENGTH, extra)),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    size,
    packed,
    offset: field(42),
    next: extra + extraLength + view.getUint16(at + 32, true),
  };
}

/** The 64-bit fields of an entry, in their fixed order: size, packed size, offset — those that are needed. */
function longFields(view: DataView, from: number, to: number): number[] {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const end = Math.min(at + 4 + view.getUint16(at + 2, true), to);
    const fields: number[] = [];
    for (let field = at + 4; field + 8 <= end; field += 8) fields.push(Number(view.getBigUint64(field, true)));
    return fields;
  }
  return [];
}

function dataStart(view: DataView, offset: number, directory: number): number | undefined {
  if (offset + LOCAL_LENGTH > directory || view.getUint32(offset, true) !== LOCAL) return undefined;
  return offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
}
