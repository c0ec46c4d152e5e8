// 词表：复核发现. One entry per kind of finding; what rests on an assumption is one grade less grave.
import { type Entry, error, info, warning } from "./entry.ts";

export const audit = {
  "actual-repeats-target": warning(
    (f) => `“${f.row}”的实际完成值写作 ${f.printed}，与年度指标值相同，应写实际数值`,
    (f) => `the actual value of “${f.row}” repeats the target, ${f.printed}; it should be a figure`,
  ),
  "deviation-unexplained": warning(
    (f) => `“${f.row}”${f.what} ${f.rate}，没有说明原因，${f.bound}的应说明`,
    (f) => `“${f.row}”: ${f.what} ${f.rate} without a reason; ${f.bound} needs one`,
  ),
  "direction-contradiction": error(
    (f) => `“${f.row}”的${f.one}与${f.other}相反，应一致`,
    (f) => `“${f.row}”: ${f.one} contradicts ${f.other}`,
  ),
  "execution-points-differ": error(
    (f) => `预算执行得分为 ${f.printed}，按执行率 ${f.rate} 和分值 ${f.weight} 应为 ${f.expected}`,
    (f) => `budget execution scores ${f.printed}, should be ${f.expected} by the rate ${f.rate} and the weight ${f.weight}`,
  ),
  "execution-row-empty": warning(
    (f) => `预算执行一行${f.has}，没有${f.lacks}，应填写`,
    (f) => `the budget execution row has ${f.has} but no ${f.lacks}`,
  ),
  "execution-scored-twice": error(
    (f) => `预算执行在资金一栏得 ${f.block} 分，又在指标“${f.row}”得 ${f.printed} 分，只应计一次`,
    (f) => `budget execution scores ${f.block} in the money block and ${f.printed} again as “${f.row}”; it should count once`,
  ),
  "group-counted-twice": error(
    (f) => (f.total === "" ? `“${f.row}”与其分项重复列出 ${f.printed} 分，汇总时只应计一次` : `总分 ${f.total} 把组行与其分项都计入，应为 ${f.expected}`),
    (f) => (f.total === "" ? `“${f.row}” repeats the ${f.printed} points of its parts; they count once` : `the total ${f.total} counts groups and their parts, should be ${f.expected}`),
  ),
  "group-misplaced": warning(
    (f) => `二级指标“${f.printed}”列在一级指标“${f.top}”之下，应在“${f.expected}”之下`,
    (f) => `the level-2 indicator “${f.printed}” stands under “${f.top}”, should stand under “${f.expected}”`,
  ),
  "low-execution-full-outputs": warning(
    (f) => `预算执行率只有 ${f.rate}，产出指标却全部完成，应核实`,
    (f) => `only ${f.rate} of the budget was spent, yet every output is complete`,
  ),
  "malformed-number": error(
    (f) => `“${f.row}”的${f.column}为 ${f.printed}，不是数，应写数值`,
    (f) => `“${f.row}”: ${f.column} is ${f.printed}, which is no number`,
  ),
  "met-target-partial-points": error(
    (f) => `“${f.row}”年度指标值 ${f.target}、实际完成值 ${f.actual}，已达到目标，得分为 ${f.printed}，应为 ${f.expected}`,
    (f) => `“${f.row}”: target ${f.target}, actual ${f.actual}, reached; scores ${f.printed}, should be ${f.expected}`,
  ),
  "missed-target-full-points": error(
    (f) => `“${f.row}”年度指标值 ${f.target}、实际完成值 ${f.actual}，未达到目标，得满分 ${f.printed}，应为 ${f.expected}`,
    (f) => `“${f.row}”: target ${f.target}, actual ${f.actual}, missed; scores ${f.printed} in full, should be ${f.expected}`,
  ),
  "no-evidence": warning(
    (f) => `“${f.row}”得 ${f.points} 分，${f.lacks}，无从核对`,
    (f) => `“${f.row}” scores ${f.points}, but ${f.lacks}`,
  ),
  "over-execution": warning(
    (f) => `执行数超过预算数：执行率 ${f.rate}，应不超过 100%`,
    (f) => `more was spent than budgeted: ${f.rate}, should be at most 100%`,
  ),
  "points-above-weight": error(
    (f) => `“${f.row}”得分 ${f.printed} 高于分值 ${f.weight}`,
    (f) => `“${f.row}” scores ${f.printed}, above its weight ${f.weight}`,
  ),
  "points-differ": error(
    (f) => `“${f.row}”年度指标值 ${f.target}、实际完成值 ${f.actual}，得分为 ${f.printed}，应为 ${f.expected}`,
    (f) => `“${f.row}”: target ${f.target}, actual ${f.actual}, scores ${f.printed}, should be ${f.expected}`,
  ),
  "rate-differs": error(
    (f) => `“${f.row}”印作 ${f.printed}，按所列数字应为 ${f.expected}`,
    (f) => `“${f.row}” is printed as ${f.printed}, the figures give ${f.expected}`,
  ),
  "satisfaction-absent": info(
    () => `没有满意度指标`,
    () => `there is no satisfaction indicator`,
  ),
  "satisfaction-target": error(
    (f) => `“${f.row}”的年度指标值为 ${f.printed}，应高于 ${f.above}`,
    (f) => `the target of “${f.row}” is ${f.printed}, should be above ${f.above}`,
  ),
  "satisfaction-weight-floor": error(
    (f) => `满意度指标分值合计为 ${f.printed}，应不低于 ${f.floor}`,
    (f) => `satisfaction weighs ${f.printed}, should be at least ${f.floor}`,
  ),
  "section-weight-mismatch": error(
    (f) => (f.limit === "" ? `“${f.label}”各行分值合计为 ${f.sum}，应为 ${f.should}` : `“${f.label}”可见各行分值合计为 ${f.sum}，已超过 ${f.should}`),
    (f) => (f.limit === "" ? `the rows of “${f.label}” weigh ${f.sum}, should be ${f.should}` : `the visible rows of “${f.label}” weigh ${f.sum}, more than ${f.should}`),
  ),
  "total-mismatch": error(
    (f) => `${f.what}为 ${f.printed}，${f.how}`,
    (f) => `${f.what} is ${f.printed}, ${f.how}`,
  ),
  "unit-mismatch": warning(
    (f) => `“${f.row}”的${f.one}与${f.other}单位不同，不能比较`,
    (f) => `“${f.row}”: ${f.one} and ${f.other} have units that do not compare`,
  ),
  "weight-outlier": error(
    (f) => `“${f.row}”的分值为 ${f.printed}，应为 ${f.expected}：改后${f.why}`,
    (f) => `the weight of “${f.row}” is ${f.printed}, should be ${f.expected}: then ${f.why}`,
  ),
  "weight-sum": error(
    (f) => `各项分值之和为 ${f.sum}${f.parts === "" ? "" : `（${f.parts}）`}，${f.total === "" ? `应为 ${f.full}` : `合计印作 ${f.total}${f.total === f.full ? "" : `，满分为 ${f.full}`}`}`,
    (f) => `the weights add up to ${f.sum}${f.parts === "" ? "" : ` (${f.parts})`}, ${f.total === "" ? `should be ${f.full}` : `their total is printed as ${f.total}${f.total === f.full ? "" : `, full marks are ${f.full}`}`}`,
  ),
} as const satisfies Record<string, Entry>;

export type FindingCode = keyof typeof audit;
