// 备选的评分办法有错: a method that only slots will use is sound before anyone chooses it.
// Example: methods: { qualitative: { kind: graded, grades: [达成 [80%, 100%], 未达成 [0%, 60%)] } } in a framework of slots →
// a finding at the grades: [60%, 80%) belongs to none. Only what no indicator, target or unit can change is told.
import { defineCheck } from "../check/check.ts";
import { compileLeaf } from "../compile/leaf.ts";
import type { Code, Diagnostic } from "../types/diagnostics.ts";
import { label } from "../expression/expression.ts";
import { placeIn } from "../link/link.ts";
import type { LinkedLeaf } from "../model/linked.ts";
import { HUNDRED } from "../numbers/number.ts";
import { readInterval, readQuantity } from "../numbers/quantity.ts";

/** Faults of the parameters themselves. */
const ALWAYS: readonly Code[] = ["award-shape", "budget-execution-shape", "duplicate-id", "graded-mixed", "parameter-unused", "satisfaction-linear-needs-line", "two-sided-shape", "zero-at-range"];
/** Faults of figures in a unit that is known: the one they are written in. */
const IN_A_UNIT: readonly Code[] = ["each-not-positive", "linear-same-ends", "tier-empty", "tiers-overlap"];
/** Methods that lay their tiers over shares, whatever the unit of the indicator. */
const OVER_SHARES = (method: LinkedLeaf["method"]): boolean => method.kind === "graded" || (method.kind === "two-sided" && method["difference"] === "relative");

/** Keys of parameters that hold figures in the unit of the indicator. */
const FIGURES = ["when", "from", "to", "at", "each", "full-within", "zero-at", "zero-below"];
const figuresIn = (params: object): readonly string[] =>
  Object.entries(params).flatMap(([key, value]: [string, unknown]) => (typeof value === "object" && value !== null ? figuresIn(value) : FIGURES.includes(key) ? [String(value)] : []));
/** The unit that the figures of a method are written in: that of the first that has one. */
const unitIn = (method: object): string | undefined =>
  figuresIn(method).flatMap((text) => {
    const range = readInterval(text);
    return (readQuantity(text) ?? range?.low?.quantity ?? range?.high?.quantity)?.unit ?? [];
  })[0];

export const methodFaulty = defineCheck({
  id: "method-faulty",
  title: label("备选的评分办法有错", "Faulty method on offer"),
  why: label("个性指标选用时才会发现：绩效目标表都填好了，指标体系才被拒绝。", "Otherwise it shows only when somebody chooses the method, long after the framework was issued."),
  mend: label("按提示改正 methods 中的参数。", "Mend the parameters as told."),
  basis: { document: "已公布的评分表", clause: "分档不重不漏；80—99 与 100 之间的 99.5 无从计分", status: "published" },
  codes: ["method-faulty"],
  framework({ framework, leaves }, report) {
    const { data } = framework;
    for (const [name, method] of Object.entries(data.methods ?? {})) {
      if (leaves.some((leaf) => leaf.method === method)) continue;
      const place: LinkedLeaf["place"] = (field, ...more) => placeIn(framework, ["methods", name, ...(field === "method" ? more : [])]);
      const leaf: LinkedLeaf = {
        type: "leaf", use: undefined, path: name, id: name, name, weight: HUNDRED, method, place, own: false, unit: unitIn(method), domain: undefined, measure: undefined, tags: [], definition: undefined,
        target: { text: "", is: undefined, value: HUNDRED }, targetFaulty: false, evidence: undefined, basis: data.basis, notApplicable: "zero",
      };
      const found: Diagnostic[] = [];
      compileLeaf(leaf, { places: Number(data.rounding.places), mode: data.rounding.mode }, undefined, [], (one) => void found.push(one));
      const unread = found.some(({ code }) => code === "unit-missing" || code === "unit-mismatch");
      const told = (code: Code): boolean => ALWAYS.includes(code) || (!unread && IN_A_UNIT.includes(code)) || (code === "tiers-gap" && OVER_SHARES(method));
      for (const { code, facts, path = [], span, file } of found) {
        if (told(code)) report("method-faulty", { ...facts, method: name, fault: code }, { path, ...(span && { span }), ...(file === undefined ? {} : { file }) });
      }
    }
  },
});
