// 同类: which frameworks are to be comparable. Those of one category and sector that obey a pack in common, or rest on
// the same document where they obey none, and are in force on the same day.
import type { Corpus } from "./check.ts";
import { frameworksOf, newestOf } from "./corpus.ts";
import { type Days, daysOf, endsLater } from "../numbers/days.ts";
import { groupBy } from "../model/directory.ts";
import { type RuleInForce, rulesInForce } from "./inheritance.ts";
import type { Linked } from "../model/linked.ts";
import { appliesTo, sectorsOf } from "../model/rule.ts";

export interface Peer<T> {
  readonly linked: Linked;
  readonly item: T;
}

const normsOf = ({ framework: { data } }: Linked): readonly string[] => (data.packs.length > 0 ? data.packs.map((id) => `pack ${id}`) : [`basis ${data.basis.document}`]);

/** What frameworks have in common by key, each compared with the one of its peers that is in force the longest. */
export function comparePeers<T>(corpus: Corpus, itemsOf: (linked: Linked) => readonly (readonly [key: string, item: T])[], compare: (one: Peer<T>, other: Peer<T>) => void): void {
  const items = newestOf(frameworksOf(corpus)).flatMap((linked) => {
    const sectors = [...sectorsOf(linked)].sort().join();
    return itemsOf(linked).map(([key, item]) => ({ linked, item, key, keys: normsOf(linked).map((norm) => JSON.stringify([norm, sectors, key])), days: daysOf(linked.framework.data.effective) }));
  });
  const compared = new Set<string>();
  for (const group of groupBy(items, (one) => one.keys).values()) {
    let longest: (typeof items)[number] | undefined;
    for (const one of [...group].sort((a, b) => a.days.first - b.days.first)) {
      const name = JSON.stringify([one.linked.framework.data.id, one.key]);
      if (longest !== undefined && meets(one.days, longest.days) && !compared.has(name)) {
        compared.add(name);
        compare(one, longest);
      }
      if (longest === undefined || endsLater(one.days, longest.days)) longest = one;
    }
  }
}

/** `one` begins no earlier than the other. */
const meets = (one: Days, other: Days): boolean => other.last === undefined || one.first <= other.last;

/** The rules of a kind that are in force on a framework. */
export const rulesOn = (linked: Linked, kind: string): readonly RuleInForce[] => rulesInForce(linked.packs).filter(({ rule }) => rule.kind === kind && appliesTo(rule, linked));

const nameOf = ({ pack, rule }: RuleInForce): string => `${pack.data.id}/${rule.id}`;

/** The rules of a kind that both obey. */
export function sharedRules(a: Linked, b: Linked, kind: string): readonly RuleInForce[] {
  const names = new Set(rulesOn(b, kind).map(nameOf));
  return rulesOn(a, kind).filter((one) => names.has(nameOf(one)));
}

/** Whether both obey the same rules of a kind: where a norm makes the difference, it is no fault of theirs. */
export function underSameRules(a: Linked, b: Linked, kind: string): boolean {
  const [x, y] = [a, b].map((one) => rulesOn(one, kind).map(nameOf).sort().join("\n"));
  return x === y;
}
