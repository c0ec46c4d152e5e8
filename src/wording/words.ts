// The words that reports share, in both languages.
import type { BasisStatus, Language, State } from "../types/types.ts";

export const WORDS = {
  level1: { zh: "一级指标", en: "Level 1" },
  level2: { zh: "二级指标", en: "Level 2" },
  level3: { zh: "三级指标", en: "Level 3" },
  target: { zh: "年度指标值", en: "Target" },
  actual: { zh: "实际完成值", en: "Actual" },
  weight: { zh: "分值", en: "Weight" },
  points: { zh: "得分", en: "Points" },
  total: { zh: "总分", en: "Total" },
  grade: { zh: "等级", en: "Grade" },
  lost: { zh: "失分", en: "Lost" },
  basis: { zh: "依据", en: "Basis" },
  clause: { zh: "条款", en: "Clause" },
  status: { zh: "依据核实情况", en: "Status of the basis" },
  state: { zh: "状态", en: "State" },
  unit: { zh: "计量单位", en: "Unit" },
  method: { zh: "评分办法", en: "Method" },
  holds: { zh: "是", en: "yes" },
  fails: { zh: "否", en: "no" },
  unknown: { zh: "待定", en: "open" },
  rules: { zh: "否决与扣减规则", en: "Knock-outs" },
  fired: { zh: "触发", en: "fired" },
  notFired: { zh: "未触发", en: "did not fire" },
  explanation: { zh: "说明", en: "Explanation" },
  wanting: { zh: "尚缺", en: "Wanting" },
  rejected: { zh: "不予通过", en: "rejected" },
  nextGrade: { zh: "距上一等级", en: "To the next grade" },
  judged: { zh: "定性评价", en: "Rests on judgement" },
  lostPoints: { zh: "失分说明", en: "Where points were lost" },
  everyIndicator: { zh: "逐项说明", en: "Every indicator" },
  noLoss: { zh: "没有失分。", en: "No points were lost." },
  asOf: { zh: "截止日期", en: "As of" },
  unpublished: { zh: "以下指标的评分办法或参数不是已公布的规定", en: "Methods or parameters of these indicators are not published rules" },
} as const;

export const STATES: Readonly<Record<State, { zh: string; en: string }>> = {
  scored: { zh: "已评分", en: "scored" },
  "not-applicable": { zh: "不适用", en: "not applicable" },
  missing: { zh: "未填", en: "missing" },
  pending: { zh: "尚未到期", en: "pending" },
};

export const STATUS: Readonly<Record<BasisStatus, { zh: string; en: string }>> = {
  published: { zh: "已公布", en: "published" },
  unverified: { zh: "未核对原文", en: "unverified" },
  illustrative: { zh: "示意", en: "illustrative" },
};

export const SEVERITIES = {
  error: { zh: "错误", en: "error" },
  warning: { zh: "警告", en: "warning" },
  info: { zh: "提示", en: "info" },
} as const;

export const MODES: Readonly<Record<string, { zh: string; en: string }>> = {
  "half-up": { zh: "四舍五入", en: "half up" },
  "half-even": { zh: "四舍六入五成双", en: "half even" },
  down: { zh: "截去", en: "cut off" },
  up: { zh: "进位", en: "up" },
  floor: { zh: "向下取整", en: "down to the lower" },
  ceiling: { zh: "向上取整", en: "up to the higher" },
};

export const EFFECTS: Readonly<Record<string, { zh: string; en: string }>> = {
  zero: { zh: "不得分", en: "scores nothing" },
  reject: { zh: "不予通过", en: "rejected" },
  cap: { zh: "总分不超过", en: "total capped at" },
  "cap-grade": { zh: "等级不高于", en: "grade no better than" },
  multiply: { zh: "总分乘以", en: "total multiplied by" },
};

export const key = (lang: Language): "zh" | "en" => (lang === "en" ? "en" : "zh");
