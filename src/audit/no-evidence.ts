// 得分无从核对: points without an actual value, without a target, or with words where the target is a figure.
// Example: target ≤30万元, actual 完成, 90 points → a finding at the actual value.
import { label } from "../expression/expression.ts";
import { defineFinding, shown } from "../recheck/finding.ts";

export const noEvidence = defineFinding({
  code: "no-evidence",
  title: label("得分无从核对", "Points without evidence"),
  rule: label("得分以年度指标值和实际完成值为据", "points rest on a target and an actual value"),
  find({ rows, view }, report, say) {
    for (const { entry, compared } of rows) {
      const { row, points, target, actual } = entry;
      if (points.state !== "figure" || points.value.n === 0n || (entry.execution && view.money !== undefined) || target?.rule !== undefined) continue;
      const facts = (lacks: string) => ({ points: shown(points), lacks });
      const noTarget = compared.problem === "no-target";
      const noActual = compared.problem === "no-actual" || (noTarget && (actual === undefined || (actual.kind === "none" && (actual.reason === "empty" || actual.reason === "placeholder"))));
      const name = row.name.text;
      if (noTarget && noActual) report({ row: name, cell: row.points, expected: say("年度指标值和实际完成值", "a target and an actual value"), facts: facts(say("没有年度指标值和实际完成值", "has neither target nor actual value")) });
      else if (noActual) report({ row: name, cell: row.actual ?? row.points, printed: shown(row.actual), expected: say("实际完成值", "an actual value"), facts: facts(say("没有实际完成值", "has no actual value")) });
      else if (noTarget && view.prints.target) report({ row: name, cell: row.target ?? row.points, printed: shown(row.target), expected: say("年度指标值", "a target"), facts: facts(say("没有年度指标值", "has no target")), severity: "info" });
      else if (compared.problem === "no-figure" && !done(target, actual)) {
        report({ row: name, cell: row.actual, expected: say("数值", "a figure"), facts: facts(say(`实际完成值“${shown(row.actual)}”不是数值`, `the actual value “${shown(row.actual)}” is no figure`)) });
      }
    }
  },
});

/** 完成 against 100%: the word says as much as the figure. */
const done = (target: { kind: string; figure?: { decimal?: string; unit?: string } } | undefined, actual: { kind: string; level?: string; yes?: boolean } | undefined): boolean =>
  target?.kind === "number" && Number(target.figure?.decimal) === 100 && target.figure?.unit === "%" && (actual?.level === "full" || actual?.yes === true);
