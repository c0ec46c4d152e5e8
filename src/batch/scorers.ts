// 按什么评分: the scorer of a record, found among documents by the objectives (or framework) that it names, each compiled
// once. As for a single evaluation, the as-of date decides between versions of packs and frameworks.
import { companyOf } from "../model/company.ts";
import { type Diagnostic, diagnose } from "../types/diagnostics.ts";
import { directoryOf, idOf, versionOf } from "../model/directory.ts";
import type { Loaded } from "../types/loaded.ts";
import { nearest } from "../text/nearest.ts";
import { compile, type Scorer } from "../scorer.ts";
import { isDay } from "../source/shape.ts";
import type { ActualsDocument } from "../types/types.ts";

/** A scorer, or why there is none. */
export type Chosen = { readonly scorer: Scorer } | { readonly scorer: undefined; readonly diagnostics: readonly Diagnostic[] };

export interface BatchScorers {
  /** by the id of the objectives, or of the framework where it needs none; undefined: the only ones there are */
  choose(objectives: string | undefined, asOf: string | undefined): Chosen;
  /** of all the candidates that compile */
  all(): readonly Scorer[];
  /** what stands in the way of the candidates that do not */
  readonly diagnostics: () => readonly Diagnostic[];
}

/** One scorer for every record. A record that names other objectives fails, as it does on its own. */
export const onlyScorer = (scorer: Scorer): BatchScorers => ({ choose: () => ({ scorer }), all: () => [scorer], diagnostics: () => [] });

/**
 * Objectives and frameworks among `given` are what may be scored by; what they refer to is looked up among `known` too.
 * With objectives there, a record that names none means the only objectives; else the only framework.
 * `also` are ids that forms among the records name: looked up among `known`, and the only ones there are without others.
 */
export function scorersOf(given: readonly Loaded[], known: readonly Loaded[] = [], also: readonly string[] = []): BatchScorers {
  const directory = directoryOf(given, known);
  const idsOf = (kind: Loaded["kind"]): readonly string[] => [...new Set(given.flatMap((one) => (one.kind === kind ? (idOf(one) ?? []) : [])))];
  const objectives = idsOf("objectives");
  const own = objectives.length > 0 ? objectives : idsOf("framework");
  const candidates = own.length > 0 ? own : [...new Set(also)];
  const every = [...new Set([...own, ...also])];
  const compiled = new Map<string, ReturnType<typeof compile>>();
  const byName = new Map<string, ReturnType<typeof compile> | undefined>();

  /** The same documents are compiled once, whatever the days on which they are asked for. */
  const compiledFor = (named: string, asOf: string | undefined): ReturnType<typeof compile> | undefined => {
    const key = JSON.stringify([named, asOf]);
    if (byName.has(key)) return byName.get(key);
    const { framework, named: _, ...parts } = companyOf(asking(named, asOf), directory);
    const documents = [framework, parts.objectives, ...parts.packs].map((one) => (one === undefined ? null : [one.kind, idOf(one), versionOf(one), one.file]));
    const same = JSON.stringify(documents);
    const found = framework === undefined ? undefined : (compiled.get(same) ?? compile({ framework, ...parts }));
    if (found !== undefined) compiled.set(same, found);
    byName.set(key, found);
    return found;
  };
  return {
    choose(named, asOf) {
      const [only, ...others] = candidates;
      const id = named ?? (others.length === 0 ? only : undefined);
      if (id === undefined) return { scorer: undefined, diagnostics: [diagnose("batch-objectives-missing", { expected: candidates.slice(0, 5).join("、") })] };
      // What nobody knows is not remembered.
      const exists = (["objectives", "framework"] as const).some((kind) => directory.versions(kind, kind === "framework" ? id.split("@")[0] : id).length > 0);
      const found = exists ? compiledFor(id, asOf !== undefined && isDay(asOf) ? asOf : undefined) : undefined;
      if (found?.scorer !== undefined) return { scorer: found.scorer };
      if (found === undefined) {
        const guess = nearest(id, candidates);
        return { scorer: undefined, diagnostics: [diagnose("batch-objectives-unknown", { id, ...(guess === undefined ? {} : { guess }) })] };
      }
      const errors = found.diagnostics.filter(({ severity }) => severity === "error");
      return { scorer: undefined, diagnostics: [diagnose("batch-objectives-faulty", { id, count: String(errors.length), first: errors[0]?.message ?? "" })] };
    },
    all: () => every.flatMap((id) => compiledFor(id, undefined)?.scorer ?? []),
    diagnostics: () => every.flatMap((id) => {
      const found = compiledFor(id, undefined);
      return found === undefined ? [diagnose("batch-objectives-unknown", { id })] : found.scorer === undefined ? found.diagnostics : [];
    }),
  };
}

/** What an evaluation says of the documents it stands on. */
export function asking(objectives: string, asOf: string | undefined): Loaded {
  const data = { kind: "actuals", objectives, ...(asOf === undefined ? {} : { "as-of": asOf }), values: {} } as unknown as ActualsDocument;
  return { kind: "actuals", text: "", data, diagnostics: [], locate: () => undefined };
}
