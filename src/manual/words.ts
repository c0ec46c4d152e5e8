// The words of a manual, in both languages.
import type { Category, Effective, Label, Language, Purpose, Sector } from "../types/types.ts";
import { key } from "../wording/words.ts";

export const MANUAL = {
  about: { zh: "基本信息", en: "About" },
  id: { zh: "编号", en: "Id" },
  version: { zh: "版本", en: "Version" },
  category: { zh: "类别", en: "Category" },
  purpose: { zh: "用途", en: "Purpose" },
  effective: { zh: "有效期", en: "Effective" },
  full: { zh: "满分", en: "Full marks" },
  packs: { zh: "须遵守的规则", en: "Rules to obey" },
  extends: { zh: "上级规则", en: "Extends" },
  description: { zh: "说明", en: "Description" },
  subject: { zh: "评价对象", en: "Subject" },
  period: { zh: "年度", en: "Period" },
  none: { zh: "无", en: "none" },
  table: { zh: "指标体系与评分标准", en: "Indicators and scoring standards" },
  definition: { zh: "指标解释", en: "Definition" },
  how: { zh: "评价要点或计算公式", en: "Check points or formula" },
  standard: { zh: "评分标准", en: "Scoring standard" },
  evidence: { zh: "数据来源", en: "Evidence" },
  sameBasis: { zh: "同本体系依据", en: "As the framework" },
  slot: { zh: "个性指标，由绩效目标表填报", en: "the subject's own indicators, from its objectives" },
  atLeast: { zh: "至少", en: "at least" },
  atMost: { zh: "至多", en: "at most" },
  optional: { zh: "可不设", en: "may be empty" },
  slotStandard: { zh: "按绩效目标表选用的评分办法", en: "by the method that the objectives choose" },
  methods: { zh: "个性指标可选用的评分办法", en: "Methods for the subject's own indicators" },
  grades: { zh: "等级", en: "Grades" },
  policies: { zh: "计分规则", en: "How points add up" },
  rounding: { zh: "取整", en: "Rounding" },
  notApplicable: { zh: "不适用", en: "Not applicable" },
  whenNotApplicable: { zh: "不适用时", en: "where not applicable" },
  missing: { zh: "缺少实际值", en: "Missing" },
  maximum: { zh: "含加分最高", en: "with bonus at most" },
  rule: { zh: "规则", en: "Rule" },
  kind: { zh: "种类", en: "Kind" },
  says: { zh: "规定", en: "What it says" },
  clause: { zh: "条款", en: "Clause" },
  document: { zh: "文件", en: "Document" },
  status: { zh: "核实情况", en: "Status" },
  on: { zh: "涉及指标", en: "Indicators" },
  facts: { zh: "须申报的事实", en: "Facts to be declared" },
  notes: { zh: "依据的核实情况", en: "Status of the bases" },
  notesText: {
    zh: "“已公布”指所依据的条款已经公布；“未核对原文”指尚未与文件原文核对；“示意”指由编制者自行声明，没有公布的规定可依。除下列各项外，本件的依据均为已公布。",
    en: "“Published”: the clause has been published. “Unverified”: not yet compared with the original. “Illustrative”: declared by the author, no published rule says so. Everything but the following is published.",
  },
  allPublished: { zh: "本件的依据均为已公布。", en: "Every basis is published." },
  whole: { zh: "本体系", en: "The framework" },
  target: { zh: "年度指标值", en: "Target" },
  unit: { zh: "计量单位", en: "Unit" },
  library: { zh: "指标", en: "Indicators" },
  tags: { zh: "标签", en: "Tags" },
} as const satisfies Readonly<Record<string, Label>>;

export const CATEGORIES: Readonly<Record<Category, Label>> = {
  project: { zh: "项目支出", en: "project" },
  "department-overall": { zh: "部门整体支出", en: "department as a whole" },
  "government-purchased-service": { zh: "政府购买服务", en: "government-purchased service" },
  "government-fund": { zh: "政府性基金", en: "government fund" },
  "basic-public-service": { zh: "基本公共服务支出", en: "basic public service" },
  policy: { zh: "公共政策", en: "policy" },
};

export const PURPOSES: Readonly<Record<Purpose, Label>> = {
  "ex-ante-assessment": { zh: "事前绩效评估", en: "ex-ante assessment" },
  "objective-review": { zh: "绩效目标审核", en: "objective review" },
  monitoring: { zh: "绩效运行监控", en: "monitoring" },
  "self-evaluation": { zh: "单位自评", en: "self-evaluation" },
  "department-evaluation": { zh: "部门评价", en: "department evaluation" },
  "finance-evaluation": { zh: "财政评价", en: "finance evaluation" },
};

export const SECTORS: Readonly<Record<Sector, Label>> = {
  "public-service": { zh: "公共服务类", en: "public service" },
  "economic-development": { zh: "经济发展类", en: "economic development" },
  "social-security": { zh: "社会保障类", en: "social security" },
};

export function effectiveWords({ from, to }: Effective, lang: Language): string {
  if (to === undefined) return lang === "en" ? `from ${from}` : `自 ${from} 起`;
  return lang === "en" ? `${from} to ${to} (inclusive)` : `${from} 至 ${to}（含当日）`;
}

/** `说明：…` in the language's own punctuation. */
export const labelled = (name: Label, value: string, lang: Language): string => `${name[key(lang)]}${lang === "en" ? ": " : "："}${value}`;
export const listed = (names: readonly string[], lang: Language): string => names.join(lang === "en" ? ", " : "、");
