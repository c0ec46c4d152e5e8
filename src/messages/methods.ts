// 词表：评分办法. What is wrong with a method, its target, its formula.
import { error, warning } from "./entry.ts";

export const methods = {
  "award-shape": error(
    (f) => `“${f.indicator}”：此处应且只应写 points（分数）或 share（占分值的比例）之一`,
    (f) => `“${f.indicator}”: exactly one of points and share should stand here`,
  ),
  "budget-execution-shape": error(
    (f) => `“${f.indicator}”：预算执行率应声明 over（超额处理），或改用 tiers（分档），二者不同时使用`,
    (f) => `“${f.indicator}”: budget execution should declare either over or tiers, not both`,
  ),
  "check-points-sum": error(
    (f) => `“${f.indicator}”的评价要点合计为 ${f.sum} 分，应为 ${f.weight} 分`,
    (f) => `the check points of “${f.indicator}” sum to ${f.sum}, should be ${f.weight}`,
  ),
  "direction-contradiction": error(
    (f) => `“${f.indicator}”声明的方向为 ${f.declared}，与目标值的符号 ${f.sign} 相反，应一致`,
    (f) => `“${f.indicator}” declares the direction ${f.declared}, which contradicts the sign ${f.sign} of its target`,
  ),
  "direction-missing": error(
    (f) => `“${f.indicator}”没有方向，应在目标值前写 >=、<= 或 =，或在评分办法中写 direction`,
    (f) => `“${f.indicator}” has no direction: write >=, <= or = before the target, or direction in the method`,
  ),
  "each-not-positive": error(
    (f) => `“${f.indicator}”的扣分幅度为 ${f.each}，应大于 0`,
    (f) => `the step of “${f.indicator}” is ${f.each}, should be above 0`,
  ),
  "explanation-missing": warning(
    (f) => `“${f.indicator}”超额完成达到须说明的幅度，应写明 explanation（原因）`,
    (f) => `“${f.indicator}” over-completed so far that an explanation is required`,
  ),
  "formula-input-unused": warning(
    (f) => `“${f.indicator}”的公式没有用到 ${f.name}，应删去或补入公式`,
    (f) => `the formula of “${f.indicator}” does not use ${f.name}`,
  ),
  "formula-syntax": error(
    (f) => `“${f.indicator}”的公式在“${f.at}”处无法读懂，应为 + − × ÷ ( ) min max 与各项代号组成的算式`,
    (f) => `the formula of “${f.indicator}” cannot be read at “${f.at}”`,
  ),
  "formula-unit": error(
    (f) => `“${f.indicator}”的公式得出的量纲为 ${f.found}，应为 ${f.expected}`,
    (f) => `the formula of “${f.indicator}” yields ${f.found}, should be ${f.expected}`,
  ),
  "formula-unknown-name": error(
    (f) => `“${f.indicator}”的公式中有未声明的 ${f.name}，应在 inputs 中声明`,
    (f) => `the formula of “${f.indicator}” uses ${f.name}, which inputs does not declare`,
  ),
  "graded-mixed": error(
    (f) => `“${f.indicator}”的等级有的写区间、有的写固定比例，应统一`,
    (f) => `the grades of “${f.indicator}” mix intervals and fixed shares, should be all of one kind`,
  ),
  "linear-same-ends": error(
    (f) => `“${f.indicator}”的两点相同或次序颠倒（${f.at}），应不同`,
    (f) => `the two points of “${f.indicator}” coincide or are reversed (${f.at}), should differ`,
  ),
  "measure-unused": error(
    (f) => `“${f.indicator}”的评分办法 ${f.method} 不用公式，不应写 measure`,
    (f) => `the method ${f.method} of “${f.indicator}” takes no formula, measure should not stand here`,
  ),
  "method-unknown": error(
    (f) => `没有名为“${f.method}”的评分办法，应在指标体系的 methods 中声明${f.guess ? `；是否指 ${f.guess}` : ""}`,
    (f) => `there is no method “${f.method}”, should be declared under methods${f.guess ? `; did you mean ${f.guess}` : ""}`,
  ),
  "not-applicable-contradiction": error(
    (f) => `“${f.indicator}”不允许不适用，评分办法却以不适用为结果，应统一`,
    (f) => `“${f.indicator}” forbids not-applicable, yet its method may yield it`,
  ),
  "parameter-unused": error(
    (f) => `“${f.indicator}”的评分办法在此形式下不用 ${f.parameter}，应删去`,
    (f) => `the method of “${f.indicator}” does not use ${f.parameter} in this form`,
  ),
  "points-outside-grade": error(
    (f) => `“${f.indicator}”评为“${f.grade}”，打 ${f.points} 分，不在该等级的区间内，应在区间内`,
    (f) => `“${f.indicator}” is graded “${f.grade}” with ${f.points} points, outside the interval of that grade`,
  ),
  "satisfaction-line": error(
    (f) => `“${f.indicator}”的零分线 ${f.line} 不低于目标值，应低于目标值`,
    (f) => `the zero line ${f.line} of “${f.indicator}” is not below its target`,
  ),
  "satisfaction-linear-needs-line": error(
    (f) => `“${f.indicator}”按线性计分应写 zero-below（零分线）`,
    (f) => `“${f.indicator}” is linear between zero line and target and should give zero-below`,
  ),
  "target-missing": error(
    (f) => `“${f.indicator}”没有年度指标值，应写 target`,
    (f) => `“${f.indicator}” has no target, should have one`,
  ),
  "target-negative": error(
    (f) => `“${f.indicator}”的目标值为 ${f.target}，按比例计分的目标值应不小于 0`,
    (f) => `the target of “${f.indicator}” is ${f.target}, should not be negative for a ratio`,
  ),
  "target-unused": error(
    (f) => `“${f.indicator}”的评分办法 ${f.method} 不用年度指标值，不应写 target`,
    (f) => `the method ${f.method} of “${f.indicator}” takes no target`,
  ),
  "tier-empty": error(
    (f) => `“${f.indicator}”的档 ${f.between} 不含任何值，应改正上下限`,
    (f) => `the tier ${f.between} of “${f.indicator}” holds no value`,
  ),
  "tiers-gap": error(
    (f) => `“${f.indicator}”的分档有空缺：${f.between} 附近的 ${f.witness} 不属于任何档，各档应不重不漏`,
    (f) => `the tiers of “${f.indicator}” leave a gap: ${f.witness} near ${f.between} belongs to no tier`,
  ),
  "tiers-overlap": error(
    (f) => `“${f.indicator}”的分档有重叠：${f.witness} 同属 ${f.between}，各档应不重不漏`,
    (f) => `the tiers of “${f.indicator}” overlap: ${f.witness} belongs to ${f.between}`,
  ),
  "two-sided-shape": error(
    (f) => `“${f.indicator}”：两端法应写 tiers，或同时写 full-within 和 zero-at，二者不同时使用`,
    (f) => `“${f.indicator}”: two-sided should have either tiers, or full-within and zero-at`,
  ),
  "zero-at-range": error(
    (f) => `“${f.indicator}”线性扣减应写 zero-at，且大于 1（现为“${f.value}”）`,
    (f) => `“${f.indicator}” needs zero-at above 1 for its linear form (found “${f.value}”)`,
  ),
  "zero-denominator-missing": error(
    (f) => `“${f.indicator}”的分母为 0，按声明视为未填，应核对所填数据`,
    (f) => `a divisor of “${f.indicator}” is 0 and declared as missing`,
  ),
  "zero-denominator-undeclared": error(
    (f) => `“${f.indicator}”的公式有除法，应声明 zero-denominator（分母为 0 时如何计分）`,
    (f) => `the formula of “${f.indicator}” divides, should declare zero-denominator`,
  ),
  "zero-target-undeclared": error(
    (f) => `“${f.indicator}”的目标值为 0，应声明 zero-target（目标值为 0 时如何计分）`,
    (f) => `the target of “${f.indicator}” is 0, should declare zero-target`,
  ),
} as const;
