// 试件: small frameworks made to show what a rule of a pack or an indicator of a library does, whether or not any
// framework at hand uses it.
import type { Loaded } from "../types/loaded.ts";
import type { Parts } from "../link/link.ts";
import { ruleOf } from "../rules/index.ts";
import type { Category, FrameworkDocument, IndicatorNode, LibraryDocument, PackDocument, PackRule, Purpose } from "../types/types.ts";
import { SAMPLE, WEIGHT } from "./filling.ts";
import { plain } from "./plain.ts";
import { pointsIn } from "./uses.ts";

const BASIS = { document: SAMPLE, status: "illustrative" } as const;
const GRADES = [{ name: "优", from: "90" }, { name: "良", from: "80" }, { name: "中", from: "60" }, { name: "差", from: "0" }];

function framework(indicators: IndicatorNode[], more: Partial<FrameworkDocument>): Loaded {
  return plain("framework", {
    kind: "framework", id: SAMPLE, version: "1.0.0", category: "project", purpose: "self-evaluation", title: SAMPLE, basis: BASIS,
    effective: { from: "0001-01-01" }, packs: [], total: "100", rounding: { places: "2", mode: "half-up" }, grades: GRADES,
    "not-applicable": "rescale-total", missing: "block", indicators, ...more,
  });
}

/** Points and shares of a weight may be the same at one weight; what is the same at three is the same at every one. */
export const WEIGHTS = [WEIGHT, "7", "3"] as const;

/** A framework of one indicator of a library. */
export function libraryProbe(library: LibraryDocument, id: string, weight: string = WEIGHT): Parts | undefined {
  const node = library.indicators.find((one) => one.id === id);
  if (node === undefined) return undefined;
  const method = typeof node.method === "object" ? node.method : undefined;
  return { framework: framework([{ use: id, weight: (method && pointsIn(method)) ?? weight }], {}), libraries: [plain("indicator-library", { ...library, indicators: [node] })] };
}

/** Where a rule may apply: every category and purpose that either version names. */
export interface Scope {
  readonly category: Category;
  readonly purpose: Purpose;
}

export function scopesOf(rules: readonly PackRule[]): readonly Scope[] {
  const named = <T>(key: "category" | "purpose", otherwise: T): readonly T[] => {
    const all = [...new Set(rules.flatMap(({ applies }) => (applies?.[key] ?? []) as readonly unknown[] as readonly T[]))];
    return all.length === 0 || rules.some(({ applies }) => applies?.[key] === undefined) ? [...new Set([...all, otherwise])] : all;
  };
  return named<Category>("category", "project").flatMap((category) => named<Purpose>("purpose", "self-evaluation").map((purpose) => ({ category, purpose })));
}

/** A framework with an indicator that each version of a knock-out selects, and one that none does. `versions` are the old and the new rule. */
export function ruleProbe(pack: PackDocument, id: string, versions: readonly PackRule[], scope: Scope): Parts {
  const { extends: _, ...own } = pack;
  const conditions = versions.flatMap((rule) => {
    const when = ruleOf(rule.kind)?.knockOut?.(rule).when;
    return when === undefined || "fact" in when ? [] : [when];
  });
  const selected = [...new Map(conditions.map((when) => [`${when.indicator ?? ""} ${when.tag ?? ""}`, when])).values()];
  const nodes = selected.map(({ tag, indicator }, index): IndicatorNode => ({
    id: indicator ?? `${SAMPLE}-${index + 1}`, name: indicator ?? tag ?? SAMPLE, weight: WEIGHT, unit: "%", target: ">= 90%",
    ...(tag === undefined ? {} : { tags: [tag] }), method: { kind: "proportional", over: "cap" },
  }));
  const rest: IndicatorNode = { id: `${SAMPLE}-0`, name: SAMPLE, weight: String(100 - Number(WEIGHT) * nodes.length), method: { kind: "direct" } };
  const caps = versions.flatMap(({ then }) => (typeof then === "object" && then !== null && "cap-grade" in then ? [String(then["cap-grade"])] : []));
  const others = caps.filter((name) => !GRADES.some((one) => one.name === name)).map((name) => ({ name, from: "50" }));
  const grades = [...GRADES.slice(0, -1), ...others, ...GRADES.slice(-1)];
  const rules = pack.rules.filter((rule) => rule.id === id);
  return {
    framework: framework([...nodes, rest], { ...scope, sector: ["public-service", "economic-development", "social-security"], packs: [pack.id], grades }),
    packs: [plain("pack", { ...own, effective: { from: "0001-01-01" }, rules })],
  };
}
