// The renderings of a check report: one line each. A format reads only the report.
import type { CheckReport } from "../verify/check-report.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { html } from "./html.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown.ts";
import { sarif } from "./sarif.ts";
import { text } from "./text.ts";

const formats = { text, json, sarif, junit, github, gitlab, markdown, html } as const;

export type CheckFormat = keyof typeof formats;
export const checkFormats = Object.keys(formats) as readonly CheckFormat[];

/** Renders a report of `jixiao check`. */
export const renderCheck = (report: CheckReport, format: CheckFormat = "text"): string => formats[format](report);
