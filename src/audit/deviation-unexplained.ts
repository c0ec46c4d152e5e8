// 偏差未说明原因: what the rule packs want explained — a completion or an execution rate beyond their bounds — without
// a reason in the row. A table without a column for reasons is not judged.
// Example: target ≥2000, actual 3061 (153.05%), reason empty, bound 130% → a finding at the reason.
import { satisfies } from "../expression/exact.ts";
import { label } from "../expression/expression.ts";
import { defineFinding, figure, type Found } from "../recheck/finding.ts";
import { compare, divide, type Exact, exact, HUNDRED, multiply, round } from "../numbers/number.ts";
import type { Norms } from "../recheck/norms.ts";

type Wanted = Norms["explanations"][number];
const SIGNS = { "<": ["低于", "below"], "<=": ["不高于", "at most"], ">": ["高于", "above"], ">=": ["不低于", "at least"] } as const;

export const deviationUnexplained = defineFinding({
  code: "deviation-unexplained",
  title: label("偏差未说明原因", "Deviation without a reason"),
  rule: label("完成率、预算执行率超出界限的，应说明原因", "a completion or execution rate beyond its bounds needs a reason"),
  find({ norms: { explanations }, table, view, rate, rows }, report, say) {
    if (table.damaged === true) return;
    const check = (of: Wanted["of"], percent: Exact, found: Pick<Found, "row" | "cell">, counts: (is: keyof typeof SIGNS) => boolean): void => {
      for (const norm of explanations.filter((one) => one.of === of)) {
        const beyond = norm.bounds.find((one) => counts(one.is) && satisfies(compare(percent, exact(one.percent.replace("%", ""))), one.is));
        if (beyond === undefined) continue;
        const [zh, en] = SIGNS[beyond.is];
        const shown = `${figure(round(percent, 2, "half-up"))}%`;
        const facts = { what: of === "completion" ? say("完成率", "completion") : say("执行率", "execution rate"), rate: shown, bound: say(`${zh} ${beyond.percent}`, `${en} ${beyond.percent}`) };
        const assumption = norm.assumed ? { id: "norm-assumed" as const, facts: { norm: `${norm.basis.document}，${norm.basis.clause ?? ""}` }, basis: norm.basis } : undefined;
        report({ ...found, expected: say("偏差原因", "a reason"), facts, basis: norm.basis, assumption });
        return;
      }
    };
    for (const { entry, compared } of rows) {
      const { figures } = compared;
      if (entry.explained !== false || entry.target?.rule !== undefined || figures?.direction === undefined || figures.target.n <= 0n) continue;
      const completion = divide(multiply(figures.actual, HUNDRED), figures.target);
      // Where less is better, little is no shortfall.
      if (completion !== undefined) check("completion", completion, { row: entry.row.name.text, cell: entry.row.reason }, (is) => figures.direction !== "lower" || is.startsWith(">"));
    }
    const percent = rate?.computed ?? rate?.printed;
    if (view.money?.explained === false && percent !== undefined) check("execution", percent, { row: view.money.row.name?.text ?? say("预算执行", "budget execution"), cell: view.money.row.reason }, () => true);
  },
});
