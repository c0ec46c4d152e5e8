// 代入: a framework on its own is open: project-specific indicators and targets are still to come. To say something of
// its rules all the same, an objectives document is made up in which every method of the framework is used and every
// target is set: >= 100, <= 100, = 100; of percentages >= 92%, <= 10%, = 100%. What is then found stands at the
// framework's own places.
//
// The first slot takes one indicator for each way a method can be used, as far as it has room, the others as many as
// they must have: the same method says the same in every slot.
import { groupsOf, type Linked, type LinkedGroup, type LinkedLeaf, type Place } from "../model/linked.ts";
import type { Document, Loaded } from "../types/loaded.ts";
import type { Better, Method } from "../model/method.ts";
import { methodOf } from "../methods/index.ts";
import { compare, exact, type Exact, HUNDRED, ONE, round, show, subtract, toPlainText, ZERO } from "../numbers/number.ts";
import { readInterval, readQuantity } from "../numbers/quantity.ts";
import { between, contains, nearest } from "../numbers/sets.ts";
import type { IndicatorNode, ObjectiveIndicator, ObjectivesDocument } from "../types/types.ts";

type MethodParams = LinkedLeaf["method"];

const RATES: Readonly<Record<string, Exact>> = { ">=": exact("92"), "<=": exact("10"), "=": HUNDRED };
const PLACES = 2;
const SIGNS: Readonly<Record<Better, string>> = { higher: ">=", lower: "<=", nearer: "=" };

/** The objectives that stand in for those still to come; undefined where the framework is complete, or has some. */
export function standIns(linked: Linked): Loaded<"objectives"> | undefined {
  const { framework, objectives, leaves, complete } = linked;
  const open = leaves.filter((leaf) => leaf.target === undefined && !leaf.targetFaulty && needsTarget(leaf.method));
  if (objectives !== undefined || (complete && open.length === 0)) return undefined;
  const spans = new Map<string, Place>(open.map((leaf) => [leaf.path, leaf.place("")]));
  const targets = Object.fromEntries(open.map((leaf) => [leaf.path, targetFor(leaf.method, leaf.unit, leaf.domain)]));
  const filled = groupsOf(linked.root).filter((group) => slotOf(group, framework) !== undefined);
  const indicators = fill(filled, linked);
  const data: ObjectivesDocument = {
    kind: "objectives",
    id: "stand-ins",
    framework: `${framework.data.id}@${framework.data.version.split(".")[0] ?? ""}`,
    subject: { name: "代入" },
    period: "代入",
    ...(indicators.length === 0 ? {} : { indicators: indicators.map(({ indicator }) => indicator) }),
    ...(open.length === 0 ? {} : { targets }),
    ...choicesFor(linked, indicators),
  };
  return {
    kind: "objectives",
    ...(framework.file === undefined ? {} : { file: framework.file }),
    text: framework.text,
    data,
    diagnostics: [],
    locate: ([part, key]) => (part === "targets" ? spans.get(String(key))?.span : part === "indicators" ? indicators[Number(key)]?.group.place("").span : undefined),
  };
}

const slotOf = (group: LinkedGroup, framework: Document<"framework">): IndicatorNode["slot"] => {
  let node: IndicatorNode | undefined;
  let nodes: readonly IndicatorNode[] = framework.data.indicators;
  for (const id of group.path.split("/")) {
    node = nodes.find((one) => (one.id ?? one.use) === id);
    nodes = node?.indicators ?? [];
  }
  return node?.slot;
};

interface Filled {
  readonly group: LinkedGroup;
  readonly indicator: ObjectiveIndicator;
}

/** One way to use a method: its name, and the sign of the target where it is the target that says the direction. */
interface Use {
  readonly name: string | undefined;
  readonly method: MethodParams;
  readonly sign: string | undefined;
}

function fill(groups: readonly LinkedGroup[], { framework, root }: Linked): readonly Filled[] {
  const uses = Object.entries(framework.data.methods ?? {}).flatMap(([name, method]) => usesOf(name, method));
  const all: readonly Use[] = uses.length > 0 ? uses : [{ name: undefined, method: { kind: "direct" }, sign: undefined }];
  let next = 0;
  return groups.flatMap((group, at) => {
    const slot = slotOf(group, framework);
    const least = Math.max(Number(slot?.min ?? 0), Number(group.combine?.["min"] ?? 0), 1);
    const most = slot?.max === undefined ? Infinity : Number(slot.max);
    const left = groups.length - at - 1;
    const count = Math.min(Math.max(least, at === 0 ? all.length : all.length - next - left), most);
    if (count <= 0) return [];
    const weight = weightFor(group, root, groups);
    const places = Number(framework.data.rounding.places);
    const equal = round({ n: weight.n, d: weight.d * BigInt(count) }, places, "down");
    const first = next;
    next += count;
    return Array.from({ length: count }, (_, index): Filled => {
      const use = all[(first + index) % all.length] as Use;
      const own = index < count - 1 ? equal : subtract(weight, { n: equal.n * BigInt(count - 1), d: equal.d });
      return { group, indicator: indicatorFor(use, group, first + index + 1, compare(own, ZERO) > 0 ? own : ONE) };
    });
  });
}

function indicatorFor({ name, method, sign }: Use, group: LinkedGroup, number: number, weight: Exact): ObjectiveIndicator {
  const unit = unitOf(method);
  const target = needsTarget(method) ? targetFor(method, unit, undefined, sign) : undefined;
  const words = methodOf(method.kind)?.title.zh ?? method.kind;
  return {
    id: `stand-in-${number}`,
    under: group.path,
    name: `${group.name}（代入：${name ?? words}${target === undefined ? "" : `，目标值 ${target}`}）`,
    weight: toPlainText(weight) ?? show(weight),
    ...(unit === undefined ? {} : { unit }),
    ...(target === undefined ? {} : { target }),
    method: name ?? method,
  };
}

/** The ways a method can be used: one, or one for each sign where only the sign of the target says the direction. */
function usesOf(name: string, method: MethodParams): readonly Use[] {
  const open = needsTarget(method) && betterOf(method) === undefined && methodOf(method.kind)?.better !== undefined;
  return (open ? Object.values(SIGNS) : [undefined]).map((sign) => ({ name, method, sign }));
}

const betterOf = (method: MethodParams): Better | undefined =>
  (methodOf(method.kind) as Method | undefined)?.better?.(method, { target: undefined, unit: undefined, quantity: (text) => readQuantity(text)?.value ?? ZERO });

/** Whether a target must be set: by the method itself, or because a parameter refers to it. */
function needsTarget(method: MethodParams): boolean {
  const refers = (value: unknown): boolean => value === "target" || (typeof value === "object" && value !== null && Object.values(value).some(refers));
  return methodOf(method.kind)?.target === "required" || refers(method);
}

function targetFor(method: MethodParams, unit: string | undefined, domain: string | undefined, sign?: string): string {
  const is = sign ?? SIGNS[betterOf(method) ?? "higher"];
  const figure = (unit === "%" ? RATES[is] : undefined) ?? HUNDRED;
  const range = domain === undefined ? undefined : readInterval(domain);
  const set = range && between(range.low && { value: range.low.quantity.value, closed: range.low.closed }, range.high && { value: range.high.quantity.value, closed: range.high.closed });
  const inside = set === undefined || contains(set, figure) ? figure : (nearest(set, figure, 0) ?? nearest(set, figure, 2) ?? figure);
  return `${is} ${show(inside)}${unit === "%" ? "%" : ""}`;
}

const ON_SCALE = new Set(["when", "at", "from", "each", "zero-below", "full-within", "zero-at"]);

/** The unit in which a method writes its figures. */
function unitOf(method: MethodParams): string | undefined {
  if (methodOf(method.kind)?.inputs === "own" || method["difference"] === "relative") return undefined;
  const find = (value: unknown, key: string): string | undefined => {
    if (typeof value === "string") return ON_SCALE.has(key) ? (readQuantity(value)?.unit ?? readInterval(value)?.low?.quantity.unit ?? readInterval(value)?.high?.quantity.unit) : undefined;
    if (typeof value !== "object" || value === null) return undefined;
    return Object.entries(value).map(([inner, one]) => find(one, Array.isArray(value) ? key : inner)).find((one) => one !== undefined);
  };
  return find(method, "");
}

/** What a slot may give away: its own weight, or its share of what its siblings leave of their group. */
function weightFor(group: LinkedGroup, root: Linked["root"], slots: readonly LinkedGroup[]): Exact {
  if (compare(group.weight, ZERO) > 0) return group.weight;
  const parent = groupsOf(root).find((one) => one.children.includes(group));
  if (parent === undefined) return HUNDRED;
  const empty = parent.children.filter((one) => one.type === "group" && slots.includes(one) && compare(one.weight, ZERO) === 0);
  const taken = parent.children.reduce((sum, one) => ({ n: sum.n * one.weight.d + one.weight.n * sum.d, d: sum.d * one.weight.d }), ZERO);
  const rest = subtract(parent.weight, taken);
  const count = BigInt(empty.length);
  return group === empty.at(-1) ? subtract(rest, scaled(share(rest, count), count - 1n)) : share(rest, count);
}
const share = (rest: Exact, count: bigint): Exact => round({ n: rest.n, d: rest.d * count }, PLACES, "down");
const scaled = ({ n, d }: Exact, by: bigint): Exact => ({ n: n * by, d });

/** Where one of several is to be chosen, the first. */
function choicesFor({ root }: Linked, filled: readonly Filled[]): Pick<ObjectivesDocument, "choose"> {
  const groups = groupsOf(root).filter((group) => group.combine?.["choose"] === "declared");
  const chosen = groups.flatMap((group) => {
    const first = group.children[0]?.id ?? filled.find((one) => one.group === group)?.indicator.id;
    return first === undefined ? [] : [[group.path, first] as const];
  });
  return chosen.length === 0 ? {} : { choose: Object.fromEntries(chosen) };
}
