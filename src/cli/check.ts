// jixiao check: verifies documents by a configuration, accounts for what is accepted, and reports in several formats.
import { existsSync } from "node:fs";
import { pruneBaseline, writeBaseline } from "../verify/baseline.ts";
import { renderCheck } from "../check-formats/index.ts";
import { type CheckReport, fails, summaryLines } from "../verify/check-report.ts";
import type { Diagnostic } from "../types/diagnostics.ts";
import { fix } from "../verify/fix.ts";
import { isKind, type Loaded } from "../types/loaded.ts";
import { readDocument } from "../node/index.ts";
import type { Verification } from "../types/reported.ts";
import { isSuppressible } from "../verify/suppression.ts";
import { unifiedDiff } from "../verify/unified.ts";
import { verification, type VerificationOptions } from "../verify/verification.ts";
import { type Arguments, Unusable } from "./arguments.ts";
import type { CheckArguments } from "./check-arguments.ts";
import { writeExtras } from "./check-extras.ts";
import { appendStepSummary, holds, rewrite, schemaOf, writeOut } from "./check-files.ts";
import { setupOf, today } from "./check-setup.ts";
import { diagnosticText } from "./diagnostics.ts";
import { type Inputs, nearName, readInputs } from "./inputs.ts";
import type { Io } from "./io.ts";
import { say } from "./words.ts";

export function runCheck(args: Arguments, io: Io, version: string): number {
  const { lang, check } = args;
  if (check === undefined) throw new Unusable("check");
  const inputs = readInputs(args.inputs, lang);
  const { given, skipped } = ownDocuments(inputs);
  if (given.length === 0) throw new Unusable(say(lang, "nothing-matched", args.inputs.join(" "), "YAML"));
  const setup = setupOf(check, inputs.known, lang);
  const refuse = (diagnostics: readonly Diagnostic[], documents: readonly Loaded[], words: string): number => {
    for (const one of diagnostics) io.err(`${diagnosticText(one, documents, lang)}\n\n`);
    io.err(`jixiao: ${words}\n`);
    return 2;
  };
  const { configuration } = setup;
  if (configuration === undefined) return refuse(setup.diagnostics, setup.documents, say(lang, "config-faulty", setup.file ?? ""));
  const baseline = check.baseline === undefined || !existsSync(check.baseline) ? undefined : readDocument(nearName(check.baseline));
  if (check.baseline !== undefined && baseline === undefined && !check.writeBaseline) throw new Unusable(say(lang, "baseline-missing", check.baseline));
  if (baseline !== undefined && !isKind(baseline, "baseline")) return refuse(baseline.diagnostics, [baseline], say(lang, "baseline-faulty", check.baseline ?? ""));
  if (skipped.length > 0) io.err(`${say(lang, "skipped", String(skipped.length), skipped.map((one) => one.file).join(lang === "en" ? ", " : "、"))}\n`);

  const options: VerificationOptions = { configuration, known: inputs.known, asOf: check.asOf ?? today(), schemaOf, exists: existsSync, ...(baseline === undefined ? {} : { baseline }) };
  const mended = check.fix ? mend(given, options, inputs, args, check, io) : { given, options };
  const found = settleBaseline(verification(mended.given, mended.options), mended, baseline, args, check, io);
  const texts = new Map([...inputs.known, ...(baseline === undefined ? [] : [baseline]), ...mended.given].map((one) => [one.file ?? "-", one.text]));
  const coloured = args.output === undefined && wantsColour();
  const report: CheckReport = { verification: found, configuration, failSeverity: check.failSeverity, lang, version, textOf: (file) => texts.get(file), coloured };
  writeReports(report, check, io);
  writeExtras(check, { given: mended.given, known: mended.options.known ?? [], configuration, verification: found, lang }, io);
  for (const line of summaryLines(report)) io.err(`${line}\n`);
  const tooMany = check.maxWarnings !== undefined && found.counts.warning > check.maxWarnings;
  if (tooMany) io.err(`${say(lang, "too-many-warnings", String(found.counts.warning), String(check.maxWarnings))}\n`);
  return tooMany || found.findings.some((one) => fails(one, report)) ? 1 : 0;
}

/** A folder may hold JSON of others; it is left alone, and that is said. */
function ownDocuments({ given, walked }: Inputs): { readonly given: readonly Loaded[]; readonly skipped: readonly Loaded[] } {
  const foreign = (one: Loaded): boolean => walked.has(one) && one.kind === undefined && /\.json$/.test(one.file ?? "") && !/"kind"\s*:/.test(one.text);
  return { given: given.filter((one) => !foreign(one)), skipped: given.filter(foreign) };
}

interface Mended {
  readonly given: readonly Loaded[];
  readonly options: VerificationOptions;
}

function mend(given: readonly Loaded[], options: VerificationOptions, { owned, known }: Inputs, { lang }: Arguments, check: CheckArguments, io: Io): Mended {
  if (given.some((one) => one.file === "-")) throw new Unusable(say(lang, "fix-stdin"));
  const { documents, files } = fix(given, options, (one) => owned.has(one) && one.file !== undefined && holds(one.file, one.text));
  const count = String(files.reduce((sum, one) => sum + one.count, 0));
  if (check.dryRun) {
    for (const { file, before, after } of files) io.out(unifiedDiff(file.replaceAll("\\", "/"), before, after));
    io.err(`${say(lang, "would-fix", count, String(files.length))}\n`);
    return { given, options };
  }
  files.forEach(rewrite);
  io.err(`${say(lang, "fixed", count, String(files.length))}\n`);
  return { given: documents, options: { ...options, known: known.map((one) => documents[given.indexOf(one)] ?? one) } };
}

/** Writes or prunes the baseline where that was asked for, and judges by what it then says. */
function settleBaseline(found: Verification, { given, options }: Mended, baseline: Loaded | undefined, { lang }: Arguments, check: CheckArguments, io: Io): Verification {
  const file = check.baseline;
  if (file === undefined || (!check.writeBaseline && !check.prune)) return found;
  const schema = schemaOf(file, "baseline");
  const head = schema === undefined ? "" : `# yaml-language-server: $schema=${schema}\n`;
  const next = check.writeBaseline ? writeBaseline(found, baseline, head) : isKind(baseline, "baseline") ? pruneBaseline(found, baseline, head) : undefined;
  if (next === undefined) return found;
  if (!check.dryRun) writeOut(file, next.text);
  io.err(`${say(lang, "baseline-written", file, String(next.size))}\n`);
  const left = found.findings.filter((one) => one.suppressed === undefined && !isSuppressible(one) && one.code !== "baseline-stale");
  if (check.writeBaseline && left.length > 0) io.err(`${say(lang, "baseline-left", String(left.length))}\n`);
  return check.dryRun ? found : verification(given, { ...options, baseline: readDocument(nearName(file)) });
}

function writeReports(report: CheckReport, { outputs }: CheckArguments, io: Io): void {
  for (const { format, file } of outputs) {
    if (file === undefined) io.out(renderCheck(report, format));
    else writeOut(file, format === "text" ? `${renderCheck({ ...report, coloured: false }, format)}${summaryLines(report).join("\n")}\n` : renderCheck(report, format));
    if (format === "github") appendStepSummary(renderCheck(report, "markdown"));
  }
}

/** As most tools do: NO_COLOR switches colours off, FORCE_COLOR on, else a terminal has them. */
function wantsColour(): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force } = process.env;
  if (no !== undefined && no !== "") return false;
  return force === undefined || force === "" ? process.stdout.isTTY === true : force !== "0";
}
