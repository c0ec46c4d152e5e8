// 词表：文档与评分. Shape, references, linking, actual values.
import { error, type Facts, info } from "./entry.ts";

/** 80%-90% as the two ends of an interval. */
const ends = (f: Facts): string => (f.found ?? "").replace(/^(-?[^-–—~～至到]*[^-–—~～至到\s])\s*(?:[-–—~～]|至|到)\s*/, "$1, ");

/** What a value is, or should be. */
const SHAPES: Readonly<Record<"zh" | "en", Readonly<Record<string, string>>>> = {
  zh: { string: "文字", array: "列表", object: "几对“键: 值”", record: "几对“键: 值”", boolean: " true 或 false" },
  en: { string: "text", array: "a list", object: "a mapping", record: "a mapping", boolean: "true or false", 空: "empty", 列表: "a list", 对象: "a mapping" },
};

export const documents = {
  "actual-outside-domain": error(
    (f) => `“${f.indicator}”的实际完成值 ${f.found} 超出取值范围，应在 ${f.domain} 之内`,
    (f) => `the actual value ${f.found} of “${f.indicator}” lies outside its domain, should be within ${f.domain}`,
  ),
  "choice-undeclared": error(
    (f) => `“${f.group}”须择一，应在 choose 中声明：${f.expected}`,
    (f) => `“${f.group}” needs a declared choice in choose: ${f.expected}`,
  ),
  "choice-unused": error(
    (f) => `“${f.group}”不是须声明选择的分组，choose 中不应写它`,
    (f) => `“${f.group}” is no group with a declared choice, should not stand in choose`,
  ),
  "duplicate-id": error(
    (f) => `编号 ${f.id} 重复，应各不相同`,
    (f) => `the id ${f.id} stands twice, should be unique`,
  ),
  "ends-unstated": error(
    (f) => `“${f.key}”写作“${f.found}”，没有写明两端是否包含，应写作 [${ends(f)})，或注明（含）、（不含）`,
    (f) => `“${f.key}” is written “${f.found}”, which does not say whether its ends belong to it, should be [${ends(f)}) or the like`,
  ),
  "entry-needs-inputs": error(
    (f) => `“${f.indicator}”只写了一个值，应分别写明：${f.expected}`,
    (f) => `“${f.indicator}” has a single value, should give each of: ${f.expected}`,
  ),
  "fact-unknown": error(
    (f) => `没有名为 ${f.fact} 的申报事实${f.expected ? `，可申报的有：${f.expected}` : ""}`,
    (f) => `there is no fact ${f.fact}${f.expected ? `; known: ${f.expected}` : ""}`,
  ),
  "framework-other": error(
    (f) => `绩效目标表引用的指标体系为 ${f.found}，应为 ${f.expected}`,
    (f) => `the objectives refer to the framework ${f.found}, should be ${f.expected}`,
  ),
  "grade-unknown": error(
    (f) => `没有名为“${f.grade}”的等级，应为：${f.expected}`,
    (f) => `there is no grade “${f.grade}”, should be one of: ${f.expected}`,
  ),
  "grade-unreachable": error(
    (f) => `等级“${f.grade}”从 ${f.from} 分起，高于最高分 ${f.maximum}，应不高于最高分`,
    (f) => `grade “${f.grade}” begins at ${f.from}, above the maximum ${f.maximum}`,
  ),
  "grades-gap": error(
    (f) => `最低等级“${f.grade}”从 ${f.from} 分起，应从 0 分起`,
    (f) => `the lowest grade “${f.grade}” begins at ${f.from}, should begin at 0`,
  ),
  "grades-order": error(
    (f) => `等级“${f.grade}”从 ${f.from} 分起，不低于前一等级“${f.before}”的 ${f.above} 分，应由高到低`,
    (f) => `grade “${f.grade}” begins at ${f.from}, not below “${f.before}” at ${f.above}; should descend`,
  ),
  "indicator-shape": error(
    (f) => `指标写了 ${f.found}，应且只应有 use、slot、indicators、method 之一`,
    (f) => `the indicator has ${f.found}, should have exactly one of use, slot, indicators, method`,
  ),
  "indicator-unknown": error(
    (f) => `没有编号为 ${f.id} 的指标${f.guess ? `，是否指 ${f.guess}` : ""}`,
    (f) => `there is no indicator ${f.id}${f.guess ? `, did you mean ${f.guess}` : ""}`,
  ),
  "input-unknown": error(
    (f) => `“${f.indicator}”没有名为 ${f.input} 的项，应为：${f.expected}${f.guess ? `；是否指 ${f.guess}` : ""}`,
    (f) => `“${f.indicator}” has no input ${f.input}, should be one of: ${f.expected}${f.guess ? `; did you mean ${f.guess}` : ""}`,
  ),
  "key-form": error(
    (f) => `“${f.key}”不能作编号，应由字母、汉字、数字和 - _ . 组成`,
    (f) => `“${f.key}” cannot be an id`,
  ),
  "key-missing": error(
    (f) => `缺少“${f.key}”${f.expected ? `，应为：${f.expected}` : ""}`,
    (f) => `“${f.key}” is missing${f.expected ? `, should be: ${f.expected}` : ""}`,
  ),
  "kind-missing": error(
    (f) => `文档没有 kind，应写明是哪一种：${f.expected}`,
    (f) => `the document has no kind, should be one of: ${f.expected}`,
  ),
  "kind-other": error(
    (f) => `文档的 kind 为 ${f.found}，此处应为 ${f.expected}`,
    (f) => `the document is a ${f.found}, should be a ${f.expected} here`,
  ),
  "kind-unknown": error(
    (f) => `没有名为“${f.found}”的文档种类，应为：${f.expected}${f.guess ? `；是否指 ${f.guess}` : ""}`,
    (f) => `there is no kind “${f.found}”, should be one of: ${f.expected}${f.guess ? `; did you mean ${f.guess}` : ""}`,
  ),
  "knock-out-not-comparable": error(
    (f) => `规则 ${f.rule} 不能用于“${f.indicator}”：其实际值不是百分数或分数（计量单位 ${f.unit}），应改计量单位或不加此标签`,
    (f) => `rule ${f.rule} cannot apply to “${f.indicator}”: its actual is no percentage or score (unit ${f.unit})`,
  ),
  "library-field-overridden": error(
    (f) => `指标库中的“${f.id}”已规定 ${f.key}，此处不应另写（共性指标评分办法基本统一）`,
    (f) => `the library indicator “${f.id}” fixes ${f.key}, should not be set here`,
  ),
  "library-indicator-unknown": error(
    (f) => `指标库中没有 ${f.id}${f.guess ? `，是否指 ${f.guess}` : ""}`,
    (f) => `the indicator library has no ${f.id}${f.guess ? `, did you mean ${f.guess}` : ""}`,
  ),
  "move-to-unknown": error(
    (f) => `分值转移到的“${f.to}”不是其他一级指标，应为：${f.expected}`,
    (f) => `“${f.to}” is not another level-1 group, should be one of: ${f.expected}`,
  ),
  "not-applicable-forbidden": error(
    (f) => `“${f.indicator}”不允许填不适用，应填实际完成值`,
    (f) => `“${f.indicator}” may not be marked not-applicable`,
  ),
  "not-effective": error(
    (f) => `截止日期 ${f.day} 不在 ${f.id} 的有效期内，应${f.to === "" ? `不早于 ${f.from}` : `在 ${f.from} 至 ${f.to} 之间`}`,
    (f) => `the date ${f.day} is outside the effective period of ${f.id}, should be ${f.to === "" ? `no earlier than ${f.from}` : `from ${f.from} to ${f.to}`}`,
  ),
  "nothing-applies": error(
    (f) => `“${f.group}”全部不适用，分值无处折算，应核对所填，或改变不适用的处理`,
    (f) => `nothing of “${f.group}” applies, so its points have nowhere to go`,
  ),
  "objectives-needed": info(
    (f) => `指标体系 ${f.framework} 有个性指标或年度指标值待填，须与绩效目标表一起才能评分`,
    (f) => `the framework ${f.framework} has open slots or targets and scores only together with objectives`,
  ),
  "objectives-other": error(
    (f) => `实际值引用的是 ${f.found}，应为 ${f.expected}`,
    (f) => `the actuals refer to ${f.found}, should be ${f.expected}`,
  ),
  "pack-unknown": error(
    (f) => `没有编号为 ${f.id} 的规则包${f.guess ? `，是否指 ${f.guess}` : ""}`,
    (f) => `there is no rule pack ${f.id}${f.guess ? `, did you mean ${f.guess}` : ""}`,
  ),
  "reference-unknown": error(
    (f) => `引用的 ${f.id} 找不到，应一并给出该文档`,
    (f) => `refers to ${f.id}, which cannot be found; give that document too`,
  ),
  "slot-too-few": error(
    (f) => `“${f.group}”有 ${f.count} 项个性指标，应至少 ${f.min} 项`,
    (f) => `“${f.group}” has ${f.count} project-specific indicators, should have at least ${f.min}`,
  ),
  "slot-too-many": error(
    (f) => `“${f.group}”有 ${f.count} 项个性指标，应至多 ${f.max} 项`,
    (f) => `“${f.group}” has ${f.count} project-specific indicators, should have at most ${f.max}`,
  ),
  "slot-unknown": error(
    (f) => `“${f.under}”不是个性指标的位置${f.guess ? `，是否指 ${f.guess}` : ""}`,
    (f) => `“${f.under}” is no slot for project-specific indicators${f.guess ? `, did you mean ${f.guess}` : ""}`,
  ),
  "spread-nowhere": error(
    (f) => `“${f.indicator}”不适用，其分值没有可接收的指标，应改变不适用的处理`,
    (f) => `“${f.indicator}” does not apply and no indicator can take over its points`,
  ),
  "target-twice": error(
    (f) => `“${f.id}”的年度指标值写了两处，应只写一处`,
    (f) => `the target of “${f.id}” is given twice`,
  ),
  "too-few": error(
    (f) => `“${f.key}”的项数或长度过少，应至少 ${f.limit}`,
    (f) => `“${f.key}” is too short, should have at least ${f.limit}`,
  ),
  "too-many": error(
    (f) => `“${f.key}”的项数或长度过多，应至多 ${f.limit}`,
    (f) => `“${f.key}” is too long, should have at most ${f.limit}`,
  ),
  "type-wrong": error(
    (f) => `“${f.key}”为 ${f.found}，应为${SHAPES.zh[f.expected ?? ""] ?? ` ${f.expected}`}`,
    (f) => `“${f.key}” is ${SHAPES.en[f.found ?? ""] ?? f.found}, should be ${SHAPES.en[f.expected ?? ""] ?? f.expected}`,
  ),
  "unit-mismatch": error(
    (f) => `${f.indicator ? `“${f.indicator}”的` : ""}“${f.found}”的计量单位不能换算为 ${f.unit}，应为 ${f.unit}`,
    (f) => `${f.indicator ? `“${f.indicator}”: ` : ""}the unit of “${f.found}” does not convert into ${f.unit}`,
  ),
  "unit-missing": error(
    (f) => `${f.indicator ? `“${f.indicator}”的` : ""}“${f.found}”没有计量单位，应写明 ${f.unit}（如 95%，不写作 95 或 0.95）`,
    (f) => `${f.indicator ? `“${f.indicator}”: ` : ""}“${f.found}” has no unit, should carry ${f.unit}`,
  ),
  "unknown-key": error(
    (f) => `没有名为“${f.key}”的键${f.guess ? `，是否指“${f.guess}”` : ""}`,
    (f) => `unknown key “${f.key}”${f.guess ? `, did you mean “${f.guess}”` : ""}`,
  ),
  "value-form": error(
    (f) => `“${f.key}”写作“${f.found}”，格式不对${f.guess ? `，应为 ${f.guess}` : ""}`,
    (f) => `“${f.key}” is written “${f.found}”, which has not the right form${f.guess ? `, should be ${f.guess}` : ""}`,
  ),
  "value-not-a-number": error(
    (f) => `“${f.indicator}”的${f.input}为“${f.found}”，应为${f.guess ? ` ${f.guess}` : `十进制数${f.unit ? `，计量单位 ${f.unit}` : ""}`}`,
    (f) => `${f.input} of “${f.indicator}” is “${f.found}”, should be ${f.guess ? f.guess : `a decimal number${f.unit ? ` in ${f.unit}` : ""}`}`,
  ),
  "value-not-an-option": error(
    (f) => `“${f.indicator}”的${f.input}为“${f.found}”，应为：${f.expected}`,
    (f) => `${f.input} of “${f.indicator}” is “${f.found}”, should be one of: ${f.expected}`,
  ),
  "value-unknown": error(
    (f) => `“${f.key}”为“${f.found}”，应为：${f.expected}${f.guess ? `；是否指 ${f.guess}` : ""}`,
    (f) => `“${f.key}” is “${f.found}”, should be one of: ${f.expected}${f.guess ? `; did you mean ${f.guess}` : ""}`,
  ),
  "weight-not-positive": error(
    (f) => `“${f.indicator}”的分值为 0，应大于 0`,
    (f) => `the weight of “${f.indicator}” is 0, should be above 0`,
  ),
  "weights-sum-group": error(
    (f) => `“${f.group}”下级指标分值合计为 ${f.sum}，应为 ${f.weight}`,
    (f) => `the weights below “${f.group}” sum to ${f.sum}, should be ${f.weight}`,
  ),
  "weights-sum-total": error(
    (f) => `一级指标分值合计为 ${f.sum}，应为 ${f.total}`,
    (f) => `the level-1 weights sum to ${f.sum}, should be ${f.total}`,
  ),
} as const;
