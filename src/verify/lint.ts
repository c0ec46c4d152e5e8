// 检查: runs the checks that a configuration switched on, each at the stage it looks at.
import { analyseDraft } from "../analysis/index.ts";
import { type Corpus, type Evaluated, type Report, reporter, type Written } from "../check/check.ts";
import { type Configuration, type Enabled, enabledOf } from "./configuration.ts";
import type { Diagnostic } from "../types/diagnostics.ts";
import { keysIn } from "./key-order.ts";
import type { Linked } from "../model/linked.ts";
import type { Loaded } from "../types/loaded.ts";
import { once } from "../text/once.ts";
import type { Draft } from "../model/program.ts";
import { commentsIn, type Data, readSource } from "../source/source.ts";
import type { DocumentKind } from "../types/types.ts";

/** Where an editor finds the schema of a kind, from the folder of a file; undefined where that is not known. */
export type SchemaOf = (file: string | undefined, kind: DocumentKind) => string | undefined;

type Look = (one: Enabled, report: Report) => void;

function lint(configuration: Configuration, look: Look): readonly Diagnostic[] {
  return enabledOf(configuration).flatMap((one) => {
    const found: Diagnostic[] = [];
    look(one, reporter(found, { severity: one.severity }, one.basis));
    return found;
  });
}

/** The text of one document of any kind. */
export function lintDocument(document: Loaded, configuration: Configuration, schemaOf?: SchemaOf): readonly Diagnostic[] {
  if (!enabledOf(configuration).some(({ check }) => check.document !== undefined)) return [];
  const written = writtenOf(document, schemaOf);
  return lint(configuration, ({ check, options }, report) => check.document?.(document, report, options, written));
}

function writtenOf(document: Loaded, schemaOf: SchemaOf | undefined): Written {
  const data = (document.data as unknown as Data | undefined) ?? readSource(document.text, document.file).data;
  return { data, comments: commentsIn(document.text), keys: keysIn(data), schema: document.kind && schemaOf?.(document.file, document.kind) };
}

/** A framework with its objectives where there are any, and what it compiles to. */
export function lintFramework(linked: Linked, draft: Draft | undefined, configuration: Configuration): readonly Diagnostic[] {
  const analysed = draft && once(() => analyseDraft(draft));
  return lint(configuration, ({ check, options }, report) => {
    check.framework?.(linked, report, options);
    if (draft !== undefined && analysed !== undefined) check.program?.(draft, report, options, analysed);
  });
}

/** An evaluation that was scored. */
export const lintActuals = (evaluated: Evaluated, configuration: Configuration): readonly Diagnostic[] => lint(configuration, ({ check, options }, report) => check.actuals?.(evaluated, report, options));

/** Whether any check looks at several documents. */
export const looksTogether = (configuration: Configuration): boolean => enabledOf(configuration).some(({ check }) => check.corpus !== undefined);

/** Several documents against each other. */
export const lintCorpus = (corpus: Corpus, configuration: Configuration): readonly Diagnostic[] => lint(configuration, ({ check, options }, report) => check.corpus?.(corpus, report, options));
