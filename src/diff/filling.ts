// 补足: what a framework leaves open — targets, the subject's own indicators, the sector — is assumed, so that it can be
// scored on its own. What rests on an assumption is a sample: it can show a difference, but not that there is none.
import { link, type Parts } from "../link/link.ts";
import type { LinkedLeaf } from "../model/linked.ts";
import { methodOf } from "../methods/index.ts";
import { add, exact, type Exact, round, show, subtract, ZERO } from "../numbers/number.ts";
import type { FrameworkDocument, IndicatorNode, ObjectiveIndicator, ObjectivesDocument } from "../types/types.ts";
import type { MethodData } from "./methods.ts";
import { idOfNode, isGroup } from "./tree.ts";

export type Own = ObjectiveIndicator & { id: string };

export const SAMPLE = "样例"; // the id of what no document holds
const FILLER = "补足"; // the id of an indicator that only fills a slot
export const WEIGHT = "10";
export const isSample = (leaf: LinkedLeaf): boolean => leaf.own && leaf.id.startsWith(SAMPLE);
export const isFiller = (leaf: LinkedLeaf): boolean => leaf.own && leaf.id.startsWith(FILLER);
export const below = (above: string, node: IndicatorNode): string => (above === "" ? idOfNode(node) : `${above}/${idOfNode(node)}`);

/** Paths of the indicators whose target is assumed where nobody says it. */
export const openTargets = (parts: Parts): readonly LinkedLeaf[] => (link(parts).linked?.leaves ?? []).filter(needsTarget);

/** Objectives that make a framework whole: as few indicators of their own as it asks for, adding up to its weights. */
export function filling(framework: FrameworkDocument, parts: Parts, more: readonly Own[] = []): ObjectivesDocument {
  return {
    kind: "objectives",
    id: SAMPLE,
    framework: framework.id,
    basis: { document: SAMPLE, status: "illustrative" },
    subject: { name: SAMPLE, ...(framework.sector === undefined ? { sector: ["public-service", "economic-development", "social-security"] } : {}) },
    period: SAMPLE,
    indicators: [...filled(framework.indicators), ...more],
    targets: Object.fromEntries(openTargets(parts).map((leaf) => [leaf.path, targetFor(leaf.method, leaf.unit)])),
    choose: Object.fromEntries(choicesOf(framework.indicators)),
  };
}

const weightOf = ({ weight }: IndicatorNode): Exact | undefined => (weight === undefined ? undefined : exact(weight));
const sumOf = (values: readonly Exact[]): Exact => values.reduce(add, ZERO);
const isOpen = (node: IndicatorNode): boolean => node.slot !== undefined || (node.indicators ?? []).some(isOpen);
/** What a node weighs by itself, or by what stands below it. */
const knownWeight = (node: IndicatorNode): Exact | undefined => weightOf(node) ?? (isOpen(node) ? undefined : sumOf((node.indicators ?? []).map((one) => knownWeight(one) ?? ZERO)));
export const minOf = ({ slot, combine }: IndicatorNode): number => Math.max(Number(slot?.min ?? 0), typeof combine === "object" && combine.kind === "pool" ? Number(combine["min"] ?? 0) : 0);
const asks = (node: IndicatorNode): boolean => minOf(node) > 0 || (node.indicators ?? []).some((one) => asks(one) || (!isOpen(one) && !isGroup(one)));

/** Own indicators for every slot below some nodes. */
function filled(nodes: readonly IndicatorNode[], above = "", weight?: Exact): readonly Own[] {
  const open = nodes.filter((one) => isOpen(one) && weightOf(one) === undefined);
  // Slots that ask for nothing stay empty, unless the weight of their group has nowhere else to go.
  const asking = open.filter(asks);
  const taking = asking.length > 0 ? asking : open.slice(0, 1);
  const rest = weight === undefined ? undefined : subtract(weight, sumOf(nodes.map((one) => knownWeight(one) ?? ZERO)));
  const shares = rest === undefined || rest.n <= 0n ? undefined : split(rest, taking.length);
  return nodes.filter(isOpen).flatMap((node) => {
    const own = weightOf(node) ?? (taking.includes(node) ? (shares?.[taking.indexOf(node)] ?? exact(WEIGHT)) : undefined);
    const path = below(above, node);
    if (node.slot === undefined) return filled(node.indicators ?? [], path, own);
    const count = own === undefined ? minOf(node) : Math.max(1, minOf(node));
    return split(own ?? exact(WEIGHT), count).map((each, index): Own => ({ under: path, id: `${FILLER}-${path.replaceAll("/", ".")}-${index + 1}`, name: `${FILLER} ${index + 1}`, weight: show(each), method: { kind: "direct" } }));
  });
}

/** Equal parts to the hundredth; the last one takes the rest. */
function split(weight: Exact, count: number): readonly Exact[] {
  const each = round({ n: weight.n, d: weight.d * BigInt(Math.max(1, count)) }, 2, "down");
  return Array.from({ length: count }, (_, index) => (index < count - 1 ? each : subtract(weight, { n: each.n * BigInt(count - 1), d: each.d })));
}

function needsTarget({ target, method }: LinkedLeaf): boolean {
  if (target !== undefined) return false;
  const to = method["to"] as { readonly at?: unknown } | undefined;
  return methodOf(method.kind)?.target === "required" || method["from"] === "target" || to?.at === "target";
}

export function targetFor(method: MethodData, unit: string | undefined, figure = unit === "%" ? "90" : "100"): string {
  const { kind, direction } = method;
  const sign = kind === "two-sided" || direction === "equal" ? "=" : kind === "reverse" || direction === "lower" || direction === "above" ? "<=" : ">=";
  return `${sign} ${figure}${unit ?? ""}`;
}

const choicesOf = (nodes: readonly IndicatorNode[], above = ""): readonly (readonly [string, string])[] =>
  nodes.flatMap((node) => {
    const [first] = node.indicators ?? [];
    const declared = typeof node.combine === "object" && node.combine["choose"] === "declared" && first !== undefined;
    return [...(declared ? [[below(above, node), idOfNode(first)] as const] : []), ...choicesOf(node.indicators ?? [], below(above, node))];
  });
