// The words of check reports, in both languages.
import type { Label } from "../types/types.ts";

export const CHECK_WORDS = {
  title: { zh: "检查报告", en: "Check report" },
  file: { zh: "文件", en: "File" },
  place: { zh: "位置", en: "Place" },
  severity: { zh: "轻重", en: "Severity" },
  code: { zh: "代码", en: "Code" },
  message: { zh: "问题", en: "Finding" },
  basis: { zh: "依据", en: "Basis" },
  related: { zh: "相关位置", en: "related" },
  why: { zh: "理由", en: "Why" },
  mend: { zh: "改法", en: "How to mend" },
  reason: { zh: "抑制理由", en: "Reason" },
  suppressed: { zh: "已抑制的问题", en: "Suppressed findings" },
  inline: { zh: "注释", en: "comment" },
  baseline: { zh: "基线", en: "baseline" },
  clean: { zh: "没有发现问题。", en: "Nothing was found." },
  sound: { zh: "没有问题", en: "no findings" },
  unreadable: { zh: "文档读不懂", en: "the document cannot be read" },
  checks: { zh: "检查说明", en: "About the checks" },
  fixable: { zh: "可用 --fix 自动改正", en: "can be mended by --fix" },
} as const satisfies Record<string, Label>;

/** Names of the areas of codes that belong to no check. */
export const AREAS = {
  source: { zh: "源文本", en: "Source text" },
  documents: { zh: "文档", en: "Documents" },
  methods: { zh: "评分办法", en: "Scoring methods" },
  rules: { zh: "规则包", en: "Rule packs" },
  configuration: { zh: "检查的配置", en: "Configuration" },
  verification: { zh: "抑制与基线", en: "Suppressions and baseline" },
  other: { zh: "检查", en: "Check" },
} as const satisfies Record<string, Label>;
