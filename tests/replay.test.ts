// Evaluations scored again under two versions: by hand-computed examples, and by laws over every evaluation and every
// case of the shipped frameworks.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fromData } from "../src/documents/document.ts";
import { compile, load, replay, score, type DiffSide, type Loaded, type Replay, type ReplayedEvaluation, type ReplayStanding } from "../src/index.ts";
import { isKind } from "../src/types/loaded.ts";
import { builtin, readDocument, readFolder } from "../src/node/index.ts";
import { type Data, readSource } from "../src/source/source.ts";
import type { TestDocument } from "../src/types/types.ts";

// ---- by hand ----------------------------------------------------------------------------------------------------

const FOLDER = join("fixtures", "replay");

interface Expected {
  readonly evaluations: readonly Readonly<Record<string, unknown>>[];
  readonly summary: { readonly counts: Readonly<Record<string, string>>; readonly differences: Readonly<Record<string, unknown>>; readonly changes: readonly string[] };
}

const standing = (one: ReplayStanding | undefined): string | undefined => one && `${one.total} ${one.grade ?? "—"}`;
function said(one: ReplayedEvaluation): Readonly<Record<string, unknown>> {
  const { id, status, difference, grade, parts, indicators, reasons } = one;
  return {
    id, status, old: standing(one.old), new: standing(one.new), difference, grade,
    parts: parts.map(({ changes, difference: by, grade: moved }) => `${changes.join("+")}: ${by}${moved === undefined ? "" : ` ${moved.before}→${moved.after}`}`),
    indicators: indicators.map(({ path, before, after, difference: by }) => `${path} ${before}→${after} ${by}`),
    reasons: Object.keys(reasons).length === 0 ? undefined : Object.fromEntries(Object.entries(reasons).map(([side, list]) => [side, list.map(({ zh }) => zh)])),
  };
}

describe.each(readdirSync(FOLDER).sort())("by hand: %s", (name) => {
  const folder = join(FOLDER, name);
  const expected = readSource(readFileSync(join(folder, "expected.yaml"), "utf8"), name).data as unknown as Expected;
  const side = (which: string): DiffSide => ({ documents: existsSync(join(folder, which)) ? readFolder(join(folder, which)) : [readDocument(join(folder, `${which}.yaml`))] });
  const found = replay(side("old"), side("new"), readFolder(join(folder, "actuals")));
  test("every evaluation", () => expect(found.evaluations.map(said)).toEqual(expected.evaluations.map((one) => ({ old: undefined, new: undefined, difference: undefined, grade: undefined, reasons: undefined, ...one }))));
  test("the sums over all of them", () => {
    const { differences, changes, ...counts } = found.summary;
    expect(Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, String(count)]))).toEqual({ ...expected.summary.counts });
    expect({ ...differences, mean: differences?.mean.fraction, shown: differences?.mean.shown, rounded: String(differences?.mean.rounded), distribution: differences?.distribution.map(({ range, evaluations }) => `${range}: ${evaluations}`) }).toEqual({ ...expected.summary.differences });
    expect(changes.map(({ changes: numbers, evaluations, sum }) => `${numbers.join("+")}: ${evaluations} 份 ${sum}`)).toEqual(expected.summary.changes);
  });
});

// ---- every evaluation that there is ---------------------------------------------------------------------------

const shipped = builtin();
const evaluations = readdirSync(join("fixtures", "evaluations")).flatMap((name) => readFolder(join("fixtures", "evaluations", name)).filter((one) => one.kind === "actuals"));
const objectives = [...readdirSync(join("fixtures", "evaluations")).map((name) => readDocument(join("fixtures", "evaluations", name, "objectives.yaml"))), ...readFolder(join("fixtures", "frameworks")).filter((one) => one.kind === "objectives")];

/** The cases of the tests of frameworks that the edits below touch, as actuals: those that name objectives by id or need none. */
const fromCases: readonly Loaded[] = ["project-evaluation", "policy-evaluation", "government-fund-evaluation", "basic-public-service-evaluation", "government-purchased-service-evaluation"].map((name) => readDocument(join("fixtures", "frameworks", `${name}.test.yaml`))).flatMap((one) => {
  const { cases, framework } = one.data as TestDocument;
  return cases.flatMap((each, index): Loaded[] => {
    if (each.values === undefined || typeof each.objectives === "object" || each.framework !== undefined || each.packs !== undefined || typeof framework !== "string") return [];
    const data = { kind: "actuals", id: `${framework}.${index}`, objectives: each.objectives ?? framework, "as-of": each["as-of"] ?? "2025-12-31", values: each.values, ...(each.facts === undefined ? {} : { facts: each.facts }) };
    return [fromData(data as unknown as Data, () => undefined, undefined)];
  });
});

const versions = (edits: readonly (readonly [file: string, from: string | RegExp, to: string])[]): { readonly old: readonly Loaded[]; readonly next: readonly Loaded[] } => {
  const files = [...new Set(edits.map(([file]) => file))];
  const old = files.map((file) => shipped.find((one) => one.file?.endsWith(file)) as Loaded);
  const next = old.map((one, index) => {
    const text = edits.filter(([file]) => file === files[index]).reduce((now, [, from, to]) => {
      const after = now.replace(from, to);
      if (after === now) throw new Error(`${String(from)} is not in ${files[index]}`);
      return after;
    }, one.text);
    return load(text, one.file);
  });
  expect(next.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  return { old, next };
};

/** Edits across frameworks, the library and a pack; the weights still add up. */
const EDITS: readonly (readonly [name: string, edits: Parameters<typeof versions>[0]])[] = [
  ["weights", [["frameworks/project-evaluation.yaml", "{ use: project-basis, weight: 3 }", "{ use: project-basis, weight: 2 }"], ["frameworks/project-evaluation.yaml", "{ use: project-procedure, weight: 2 }", "{ use: project-procedure, weight: 3 }"]]],
  ["the library and a pack", [["indicators/common.yaml", "share: 34%", "share: 50%"], ["indicators/common.yaml", "share: 33%", "share: 25%"], ["indicators/common.yaml", "share: 33%", "share: 25%"], ["packs/changzhou.yaml", "actual-below: 60", "actual-below: 90"]]],
  ["methods, grades and rounding", [["frameworks/project-evaluation.yaml", /from: 90/, "from: 93"], ["frameworks/project-evaluation.yaml", "places: 2", "places: 1"], ["frameworks/project-evaluation.yaml", "zero-at: 2", "zero-at: 1.5"], ["frameworks/policy-evaluation.yaml", "mode: half-up", "mode: down"]]],
  ["policies", [["frameworks/government-fund-evaluation.yaml", "not-applicable: rescale-total", "not-applicable: rescale-group"], ["frameworks/basic-public-service-evaluation.yaml", "missing: block", "missing: zero"]]],
];

const exactSum = (texts: readonly string[]): bigint => texts.map((text) => {
  const [, sign = "", whole = "0", fraction = ""] = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const value = BigInt(whole + fraction.padEnd(12, "0"));
  return sign === "-" ? -value : value;
}).reduce((a, b) => a + b, 0n);

describe.each(EDITS)("over every evaluation and case: %s", (_, edits) => {
  const { old, next } = versions(edits);
  const all = [...evaluations, ...fromCases];
  const found: Replay = replay({ documents: old, known: [...objectives, ...shipped] }, { documents: next, known: [...objectives, ...shipped] }, all);

  test("there is something to replay, and something changes", () => {
    expect(all.length).toBeGreaterThan(100);
    expect(found.evaluations.length).toBe(all.length);
    expect(found.summary.totals).toBeGreaterThan(0);
  });

  test("what the changes did sums exactly to the difference of the totals", () => {
    for (const { id, parts, difference, old: a, new: b } of found.evaluations) {
      if (difference === undefined) expect(parts, id).toEqual([]);
      else {
        expect(exactSum(parts.map((one) => one.difference)), id).toBe(exactSum([difference]));
        expect(exactSum([b?.total ?? "", `-${a?.total ?? ""}`]), id).toBe(exactSum([difference]));
      }
    }
    const { summary } = found;
    expect(exactSum(summary.changes.map(({ sum }) => sum))).toBe(exactSum([summary.differences?.sum ?? "0"]));
    expect(exactSum(found.evaluations.flatMap(({ difference }) => difference ?? []))).toBe(exactSum([summary.differences?.sum ?? "0"]));
    expect(summary.differences?.distribution.reduce((sum, one) => sum + one.evaluations, 0)).toBe(summary.scored);
  });

  test("grades follow from where the parts lead", () => {
    for (const { id, parts, old: a, new: b } of found.evaluations) {
      if (a === undefined || b === undefined) continue;
      expect(parts.reduce<string | null>((grade, one) => (one.grade === undefined ? grade : (expect(one.grade.before, id).toBe(grade), one.grade.after)), a.grade), id).toBe(b.grade);
    }
  });

  test("both sides are what scoring itself says", () => {
    const whole = (compared: readonly Loaded[]): readonly Loaded[] => [...compared, ...shipped.filter((one) => !compared.some((other) => other.file === one.file)), ...objectives];
    const scorers = new Map<string, ReturnType<typeof compile>["scorer"]>();
    found.evaluations.forEach((one, index) => {
      for (const [side, documents] of [["old", whole(old)], ["new", whole(next)]] as const) {
        const own = documents.find((each) => isKind(each, "objectives") && each.data.id === one.objectives);
        const framework = documents.find((each) => isKind(each, "framework") && each.data.id === one.framework);
        if (framework === undefined) throw new Error(one.framework);
        const key = `${side} ${one.framework} ${one.objectives ?? ""}`;
        if (!scorers.has(key)) scorers.set(key, compile({ framework, objectives: own, libraries: documents.filter((each) => each.kind === "indicator-library"), packs: documents.filter((each) => each.kind === "pack") }).scorer);
        const scorer = scorers.get(key);
        const card = scorer && score(scorer, all[index] as Loaded).scorecard;
        expect(one[side]?.total, `${one.id} ${side}`).toBe(card?.total.points);
        if (card?.total.points !== undefined) expect(one[side]?.grade).toBe(card.grade);
      }
    });
  });
});
