// sarif: SARIF 2.1.0 for code scanning. Rules carry why, how to mend and the basis; what was accepted is included as
// suppressed; columns are UTF-16 units; files are named from the folder of the run.
import { type CheckReport, wordsOf } from "../verify/check-report.ts";
import { type AboutCode, aboutCode, isCode } from "../verify/code-about.ts";
import type { Edit, Severity, Span } from "../types/diagnostics.ts";
import { uriOf } from "../text/paths.ts";
import type { Reported } from "../types/reported.ts";
import { compareText, positionsOf } from "../text/text.ts";
import type { Label, Language } from "../types/types.ts";
import { AREAS, CHECK_WORDS } from "../wording/check.ts";
import { basisText } from "../wording/explanation.ts";
import { key } from "../wording/words.ts";

const LEVEL: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

export function sarif(report: CheckReport): string {
  const { verification, configuration, lang, version } = report;
  const severities = new Map<string, Severity>([...verification.findings.map((one) => [one.code, one.severity] as const), ...configuration.checks.map((one) => [one.id, one.severity] as const)]);
  const codes = [...severities.keys()].filter(isCode).sort(compareText);
  const index = new Map<string, number>(codes.map((code, at) => [code, at]));
  const files = [...new Set(verification.documents.map((one) => one.file))].sort(compareText);
  const run = {
    tool: { driver: { name: "jixiao", version, semanticVersion: version, language: lang, rules: codes.map((code) => rule(aboutCode(code), severities.get(code) ?? "error", lang)) } },
    language: lang,
    columnKind: "utf16CodeUnits",
    invocations: [{ executionSuccessful: true }],
    artifacts: files.map((file) => ({ location: artifact(file), roles: ["analysisTarget"] })),
    results: verification.findings.map((one) => result(one, index.get(one.code) ?? -1, report)),
  };
  return `${JSON.stringify({ $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json", version: "2.1.0", runs: [run] }, null, 2)}\n`;
}

const artifact = (file: string) => {
  const uri = uriOf(file);
  return uri.startsWith("file:") ? { uri } : { uri, uriBaseId: "%SRCROOT%" };
};

function rule({ code, title, check, area }: AboutCode, severity: Severity, lang: Language) {
  const w = key(lang);
  const short = check === undefined ? `${AREAS[area][w]}: ${code}` : title[w];
  const help = check === undefined ? { zh: `# ${AREAS[area].zh} ${code}\n\n按问题所说改正。`, en: `# ${AREAS[area].en} ${code}\n\nMend it as the finding says.` } : helpOf(check.title, check.why, check.mend, check.basis);
  const both = w === "zh" ? `${help.zh}\n\n---\n\n${help.en}` : `${help.en}\n\n---\n\n${help.zh}`;
  return {
    id: code,
    name: code.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(""),
    shortDescription: { text: short },
    fullDescription: { text: check === undefined ? short : check.why[w] },
    help: { text: help[w].replace(/^#+ /gm, "").replace(/\*\*/g, ""), markdown: both },
    defaultConfiguration: { level: LEVEL[severity] },
    properties: { tags: [area === "other" ? "check" : area] },
  };
}

function helpOf(title: Label, why: Label, mend: Label, basis: Parameters<typeof basisText>[0]): Label {
  const text = (w: "zh" | "en", lang: Language): string => {
    const colon = w === "zh" ? "：" : ": ";
    return [`# ${title[w]}`, `**${CHECK_WORDS.why[w]}**${colon}${why[w]}`, `**${CHECK_WORDS.mend[w]}**${colon}${mend[w]}`, `**${CHECK_WORDS.basis[w]}**${colon}${basisText(basis, lang)}`].join("\n\n");
  };
  return { zh: text("zh", "zh-CN"), en: text("en", "en") };
}

const region = ({ start, end }: Span) => ({ startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column });
const location = (file: string, span: Span | undefined) => ({ physicalLocation: { artifactLocation: artifact(file), ...(span === undefined ? {} : { region: region(span) }) } });

function result(one: Reported, ruleIndex: number, report: CheckReport) {
  const { lang, textOf } = report;
  const file = one.file ?? "-";
  const basis = one.basis === undefined ? "" : `\n${CHECK_WORDS.basis[key(lang)]}${lang === "en" ? ": " : "："}${basisText(one.basis, lang)}`;
  const related = (one.related ?? []).map((each, id) => ({ id: id + 1, message: { text: each.message || CHECK_WORDS.related[key(lang)] }, ...location(each.file ?? file, each.span) }));
  const text = textOf(file);
  const fixes = one.edits === undefined || one.edits.length === 0 || text === undefined ? [] : [fix(file, one.edits, text, lang)];
  return {
    ruleId: one.code,
    ruleIndex,
    level: LEVEL[one.severity],
    message: { text: `${wordsOf(one, report)}${basis}` },
    locations: [location(file, one.span)],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    partialFingerprints: { "jixiaoFinding/v1": one.fingerprint },
    ...(fixes.length === 0 ? {} : { fixes }),
    suppressions: one.suppressed === undefined ? [] : [{ kind: one.suppressed.kind === "inline" ? "inSource" : "external", status: "accepted", justification: one.suppressed.reason }],
    properties: { place: one.identity.at },
  };
}

function fix(file: string, edits: readonly Edit[], text: string, lang: Language) {
  const position = positionsOf(text);
  const replacements = edits.map(({ start, end, text: inserted }) => ({ deletedRegion: region({ start: position(start), end: position(end) }), insertedContent: { text: inserted } }));
  return { description: { text: CHECK_WORDS.fixable[key(lang)] }, artifactChanges: [{ artifactLocation: artifact(file), replacements }] };
}
