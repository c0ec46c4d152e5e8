// 词表：对绩效目标表和实际值的检查. One entry per check; how grave it is, the configuration says.
import { type Entry, info, warning } from "./entry.ts";

const of = { target: { zh: "年度指标值", en: "target" }, actual: { zh: "实际完成值", en: "actual value" } } as const;
const what = (said: string | undefined) => (said === "actual" ? of.actual : of.target);
const NOTE: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  population: { zh: "总体人数", en: "population" },
  "valid-responses": { zh: "有效问卷数", en: "number of valid questionnaires" },
};

const objectives = {
  "cost-repeats-budget": warning(
    (f) => `“${f.indicator}”的年度指标值 ${f.target} 就是项目预算 ${f.budget}，应改用单位成本、分项成本或节约率`,
    (f) => `the target ${f.target} of “${f.indicator}” is the budget ${f.budget} itself, should be a unit cost, the cost of a part or a saving`,
  ),
  "count-not-whole": warning(
    (f) => `“${f.indicator}”的${what(f.what).zh}为 ${f.found}，以“${f.unit}”计数的应为整数`,
    (f) => `the ${what(f.what).en} of “${f.indicator}” is ${f.found}, counts in ${f.unit} should be whole`,
  ),
  "direction-contradicts-name": warning(
    (f) => `“${f.indicator}”${f.expected === ">=" ? "越高越好" : "越低越好"}，年度指标值却写作 ${f.target}，应用 ${f.expected}`,
    (f) => `“${f.indicator}” is better when ${f.expected === ">=" ? "higher" : "lower"}, but its target is ${f.target}, should use ${f.expected}`,
  ),
  "duplicate-measure": warning(
    (f) => `“${f.indicator}”与“${f.other}”的计算公式相同，应只设一项`,
    (f) => `“${f.indicator}” and “${f.other}” have the same formula, should be one indicator`,
  ),
  "formula-missing": warning(
    (f) => `“${f.indicator}”是比率，没有计算公式也没有指标解释，应写 measure 或 definition`,
    (f) => `“${f.indicator}” is a rate without formula and definition, should have a measure or a definition`,
  ),
  "group-empty": warning(
    (f) => `“${f.group}”（${f.path}）下没有指标，应至少有一项`,
    (f) => `“${f.group}” (${f.path}) has no indicator, should have at least one`,
  ),
  "indicator-unit-missing": warning(
    (f) => `“${f.indicator}”没有计量单位，应写 unit（比率写 %）`,
    (f) => `“${f.indicator}” has no unit, should have one (% for a rate)`,
  ),
  "judged-share-high": warning(
    (f) => `个性指标共 ${f.all} 分，其中定性指标 ${f.judged} 分，占 ${f.share}，应不高于 ${f.most}`,
    (f) => `${f.judged} of ${f.all} own points (${f.share}) rest on judgement, should be at most ${f.most}`,
  ),
  "output-not-quantified": warning(
    (f) => `产出指标“${f.indicator}”用定性办法评分，应写计量单位和目标值，用定量办法`,
    (f) => `the output “${f.indicator}” is judged, should have a unit, a target and a method that measures`,
  ),
  "placeholder-text": warning(
    (f) => `“${f.key}”${f.found ? `写作“${f.found}”` : "为空白"}，没有内容，应写明，或删去这一项`,
    (f) => `“${f.key}” ${f.found ? `says “${f.found}”` : "is blank"}, should say something or be left out`,
  ),
  "qualitative-undefined": warning(
    (f) => `定性指标“${f.indicator}”${f.definition ? "的指标解释只重复名称" : "没有指标解释"}，应写明达到什么程度算达成`,
    (f) => `the qualitative indicator “${f.indicator}” ${f.definition ? "repeats its name as definition" : "has no definition"}, should say what counts as met`,
  ),
  "rate-above-hundred": warning(
    (f) => `“${f.indicator}”的${what(f.what).zh}为 ${f.found}，应不大于 100%`,
    (f) => `the ${what(f.what).en} of “${f.indicator}” is ${f.found}, should be at most 100 %`,
  ),
  "sector-undeclared": warning(
    (f) => `没有声明支出领域，规则 ${f.rules} 无从核对，应写 sector`,
    (f) => `the sector is not declared, so ${f.rules} cannot be applied; should have a sector`,
  ),
  "statement-missing": warning(
    () => `绩效目标表没有年度总体目标，应写 statement`,
    () => `the objectives have no statement, should have one`,
  ),
  "statement-uncovered": info(
    (f) => `年度总体目标写着 ${f.figure}，同一计量单位的年度指标值为 ${f.targets}，应一致，或补设指标`,
    (f) => `the statement says ${f.figure}, the targets in that unit are ${f.targets}; should agree, or an indicator be added`,
  ),
  "target-below-previous": warning(
    (f) => `“${f.indicator}”的年度指标值 ${f.target} 不如上年实际完成值 ${f.previous}，应${f.direction === "lower" ? "不高于" : "不低于"}上年`,
    (f) => `the target ${f.target} of “${f.indicator}” is worse than last year's actual ${f.previous}, should be at least as good`,
  ),
  "target-trivial": warning(
    (f) => `“${f.indicator}”的年度指标值 ${f.target} 总能达到，应写有约束的目标值`,
    (f) => `the target ${f.target} of “${f.indicator}” is always met, should be one that can be missed`,
  ),
  "target-unchanged": info(
    (f) => `“${f.indicator}”的年度指标值 ${f.target} 与上年实际完成值 ${f.previous} 相同，应核对是否有提高的余地`,
    (f) => `the target ${f.target} of “${f.indicator}” equals last year's actual ${f.previous}, should be looked at again`,
  ),
  "target-vague": warning(
    (f) => `${f.indicator ? `“${f.indicator}”的指标解释` : "年度总体目标"}只说“${f.words}”，应写明做到多少、做到什么程度`,
    (f) => `${f.indicator ? `the definition of “${f.indicator}”` : "the statement"} only says “${f.words}”, should say how much or how far`,
  ),
  "too-few-indicators": warning(
    (f) => `三级指标共 ${f.count} 项（不计预算执行率），应不少于 ${f.least} 项`,
    (f) => `there are ${f.count} indicators beside the execution rate, should be at least ${f.least}`,
  ),
  "year-outside-period": warning(
    (f) => `${f.indicator ? `“${f.indicator}”` : "年度总体目标"}写着 ${f.year} 年，绩效目标表的期间为 ${f.period}，应为本期的内容`,
    (f) => `${f.indicator ? `“${f.indicator}”` : "the statement"} speaks of ${f.year}, should belong to the period ${f.period}`,
  ),
} as const satisfies Record<string, Entry>;

const evaluations = {
  "actuals-repeat-targets": info(
    (f) => `${f.count} 项指标的实际完成值全部与年度指标值相同，应核对是否照抄`,
    (f) => `all ${f.count} actual values equal their targets, should be checked for copying`,
  ),
  "all-full-marks": info(
    (f) => `全部 ${f.count} 项指标得满分，其中 ${f.lacking} 项没有数据来源也没有说明（${f.indicators}），应有佐证`,
    (f) => `all ${f.count} indicators have full marks, ${f.lacking} of them without evidence or explanation (${f.indicators}); should have evidence`,
  ),
  "as-of-outside-period": warning(
    (f) => `截止日期 ${f.day} ${f.side === "before" ? "早于" : "远晚于"}绩效目标表的期间 ${f.period}，应为本期的数据`,
    (f) => `the date ${f.day} lies ${f.side === "before" ? "before" : "long after"} the period ${f.period}, should belong to it`,
  ),
  "budget-changed": warning(
    (f) => `“${f.indicator}”的${f.of}为 ${f.found}，绩效目标表的预算为 ${f.budget}，应写 explanation 说明调整原因`,
    (f) => `the budget of “${f.indicator}” is ${f.found}, the objectives say ${f.budget}; should have an explanation`,
  ),
  "execution-low-outputs-full": warning(
    (f) => `“${f.indicator}”为 ${f.rate}，低于 ${f.below}，而 ${f.count} 项产出指标全部得满分，应说明结余原因或核对产出`,
    (f) => `“${f.indicator}” is ${f.rate}, below ${f.below}, yet all ${f.count} outputs have full marks; should be explained`,
  ),
  "explanation-hollow": warning(
    (f) => `“${f.indicator}”有偏差，说明${f.found ? `只写“${f.found}”` : "为空白"}，应写具体原因和改进措施`,
    (f) => `the explanation of “${f.indicator}” ${f.found ? `only says “${f.found}”` : "is blank"}, should give the reason and what will be done`,
  ),
  "over-completion-extreme": info(
    (f) => `“${f.indicator}”的完成率为 ${f.completion}，高于 ${f.above}（年度指标值 ${f.target}），应核对实际完成值，并看目标值是否过低`,
    (f) => `the completion of “${f.indicator}” is ${f.completion}, above ${f.above} (target ${f.target}); should be checked, the target may be too low`,
  ),
  "over-execution": warning(
    (f) => `“${f.indicator}”的执行数 ${f.executed} 大于${f.of} ${f.budget}（${f.rate}），应核对，或写 explanation`,
    (f) => `“${f.indicator}”: ${f.executed} were spent of ${f.budget} (${f.rate}); should be checked or explained`,
  ),
  "pending-past-period": warning(
    (f) => `“${f.indicator}”写作 pending（尚未到期），而截止日期 ${f.day} 已到期间 ${f.period} 之末，应填实际完成值`,
    (f) => `“${f.indicator}” is pending as of ${f.day}, when the period ${f.period} is over; should have an actual value`,
  ),
  "sample-too-small": warning(
    (f) => `“${f.indicator}”的总体为 ${f.population}，有效问卷 ${f.responses} 份，总体从 ${f.from} 起应不少于 ${f.sample} 份`,
    (f) => `“${f.indicator}” has ${f.responses} valid questionnaires for a population of ${f.population}, should be at least ${f.sample} from ${f.from} on`,
  ),
  "scale-slip": warning(
    (f) => `“${f.indicator}”的实际值 ${f.found} 约为目标 ${f.expected} 的 ${f.side === "times" ? `${f.factor} 倍` : `1/${f.factor}`}，应核对计量单位和小数点，属实的写 explanation`,
    (f) => `the actual ${f.found} of “${f.indicator}” is about ${f.side === "times" ? `${f.factor} times` : `1/${f.factor} of`} its target ${f.expected}; unit and decimal point should be checked`,
  ),
  "survey-size-implausible": warning(
    (f) => `“${f.indicator}”的${NOTE[f.note ?? ""]?.zh ?? ""}为 ${f.found}，${f.population ? `大于总体人数 ${f.population}，应不大于总体人数` : "应为正整数"}`,
    (f) => `the ${NOTE[f.note ?? ""]?.en ?? ""} of “${f.indicator}” is ${f.found}, ${f.population ? `should not exceed the population ${f.population}` : "should be a positive whole number"}`,
  ),
  "survey-size-missing": warning(
    (f) => `“${f.indicator}”没有样本量，应写 population 和 valid-responses，采用外部调查的写 explanation`,
    (f) => `“${f.indicator}” has no survey size, should give population and valid-responses, or an explanation`,
  ),
} as const satisfies Record<string, Entry>;

export const objectiveChecks = { ...objectives, ...evaluations } as const;
