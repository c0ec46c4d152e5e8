// markdown: the findings as a table, for a pull request, a step summary or a note.
import { byFile, type CheckReport, headline, shownOf, suppressedOf, wordsOf } from "../verify/check-report.ts";
import type { Reported } from "../types/reported.ts";
import { CHECK_WORDS } from "../wording/check.ts";
import { basisText } from "../wording/explanation.ts";
import { key, SEVERITIES } from "../wording/words.ts";

/** Text that stays as it is: no character of markdown or HTML, one line, no bar of the table. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, (one) => `\\${one}`).replace(/\s*[\r\n]+\s*/g, " ");
const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

export function markdown(report: CheckReport): string {
  const { lang } = report;
  const w = key(lang);
  const title = CHECK_WORDS.title[w];
  const blocks = [`# ${title}`, headline(report)];
  if (shownOf(report).length === 0) blocks.push(CHECK_WORDS.clean[w]);
  for (const { file, findings } of byFile(report)) {
    const shown = findings.filter((one) => one.suppressed === undefined);
    if (shown.length === 0) continue;
    const header = [CHECK_WORDS.place[w], CHECK_WORDS.severity[w], CHECK_WORDS.code[w], CHECK_WORDS.message[w]];
    blocks.push(`## ${plain(file)}`, [row(header), row(header.map(() => "---")), ...shown.map((one) => row([placeOf(one), SEVERITIES[one.severity][w], `\`${one.code}\``, wordsWithBasis(one, report)]))].join("\n"));
  }
  const accepted = suppressedOf(report);
  if (accepted.length > 0) {
    const header = [CHECK_WORDS.file[w], CHECK_WORDS.place[w], CHECK_WORDS.code[w], CHECK_WORDS.message[w], CHECK_WORDS.reason[w]];
    const rows = accepted.map((one) => row([plain(one.file ?? "-"), placeOf(one), `\`${one.code}\``, plain(wordsOf(one, report)), plain(`${one.suppressed?.reason ?? ""} (${CHECK_WORDS[one.suppressed?.kind ?? "inline"][w]})`)]));
    blocks.push(`## ${CHECK_WORDS.suppressed[w]}`, [row(header), row(header.map(() => "---")), ...rows].join("\n"));
  }
  return `${blocks.join("\n\n")}\n`;
}

const placeOf = ({ span }: Reported): string => (span === undefined ? "" : `${span.start.line}:${span.start.column}`);

function wordsWithBasis(one: Reported, report: CheckReport): string {
  const words = plain(wordsOf(one, report));
  return one.basis === undefined ? words : `${words}<br>${CHECK_WORDS.basis[key(report.lang)]}${report.lang === "en" ? ": " : "："}${plain(basisText(one.basis, report.lang))}`;
}
