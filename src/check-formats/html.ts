// html: the report as one file that stands alone: no script, nothing fetched, prints on A4, reads in black and white.
import { byFile, type CheckReport, headline, shownOf, suppressedOf, wordsOf } from "../verify/check-report.ts";
import { aboutCode } from "../verify/code-about.ts";
import { codeFrame } from "../types/frame.ts";
import { escaped } from "../text/markup.ts";
import type { Reported } from "../types/reported.ts";
import { compareText } from "../text/text.ts";
import { CHECK_WORDS } from "../wording/check.ts";
import { basisText } from "../wording/explanation.ts";
import { key, SEVERITIES } from "../wording/words.ts";

const STYLE = `
@page { size: A4; margin: 15mm 12mm; }
* { box-sizing: border-box; }
body { font: 14px/1.6 "Source Han Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", sans-serif; font-variant-numeric: tabular-nums; color: #000; background: #fff; max-width: 64em; margin: 2em auto; padding: 0 1em; overflow-wrap: anywhere; }
h1 { font-size: 1.6em; margin: 0 0 .2em; }
h2 { font-size: 1.2em; margin: 2em 0 .4em; border-bottom: 2px solid #000; break-after: avoid; }
p { margin: .3em 0; }
.finding { margin: 1em 0; padding-left: .8em; border-left: 4px solid #000; break-inside: avoid; }
.finding.warning { border-left-style: double; }
.finding.info { border-left: 1px solid #666; }
.finding.error > p:first-child { font-weight: bold; }
pre { margin: .4em 0; padding: .5em .8em; overflow-x: auto; background: #f4f4f4; border: 1px solid #ccc; font: 12px/1.5 "Sarasa Mono SC", "Noto Sans Mono CJK SC", Consolas, Menlo, monospace; }
code { font-family: "Sarasa Mono SC", "Noto Sans Mono CJK SC", Consolas, Menlo, monospace; font-size: .92em; }
dl { margin: .3em 0 1em; }
dt { font-weight: bold; }
dd { margin: 0 0 .2em 1em; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10pt; } pre { white-space: pre-wrap; } }
`;

export function html(report: CheckReport): string {
  const { lang, version } = report;
  const w = key(lang);
  const title = CHECK_WORDS.title[w];
  const files = byFile(report).map(({ file, findings }) => ({ file, shown: findings.filter((one) => one.suppressed === undefined) })).filter(({ shown }) => shown.length > 0);
  const accepted = suppressedOf(report);
  const sections = [
    ...files.map(({ file, shown }) => section(file, shown.map((one) => finding(one, report)))),
    ...(accepted.length === 0 ? [] : [section(CHECK_WORDS.suppressed[w], accepted.map((one) => finding(one, report)))]),
    ...about(report),
  ];
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>${escaped(headline(report))} · jixiao ${escaped(version)}</p>
${shownOf(report).length === 0 ? `<p>${CHECK_WORDS.clean[w]}</p>\n` : ""}${sections.join("\n")}
</body>
</html>
`;
}

const section = (heading: string, blocks: readonly string[]): string => `<section>\n<h2>${escaped(heading)}</h2>\n${blocks.join("\n")}\n</section>`;

function finding(one: Reported, report: CheckReport): string {
  const { lang, textOf } = report;
  const w = key(lang);
  const colon = lang === "en" ? ": " : "：";
  const text = textOf(one.file ?? "-");
  const place = one.span === undefined ? "" : `${one.span.start.line}:${one.span.start.column} `;
  const lines = [
    `<p>${place}${SEVERITIES[one.severity][w]} <code>${escaped(one.code)}</code>${colon}${escaped(wordsOf(one, report))}</p>`,
    ...(one.suppressed === undefined ? [] : [`<p>${CHECK_WORDS.reason[w]}${colon}${escaped(one.suppressed.reason)} (${CHECK_WORDS[one.suppressed.kind][w]}, <code>${escaped(one.file ?? "-")}</code>)</p>`]),
    ...(one.basis === undefined ? [] : [`<p>${CHECK_WORDS.basis[w]}${colon}${escaped(basisText(one.basis, lang))}</p>`]),
    ...(one.related ?? []).map((each) => `<p>${CHECK_WORDS.related[w]}${colon}<code>${escaped(each.file ?? "-")}${each.span === undefined ? "" : `:${each.span.start.line}:${each.span.start.column}`}</code></p>`),
    ...(text === undefined || one.span === undefined ? [] : [`<pre>${escaped(codeFrame(text, one.span))}</pre>`]),
  ];
  return `<div class="finding ${one.severity}">\n${lines.join("\n")}\n</div>`;
}

/** Why, and how to mend, for every check that found something. */
function about(report: CheckReport): readonly string[] {
  const w = key(report.lang);
  const codes = [...new Set(report.verification.findings.map((one) => one.code))].sort(compareText).map(aboutCode);
  const checks = [...new Set(codes.flatMap(({ check }) => (check === undefined ? [] : [check])))];
  if (checks.length === 0) return [];
  const entries = checks.map((one) => `<dt>${escaped(one.title[w])} <code>${escaped(one.id)}</code></dt>\n<dd>${CHECK_WORDS.why[w]}${w === "zh" ? "：" : ": "}${escaped(one.why[w])}</dd>\n<dd>${CHECK_WORDS.mend[w]}${w === "zh" ? "：" : ": "}${escaped(one.mend[w])}</dd>`);
  return [section(CHECK_WORDS.checks[w], [`<dl>\n${entries.join("\n")}\n</dl>`])];
}
