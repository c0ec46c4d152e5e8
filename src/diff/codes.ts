// 改动的种类: every kind of change, what it is about, and what can be said of scores before anything is compiled.
import type { Label } from "../types/types.ts";

/**
 * `measured`: both versions are compiled and compared. The others say at once what holds for every change of this
 * kind: words only, perhaps scores, surely scores.
 */
export type Nature = "measured" | "text" | "may" | "scores";
export type Form = "changed" | "added" | "removed" | "moved" | "said";

export interface Kind {
  readonly nature: Nature;
  readonly form: Form;
  readonly what: Label;
  /** what was written for the old version (actual values, objectives) no longer fits */
  readonly breaks?: true;
  /** graver or lighter than its class says */
  readonly severity?: "warning";
}

const kind = (nature: Nature, form: Form, zh: string, en: string, more: Pick<Kind, "breaks" | "severity"> = {}): Kind => ({ nature, form, what: { zh, en }, ...more });
const BREAKS = { breaks: true } as const;

export const changeKinds = {
  // ---- documents
  "document-added": kind("text", "added", "文档", "document"),
  "document-removed": kind("scores", "removed", "文档", "document", BREAKS),
  "document-changed": kind("may", "said", "文档", "document"),
  "document-id-changed": kind("scores", "changed", "编号", "id", BREAKS),
  "version-changed": kind("text", "changed", "版本", "version"),
  "version-not-bumped": kind("text", "said", "版本", "version", { severity: "warning" }),
  "version-lowered": kind("text", "said", "版本", "version", { severity: "warning" }),
  "title-changed": kind("text", "changed", "标题", "title"),
  "description-changed": kind("text", "changed", "说明", "description"),
  "schema-changed": kind("text", "changed", "JSON Schema 地址", "address of the JSON Schema"),
  "basis-changed": kind("text", "changed", "依据", "basis"),
  "effective-changed": kind("may", "changed", "有效期", "effective range"),
  "scoring-refused": kind("scores", "said", "评分", "scoring"),
  "scoring-restored": kind("may", "said", "评分", "scoring"),
  // ---- frameworks
  "category-changed": kind("may", "changed", "类别", "category"),
  "purpose-changed": kind("may", "changed", "用途", "purpose"),
  "sector-changed": kind("may", "changed", "支出领域", "sector"),
  "pack-added": kind("may", "added", "须遵守的规则包", "pack to obey"),
  "pack-removed": kind("may", "removed", "须遵守的规则包", "pack to obey"),
  "total-changed": kind("may", "changed", "满分", "full marks"),
  "maximum-changed": kind("measured", "changed", "含加分的最高分", "maximum with bonus"),
  "rounding-changed": kind("measured", "changed", "舍入", "rounding"),
  "grade-added": kind("measured", "added", "等级", "grade"),
  "grade-removed": kind("measured", "removed", "等级", "grade"),
  "grade-renamed": kind("measured", "changed", "等级名称", "name of the grade"),
  "grade-bound-changed": kind("measured", "changed", "等级下限", "lower bound of the grade"),
  "not-applicable-changed": kind("measured", "changed", "不适用的处理", "treatment of what does not apply"),
  "missing-changed": kind("measured", "changed", "缺少实际值的处理", "treatment of missing values"),
  // ---- indicators
  "indicator-added": kind("scores", "added", "指标", "indicator"),
  "indicator-removed": kind("scores", "removed", "指标", "indicator", BREAKS),
  "indicator-moved": kind("may", "moved", "指标", "indicator"),
  "indicator-renamed": kind("text", "changed", "指标名称", "name of the indicator"),
  "indicator-id-changed": kind("scores", "changed", "指标编号", "id of the indicator", BREAKS),
  "group-added": kind("may", "added", "分组", "group"),
  "group-removed": kind("may", "removed", "分组", "group"),
  "group-moved": kind("may", "moved", "分组", "group"),
  "group-renamed": kind("text", "changed", "分组名称", "name of the group"),
  "group-id-changed": kind("may", "changed", "分组编号", "id of the group"),
  "order-changed": kind("measured", "changed", "次序", "order"),
  "weight-changed": kind("measured", "changed", "分值", "weight"),
  "target-changed": kind("measured", "changed", "年度指标值", "target"),
  "unit-changed": kind("measured", "changed", "计量单位", "unit"),
  "domain-changed": kind("measured", "changed", "取值范围", "domain"),
  "measure-changed": kind("measured", "changed", "计算公式", "formula"),
  "definition-changed": kind("text", "changed", "指标解释", "definition"),
  "evidence-changed": kind("text", "changed", "数据来源", "evidence"),
  "tags-changed": kind("may", "changed", "标签", "tags"),
  "combine-changed": kind("measured", "changed", "合并办法", "way to combine"),
  "slot-added": kind("may", "added", "个性指标的位置", "slot"),
  "slot-removed": kind("scores", "removed", "个性指标的位置", "slot", BREAKS),
  "slot-changed": kind("may", "changed", "个性指标的项数", "number of own indicators"),
  "library-indicator-changed": kind("measured", "changed", "所引用的共性指标", "library indicator in use"),
  "library-indicator-added": kind("text", "added", "共性指标", "library indicator"),
  "library-indicator-removed": kind("scores", "removed", "共性指标", "library indicator", BREAKS),
  // ---- methods
  "method-added": kind("text", "added", "评分办法", "method"),
  "method-removed": kind("measured", "removed", "评分办法", "method"),
  "method-changed": kind("measured", "changed", "评分办法", "method"),
  "method-parameter-changed": kind("measured", "changed", "评分办法参数", "parameter of the method"),
  "method-reference-changed": kind("measured", "changed", "评分办法的写法", "way the method is written"),
  "tier-bound-changed": kind("measured", "changed", "分档界限", "bounds of the tiers"),
  "tier-points-changed": kind("measured", "changed", "分档得分", "points of the tier"),
  "tier-renamed": kind("text", "changed", "档名", "name of the tier"),
  "tiers-changed": kind("measured", "changed", "分档", "tiers"),
  "check-point-added": kind("measured", "added", "评价要点", "check point"),
  "check-point-removed": kind("scores", "removed", "评价要点", "check point", BREAKS),
  "check-point-renamed": kind("text", "changed", "评价要点名称", "name of the check point"),
  "check-point-points-changed": kind("measured", "changed", "评价要点分值", "points of the check point"),
  // ---- packs
  "extends-changed": kind("may", "changed", "上级规则包", "pack above"),
  "rule-added": kind("may", "added", "规则", "rule"),
  "rule-removed": kind("may", "removed", "规则", "rule"),
  "rule-changed": kind("may", "changed", "规则", "rule"),
  "rule-tightened": kind("may", "changed", "规则（收紧）", "rule (stricter)"),
  "rule-loosened": kind("may", "changed", "规则（放宽）", "rule (looser)"),
  "rule-scope-changed": kind("may", "changed", "适用范围", "scope"),
  "rule-severity-changed": kind("may", "changed", "不符合时的处理", "severity of a breach"),
  "floor-raised": kind("may", "changed", "下限（提高）", "floor (raised)"),
  "floor-lowered": kind("may", "changed", "下限（降低）", "floor (lowered)"),
  "knock-out-added": kind("may", "added", "否决与扣减规则", "knock-out"),
  "knock-out-removed": kind("may", "removed", "否决与扣减规则", "knock-out"),
  "knock-out-changed": kind("may", "changed", "否决与扣减规则", "knock-out"),
  "fact-added": kind("text", "added", "申报的事实", "declared fact"),
  "fact-removed": kind("scores", "removed", "申报的事实", "declared fact", BREAKS),
  "fact-renamed": kind("text", "changed", "申报的事实的含义", "meaning of the declared fact"),
  // ---- objectives
  "framework-reference-changed": kind("may", "changed", "所用的指标体系", "framework in use"),
  "subject-changed": kind("text", "changed", "评价对象", "subject"),
  "period-changed": kind("text", "changed", "年度", "period"),
  "statement-changed": kind("text", "changed", "年度总体目标", "overall objective"),
  "budget-changed": kind("text", "changed", "批复的预算", "approved budget"),
  "previous-changed": kind("text", "changed", "上年实际完成值", "actual value of the year before"),
  "choice-changed": kind("measured", "changed", "择一的选择", "choice"),
} as const satisfies Readonly<Record<string, Kind>>;

export type ChangeCode = keyof typeof changeKinds;

export const kindOf = (code: ChangeCode): Kind => changeKinds[code];
