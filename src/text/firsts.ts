// 首见: comparing many with the first of their kind, in one pass. What stands under one key is compared with the first
// that another owner put there, so that versions of one document are not compared with each other.

/** Answers what another owner noted first under the key, and notes this. */
export function firsts<T>(): (key: string, owner: string, one: T) => T | undefined {
  const seen = new Map<string, { readonly owner: string; readonly one: T }[]>();
  return (key, owner, one) => {
    const list = seen.get(key) ?? [];
    const found = list.find((each) => each.owner !== owner);
    // The first and the first of another owner: together they answer for everyone.
    if (list.length < 2 && !list.some((each) => each.owner === owner)) seen.set(key, [...list, { owner, one }]);
    return found?.one;
  };
}
