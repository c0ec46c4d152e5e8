// The commands. Data goes to standard output, talk to standard error; the result is the exit code.
import { capDiagnostics, describe, type Diagnostic, sortDiagnostics } from "../types/diagnostics.ts";
import { documents } from "../documents/index.ts";
import { jsonSchema } from "../documents/json-schema.ts";
import { nearest } from "../text/nearest.ts";
import { render, type ReportFormat } from "../reports/index.ts";
import type { Loaded } from "../types/loaded.ts";
import { compile, score, type Scorer } from "../scorer.ts";
import type { DocumentKind } from "../types/types.ts";
import { explainText } from "../wording/explanation.ts";
import { checkIds } from "../testing/check-pages.ts";
import { whatIf } from "../what-if.ts";
import { whatIfText } from "../wording/what-if.ts";
import { type Arguments, type Command, Unusable } from "./arguments.ts";
import { runAudit } from "./audit.ts";
import { runBatch } from "./batch.ts";
import type { Io, StreamIo } from "./io.ts";
import { runCheck } from "./check.ts";
import { diagnosticText } from "./diagnostics.ts";
import { checkPageOf, docsOf, isCheckPage } from "./docs.ts";
import { runDiff } from "./diff.ts";
import { companyOf, ofKind } from "../model/company.ts";
import { askedBy, entriesOf } from "./forms.ts";
import { directoryOf } from "../model/directory.ts";
import { type Inputs, readInputs } from "./inputs.ts";
import { listingOf, listingText } from "./listing.ts";
import { runTests } from "./tests.ts";
import type { Unscored } from "../pages/figures/types.ts";
import { isReport, lastYear, reportOf, type ScoredAll } from "./report.ts";
import { versionOf } from "./version.ts";
import { modelWorkbook } from "../workbook/index.ts";
import { runInit, writeScored } from "./workbooks.ts";
import { say } from "./words.ts";

type Run = (args: Arguments, io: StreamIo) => number | Promise<number>;
const jsonText = (data: unknown): string => `${JSON.stringify(data, null, 2)}\n`;

function talk(diagnostics: readonly Diagnostic[], inputs: Inputs, args: Arguments, io: Io): void {
  for (const one of capDiagnostics(sortDiagnostics(diagnostics))) io.err(`${diagnosticText(one, inputs.known, args.lang)}\n`);
}

/** What is found of every actuals document given; where there is nothing, the reasons are on standard error. */
function scoreEach<T>(args: Arguments, io: Io, look: (scorer: Scorer, actuals: Loaded) => { readonly found: T | undefined; readonly diagnostics: readonly Diagnostic[] }): { found: readonly T[]; unscored: readonly Unscored[]; failed: boolean } {
  const inputs = readInputs(args.inputs, args.lang, [], args.forms.flatMap(({ file }) => file ?? []));
  const broken = inputs.given.filter((one) => one.kind === undefined || one.data === undefined);
  talk(broken.flatMap((one) => one.diagnostics), inputs, args, io);
  const given = ofKind(inputs.given, "actuals").filter((one) => one.data !== undefined);
  if (given.length === 0 && broken.length === 0 && args.forms.length === 0) throw new Unusable(say(args.lang, "nothing-matched", args.inputs.join(" "), "actuals"));
  // A document without a kind is no evaluation; one that cannot be read may be.
  const unscored = broken.filter(({ diagnostics }) => !diagnostics.some(({ code }) => code === "kind-missing")).map(({ file = "-", diagnostics }) => ({ name: file, reason: reasonOf(diagnostics, args) }));
  const directory = directoryOf(inputs.given, inputs.known);
  const evaluate = (one: Loaded, file: string, seen: (scorer: Scorer) => ReturnType<typeof look>): readonly T[] => {
    const { framework, named, ...parts } = companyOf(one, directory);
    if (framework === undefined) throw new Unusable(say(args.lang, "no-reference", file, named ?? ""));
    const { scorer, diagnostics } = compile({ framework, ...parts });
    const looked = scorer === undefined ? { found: undefined, diagnostics: [] } : seen(scorer);
    talk([...diagnostics, ...looked.diagnostics], inputs, args, io);
    if (looked.found === undefined) unscored.push({ name: file, reason: reasonOf([...diagnostics, ...looked.diagnostics], args) });
    return looked.found === undefined ? [] : [looked.found];
  };
  const found = [
    ...given.flatMap((one) => evaluate(one, one.file ?? "-", (scorer) => look(scorer, one))),
    ...args.forms.flatMap((form) =>
      evaluate(askedBy(form), form.file ?? form.at, (scorer) => {
        const { document, diagnostics, place } = entriesOf(form, scorer);
        const looked = document === undefined ? { found: undefined, diagnostics: [] } : look(scorer, document);
        return { found: looked.found, diagnostics: place([...diagnostics, ...looked.diagnostics]) };
      }),
    ),
  ];
  return { found, unscored, failed: broken.length > 0 || unscored.length > 0 };
}

/** The first thing that stands in the way; all of them are on standard error. */
function reasonOf(diagnostics: readonly Diagnostic[], { lang }: Arguments): string {
  const first = sortDiagnostics(diagnostics).find((one) => one.severity === "error");
  return first === undefined ? "" : describe(first, lang);
}

function scoreAll(args: Arguments, io: Io): ScoredAll {
  const { found, ...rest } = scoreEach(args, io, (scorer, actuals) => {
    const { scorecard, diagnostics } = score(scorer, actuals);
    return { found: scorecard && { card: scorecard, ask: () => whatIf(scorer, actuals).whatIf }, diagnostics };
  });
  return { cards: found.map((one) => one.card), asks: found.map((one) => one.ask), ...rest };
}

const oneOrMany = (all: readonly unknown[]): string => jsonText(all.length === 1 ? all[0] : all);

const runScore: Run = async (args, io) => {
  if (args.batch !== undefined) return runBatch(args, args.batch, io);
  if (args.format === "xlsx") return scoreAsWorkbook(args, io);
  const all = scoreAll(args, io);
  const { cards, failed } = all;
  if (isReport(args.format)) {
    const last = lastYear(args.report.previous, args.lang, (input) => scoreAll({ ...args, inputs: [input], forms: [] }, io));
    io.out((await reportOf(all, last?.cards, args)) ?? "");
    return failed || last?.failed ? 1 : 0;
  }
  if (cards.length > 0) io.out(args.format === "json" ? oneOrMany(cards) : cards.map((card) => render(card, args.format as ReportFormat, args.lang)).join("\n"));
  return failed ? 1 : 0;
};

const scoreAsWorkbook = async (args: Arguments, io: Io): Promise<number> => {
  const { found, failed } = scoreEach(args, io, (scorer, actuals) => {
    const { model, diagnostics } = modelWorkbook(scorer, { actuals });
    return { found: model, diagnostics };
  });
  const written = await writeScored(found, args, io, (diagnostics) => talk(diagnostics, readInputs([], args.lang), args, io));
  return failed || !written ? 1 : 0;
};

/** The indicator asked for is one of those scored. */
function mustHave(indicator: string | undefined, all: readonly { readonly indicators: readonly { readonly id: string; readonly path: string }[] }[], lang: Arguments["lang"]): void {
  const indicators = all.flatMap((one) => one.indicators);
  if (indicator === undefined || all.length === 0 || indicators.some(({ id, path }) => id === indicator || path === indicator)) return;
  throw new Unusable(say(lang, "no-such-document", indicator, nearest(indicator, indicators.map(({ id }) => id)) ?? ""));
}

const runWhatIf: Run = (args, io) => {
  const { lang, indicator } = args;
  const { found, failed } = scoreEach(args, io, (scorer, actuals) => {
    const { whatIf: one, diagnostics } = whatIf(scorer, actuals);
    return { found: one, diagnostics };
  });
  mustHave(indicator, found, lang);
  if (found.length > 0) io.out(args.format === "json" ? oneOrMany(found) : found.map((one) => whatIfText(one, { lang, ...(indicator === undefined ? {} : { indicator }) })).join("\n"));
  return failed ? 1 : 0;
};

const runExplain: Run = (args, io) => {
  if (args.whatIf) return runWhatIf(args, io);
  const { cards, failed } = scoreAll(args, io);
  const { lang, only, indicator } = args;
  mustHave(indicator, cards, lang);
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

export const commands = { score: runScore, explain: runExplain, check: (args: Arguments, io: Io) => runCheck(args, io, versionOf()), test: (args: Arguments, io: Io) => runTests(args, io, talk), audit: runAudit, list: runList, docs: runDocs, schema: runSchema, diff: (args: Arguments, io: Io) => runDiff(args, io, talk), init: (args: Arguments, io: Io) => runInit(args, io, talk) } satisfies Readonly<Record<Command, Run>>;
