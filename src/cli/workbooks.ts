// jixiao init, and score as a workbook: forms to be filled in, and evaluations whose formulas score.
import { companyOf } from "../model/company.ts";
import { type Directory, directoryOf } from "../model/directory.ts";
import type { Diagnostic } from "../types/diagnostics.ts";
import type { Loaded } from "../types/loaded.ts";
import { compile, type Scorer } from "../scorer.ts";
import { collectionForm, collectionRows } from "../workbook/index.ts";
import type { WorkbookModel } from "../xlsx/model.ts";
import { writeWorkbook } from "../xlsx/write.ts";
import { type Arguments, Unusable } from "./arguments.ts";
import { type Inputs, readInputs } from "./inputs.ts";
import type { Io } from "./io.ts";
import { say } from "./words.ts";

type Talk = (diagnostics: readonly Diagnostic[], inputs: Inputs, args: Arguments, io: Io) => void;
const failed = (diagnostics: readonly Diagnostic[]): boolean => diagnostics.some(({ severity }) => severity === "error");

export async function runInit(args: Arguments, io: Io, talk: Talk): Promise<number> {
  const { lang, format, many } = args;
  const inputs = readInputs(args.inputs, lang);
  const directory = directoryOf(inputs.given, inputs.known);
  const one = chosenOf(inputs.given, directory, args);
  if (one.data === undefined) {
    talk(one.diagnostics, inputs, args, io);
    return 1;
  }
  const { framework, named, ...parts } = companyOf(one, directory);
  if (framework === undefined) throw new Unusable(say(lang, "no-reference", one.file ?? "-", named ?? ""));
  const { scorer, diagnostics } = compile({ framework, ...parts });
  talk(diagnostics, inputs, args, io);
  if (scorer === undefined) return 1;
  const { text, bytes, diagnostics: writing } = await formOf(scorer, format === "csv" ? "csv" : "xlsx", many);
  talk(writing, inputs, args, io);
  if (text !== undefined) io.out(text);
  if (bytes !== undefined) binary(bytes, args, io);
  return failed(writing) ? 1 : 0;
}

/** A form for one evaluation is a workbook; a CSV file has one evaluation a row. */
const formOf = (scorer: Scorer, format: "csv" | "xlsx", many: boolean): Promise<{ readonly text?: string; readonly bytes?: Uint8Array; readonly diagnostics: readonly Diagnostic[] }> =>
  many || format === "csv" ? collectionRows(scorer, format) : collectionForm(scorer);

/** Objectives, where there are any, stand for their framework. */
function chosenOf(given: readonly Loaded[], directory: Directory, { lang, inputs }: Arguments): Loaded {
  const found = given.filter(({ kind }) => kind === "framework" || kind === "objectives");
  const bound = new Set(found.filter(({ kind }) => kind === "objectives").map((one) => companyOf(one, directory).framework));
  const [one, ...others] = found.filter((each) => !bound.has(each));
  if (one === undefined) throw new Unusable(say(lang, "nothing-matched", inputs.join(" "), lang === "en" ? "framework or objectives" : " framework、objectives "));
  if (others.length > 0) throw new Unusable(say(lang, "one-form", String(others.length + 1)));
  return one;
}

/** What scoring made of one evaluation, as a workbook. */
export async function writeScored(models: readonly WorkbookModel[], args: Arguments, io: Io, tell: (diagnostics: readonly Diagnostic[]) => void): Promise<boolean> {
  const [model, ...others] = models;
  if (model === undefined) return false;
  if (others.length > 0) throw new Unusable(say(args.lang, "one-workbook", String(models.length)));
  const { bytes, diagnostics } = await writeWorkbook(model);
  tell(diagnostics);
  if (bytes !== undefined) binary(bytes, args, io);
  return !failed(diagnostics);
}

function binary(bytes: Uint8Array, { output, lang }: Arguments, io: Io): void {
  if (output === undefined && process.stdout.isTTY) throw new Unusable(say(lang, "needs-output", "xlsx"));
  io.out(bytes);
}
