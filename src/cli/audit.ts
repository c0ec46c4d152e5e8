// jixiao audit（复核）: rechecks printed tables and reports what does not hold in them, one file after another, each
// table as it comes. One that cannot be read never stops the rest.
import type { Audit } from "../types/audit-types.ts";
import { audit, type AuditOptions } from "../audit.ts";
import { auditMarkdown, auditText } from "../recheck/audit-report.ts";
import { nearest } from "../text/nearest.ts";
import { builtin, readDocument } from "../node/index.ts";
import { isKind, type Loaded } from "../types/loaded.ts";
import { ROUNDING_MODES } from "../numbers/number.ts";
import type { Table } from "../types/table.ts";
import type { Rounding } from "../types/types.ts";
import { type Arguments, Unusable } from "./arguments.ts";
import { auditFiles, isFile, readAuditFile } from "./audit-files.ts";
import { diagnosticText } from "./diagnostics.ts";
import type { Sink, StreamIo } from "./io.ts";
import { progressOn } from "./progress.ts";
import { say } from "./words.ts";

export async function runAudit(args: Arguments, io: StreamIo): Promise<number> {
  const { lang, format, inputs, output } = args;
  const options = optionsOf(args, builtin());
  const files = inputs.flatMap((one) => auditFiles(one, lang));
  const whole = files.reduce((sum, one) => sum + one.size, 0);
  const progress = progressOn(process.stderr, whole, lang, output === undefined && process.stdout.isTTY === true);
  const counts = { tables: 0, error: 0, warning: 0, info: 0 };
  const skipped: string[] = [];
  let failed = false;
  let done = 0;
  let writer: Writer | undefined;
  for (const file of files) {
    for await (const { tables, diagnostics, none } of readAuditFile(file)) {
      if (none) skipped.push(file.name);
      if (diagnostics.length > 0 && !none) progress.clear();
      if (!none) for (const one of diagnostics) io.err(`${diagnosticText(one, [], lang)}\n`);
      failed ||= !none && diagnostics.some(({ severity }) => severity === "error");
      for (const table of tables) {
        const found = audit(table, options);
        writer ??= (WRITERS[format] ?? text)(io.open(), lang);
        await writer.write(found, table);
        counts.tables++;
        for (const { severity } of found.findings) counts[severity]++;
      }
    }
    progress.at((done += file.size), counts.tables);
  }
  progress.clear();
  await writer?.end();
  if (skipped.length > 0) io.err(`${say(lang, "audit-skipped", String(skipped.length), listed(skipped, lang))}\n`);
  if (counts.tables === 0) throw new Unusable(say(lang, "no-tables", inputs.join(" ")));
  io.err(`${say(lang, "audited", String(counts.tables), say(lang, "audit-counts", String(counts.error), String(counts.warning)))}\n`);
  return failed || counts.error + counts.warning > 0 ? 1 : 0;
}

const MOST_NAMES = 5;
const listed = (names: readonly string[], lang: Arguments["lang"]): string => names.slice(0, MOST_NAMES).join(lang === "en" ? ", " : "、") + (names.length > MOST_NAMES ? " …" : "");

interface Writer {
  write(audit: Audit, table: Table): Promise<void>;
  end(): Promise<void>;
}
type Write = (sink: Sink, lang: Arguments["lang"]) => Writer;

/** With a line between one table and the next. */
const separated = (text: (audit: Audit, table: Table, lang: Arguments["lang"]) => string): Write => (sink, lang) => {
  let first = true;
  return {
    write: (found, table) => {
      const before = first ? "" : "\n";
      first = false;
      return sink.write(before + text(found, table, lang));
    },
    end: () => Promise.resolve(),
  };
};

/** One table is an object, several are a list of them; so the first waits for a second. */
const json: Write = (sink) => {
  let first: Audit | undefined;
  let count = 0;
  const inner = (one: Audit): string => JSON.stringify(one, null, 2).replace(/^/gm, "  ");
  return {
    async write(found) {
      if (count === 1 && first !== undefined) await sink.write(`[\n${inner(first)}`);
      if (count++ > 0) await sink.write(`,\n${inner(found)}`);
      else first = found;
    },
    end: () => sink.write(count > 1 ? "\n]\n" : `${JSON.stringify(first, null, 2)}\n`),
  };
};

const text = separated((found, table, lang) => auditText(found, table, lang));
const markdown = separated((found, _, lang) => auditMarkdown([found], lang));
const ndjson: Write = (sink) => ({ write: (found) => sink.write(`${JSON.stringify(found)}\n`), end: () => Promise.resolve() });
const WRITERS: Readonly<Partial<Record<Arguments["format"], Write>>> = { text, json, ndjson, markdown };

/** `--form` names a layout of the shipped forms, or a file with a form whose layouts are then the ones there are. */
function optionsOf({ lang, audit: { form, rounding, place } }: Arguments, shipped: readonly Loaded[]): AuditOptions {
  const own = form !== undefined && isFile(form) ? readDocument(form) : undefined;
  if (own !== undefined && !isKind(own, "form")) throw new Unusable(`${say(lang, "no-form", form ?? "")}\n${own.diagnostics.map((one) => diagnosticText(one, [own], lang)).join("\n")}`.trimEnd());
  const forms = own === undefined ? shipped.filter((one) => isKind(one, "form")) : [own];
  const layouts = forms.flatMap((one) => (isKind(one, "form") ? one.data.layouts.map(({ id }) => id) : []));
  if (own === undefined && form !== undefined && !layouts.includes(form)) {
    const guess = nearest(form, layouts);
    throw new Unusable(say(lang, "bad-value", `--form ${form}${guess === undefined ? "" : `（${guess}？）`}`, layouts.join(lang === "en" ? ", " : "、")));
  }
  // A file with one layout declares it; with several the table decides.
  const declared = own === undefined ? form : layouts.length === 1 ? layouts[0] : undefined;
  return { forms, packs: shipped.filter((one) => one.kind === "pack"), form: declared, rounding: rounding === undefined ? undefined : roundingOf(rounding, lang), place, lang };
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
