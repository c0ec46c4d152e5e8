// The renderings of a scorecard: one line each. A report reads only the scorecard.
import type { Language } from "../types/types.ts";
import type { Scorecard } from "../types/scorecard-types.ts";
import { csv } from "./csv.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";
import { text } from "./text.ts";

const reports = { csv, json, markdown, text } as const;

export type ReportFormat = keyof typeof reports;
export const reportFormats = Object.keys(reports) as readonly ReportFormat[];

/** Renders a scorecard; `text` and `markdown` show the table and where points were lost. */
export const render = (card: Scorecard, format: ReportFormat = "text", lang: Language = "zh-CN"): string => reports[format](card, lang);
