// The recheck of printed tables: every kind of finding on tables that break it and tables that keep it, and every
// published case with the full list of what is wrong in it, written by hand.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { audit, type AuditFinding, type AuditOptions, readPublished } from "../src/index.ts";
import { page } from "./published-cases.mjs";
import { findingKinds } from "../src/audit/index.ts";
import { assumptions } from "../src/messages/assumptions.ts";
import { builtin } from "../src/node/index.ts";
import { changed, readYaml, type Short, tableOf } from "./tables.ts";

const known = builtin();
const FORMS = { forms: known.filter((one) => one.kind === "form"), packs: known.filter((one) => one.kind === "pack") };

interface Expected {
  readonly code?: string;
  readonly cell?: string;
  readonly severity: string;
  readonly printed: string;
  readonly expected: string;
  readonly assumption?: string;
}
interface Case {
  readonly name: string;
  readonly options?: AuditOptions;
  readonly change: Readonly<Record<string, unknown>>;
  /** rows that follow the first one */
  readonly after?: readonly Record<string, unknown>[];
  /** further rows of the money block */
  readonly money?: readonly Record<string, string>[];
  readonly finds?: readonly Expected[];
}

const FOLDER = join("fixtures", "audit");
const base = readYaml<Short>(join("fixtures", "audit-base.yaml"));
const short = (one: AuditFinding): Expected => ({ code: one.code, severity: one.severity, ...(one.cell === undefined ? {} : { cell: one.cell }), printed: one.printed, expected: one.expected, ...(one.assumption === undefined ? {} : { assumption: one.assumption }) });

function tableFor({ change, after = [], money = [] }: Case): ReturnType<typeof tableOf> {
  const made = changed(base, change);
  const [first, ...rest] = made.rows ?? [];
  return tableOf({ ...made, rows: [first ?? null, ...after, ...rest], money: [...(made.money ?? []), ...money] });
}

test("the table that all the fixtures start from is sound", () => {
  const { findings, form } = audit(tableOf(base), FORMS);
  expect(findings).toEqual([]);
  expect(form.id).toBe("execution-10");
});

for (const name of readdirSync(FOLDER).sort()) {
  const code = basename(name, ".yaml");
  const { failing, sound } = readYaml<{ failing: readonly Case[]; sound: readonly Case[] }>(join(FOLDER, name));
  describe(code, () => {
    test("is a kind of finding, with failing and sound tables", () => {
      expect(findingKinds.map((one) => one.code)).toContain(code);
      expect(failing.length).toBeGreaterThan(0);
      expect(sound.length).toBeGreaterThan(0);
    });
    test.each(failing)("$name", (one) => {
      const { findings, assumptions } = audit(tableFor(one), { ...FORMS, ...one.options });
      const finds = (one.finds ?? []).map((each) => ({ code, ...each }));
      expect(findings.map(short)).toEqual(finds);
      expect(finds.some((each) => each.code === code)).toBe(true);
      for (const lang of ["zh-CN", "en"] as const) {
        const said = audit(tableFor(one), { ...FORMS, ...one.options, lang });
        for (const text of [said.form.title, said.form.why, ...said.assumptions.map((each) => each.message), ...said.findings.flatMap((each) => [each.message, each.rule])]) expect(text).toMatch(/^(?!.*undefined).*\S/);
      }
      for (const each of findings) if (each.assumption !== undefined) expect(assumptions.map(({ id }) => id)).toContain(each.assumption);
    });
    test.each(sound)("$name", (one) => {
      expect(audit(tableFor(one), { ...FORMS, ...one.options }).findings.map(short)).toEqual([]);
    });
  });
}
test("every assumption of the catalogue is made by some table", () => {
  const said = new Set<string>();
  for (const name of readdirSync(FOLDER)) {
    const { failing, sound } = readYaml<{ failing: readonly Case[]; sound: readonly Case[] }>(join(FOLDER, name));
    for (const one of [...failing, ...sound]) for (const { id } of audit(tableFor(one), { ...FORMS, ...one.options }).assumptions) said.add(id);
  }
  for (const name of readdirSync(join("fixtures", "cases"))) {
    for (const table of readPublished(readFileSync(join("fixtures", "cases", name), "utf8")).tables) for (const { id } of audit(table, FORMS).assumptions) said.add(id);
  }
  expect(Object.keys(assumptions).filter((id) => !said.has(id))).toEqual([]);
});

interface Published {
  readonly form: string | null;
  readonly habits: readonly string[];
  readonly finds: readonly Expected[];
}

test("docs/published-cases.md is what the recheck finds (else: npm run cases)", () => {
  expect(readFileSync(join("docs", "published-cases.md"), "utf8")).toBe(page({ audit, readPublished }, known));
});

describe("published cases", () => {
  const expected = readYaml<Record<string, Published>>(join("fixtures", "published-findings.yaml"));
  const cases = join("fixtures", "cases");
  test("every case is listed", () => expect(readdirSync(cases).map((name) => basename(name, ".json")).sort()).toEqual(Object.keys(expected).sort()));
  test.each(Object.entries(expected))("%s", (name, { form, habits, finds }) => {
    const file = join(cases, `${name}.json`);
    const { tables, diagnostics } = readPublished(readFileSync(file, "utf8"), file);
    expect(diagnostics).toEqual([]);
    expect(tables.length).toBe(1);
    for (const table of tables) {
      const found = audit(table, FORMS);
      expect(found.file).toBe(file);
      expect(found.id).toBe(name);
      expect(found.findings.map(short)).toEqual(finds);
      expect([...new Set(found.assumptions.map(({ id }) => id))].sort()).toEqual([...habits].sort());
      expect(found.form.id ?? null).toBe(form);
      expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    }
  });
});
