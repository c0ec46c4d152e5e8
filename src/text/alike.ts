// 相同: whether two pieces of documents say the same, whatever the order of their keys and whether a decimal is written
// `15` or `15.0`.
import { canonical } from "./digest.ts";

const TRAILING_ZEROS = /(?<![\d.])(\d+)(?:\.0+|(\.\d*[1-9])0+)(?![\d.])/g;

function plain(data: unknown): unknown {
  if (typeof data === "string") return data.replace(TRAILING_ZEROS, "$1$2");
  if (Array.isArray(data)) return data.map(plain);
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, plain(value)]));
}

/** One text for all ways to write the same; what is undefined says nothing. */
export const sayingOf = (data: unknown): string => canonical(plain(data));

export const alike = (a: unknown, b: unknown): boolean => sayingOf(a) === sayingOf(b);
