// 摘要: what a scorecard was made from, independent of key order, line ends and comments.
import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils";

/** `sha256:` and the digest of the data with its keys in code-point order. */
export const digest = (data: unknown): string => `sha256:${bytesToHex(sha256(utf8ToBytes(canonical(data))))}`;

/** JSON with keys in code-point order and no spaces; `undefined` members are left out. */
export function canonical(data: unknown): string {
  if (Array.isArray(data)) return `[${data.map(canonical).join(",")}]`;
  if (typeof data !== "object" || data === null) return JSON.stringify(data ?? null);
  const members = Object.entries(data).filter(([, value]) => value !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${members.map(([key, value]) => `${JSON.stringify(key)}:${canonical(value)}`).join(",")}}`;
}
