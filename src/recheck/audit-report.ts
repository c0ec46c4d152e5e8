// 复核报告: what a recheck found, for a terminal and as Markdown; every finding with its row as printed.
import type { Audit, AuditFinding } from "../types/audit-types.ts";
import { displayWidth } from "../text/width.ts";
import type { Cell, MoneyRow, Table, TableRow } from "../types/table.ts";
import type { Language } from "../types/types.ts";

const WORDS = {
  form: { zh: "格式", en: "Form" },
  assumptions: { zh: "假定和推断", en: "Assumed and inferred" },
  none: { zh: "没有发现问题", en: "nothing found" },
  error: { zh: "错误", en: "error" },
  warning: { zh: "警告", en: "warning" },
  info: { zh: "提示", en: "info" },
  target: { zh: "目标", en: "target" },
  actual: { zh: "实际", en: "actual" },
  weight: { zh: "分值", en: "weight" },
  points: { zh: "得分", en: "points" },
  initial: { zh: "年初", en: "initial" },
  adjusted: { zh: "全年", en: "full-year" },
  executed: { zh: "执行", en: "executed" },
  rate: { zh: "执行率", en: "rate" },
  printed: { zh: "印作", en: "printed" },
  expected: { zh: "应为", en: "should be" },
  empty: { zh: "（空）", en: "(empty)" },
  rule: { zh: "规则", en: "rule" },
  basis: { zh: "依据", en: "basis" },
  rests: { zh: "以假定为前提", en: "rests on" },
  severity: { zh: "程度", en: "Severity" },
  code: { zh: "代码", en: "Code" },
  place: { zh: "位置", en: "Place" },
  message: { zh: "说明", en: "What" },
  money: { zh: "资金", en: "money" },
} as const;
type Word = keyof typeof WORDS;

const STATUS = { published: "", unverified: "；未核对原文", illustrative: "；示意" } as const;

/** The file, or what else names the table. */
export const tableName = ({ file, sheet, id }: Audit): string => [file ?? id ?? "-", ...(sheet === undefined ? [] : [sheet])].join(" ");

const formWords = ({ form: { title, why } }: Audit, lang: Language): string => (lang === "en" ? `${title} (${why})` : `${title}（${why}）`);

export function auditText(audit: Audit, table: Table, lang: Language = "zh-CN"): string {
  const say = (word: Word): string => WORDS[word][lang === "en" ? "en" : "zh"];
  const colon = lang === "en" ? ": " : "：";
  const about = [table.title, table.subject?.text, table.place, table.year].filter((one) => one !== undefined && one !== "").join(" ");
  const lines = [`${tableName(audit)}${about === "" ? "" : `  ${about}`}`, `  ${say("form")}${colon}${formWords(audit, lang)}`];
  if (audit.assumptions.length > 0) lines.push(`  ${say("assumptions")}${colon}`, ...audit.assumptions.map((one) => `    · ${one.message} [${one.id}]`));
  if (audit.findings.length === 0) lines.push(`  ${say("none")}`);
  for (const one of audit.findings) {
    const row = quoted(one, table, say);
    lines.push("", `  ${say(one.severity)} ${one.code}${one.cell === undefined ? "" : `  ${one.cell}`}`, `    ${one.message}`);
    if (row !== undefined) lines.push(`    │ ${row}`);
    lines.push(`    ${say("printed")} ${one.printed === "" ? say("empty") : one.printed}${one.expected === "" ? "" : lang === "en" ? `, ${say("expected")} ${one.expected}` : `，${say("expected")} ${one.expected}`}`);
    lines.push(`    ${say("rule")}${colon}${one.rule}${one.assumption === undefined ? "" : lang === "en" ? ` (${say("rests")} ${one.assumption})` : `（${say("rests")} ${one.assumption}）`}`);
    if (one.basis !== undefined) lines.push(`    ${say("basis")}${colon}${one.basis.document}${one.basis.clause === undefined ? "" : colon + one.basis.clause}${STATUS[one.basis.status]}`);
  }
  return `${lines.join("\n")}\n`;
}

/** The row of a finding as it is printed. */
function quoted({ cell }: AuditFinding, table: Table, say: (word: Word) => string): string | undefined {
  const holds = (row: MoneyRow | TableRow): boolean => Object.values(row).flat().some((one: unknown) => typeof one === "object" && one !== null && (one as Cell).at === cell);
  const written = (pairs: readonly (readonly [Word, Cell | undefined])[]): string[] => pairs.flatMap(([word, one]) => (one === undefined ? [] : [`${say(word)} ${one.text === "" ? say("empty") : shortened(one.text)}`]));
  const row = cell === undefined ? undefined : table.rows.find(holds);
  if (row !== undefined) return [shortened(row.name.text), ...written([["target", row.target], ["actual", row.actual], ["weight", row.weight], ["points", row.points]])].join(" │ ");
  const money = cell === undefined ? undefined : table.money.find(holds);
  if (money === undefined) return undefined;
  return [money.name?.text ?? say("money"), ...written([["initial", money.initial], ["adjusted", money.adjusted], ["executed", money.executed], ["rate", money.rate], ["weight", money.weight], ["points", money.points]])].join(" │ ");
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  if (displayWidth(line) <= 60) return line;
  let kept = "";
  for (const one of line) {
    if (displayWidth(kept + one) > 58) break;
    kept += one;
  }
  return `${kept}…`;
}

/** One table of findings for all the tables that were rechecked. */
export function auditMarkdown(audits: readonly Audit[], lang: Language = "zh-CN"): string {
  const say = (word: Word): string => WORDS[word][lang === "en" ? "en" : "zh"];
  const cell = (text: string): string => text.replaceAll("|", "\\|").replace(/\s+/g, " ");
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return audits
    .map((one) => {
      const head = [`## ${tableName(one)}`, "", `${say("form")}${lang === "en" ? ": " : "："}${formWords(one, lang)}`, "", ...one.assumptions.map(({ message }) => `- ${cell(message)}`)];
      if (one.findings.length === 0) return [...head, "", say("none"), ""].join("\n");
      const rows = one.findings.map((found) => line([say(found.severity), `\`${found.code}\``, found.cell ?? "", found.printed === "" ? say("empty") : found.printed, found.expected, found.message]));
      return [...head, "", line([say("severity"), say("code"), say("place"), say("printed"), say("expected"), say("message")]), "| --- | --- | --- | --- | --- | --- |", ...rows, ""].join("\n");
    })
    .join("\n");
}
