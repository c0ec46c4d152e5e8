// 总体目标与指标不一致: a figure of the statement that no target has.
// Basis: each target of the statement has an indicator (published review rules).
// Looked at are figures in a unit that some target is counted in, and percentages: «改造 4500 户» beside the only
// target in 户, 4200 户, is a contradiction. Years, sums of money and general counting words (个, 项) are options.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { figuresIn } from "../numbers/figures.ts";
import { placeIn } from "../link/link.ts";
import { compare } from "../numbers/number.ts";
import { inUnit } from "../numbers/quantity.ts";
import { phrases } from "../source/shape.ts";

export const statementUncovered = defineCheck<{ ignore: string[] }>({
  id: "statement-uncovered",
  title: label("总体目标与指标不一致", "Statement and targets differ"),
  why: label("总体目标和指标写着不同的数，评价时无法判断以哪个为准。", "When statement and targets hold different figures, nobody can tell which one counts."),
  mend: label("两处写同一个数；总体目标中的数没有指标的，补设指标。", "Write the same figure in both, or set an indicator for the figure of the statement."),
  basis: { document: "所见绩效目标审核规则", clause: "目标与指标相互对应", status: "published" },
  codes: ["statement-uncovered"],
  options: { ignore: phrases("不看的计量单位，如 个、项、元") },
  framework({ objectives, leaves }, report, { ignore }) {
    const statement = objectives?.data.statement;
    if (objectives === undefined || statement === undefined) return;
    const set = leaves.flatMap(({ target, unit }) => (target === undefined || unit === undefined || ignore.includes(unit) ? [] : [{ target, unit }]));
    for (const figure of figuresIn(statement, [...set.map(({ unit }) => unit), ...ignore])) {
      if (figure.unit === undefined || ignore.includes(figure.unit)) continue;
      const alike = set.flatMap(({ target, unit }) => {
        const value = inUnit(figure, unit);
        return typeof value === "string" ? [] : [{ target, same: compare(value, target.value) === 0 }];
      });
      if (alike.length === 0 || alike.some(({ same }) => same)) continue;
      report("statement-uncovered", { figure: figure.text, targets: [...new Set(alike.map(({ target }) => target.text))].join("、") }, placeIn(objectives, ["statement"]));
    }
  },
});
