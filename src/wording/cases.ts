// The words by which a test case says what was not as expected, in both languages.
import type { Language } from "../types/types.ts";

const words = {
  "zh-CN": {
    "no-framework": (id: string) => `没有指标体系 ${id}`,
    "no-objectives": (id: string) => `没有绩效目标表 ${id}`,
    "framework-by-id": (id: string) => `指标体系 ${id} 按编号引用，用例不能替换其中的项`,
    "expects-nothing": () => "用例没有期望结果",
    differs: (what: string, expected: string, found: string) => `${what}：期望 ${expected}，得到 ${found || "无"}`,
    unexpected: (code: string, message: string) => `未期望的问题 ${code}：${message}`,
    "unexpected-at": (code: string, place: string) => `未期望的问题 ${code}（${place}）`,
    "nth-finding": (number: string) => `第 ${number} 个问题`,
    points: (id: string) => `${id} 的得分`,
    state: (id: string) => `${id} 的状态`,
    taken: (id: string) => `${id} 的分支`,
    total: () => "总分",
    range: () => "总分区间",
    grade: () => "等级",
    fired: () => "生效的规则",
    fixed: () => "自动改正后的文本",
  },
  en: {
    "no-framework": (id: string) => `there is no framework ${id}`,
    "no-objectives": (id: string) => `there are no objectives ${id}`,
    "framework-by-id": (id: string) => `the framework ${id} is named by its id, a case cannot replace parts of it`,
    "expects-nothing": () => "the case expects nothing",
    differs: (what: string, expected: string, found: string) => `${what}: expected ${expected}, found ${found || "nothing"}`,
    unexpected: (code: string, message: string) => `unexpected finding ${code}: ${message}`,
    "unexpected-at": (code: string, place: string) => `unexpected finding ${code} (${place})`,
    "nth-finding": (number: string) => `finding ${number}`,
    points: (id: string) => `points of ${id}`,
    state: (id: string) => `state of ${id}`,
    taken: (id: string) => `branch of ${id}`,
    total: () => "total",
    range: () => "range of the total",
    grade: () => "grade",
    fired: () => "rules that fired",
    fixed: () => "text after fixing",
  },
} as const;

export type CaseWord = keyof (typeof words)["zh-CN"];

export const caseWords = (lang: Language, word: CaseWord, first = "", second = "", third = ""): string => (words[lang][word] as (...given: readonly string[]) => string)(first, second, third);
