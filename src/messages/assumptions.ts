// 词表：复核的假定. What a table does not say and the recheck assumed, and the habits it inferred.
import type { Facts } from "./entry.ts";

interface Words {
  readonly zh: (facts: Facts) => string;
  readonly en: (facts: Facts) => string;
}
const words = (zh: Words["zh"], en: Words["en"]): Words => ({ zh, en });

export const assumptions = {
  "scoring-assumed": words(
    (f) => `评分办法没有声明，按通行办法重算：${f.titles}`,
    (f) => `the scoring is not declared; recomputed in the usual way: ${f.titles}`,
  ),
  "rounding-habit": words(
    (f) => `得分的舍入：${f.how}，由全表推断，不作为问题`,
    (f) => `points are rounded: ${f.how}; inferred from the whole table, no fault`,
  ),
  "rounding-unknown": words(
    () => `若得分取整数或少取小数可得满分，但表中没有这一习惯的迹象`,
    () => `full marks would follow if points were rounded to fewer decimals, of which the table shows no sign`,
  ),
  "rate-rounded-first": words(
    (f) => `${f.what}先${f.how}，再乘分值，由全表推断，不作为问题`,
    (f) => `${f.what} is rounded first (${f.how}), then multiplied by the weight; inferred, no fault`,
  ),
  "rate-as-printed": words(
    (f) => `预算执行率印作 ${f.printed}，按金额为 ${f.computed}：${f.how}，不作为问题`,
    (f) => `the execution rate is printed as ${f.printed}, the amounts give ${f.computed}: ${f.how}; no fault`,
  ),
  "initial-budget": words(
    () => `执行率以年初预算数为分母，由全表推断`,
    () => `the execution rate is taken over the initial budget; inferred`,
  ),
  "reverse-way": words(
    (f) => `反向指标的办法：${f.title}，由全表推断`,
    (f) => `reverse indicators: ${f.title}; inferred from the whole table`,
  ),
  "satisfaction-way": words(
    (f) => `满意度的办法：${f.title}，由全表推断`,
    (f) => `satisfaction: ${f.title}; inferred from the whole table`,
  ),
  "step-habit": words(
    (f) => `表内规则没有说明不足一个幅度的怎样扣分：${f.how}，由全表推断`,
    (f) => `the printed rules do not say how a started step counts: ${f.how}; inferred`,
  ),
  "direction-assumed": words(
    () => `没有写明方向的年度指标值：成本指标以不超过为达到，其他以不低于为达到`,
    () => `targets without a sign: cost indicators are reached when not exceeded, others when not fallen short of`,
  ),
  "ratio-as-percent": words(
    () => `百分数旁不带 % 且不大于 1 的数按比值读：0.98 读作 98%`,
    () => `beside a percentage, a bare figure of at most 1 is read as a ratio: 0.98 as 98%`,
  ),
  "qualitative-bands": words(
    () => `定性指标按三档的分值区间核对`,
    () => `qualitative indicators are checked against the intervals of three grades`,
  ),
  "total-assumed": words(
    (f) => `没有印出分值合计，按满分 ${f.total} 核对`,
    (f) => `no total weight is printed; checked against ${f.total}`,
  ),
  "execution-not-shown": words(
    (f) => `表中没有预算执行一行，按该行 ${f.weight} 分、不在所给部分核对`,
    (f) => `the table shows no budget execution row; taken to be ${f.weight} points outside what is given`,
  ),
  "execution-outside-total": words(
    () => `总分不含预算执行一行`,
    () => `the total leaves the budget execution row out`,
  ),
  "total-rounded": words(
    (f) => `总分按各项得分之和 ${f.sum} 取整或少取小数位`,
    (f) => `the total is the sum of the points, ${f.sum}, with fewer decimals`,
  ),
  "points-as-weights": words(
    () => `没有印出分值，按得分推断格式，不核对单项得分`,
    () => `no weights are printed; the layout is inferred from the points, and single points are not checked`,
  ),
  "actuals-not-shown": words(
    () => `没有印出实际完成值，不核对单项得分`,
    () => `no actual values are printed; single points are not checked`,
  ),
  "norm-assumed": words(
    (f) => `按通用规则核对，该地是否适用没有声明：${f.norm}`,
    (f) => `checked against a general rule that nobody declared for this place: ${f.norm}`,
  ),
  truncated: words(
    () => `表不完整，只核对可见部分`,
    () => `the table is cut off; only what is visible is checked`,
  ),
  damaged: words(
    () => `文字由图像识别，数字不一定准确：只核对合计和预算执行`,
    () => `the text was recognised from an image and figures are not certain: only totals and budget execution are checked`,
  ),
  "targets-only": words(
    () => `只有目标和分值，没有实际完成值和得分`,
    () => `targets and weights only, no actual values and points`,
  ),
  "explained-by-table": words(
    () => `该行写有原因说明，可能据此扣分`,
    () => `a reason is given in the row, points may have been taken off for it`,
  ),
} as const satisfies Record<string, Words>;

export type AssumptionId = keyof typeof assumptions;
