// 列表: editing a list whose items are told apart by a key, towards the order of another list.

/** Puts an item behind the nearest one that comes before it in `order` and is there already. */
export function placed<T>(list: readonly T[], item: T, order: readonly string[], keyOf: (one: T) => string): readonly T[] {
  const before = order.slice(0, Math.max(0, order.indexOf(keyOf(item)))).reverse();
  const behind = before.map((key) => list.findIndex((one) => keyOf(one) === key)).find((index) => index >= 0) ?? -1;
  return [...list.slice(0, behind + 1), item, ...list.slice(behind + 1)];
}

/** In the given order; what is not in it comes last. */
export function ordered<T>(list: readonly T[], order: readonly string[], keyOf: (one: T) => string): readonly T[] {
  const rank = (one: T): number => (order.includes(keyOf(one)) ? order.indexOf(keyOf(one)) : order.length);
  return [...list].sort((a, b) => rank(a) - rank(b));
}

/** Whether what both lists hold stands in another order. */
export function reordered(old: readonly string[], next: readonly string[]): boolean {
  const [kept, after] = [old.filter((key) => next.includes(key)), next.filter((key) => old.includes(key))];
  return kept.some((key, index) => key !== after[index]);
}

/** A value at a path of a tree of plain data; undefined takes the key away. */
export function withValue(data: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(data)) return data.map((one, index) => (String(index) === key ? withValue(one, rest, value) : one));
  const { [key]: before, ...others } = (data ?? {}) as Readonly<Record<string, unknown>>;
  const after = withValue(before, rest, value);
  return after === undefined ? others : { ...(data as object), [key]: after };
}

export function valueAt(data: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>)[key] : undefined), data);
}
