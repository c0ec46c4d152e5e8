// 检查: runs the checks that a configuration switched on, each at the stage it looks at.
import { type Corpus, type Evaluated, type Report, reporter } from "./check.ts";
import { type Configuration, type Enabled, enabledOf } from "./configuration.ts";
import type { Diagnostic } from "./diagnostics.ts";
import type { Linked } from "./linked.ts";
import type { Loaded } from "./loaded.ts";
import type { Draft } from "./program.ts";

type Look = (one: Enabled, report: Report) => void;

function lint(configuration: Configuration, look: Look): readonly Diagnostic[] {
  return enabledOf(configuration).flatMap((one) => {
    const found: Diagnostic[] = [];
    look(one, reporter(found, { severity: one.severity }, one.basis));
    return found;
  });
}

/** The text of one document of any kind. */
export const lintDocument = (document: Loaded, configuration: Configuration): readonly Diagnostic[] => lint(configuration, ({ check, options }, report) => check.document?.(document, report, options));

/** A framework with its objectives where there are any, and what it compiles to. */
export function lintFramework(linked: Linked, draft: Draft | undefined, configuration: Configuration): readonly Diagnostic[] {
  return lint(configuration, ({ check, options }, report) => {
    check.framework?.(linked, report, options);
    if (draft !== undefined) check.program?.(draft, report, options);
  });
}

/** An evaluation that was scored. */
export const lintActuals = (evaluated: Evaluated, configuration: Configuration): readonly Diagnostic[] => lint(configuration, ({ check, options }, report) => check.actuals?.(evaluated, report, options));

/** Whether any check looks at several documents. */
export const looksTogether = (configuration: Configuration): boolean => enabledOf(configuration).some(({ check }) => check.corpus !== undefined);

/** Several documents against each other. */
export const lintCorpus = (corpus: Corpus, configuration: Configuration): readonly Diagnostic[] => lint(configuration, ({ check, options }, report) => check.corpus?.(corpus, report, options));
