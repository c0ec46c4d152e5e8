// The commands. Data goes to standard output, talk to standard error; the result is the exit code.
import { capDiagnostics, type Diagnostic, sortDiagnostics } from "../diagnostics.ts";
import { documents } from "../documents/index.ts";
import { jsonSchema } from "../json-schema.ts";
import { nearest } from "../nearest.ts";
import { render, type ReportFormat } from "../reports/index.ts";
import { compile, score } from "../scorer.ts";
import type { DocumentKind } from "../types.ts";
import type { Scorecard } from "../scorecard-types.ts";
import { explainText } from "../wording/explanation.ts";
import { checkIds } from "../check-pages.ts";
import { type Arguments, type Command, Unusable } from "./arguments.ts";
import { runAudit } from "./audit.ts";
import type { Io } from "./io.ts";
import { runCheck } from "./check.ts";
import { diagnosticText } from "./diagnostics.ts";
import { checkPageOf, docsOf, isCheckPage } from "./docs.ts";
import { companyOf, ofKind } from "../company.ts";
import { directoryOf } from "../directory.ts";
import { type Inputs, readInputs } from "./inputs.ts";
import { listingOf, listingText } from "./listing.ts";
import { runTests } from "./tests.ts";
import { versionOf } from "./version.ts";
import { say } from "./words.ts";

type Run = (args: Arguments, io: Io) => number;
const jsonText = (data: unknown): string => `${JSON.stringify(data, null, 2)}\n`;

function talk(diagnostics: readonly Diagnostic[], inputs: Inputs, args: Arguments, io: Io): void {
  for (const one of capDiagnostics(sortDiagnostics(diagnostics))) io.err(`${diagnosticText(one, inputs.known, args.lang)}\n`);
}

/** Scores every actuals document given; undefined scorecards have their reasons on standard error. */
function scoreAll(args: Arguments, io: Io): { cards: readonly Scorecard[]; failed: boolean } {
  const inputs = readInputs(args.inputs, args.lang);
  const broken = inputs.given.filter((one) => one.kind === undefined || one.data === undefined);
  talk(broken.flatMap((one) => one.diagnostics), inputs, args, io);
  const given = ofKind(inputs.given, "actuals").filter((one) => one.data !== undefined);
  if (given.length === 0 && broken.length === 0) throw new Unusable(say(args.lang, "nothing-matched", args.inputs.join(" "), "actuals"));
  let failed = broken.length > 0;
  const directory = directoryOf(inputs.given, inputs.known);
  const cards = given.flatMap((one) => {
    const { framework, named, ...parts } = companyOf(one, directory);
    if (framework === undefined) throw new Unusable(say(args.lang, "no-reference", one.file ?? "-", named ?? ""));
    const { scorer, diagnostics } = compile({ framework, ...parts });
    const scored = scorer === undefined ? { scorecard: undefined, diagnostics: [] } : score(scorer, one);
    talk([...diagnostics, ...scored.diagnostics], inputs, args, io);
    failed ||= scored.scorecard === undefined;
    return scored.scorecard === undefined ? [] : [scored.scorecard];
  });
  return { cards, failed };
}

const oneOrMany = (cards: readonly Scorecard[]): string => jsonText(cards.length === 1 ? cards[0] : cards);

const runScore: Run = (args, io) => {
  const { cards, failed } = scoreAll(args, io);
  if (cards.length > 0) io.out(args.format === "json" ? oneOrMany(cards) : cards.map((card) => render(card, args.format as ReportFormat, args.lang)).join("\n"));
  return failed ? 1 : 0;
};

const runExplain: Run = (args, io) => {
  const { cards, failed } = scoreAll(args, io);
  const { lang, only, indicator } = args;
  if (indicator !== undefined) {
    const ids = cards.flatMap((card) => card.indicators.map((one) => one.id));
    const paths = cards.flatMap((card) => card.indicators.map((one) => one.path));
    if (cards.length > 0 && !ids.includes(indicator) && !paths.includes(indicator)) throw new Unusable(say(lang, "no-such-document", indicator, nearest(indicator, ids) ?? ""));
  }
  if (cards.length > 0) io.out(args.format === "json" ? oneOrMany(cards) : cards.map((card) => explainText(card, { lang, only, ...(indicator === undefined ? {} : { indicator }) })).join("\n"));
  return failed ? 1 : 0;
};

const runList: Run = (args, io) => {
  const { given, known } = readInputs(args.inputs, args.lang);
  const listed = listingOf(args.inputs.length > 0 ? given : known, args.filters);
  if (listed.length === 0) throw new Unusable(say(args.lang, "nothing-matched", args.inputs.join(" "), "YAML"));
  io.out(args.format === "json" ? jsonText(listed) : listingText(listed));
  return 0;
};

const runDocs: Run = (args, io) => {
  const format = args.format === "html" ? "html" : "markdown";
  const checks = args.inputs.filter(isCheckPage);
  const named = args.inputs.filter((name) => !isCheckPage(name));
  if (format === "html" && checks.length > 0 && args.inputs.length > 1) throw new Unusable(say(args.lang, "one-document", String(args.inputs.length)));
  const pages = checks.map((name) => checkPageOf(name, format, args.lang));
  if (pages.length > 0 && named.length === 0) {
    io.out(pages.join("\n"));
    return 0;
  }
  const inputs = readInputs(named, args.lang, checkIds);
  const { texts, diagnostics, failed } = docsOf(inputs, named.join(" "), format, args.lang);
  talk(diagnostics, inputs, args, io);
  io.out([...pages, ...texts].join("\n"));
  return failed ? 1 : 0;
};

const runSchema: Run = (args, io) => {
  const kinds = Object.keys(documents) as DocumentKind[];
  const [name] = args.inputs;
  const kind = kinds.find((one) => one === name);
  if (kind === undefined) throw new Unusable(say(args.lang, "bad-value", `schema ${name ?? ""}`.trim(), kinds.join(args.lang === "en" ? ", " : "、")));
  io.out(jsonText(jsonSchema(kind)));
  return 0;
};

export const commands: Readonly<Record<Command, Run>> = { score: runScore, explain: runExplain, check: (args, io) => runCheck(args, io, versionOf()), test: (args, io) => runTests(args, io, talk), audit: runAudit, list: runList, docs: runDocs, schema: runSchema };
