// 词表: the one catalogue of every code, put together from its areas.
import { analysis } from "./analysis.ts";
import { batch } from "./batch.ts";
import { checks } from "./checks.ts";
import { configuration } from "./configuration.ts";
import { corpusChecks } from "./corpus-checks.ts";
import { documents } from "./documents.ts";
import type { Entry } from "./entry.ts";
import { frameworkChecks } from "./framework-checks.ts";
import { methods } from "./methods.ts";
import { objectiveChecks } from "./objective-checks.ts";
import { rules } from "./rules.ts";
import { source } from "./source.ts";
import { styleChecks } from "./style-checks.ts";
import { tables } from "./tables.ts";
import { verification } from "./verification.ts";
import { workbook } from "./workbook.ts";

export type { Facts } from "./entry.ts";

export const areas = [source, documents, methods, rules, configuration, verification, checks, objectiveChecks, frameworkChecks, corpusChecks, styleChecks, tables, analysis, batch, workbook] as const;

export const messages = { ...source, ...documents, ...methods, ...rules, ...configuration, ...verification, ...checks, ...objectiveChecks, ...frameworkChecks, ...corpusChecks, ...styleChecks, ...tables, ...analysis, ...batch, ...workbook } satisfies Record<string, Entry>;

export type Code = keyof typeof messages;

/** Words that stand beside a related place. */
export const related = { earlier: "第一次写在这里" } as const;
