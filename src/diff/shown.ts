// 写法: a value of a document as one line of text, and whether two ways of writing say the same.
import { canonical } from "../text/digest.ts";
import { reduce } from "../numbers/number.ts";
import { type Quantity, readComparison, readInterval, readQuantity } from "../numbers/quantity.ts";

const PLAIN = /^[^\s"'{}[\],:#&*!|>%@`-][^"{}[\],#]*$/;

/** As YAML in flow style: `{ name: 优, from: 90 }`. A text alone stands as it is. */
export function shown(value: unknown): string {
  return typeof value === "string" ? value : inner(value);
}

function inner(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inner).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).filter(([, one]) => one !== undefined);
    return members.length === 0 ? "{}" : `{ ${members.map(([key, one]) => `${key}: ${inner(one)}`).join(", ")} }`;
  }
  if (typeof value !== "string") return String(value);
  return PLAIN.test(value) || readQuantity(value) !== undefined ? value : JSON.stringify(value);
}

export const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** Two values without what they share, as far as that can be told: keys of records, items of lists of one length. */
export function narrowed(a: unknown, b: unknown): readonly [unknown, unknown] {
  if (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every(isRecord) && b.every(isRecord)) {
    const items = a.flatMap((one, index) => (same(one, b[index]) ? [] : [named(one, b[index] ?? {}, narrowed(one, b[index]))]));
    return [items.map(([x]) => x), items.map(([, y]) => y)];
  }
  if (!isRecord(a) || !isRecord(b)) return [a, b];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => !same(a[key], b[key]));
  const inside = keys.map((key) => [key, narrowed(a[key], b[key])] as const);
  return [Object.fromEntries(inside.map(([key, [x]]) => [key, x])), Object.fromEntries(inside.map(([key, [, y]]) => [key, y]))];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

/** What tells an item of a list apart stays with it. */
function named(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>, [x, y]: readonly [unknown, unknown]): readonly [unknown, unknown] {
  const key = ["id", "name"].find((one) => a[one] !== undefined && a[one] === b[one]);
  return key === undefined ? [x, y] : [{ [key]: a[key], ...(x as object) }, { [key]: b[key], ...(y as object) }];
}

/** Whether two values say the same, whatever the spelling of their figures: 1.0 and 1, `[80%,90%)` and `[80%, 90%)`, ≥ and >=. */
export const sameFigures = (a: unknown, b: unknown): boolean => same(figured(a), figured(b));

/** Keys whose values are words, even where they look like figures. */
const WORDS = new Set(["id", "name"]);

function figured(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(figured);
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, WORDS.has(key) ? one : figured(one)]));
  if (typeof value !== "string") return value;
  const interval = readInterval(value);
  if (interval !== undefined) return { low: interval.low && [quantity(interval.low.quantity), interval.low.closed], high: interval.high && [quantity(interval.high.quantity), interval.high.closed] };
  const comparison = readComparison(value);
  return comparison === undefined ? value : [comparison.is ?? null, quantity(comparison.quantity)];
}

function quantity({ value, unit }: Quantity): string {
  const { n, d } = reduce(value);
  return `${n}/${d} ${unit ?? ""}`;
}
