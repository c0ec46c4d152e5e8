// 计量单位疑误: an actual value about a hundred, a thousand or ten thousand times its target, or that part of it.
// Basis: derived – such ratios come from 万元 for 元, from kilometres for metres, from 0.95% for 95%.
// Example: 务工人员年人均增收, unit 元, target ">= 8400元", actual 0.84 → about 1/10000 → a finding with both figures.
// Lower-is-better indicators are often far below their limit: for them only the factors of `factors-when-lower`
// count as a part. An explanation silences the finding.
import { defineCheck, type Evaluated } from "../check/check.ts";
import { executionOf, measuredOf, valuePlace } from "../link/entered.ts";
import { label } from "../expression/expression.ts";
import { add, compare, divide, exact, type Exact, HUNDRED, multiply, ONE, show, subtract, ZERO } from "../numbers/number.ts";
import { directionOf } from "../link/objective-leaves.ts";
import { ratioOf } from "../numbers/quantity.ts";
import { decimal, percent, z } from "../source/shape.ts";

type Result = Evaluated["results"][number];

const factors = (description: string) => z.array(decimal(description)).max(20).describe(description);

/** An actual value beside what it is to be near, as figures and as words. */
function pairOf(result: Result): { readonly actual: Exact; readonly due: Exact; readonly found: string; readonly expected: string } | undefined {
  const { leaf } = result.leaf;
  const rate = executionOf(result);
  if (rate !== undefined) return { actual: rate, due: HUNDRED, found: `${show(rate, 2)}%`, expected: `${show(HUNDRED)}%` };
  const actual = measuredOf(result);
  if (actual === undefined || leaf.target === undefined || compare(leaf.target.value, ZERO) <= 0 || compare(actual, ZERO) <= 0) return undefined;
  return { actual, due: leaf.target.value, found: `${show(actual)}${leaf.unit ?? ""}`, expected: leaf.target.text };
}

export const scaleSlip = defineCheck<{ factors: string[]; "factors-when-lower": string[]; within: string }>({
  id: "scale-slip",
  title: label("计量单位疑误", "Unit slip"),
  why: label("万元写成元、95% 写成 0.95%，得分会从满分变成 0 分，或相反。", "With 元 for 万元, or 0.95% for 95%, full marks become nothing, or the reverse."),
  mend: label("核对计量单位和小数点；数字属实的写 explanation。", "Check unit and decimal point; if the figure is right, explain it."),
  basis: { document: "由计量单位的换算推得", clause: "实际值与目标值相差整百、整千、整万倍", status: "illustrative" },
  codes: ["scale-slip"],
  options: {
    factors: factors("倍数，如 100"),
    "factors-when-lower": factors("越低越好的指标，实际值为目标值的几分之一时才提示"),
    within: percent("与整倍数相差不超过此比例"),
  },
  actuals({ actuals, results }, report, options) {
    const slack = ratioOf(options.within);
    const near = (value: Exact, factor: string): boolean =>
      compare(value, multiply(exact(factor), subtract(ONE, slack))) >= 0 && compare(value, multiply(exact(factor), add(ONE, slack))) <= 0;
    for (const result of results) {
      const { leaf } = result.leaf;
      const pair = pairOf(result);
      if (pair === undefined || result.entry.explanation !== undefined) continue;
      const [times, part] = [divide(pair.actual, pair.due), divide(pair.due, pair.actual)];
      const over = options.factors.find((factor) => times !== undefined && near(times, factor));
      const under = options[directionOf(leaf) === "lower" ? "factors-when-lower" : "factors"].find((factor) => part !== undefined && near(part, factor));
      const factor = over ?? under;
      if (factor !== undefined) report("scale-slip", { indicator: leaf.name, found: pair.found, expected: pair.expected, factor, side: over === undefined ? "part" : "times" }, valuePlace(actuals, leaf, executionOf(result) === undefined ? "value" : "executed"));
    }
  },
});
