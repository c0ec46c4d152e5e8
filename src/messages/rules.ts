// 词表：规则包. Every breach quotes its basis.
import { citeEn, citeZh, error, type Facts, warning } from "./entry.ts";

const SECTORS: Facts = { "public-service": "公共服务", "economic-development": "经济发展", "social-security": "社会保障" };

export const rules = {
  "bonus-above-cap": error(
    (f) => `加分上限合计为 ${f.sum} 分，应不超过 ${f.cap} 分${citeZh(f)}`,
    (f) => `the bonus caps sum to ${f.sum}, should be at most ${f.cap}${citeEn(f)}`,
  ),
  "bonus-forbidden": error(
    (f) => `“${f.group}”为加分项（上限 ${f.cap} 分），此处不应有加分项${citeZh(f)}`,
    (f) => `“${f.group}” is a bonus group (cap ${f.cap}), there should be none here${citeEn(f)}`,
  ),
  "execution-weight-other": error(
    (f) => `预算执行率分值为 ${f.weight}，应为 ${f.expected}${citeZh(f)}`,
    (f) => `the weight of budget execution is ${f.weight}, should be ${f.expected}${citeEn(f)}`,
  ),
  "explanation-required": warning(
    (f) => `“${f.indicator}”的${f.of === "execution" ? "预算执行率" : "完成率"}为 ${f.rate}（${f.is} ${f.bound}），应写明 explanation（原因）${citeZh(f)}`,
    (f) => `the ${f.of === "execution" ? "execution rate" : "completion"} of “${f.indicator}” is ${f.rate} (${f.is} ${f.bound}), should come with an explanation${citeEn(f)}`,
  ),
  "grade-bands-other": error(
    (f) => `等级为 ${f.found}，应为 ${f.expected}${citeZh(f)}`,
    (f) => `the grades are ${f.found}, should be ${f.expected}${citeEn(f)}`,
  ),
  "level-groups-not-uniform": error(
    (f) => `一级指标为 ${f.found}，《${f.framework}》为 ${f.expected}，应一致${citeZh(f)}`,
    (f) => `the level-1 groups are ${f.found} but ${f.expected} in “${f.framework}”, should be the same${citeEn(f)}`,
  ),
  "level-weight-missing": error(
    (f) => `没有编号为 ${f.group} 的一级指标，其分值应为 ${f.expected}${citeZh(f)}`,
    (f) => `there is no level-1 group ${f.group}, its weight should be ${f.expected}${citeEn(f)}`,
  ),
  "level-weight-not-uniform": error(
    (f) => `“${f.group}”分值为 ${f.weight}，《${f.framework}》为 ${f.other}，相差应不超过 ${f.tolerance}${citeZh(f)}`,
    (f) => `the weight of “${f.group}” is ${f.weight} but ${f.other} in “${f.framework}”, should differ by at most ${f.tolerance}${citeEn(f)}`,
  ),
  "level-weight-other": error(
    (f) => `“${f.group}”分值为 ${f.weight}，应为 ${f.expected}${citeZh(f)}`,
    (f) => `the weight of “${f.group}” is ${f.weight}, should be ${f.expected}${citeEn(f)}`,
  ),
  "method-not-uniform": error(
    (f) => `“${f.indicator}”的评分办法（${f.method}）与《${f.framework}》（${f.other}）的规定不同，应一致${citeZh(f)}`,
    (f) => `“${f.indicator}” is scored otherwise (${f.method}) than in “${f.framework}” (${f.other}), should be the same${citeEn(f)}`,
  ),
  "pack-cycle": error(
    (f) => `规则包互为上级（${f.packs}），应逐级向上`,
    (f) => `the packs extend each other (${f.packs}), should lead upwards`,
  ),
  "required-indicator-missing": error(
    (f) => `没有“${f.name}”（${f.id}），应设置该指标${citeZh(f)}`,
    (f) => `there is no “${f.name}” (${f.id}), the indicator should be there${citeEn(f)}`,
  ),
  "required-tag-missing": error(
    (f) => `没有标签为 ${f.tag} 的指标，应至少设置一项${citeZh(f)}`,
    (f) => `no indicator is tagged ${f.tag}, there should be at least one${citeEn(f)}`,
  ),
  "rounding-other": error(
    (f) => `舍入的 ${f.key} 为 ${f.found}，应为 ${f.expected}${citeZh(f)}`,
    (f) => `${f.key} of the rounding is ${f.found}, should be ${f.expected}${citeEn(f)}`,
  ),
  "rule-different": error(
    (f) => `规则 ${f.rule} 取代上级规则 ${f.higher}，但二者无法比较宽严，应与上级规则同类同范围，或另用编号${citeZh(f)}`,
    (f) => `rule ${f.rule} replaces ${f.higher} but cannot be compared with it, should be of the same kind and selection, or have an id of its own${citeEn(f)}`,
  ),
  "rule-looser": error(
    (f) => `规则 ${f.rule} 宽于上级规则 ${f.higher}，应不宽于上级规则${citeZh(f)}`,
    (f) => `rule ${f.rule} is looser than the higher rule ${f.higher}, should not be${citeEn(f)}`,
  ),
  "weight-share-high": error(
    (f) => `${f.groups}分值合计为 ${f.weight}，应不超过满分 ${f.total} 的 ${f.share}（${f.bound}）${citeZh(f)}`,
    (f) => `the weights of ${f.groups} sum to ${f.weight}, should be at most ${f.share} of ${f.total} (${f.bound})${citeEn(f)}`,
  ),
  "weight-share-low": error(
    (f) => `${f.groups}分值合计为 ${f.weight}，应不低于满分 ${f.total} 的 ${f.share}（${f.bound}）${citeZh(f)}`,
    (f) => `the weights of ${f.groups} sum to ${f.weight}, should be at least ${f.share} of ${f.total} (${f.bound})${citeEn(f)}`,
  ),
  "target-at-floor": warning(
    (f) => `“${f.indicator}”的目标值为 ${f.target}，按规定应高于 ${f.above}：“高于”从字面理解不含 ${f.above} 本身${citeZh(f)}`,
    (f) => `the target of “${f.indicator}” is ${f.target}, should be above ${f.above}; taken literally “above” leaves ${f.above} itself out${citeEn(f)}`,
  ),
  "target-below-floor": error(
    (f) => `“${f.indicator}”的目标值为 ${f.target}，应高于 ${f.above}${citeZh(f)}`,
    (f) => `the target of “${f.indicator}” is ${f.target}, should be above ${f.above}${citeEn(f)}`,
  ),
  "weight-below-floor": error(
    (f) => `“${f.of}”类指标分值合计为 ${f.weight}，${SECTORS[f.sector ?? ""] ?? f.sector}领域应不低于 ${f.floor}${citeZh(f)}`,
    (f) => `the weight of “${f.of}” indicators is ${f.weight}, should be at least ${f.floor} for ${f.sector}${citeEn(f)}`,
  ),
  "mixed-sectors-undeclared": error(
    (f) => `项目跨 ${f.sector} 领域，规则 ${f.rule} 各领域下限不同，应在规则中声明 mixed（取最高或最低）`,
    (f) => `the item spans ${f.sector}, whose floors differ; rule ${f.rule} should declare mixed (highest or lowest)`,
  ),
} as const;
