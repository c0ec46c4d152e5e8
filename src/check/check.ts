// What a check (静态检查) is: what it looks at, why, on what basis, and the faults it finds. Plain data and pure
// functions; the figures a check judges by are options, and stand in a configuration that a person signed.
import type { Analysed } from "../model/analysed.ts";
import type { Comment } from "../text/comments.ts";
import { type Code, diagnose, type Diagnostic, type Edit, type Path, type Severity } from "../types/diagnostics.ts";
import type { Directory } from "../model/directory.ts";
import type { Label } from "../expression/expression.ts";
import type { Linked, Place } from "../model/linked.ts";
import type { Document, Loaded } from "../types/loaded.ts";
import type { Draft, Program } from "../model/program.ts";
import type { LeafResult } from "../model/results.ts";
import type { Scorecard } from "../types/scorecard-types.ts";
import type { z } from "../source/shape.ts";
import type { Data } from "../source/source.ts";
import type { Basis } from "../types/types.ts";

/** What a diagnostic may carry besides its code, facts and place. */
export interface More {
  readonly related?: readonly Place[] | undefined;
  readonly basis?: Basis | undefined;
  readonly severity?: "error" | "warning" | undefined;
  /** changes to the source text that mend the fault without changing what the document means */
  readonly edits?: readonly Edit[] | undefined;
}

export type Report = (code: Code, facts: Readonly<Record<string, string>>, place: Place, more?: More) => void;

/** Several documents that are checked together. */
export interface Corpus {
  readonly given: ReadonlySet<Loaded>;
  /** the given documents and every other that they may refer to */
  readonly directory: Directory;
  /** every given framework alone, and with each of its given objectives */
  readonly linked: readonly Linked[];
  /** the day on which the norms must be in force, `YYYY-MM-DD`; nothing is said about expiry without it */
  readonly asOf: string | undefined;
}

/** An evaluation that was scored. */
export interface Evaluated {
  readonly program: Program;
  readonly actuals: Document<"actuals">;
  readonly results: readonly LeafResult[];
  readonly scorecard: Scorecard;
}

/** How one document is written. */
export interface Written {
  /** what YAML says, also where it has not the shape of a document; absent where it is no YAML */
  readonly data: Data | undefined;
  readonly comments: readonly Comment[];
  /** the keys of the block at a path in the order of the schema; undefined where their order means nothing */
  readonly keys: (path: Path) => readonly string[] | undefined;
  /** where an editor finds the schema of this kind, from the folder of the document; absent where that is not known */
  readonly schema: string | undefined;
}

/** The stages at which a check looks; most look at one. */
export interface Stages<Options> {
  /** the text of one document of any kind */
  document?(document: Loaded, report: Report, options: Options, written: Written): void;
  /** a framework, with its objectives where there are any */
  framework?(linked: Linked, report: Report, options: Options): void;
  /** the expressions that a framework compiles to, also while slots and targets stand open, and what is proved of them */
  program?(draft: Draft, report: Report, options: Options, analysed: () => Analysed): void;
  /** an evaluation: a program with actual values */
  actuals?(evaluated: Evaluated, report: Report, options: Options): void;
  corpus?(corpus: Corpus, report: Report, options: Options): void;
}

export interface Check<Options = unknown> extends Stages<Options> {
  readonly id: string;
  readonly title: Label;
  /** 理由: what goes wrong for those who are scored when this is not kept */
  readonly why: Label;
  /** 改法: what to do about a finding */
  readonly mend: Label;
  readonly basis: Basis;
  /** the codes it reports; a configurable check has one, its id */
  readonly codes: readonly Code[];
  /** stands in the way of scoring: always on, as grave as the catalogue says */
  readonly blocking?: true;
  /** the shape of every figure and word it judges by; a configuration must give each of them */
  readonly options?: { readonly [Name in keyof Options]: z.ZodType<Options[Name]> };
}

export function defineCheck<Options>(check: Check<Options>): Check<Options> {
  return check;
}

/** A basis as a diagnostic carries it: without keys that say nothing. */
export const plainBasis = ({ document, clause, status }: Basis) => ({ document, status, ...(clause === undefined ? {} : { clause }) });

const GRAVITY: readonly Severity[] = ["info", "warning", "error"];
/** A finding is as grave as the configuration says, and milder where the check says so of this one. */
const milder = (preset: Severity, own: Severity | undefined): Severity => (own !== undefined && GRAVITY.indexOf(own) < GRAVITY.indexOf(preset) ? own : preset);

/** Notes what is reported as diagnostics in a list; `preset` is what a configuration says of all of them. */
export function reporter(found: Diagnostic[], preset: Pick<Diagnostic, "severity"> | undefined = undefined, basis: Basis | undefined = undefined): Report {
  return (code, facts, place, more = {}) => {
    const related = (more.related ?? []).map(({ file, span }) => ({ message: "", ...(file === undefined ? {} : { file }), ...(span === undefined ? {} : { span }) }));
    const norm = more.basis ?? basis;
    found.push(
      diagnose(code, facts, { ...place, related: related.length > 0 ? related : undefined, basis: norm && plainBasis(norm), severity: preset === undefined ? more.severity : milder(preset.severity, more.severity), edits: more.edits }),
    );
  };
}
