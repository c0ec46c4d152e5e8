// 词表：指标体系的检查. One entry per check; how grave it is, the configuration says.
import { documents } from "./documents.ts";
import { type Entry, error, type Facts, info, warning } from "./entry.ts";
import { methods } from "./methods.ts";

/** The words of the fault that a named method has. */
function fault(f: Facts, lang: "zh" | "en"): string {
  const known: Readonly<Record<string, Entry>> = { ...documents, ...methods };
  return known[f.fault ?? ""]?.[lang]({ ...f, indicator: f.method ?? "" }) ?? "";
}
const DIRECTION: Facts = { higher: "越高越好", lower: "越低越好" };
const DIRECTION_EN: Facts = { higher: "the higher the better", lower: "the lower the better" };
const missingZh = (f: Facts): string => `没有“${f.name}”的指标或分组，应设置`;
const missingEn = (f: Facts): string => `there is no indicator or group for “${f.name}”, there should be one`;

export const frameworkChecks = {
  "basis-clause-missing": info(
    (f) => `${f.of ? `“${f.of}”的` : ""}依据《${f.document}》标为已公布，但没有条款，应写 clause`,
    (f) => `the basis ${f.document}${f.of ? ` of “${f.of}”` : ""} is said to be published but quotes no clause, should give one`,
  ),
  "bond-stages-mixed": warning(
    (f) => `“${f.construction}”属建设期，“${f.operation}”属运营期，应分设两套指标体系`,
    (f) => `“${f.construction}” belongs to construction and “${f.operation}” to operation, should stand in two frameworks`,
  ),
  "bonus-cap-unreachable": warning(
    (f) => `“${f.group}”的加分上限为 ${f.cap} 分，各项合计只有 ${f.sum} 分，上限应不高于合计`,
    (f) => `the bonus cap of “${f.group}” is ${f.cap} but its items sum to ${f.sum}, the cap should not exceed that`,
  ),
  "budget-execution-missing": warning(
    (f) => `单位自评${missingZh(f)}`,
    (f) => `self-evaluation: ${missingEn(f)}`,
  ),
  "cost-missing": info(missingZh, missingEn),
  "debt-indicators-missing": warning(
    (f) => `《${f.title}》${missingZh(f)}`,
    (f) => `“${f.title}”: ${missingEn(f)}`,
  ),
  "definition-repeats-name": warning(
    (f) => `“${f.indicator}”的解释只重复了名称，应写明考核什么、怎样计算`,
    (f) => `the definition of “${f.indicator}” only repeats its name, should say what is measured and how`,
  ),
  "department-indicators-missing": warning(
    (f) => `部门整体支出${missingZh(f)}`,
    (f) => `department as a whole: ${missingEn(f)}`,
  ),
  "evidence-missing": warning(
    (f) => `“${f.indicator}”没有数据来源，应写 evidence`,
    (f) => `“${f.indicator}” has no evidence, should say where its actual value comes from`,
  ),
  "group-name-repeated": warning(
    (f) => `名称“${f.name}”已用于同级的 ${f.other}，应各不相同`,
    (f) => `the name “${f.name}” is that of ${f.other} beside it, names should differ`,
  ),
  "indicators-empty": error(
    (f) => `“${f.group}”下没有指标，应写下级指标，或写 slot 由绩效目标表填报`,
    (f) => `there are no indicators in “${f.group}”, should have some or be a slot`,
  ),
  "inputs-as-output": warning(
    (f) => `“${f.indicator}”在“${f.group}”下，“${f.word}”是投入，应改为办成了什么事、有什么效果`,
    (f) => `“${f.indicator}” stands under “${f.group}” but “${f.word}” is an input, should be what was done with it`,
  ),
  "level-weight-undeclared": warning(
    (f) => `一级指标“${f.group}”没有分值，应写 weight`,
    (f) => `the level-1 group “${f.group}” has no weight, should have one`,
  ),
  "levels-unusual": warning(
    (f) => (f.group ? `“${f.group}”之下还有指标，层级达到 ${f.levels} 级，应至多 ${f.most} 级` : `指标只有 ${f.levels} 级，应至少 ${f.least} 级`),
    (f) => (f.group ? `“${f.group}” opens a level too many: ${f.levels} levels, should be at most ${f.most}` : `the indicators have ${f.levels} level, should have at least ${f.least}`),
  ),
  "maximum-inconsistent": error(
    (f) => `最高分为 ${f.maximum}，应不低于满分 ${f.total}，不高于满分与加分上限之和 ${f.most}`,
    (f) => `the maximum is ${f.maximum}, should be from the full marks ${f.total} up to ${f.most} with the bonus caps`,
  ),
  "method-contradicts-name": warning(
    (f) => `“${f.indicator}”应${DIRECTION[f.expected ?? ""]}，评分办法 ${f.method} 却是${DIRECTION[f.direction ?? ""]}，应改用相符的办法`,
    (f) => `“${f.indicator}” should be ${DIRECTION_EN[f.expected ?? ""]} but its method ${f.method} says ${DIRECTION_EN[f.direction ?? ""]}, should agree`,
  ),
  "method-faulty": error(
    (f) => `备选的评分办法“${f.method}”有错（${f.fault}）：${fault(f, "zh")}`,
    (f) => `the method “${f.method}” on offer is faulty (${f.fault}): ${fault(f, "en")}`,
  ),
  "method-unused": info(
    (f) => `评分办法“${f.method}”没有指标使用，应删去或引用`,
    (f) => `no indicator uses the method “${f.method}”, should be dropped or used`,
  ),
  "name-contains-target": info(
    (f) => `名称“${f.indicator}”含有指标值，数值应写到 target`,
    (f) => `the name “${f.indicator}” contains a value, which should stand in the target`,
  ),
  "name-too-long": info(
    (f) => `名称“${f.name}”有 ${f.length} 个字，应至多 ${f.most} 个字`,
    (f) => `the name “${f.name}” has ${f.length} characters, should have at most ${f.most}`,
  ),
  "not-applicable-nowhere": warning(
    (f) => `“${f.indicator}”不适用时分值${f.policy === "spread" ? "均摊到同组其他指标，同组没有其他指标" : "在一级指标内折算，一级指标内没有其他指标"}，应改用 rescale-total 等办法`,
    (f) => `where “${f.indicator}” does not apply its points go ${f.policy === "spread" ? "to its neighbours" : "to the rest of its level-1 group"}, and there is none; should be rescale-total or the like`,
  ),
  "output-benefit-missing": warning(missingZh, missingEn),
  "output-dimensions-missing": warning(
    (f) => `“${f.group}”下没有${f.dimension}指标的位置，应设置`,
    (f) => `there is no place for ${f.dimension} below “${f.group}”, there should be one`,
  ),
  "policy-indicators-missing": warning(
    (f) => `公共政策${missingZh(f)}`,
    (f) => `policy: ${missingEn(f)}`,
  ),
  "quality-benefit-mixed": warning(
    (f) => `“${f.indicator}”在“${f.group}”下，“${f.word}”属${f.belongs === "quality" ? "质量" : "效益或满意度"}，应移到${f.belongs === "quality" ? "质量指标" : "效益或满意度指标"}下`,
    (f) => `“${f.indicator}” stands under “${f.group}” but “${f.word}” is ${f.belongs === "quality" ? "quality" : "benefit or satisfaction"}, should be moved there`,
  ),
  "rate-formula-missing": warning(
    (f) => `“${f.indicator}”是比率，没有写明分子和分母，应写 measure 或在解释中写明`,
    (f) => `“${f.indicator}” is a rate without numerator and denominator, should have a measure or name them in its definition`,
  ),
  "satisfaction-as-benefit": warning(
    (f) => `“${f.group}”下只有满意度，应另设反映实施效果的效益指标`,
    (f) => `“${f.group}” holds nothing but satisfaction, should hold what the project brings about`,
  ),
  "satisfaction-missing": warning(missingZh, missingEn),
  "satisfaction-untagged": warning(
    (f) => `“${f.indicator}”是满意度指标，没有标签 ${f.tag}，所遵守的规则选不到它，应加上标签`,
    (f) => `“${f.indicator}” is about satisfaction but lacks the tag ${f.tag}, so the rules pass it by; should have the tag`,
  ),
  "satisfaction-zero-line-missing": info(
    (f) => `“${f.indicator}”没有零分线，满意度再低也能得分，应写 zero-below 或遵守设有零分线的规则包`,
    (f) => `“${f.indicator}” has no zero line, so any satisfaction scores; should give zero-below or obey a pack that draws one`,
  ),
  "slot-bounds": error(
    (f) => `“${f.group}”至多 ${f.most} 项，少于至少须有的 ${f.least} 项，max 应不少于 ${f.least}`,
    (f) => `“${f.group}” takes at most ${f.most}, fewer than the ${f.least} it needs; max should be at least ${f.least}`,
  ),
  "slot-may-stay-empty": warning(
    (f) => `“${f.group}”有 ${f.weight} 分而可以一项不填，这部分分值会落空，min 应至少为 1`,
    (f) => `“${f.group}” carries ${f.weight} points and may stay empty, so they may be lost; min should be at least 1`,
  ),
  "slot-methods-missing": warning(
    (f) => `“${f.group}”由绩效目标表填报，但没有声明可选用的评分办法，应写 methods`,
    (f) => `the objectives fill in “${f.group}” but no methods are declared to choose from, methods should be there`,
  ),
  "tag-misspelt": warning(
    (f) => `“${f.indicator}”的标签 ${f.tag} 没有规则或指标使用，是否指 ${f.guess}`,
    (f) => `nothing else knows the tag ${f.tag} of “${f.indicator}”, did you mean ${f.guess}`,
  ),
  "title-contradicts": warning(
    (f) => `名称《${f.title}》含“${f.word}”，${f.key} 却是 ${f.found}，应为 ${f.expected}`,
    (f) => `the title “${f.title}” says “${f.word}” but ${f.key} is ${f.found}, should be ${f.expected}`,
  ),
  "too-many-indicators": info(
    (f) => `指标有 ${f.count} 项，应至多 ${f.most} 项`,
    (f) => `there are ${f.count} indicators, should be at most ${f.most}`,
  ),
  "total-unusual": info(
    (f) => `满分为 ${f.total}，应为 ${f.expected}`,
    (f) => `the full marks are ${f.total}, should be ${f.expected}`,
  ),
  "weight-concentrated": warning(
    (f) => `“${f.indicator}”的分值为 ${f.weight}，超过满分 ${f.total} 的 ${f.above}（${f.most} 分），应拆分或下调`,
    (f) => `the weight of “${f.indicator}” is ${f.weight}, should be at most ${f.above} of ${f.total} (${f.most})`,
  ),
  "weight-scattered": info(
    (f) => `“${f.indicator}”的分值为 ${f.weight}，低于满分 ${f.total} 的 ${f.below}（${f.least} 分），应合并或提高`,
    (f) => `the weight of “${f.indicator}” is ${f.weight}, should be at least ${f.below} of ${f.total} (${f.least})`,
  ),
  "zero-target-open": warning(
    (f) => `${f.method ? `评分办法“${f.method}”` : `“${f.indicator}”的评分办法`}没有规定目标值为 0 时如何计分，应写 zero-target`,
    (f) => `${f.method ? `the method “${f.method}”` : `the method of “${f.indicator}”`} does not say what a target of 0 means, should declare zero-target`,
  ),
} as const;
