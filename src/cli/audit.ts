// jixiao audit（复核）: rechecks printed tables and reports what does not hold in them. One table that cannot be read
// never stops the rest.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Audit } from "../audit-types.ts";
import { audit, type AuditOptions } from "../audit.ts";
import { auditMarkdown, auditText } from "../audit-report.ts";
import { nearest } from "../nearest.ts";
import { builtin } from "../node/index.ts";
import { isKind, type Loaded } from "../loaded.ts";
import { ROUNDING_MODES } from "../number.ts";
import type { Table } from "../table.ts";
import { readPublished } from "../tables/published.ts";
import type { Rounding } from "../types.ts";
import { type Arguments, Unusable } from "./arguments.ts";
import { diagnosticText } from "./diagnostics.ts";
import type { Io } from "./io.ts";
import { say } from "./words.ts";

export function runAudit(args: Arguments, io: Io): number {
  const { lang, format, inputs } = args;
  const shipped = builtin();
  const options = optionsOf(args, shipped);
  const audited: { readonly table: Table; readonly audit: Audit }[] = [];
  let failed = false;
  for (const { name, given } of inputs.flatMap((one) => filesOf(one, args))) {
    const { tables, diagnostics } = readPublished(readFileSync(name === "-" ? 0 : name, "utf8"), name);
    // In a folder, JSON that holds no table is none of ours.
    if (tables.length === 0 && !given) continue;
    for (const one of diagnostics) io.err(`${diagnosticText(one, [], lang)}\n`);
    failed ||= diagnostics.some(({ severity }) => severity === "error");
    for (const table of tables) audited.push({ table, audit: audit(table, options) });
  }
  if (audited.length === 0) throw new Unusable(say(lang, "no-tables", inputs.join(" ")));
  const audits = audited.map((one) => one.audit);
  if (format === "json") io.out(`${JSON.stringify(audits.length === 1 ? audits[0] : audits, null, 2)}\n`);
  else if (format === "markdown") io.out(auditMarkdown(audits, lang));
  else io.out(audited.map((one) => auditText(one.audit, one.table, lang)).join("\n"));
  const count = (severity: string): string => String(audits.reduce((sum, one) => sum + one.findings.filter((found) => found.severity === severity).length, 0));
  io.err(`${say(lang, "audited", String(audits.length), say(lang, "audit-counts", count("error"), count("warning")))}\n`);
  return failed || audits.some((one) => one.findings.some(({ severity }) => severity !== "info")) ? 1 : 0;
}

/** The files an argument names; `given` says that the file itself was named. */
function filesOf(name: string, { lang }: Arguments): { readonly name: string; readonly given: boolean }[] {
  if (name === "-") return [{ name, given: true }];
  try {
    if (!statSync(name).isDirectory()) return [{ name, given: true }];
  } catch (error) {
    throw new Unusable(say(lang, "unreadable", name, String((error as { code?: string }).code)));
  }
  return readdirSync(name, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && one.name.endsWith(".json") && !`/${one.parentPath}/`.includes("/node_modules/"))
    .map((one) => ({ name: join(one.parentPath, one.name), given: false }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function optionsOf({ lang, audit: { form, rounding, place } }: Arguments, shipped: readonly Loaded[]): AuditOptions {
  const forms = shipped.filter((one) => isKind(one, "form"));
  const layouts = forms.flatMap((one) => one.data.layouts.map(({ id }) => id));
  if (form !== undefined && !layouts.includes(form)) {
    const guess = nearest(form, layouts);
    throw new Unusable(say(lang, "bad-value", `--form ${form}${guess === undefined ? "" : `（${guess}？）`}`, layouts.join(lang === "en" ? ", " : "、")));
  }
  return { forms, packs: shipped.filter((one) => one.kind === "pack"), form, rounding: rounding === undefined ? undefined : roundingOf(rounding, lang), place, lang };
}

/** `2-half-up`, `0-down`, and of the rate before it: `2-half-up,rate-1-half-up`. */
function roundingOf(text: string, lang: Arguments["lang"]): AuditOptions["rounding"] {
  const found: { points?: Rounding; rate?: Rounding } = {};
  for (const part of text.split(",")) {
    const [, of, places, mode] = /^(rate-)?([0-6])(?:-([a-z-]+))?$/.exec(part) ?? [];
    const named = ROUNDING_MODES.find((one) => one === (mode ?? "half-up"));
    if (places === undefined || named === undefined) throw new Unusable(say(lang, "bad-value", `--rounding ${text}`, "2-half-up, 0-down, 2-half-up,rate-1-half-up"));
    found[of === undefined ? "points" : "rate"] = { places, mode: named };
  }
  return found;
}
