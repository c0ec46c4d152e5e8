// Writes docs/published-cases.md: what the recheck finds in the published cases. `npm run cases` after a build.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const ROOT = resolve(import.meta.dirname, "..");
const SEVERITY = { error: "错误", warning: "警告", info: "提示" };
const cell = (text) => text.replaceAll("|", "\\|").replace(/\s+/g, " ");
const line = (cells) => `| ${cells.map(cell).join(" | ")} |`;

/** The page, by the functions of the library. */
export function page({ audit, readPublished }, documents) {
  const options = { forms: documents.filter((one) => one.kind === "form"), packs: documents.filter((one) => one.kind === "pack") };
  const audits = readdirSync(join(ROOT, "fixtures", "cases"))
    .sort()
    .flatMap((name) => readPublished(readFileSync(join(ROOT, "fixtures", "cases", name), "utf8"), name).tables.map((table) => audit(table, options)));
  const ids = audits.map((one) => (one.id ?? "").replace(/^table-/, ""));
  const codes = [...new Set(audits.flatMap((one) => one.findings.map(({ code }) => code)))].sort();
  const count = (one, code) => one.findings.filter((found) => found.code === code).length;
  const matrix = codes.map((code) => line([`\`${code}\``, ...audits.map((one) => (count(one, code) === 0 ? "" : String(count(one, code))))]));
  const sum = line(["合计", ...audits.map((one) => String(one.findings.length))]);
  const details = audits.flatMap((one, index) => [
    `### 表 ${ids[index]}`,
    "",
    `格式：${one.form.title}（${one.form.why}）`,
    "",
    ...one.assumptions.map(({ message }) => `- ${message}`),
    "",
    ...(one.findings.length === 0
      ? ["没有发现问题。"]
      : [line(["程度", "代码", "位置", "印作", "应为", "说明"]), line(["---", "---", "---", "---", "---", "---"]), ...one.findings.map((found) => line([SEVERITY[found.severity], `\`${found.code}\``, found.cell ?? "", found.printed === "" ? "（空）" : found.printed, found.expected, found.message]))]),
    "",
  ]);
  return [
    "# 已公布的自评表，逐张复核",
    "",
    "由 `npm run cases` 写成。各表见 `fixtures/cases`，每一项发现另由手工列在 `fixtures/published-findings.yaml`，测试逐项核对，不多也不少。",
    "",
    "## 各表的发现",
    "",
    line(["代码", ...ids]),
    line(["---", ...ids.map(() => "---:")]),
    ...matrix,
    sum,
    "",
    "## 逐表",
    "",
    ...details,
  ].join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [library, node] = await Promise.all([import("jixiao"), import("jixiao/node")]);
  writeFileSync(join(ROOT, "docs", "published-cases.md"), page(library, node.builtin()));
}
