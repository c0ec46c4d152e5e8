// The door to compiling and scoring: documents in, scorer out, scorecards out of it.
import type { Diagnostic } from "./types/diagnostics.ts";
import { fromData } from "./documents/document.ts";
import type { Loaded } from "./types/loaded.ts";
import type { Parts } from "./link/link.ts";
import { once } from "./text/once.ts";
import type { Program } from "./model/program.ts";
import { type FullyScored, type Scored, scoreProgram } from "./scoring/score.ts";
import { compileVerified, stillOpen } from "./verify/verified.ts";
import { compileQuiet } from "./scoring/quiet.ts";
import { compileTally, type Tallier, type Tally } from "./model/tally.ts";
import type { Data } from "./source/source.ts";
import type { ActualsDocument, ActualValue, Label } from "./types/types.ts";
import { methodOf } from "./methods/index.ts";
import { show } from "./numbers/number.ts";

const PROGRAM = Symbol.for("jixiao.program");
const TALLIER = Symbol.for("jixiao.tallier");
const QUIET = Symbol.for("jixiao.quiet");

/** A compiled framework with the objectives it is bound to. Immutable; safe to share and to keep. */
export interface Scorer {
  readonly framework: string;
  readonly version: string;
  /** id of the objectives document, or of the framework where it needs none: what `actuals.objectives` must say */
  readonly subject: string;
  readonly places: number;
  readonly grades: readonly string[];
  readonly indicators: readonly ScorerIndicator[];
}

export interface ScorerIndicator {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly weight: string;
  readonly unit?: string;
  readonly target?: string;
  readonly method: { readonly kind: string; readonly title: Label };
  /** what must be entered, by name */
  readonly inputs: readonly { readonly name: string; readonly label: string; readonly unit?: string; readonly options?: readonly string[] }[];
}

type Inside = Scorer & { readonly [PROGRAM]: Program; readonly [TALLIER]: () => Tallier | undefined; readonly [QUIET]: () => Tallier | undefined };

/** Links, checks and compiles. `scorer` is absent while any diagnostic is an error; all of them are reported at once. */
export function compile(parts: Parts): { readonly scorer: Scorer | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const compiled = compileVerified(parts);
  const { program, diagnostics } = compiled;
  if (program === undefined) return { scorer: undefined, diagnostics: [...diagnostics, ...stillOpen(compiled)] };
  const { framework, objectives } = program.linked;
  const inside: Inside = {
    framework: framework.data.id,
    version: framework.data.version,
    subject: objectives?.data.id ?? framework.data.id,
    places: program.rounding.places,
    grades: program.grades,
    indicators: program.leaves.map(({ leaf, inputs }) => ({
      id: leaf.id,
      path: leaf.path,
      name: leaf.name,
      weight: show(leaf.weight),
      ...(leaf.unit === undefined ? {} : { unit: leaf.unit }),
      ...(leaf.target === undefined ? {} : { target: leaf.target.text }),
      method: { kind: leaf.method.kind, title: methodOf(leaf.method.kind)?.title ?? { zh: "", en: "" } },
      inputs: inputs.map(({ name, label, unit, options }) => ({ name, label: label.zh, ...(unit === undefined ? {} : { unit }), ...(options === undefined ? {} : { options }) })),
    })),
    [PROGRAM]: program,
    // Whoever only scores does not pay for batches.
    [TALLIER]: once(() => compileTally(program)),
    [QUIET]: once(() => compileQuiet(program)),
  };
  return { scorer: inside, diagnostics };
}

/** Only checks: everything that is wrong with the documents, each fault with its place. */
export const check = (parts: Parts): readonly Diagnostic[] => compileVerified(parts).diagnostics;

/**
 * Scores one evaluation. Give a loaded document, or plain data with decimals as strings.
 * A faulty entry gives diagnostics and no scorecard; a missing one gives a scorecard with a range.
 */
export function score(scorer: Scorer, actuals: Loaded | ActualsDocument): Scored {
  const { scorecard, diagnostics } = scoreFully(scorer, actuals);
  return { scorecard, diagnostics };
}

/** The same with what scoring found on the way, for whoever looks further into it. */
export function scoreFully(scorer: Scorer, actuals: Loaded | ActualsDocument): FullyScored & { readonly program: Program } {
  const program = (scorer as Inside)[PROGRAM];
  return { program, ...scoreProgram(program, "locate" in actuals ? actuals : fromData(actuals as unknown as Data, () => undefined, undefined)) };
}

/**
 * Points, total and grade of one plain record, fast: scaled integers (分 × 10^places), no explanation.
 * Undefined when the record is incomplete, faulty or touches a declared fact: `score` then says why.
 */
export function tally(scorer: Scorer, values: Readonly<Record<string, ActualValue>>): Tally | undefined {
  return (scorer as Inside)[TALLIER]()?.(values);
}

/** The same for batches: undefined also where scoring would have something to say. The function is for one record after another. */
export const quietTally = (scorer: Scorer): Tallier | undefined => (scorer as Inside)[QUIET]();

/** What the scorer was compiled to. */
export const programOf = (scorer: Scorer): Program => (scorer as Inside)[PROGRAM];
