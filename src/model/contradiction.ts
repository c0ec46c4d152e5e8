// 矛盾: whether what two rules demand can hold together. Only what is proven is said: a contradiction is shown by the
// demands that exclude each other, and where that fails the rules count as compatible.
import { type Between, betweenText, type Demand, type Limit, type Way, type Weighed } from "./demands.ts";
import { add, compare, type Exact, ZERO } from "../numbers/number.ts";

export interface Contradiction {
  readonly about: Demand["about"];
  /** what one rule demands, and what the other; several ways are parted by a stroke */
  readonly one: string;
  readonly other: string;
  /** the full marks are part of the proof */
  readonly whole: boolean;
}

/** All parts of a framework, whose weights are within the full marks. */
export interface Whole {
  readonly parts: readonly string[];
  readonly total: Exact;
}

/** The ways to obey a rule that do not contradict themselves. */
export const possible = (ways: readonly Way[], whole: Whole | undefined): readonly Way[] => ways.filter((way) => outweighed(way, [], "weight", whole) === undefined);

/** Why no way to obey one rule goes with any way to obey the other; undefined when one may, or when there is none to begin with. */
export function contradiction(one: readonly Way[], other: readonly Way[], whole: Whole | undefined): Contradiction | undefined {
  const all: Contradiction[] = [];
  for (const a of one) {
    for (const b of other) {
      const why = clash(a, b, whole);
      if (why === undefined) return undefined;
      all.push(why);
    }
  }
  const [first] = all;
  const every = (side: "one" | "other"): string => [...new Set(all.map((why) => why[side]))].join(" / ");
  return first && { about: first.about, one: every("one"), other: every("other"), whole: all.some((why) => why.whole) };
}

function clash(a: Way, b: Way, whole: Whole | undefined): Contradiction | undefined {
  for (const x of a) {
    for (const y of b) {
      if (x.about !== y.about || x.subject !== y.subject || "parts" in x || "parts" in y) continue;
      if ("is" in x && "is" in y ? x.is !== y.is : !("is" in x) && !("is" in y) && apart(x, y)) return { about: x.about, one: said([x]), other: said([y]), whole: false };
    }
  }
  return outweighed(a, b, "weight", whole) ?? outweighed(a, b, "share", undefined);
}

const apart = (x: Between, y: Between): boolean => exceeds(x.low, y.high) || exceeds(y.low, x.high);
/** Nothing lies above the one bound and below the other. */
function exceeds(low: Limit | undefined, high: Limit | undefined): boolean {
  if (low === undefined || high === undefined) return false;
  const order = compare(low.value, high.value);
  return order > 0 || (order === 0 && !(low.closed && high.closed));
}

const said = (demands: readonly Demand[]): string =>
  demands.map((one) => [one.subject, "is" in one ? one.is : betweenText(one)].filter((part) => part !== "").join(one.about === "effect" ? " → " : " ")).join("、");

type Owned = Weighed & { readonly owner: "one" | "other" | "whole" };

/** Weights that cannot add up: parts that must weigh more than what they stand in may. */
function outweighed(a: Way, b: Way, about: "weight" | "share", whole: Whole | undefined): Contradiction | undefined {
  const weighed = (way: Way, owner: Owned["owner"]): Owned[] => way.flatMap((one) => ("parts" in one && one.about === about ? [{ ...one, owner }] : []));
  const full: Owned[] = whole === undefined ? [] : [{ about, subject: "", parts: whole.parts, owner: "whole", high: { value: whole.total, closed: true } }];
  const all = [...weighed(a, "one"), ...weighed(b, "other"), ...full];
  for (const one of all) {
    const proof = tooHeavy(one, all) ?? tooLight(one, all);
    if (proof === undefined) continue;
    const by = (owner: Owned["owner"]): string => said(proof.filter((each) => each.owner === owner));
    return { about, one: by("one"), other: by("other"), whole: proof.some((each) => each.owner === "whole") };
  }
  return undefined;
}

const sum = (limits: readonly (Limit | undefined)[]): Limit =>
  limits.reduce<Limit>((total, one) => ({ value: add(total.value, one?.value ?? ZERO), closed: total.closed && one?.closed !== false }), { value: ZERO, closed: true });
const within = (parts: readonly string[], of: ReadonlySet<string>): boolean => parts.every((part) => of.has(part));

/** Lower bounds on disjoint parts inside these, together above the upper bound. */
function tooHeavy(one: Owned, all: readonly Owned[]): readonly Owned[] | undefined {
  if (one.high === undefined) return undefined;
  const inside = new Set(one.parts);
  const floors = all.filter((each) => each.low !== undefined && each !== one && within(each.parts, inside)).sort((x, y) => compare(y.low?.value ?? ZERO, x.low?.value ?? ZERO));
  const free = new Set(one.parts);
  const used = floors.filter(({ parts }) => {
    const disjoint = within(parts, free);
    if (disjoint) for (const part of parts) free.delete(part);
    return disjoint;
  });
  return used.length > 0 && exceeds(sum(used.map((each) => each.low)), one.high) ? [one, ...used] : undefined;
}

/** Upper bounds on parts that cover these, together below the lower bound. */
function tooLight(one: Owned, all: readonly Owned[]): readonly Owned[] | undefined {
  if (one.low === undefined) return undefined;
  const open = new Set(one.parts);
  const used = all.filter((each) => {
    if (each.high === undefined || each === one || !each.parts.some((part) => open.has(part))) return false;
    for (const part of each.parts) open.delete(part);
    return true;
  });
  return used.length > 0 && open.size === 0 && exceeds(one.low, sum(used.map((each) => each.high))) ? [one, ...used] : undefined;
}
