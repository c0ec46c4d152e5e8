// 满意度没有零分线: a satisfaction that is far too low scores nothing, by the method or by a rule.
// Example: sector: public-service, { kind: satisfaction, between: proportional } and no pack with a zero line → a finding
// at the method: 30 % would still earn a third. Only frameworks that declare one of the sectors are looked at.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { rulesInForce } from "../check/inheritance.ts";
import type { LinkedLeaf } from "../model/linked.ts";
import { compare, exact, ZERO } from "../numbers/number.ts";
import { appliesTo, selects } from "../model/rule.ts";
import { sector, z } from "../source/shape.ts";
import type { PackRule, Sector } from "../types/types.ts";

interface Tier {
  readonly points?: string;
  readonly share?: string;
}
const isZero = ({ points, share }: Tier): boolean => compare(exact((points ?? share ?? "1").replace("%", "")), ZERO) === 0;

function hasLine({ method }: LinkedLeaf): boolean {
  const between = method["between"] as string | { readonly tiers: readonly Tier[] };
  return method["zero-below"] !== undefined || (typeof between === "object" && between.tiers.some(isZero));
}
/** A knock-out that takes all points of this indicator for a low actual value. */
function draws(rule: PackRule, leaf: LinkedLeaf): boolean {
  const when = (rule["when"] ?? {}) as { readonly tag?: string; readonly indicator?: string };
  return rule.kind === "knock-out" && rule["then"] === "zero" && ["actual-below", "actual-at-most"].some((key) => Object.hasOwn(when, key)) && selects(when, leaf);
}

export const satisfactionZeroLineMissing = defineCheck<{ sectors: Sector[] }>({
  id: "satisfaction-zero-line-missing",
  title: label("满意度没有零分线", "Satisfaction without a zero line"),
  why: label("没有零分线时，满意度再低也能按比例得分，群众不满意的项目仍可评为良好。", "Without a zero line even a very low satisfaction earns points, and a project nobody wants may still be rated good."),
  mend: label("在评分办法中写 zero-below，或遵守设有零分线的规则包。", "Give zero-below in the method, or obey a pack that draws the line."),
  basis: { document: "常州市《关于全面深化预算绩效管理的实施意见》", clause: "实际值低于60分的，该指标不得分", status: "published" },
  codes: ["satisfaction-zero-line-missing"],
  options: { sectors: z.array(sector).describe("指标体系声明为这些支出领域时适用") },
  framework(linked, report, { sectors }) {
    const { framework, leaves, packs } = linked;
    if (![framework.data.sector ?? []].flat().some((one) => sectors.includes(one))) return;
    const rules = rulesInForce(packs).map(({ rule }) => rule).filter((rule) => appliesTo(rule, linked));
    for (const leaf of leaves) {
      if (leaf.method.kind === "satisfaction" && !hasLine(leaf) && !rules.some((rule) => draws(rule, leaf))) report("satisfaction-zero-line-missing", { indicator: leaf.name }, leaf.place("method"));
    }
  },
});
