// The comparison of two versions: laws that hold for every pair of documents, over random edits of shipped ones.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileProgram } from "../src/compile/index.ts";
import { kindOf } from "../src/diff/codes.ts";
import { examine } from "../src/diff/diff.ts";
import { fromData } from "../src/documents/document.ts";
import { canonical } from "../src/text/digest.ts";
import { filling } from "../src/diff/filling.ts";
import { plain } from "../src/diff/plain.ts";
import { libraryProbe } from "../src/diff/probes.ts";
import { balanced, ruleSubjects } from "../src/diff/subjects.ts";
import type { ChangeWitness } from "../src/diff/types.ts";
import { uses } from "../src/diff/uses.ts";
import { isKind, type Document, type Loaded } from "../src/types/loaded.ts";
import type { Parts } from "../src/link/link.ts";
import { builtin } from "../src/node/index.ts";
import { toText } from "../src/numbers/number.ts";
import { scoreProgram } from "../src/scoring/score.ts";
import { compile, score, tally, type DiffChange, type Scorecard, type Scorer } from "../src/index.ts";
import type { ActualValue, FrameworkDocument } from "../src/types/types.ts";
import type { Data } from "../src/source/source.ts";

const shipped = builtin();
const libraries = shipped.filter((one) => one.kind === "indicator-library");
const packs = shipped.filter((one) => one.kind === "pack");
const frameworks = shipped.filter((one): one is Document<"framework"> => isKind(one, "framework"));

/** A document of other data in the same place. */
const made = (data: unknown, file: string): Loaded => fromData(JSON.parse(JSON.stringify(data)) as Data, () => undefined, file);
const copyOf = (framework: FrameworkDocument): FrameworkDocument => JSON.parse(JSON.stringify(framework)) as FrameworkDocument;

// ---- edits that people make ------------------------------------------------------------------------------------

type Leaf = { at: (string | number)[]; value: string };
/** Every text of a document that is a figure, with the keys that lead to it. */
function figuresIn(value: unknown, at: (string | number)[] = []): Leaf[] {
  if (typeof value === "string") return /\d/.test(value) && !["version", "from", "to", "id", "use", "document", "clause", "$schema"].includes(String(at.at(-1))) && !at.includes("effective") ? [{ at, value }] : [];
  if (Array.isArray(value)) return value.flatMap((one, index) => figuresIn(one, [...at, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => figuresIn(one, [...at, key]));
}
const bounds = (framework: FrameworkDocument): Leaf[] => framework.grades.map(({ from }, index) => ({ at: ["grades", index, "from"], value: from }));

function put(framework: FrameworkDocument, at: readonly (string | number)[], value: unknown): FrameworkDocument {
  const copy = copyOf(framework);
  const holder = at.slice(0, -1).reduce<Record<string, unknown>>((inner, key) => inner[key] as Record<string, unknown>, copy as unknown as Record<string, unknown>);
  if (value === undefined) delete holder[at.at(-1) as string];
  else holder[at.at(-1) as string] = value;
  return copy;
}

/** 80% → 85%, 2 → 3, [80%, 90%) → [80%, 90%]: another figure or another bracket, or the same one in other words. */
const SPELLINGS: readonly ((text: string) => string)[] = [
  (text) => text.replace(/(\d+(?:\.\d+)?)(?!.*\d)/, "$1.0").replace(/(\.\d+)\.0/, "$10"),
  (text) => text.replace(/, */, ",").replace(/^>= */, "≥").replace(/^<= */, "≤"),
  (text) => text.replace(/(\d+)(?!.*\d)/, (digits) => String(Number(digits) + 1)),
  (text) => text.replace(/(\d+)/, (digits) => String(Math.max(0, Number(digits) - 1))),
  (text) => text.replace(/\)$/, "]"),
  (text) => text.replace(/^\[/, "("),
  (text) => text.replace(/^>=/, ">").replace(/^<=/, "<"),
];

type Edit = (data: FrameworkDocument) => FrameworkDocument;
interface Edited {
  readonly old: Document<"framework">;
  readonly next: Loaded;
}

/** Another figure, or another spelling of it, at one of its places. */
const written = (of: Loaded, spellings: typeof SPELLINGS): fc.Arbitrary<Edit> => {
  const figures = [...figuresIn(of.data), ...(isKind(of, "framework") ? bounds(of.data) : [])];
  const all = figures.flatMap(({ at, value }) => spellings.map((spelling) => ({ at, to: spelling(value) })).filter(({ to }) => to !== value));
  return fc.constantFrom(...all).map(({ at, to }) => (data: FrameworkDocument) => put(data, at, to));
};

const framework = fc.constantFrom(...frameworks);
const editOf = (of: Document<"framework">): fc.Arbitrary<Edit> => {
  const words = (data: FrameworkDocument): FrameworkDocument => ({ ...data, title: `${data.title}（修订）`, description: "修订说明" });
  const policies = ["rescale-total", "rescale-group", "spread", "full-marks", "zero", "forbid"] as const;
  const nodes = indicatorsOf(of.data);
  return fc.oneof(
    { weight: 8, arbitrary: written(of, SPELLINGS) },
    { weight: 1, arbitrary: fc.constant(words) },
    { weight: 1, arbitrary: fc.constantFrom(...policies).map((policy) => (data: FrameworkDocument) => ({ ...data, "not-applicable": policy })) },
    { weight: 1, arbitrary: fc.constantFrom("half-up", "half-even", "down", "floor").map((mode) => (data: FrameworkDocument) => ({ ...data, rounding: { ...data.rounding, mode: mode as "down" } })) },
    { weight: 1, arbitrary: fc.constantFrom("block", "zero").map((missing) => (data: FrameworkDocument) => ({ ...data, missing: missing as "block" })) },
    { weight: 2, arbitrary: fc.constantFrom(...nodes).map((at) => (data: FrameworkDocument) => put(data, [...at, "name"], "另一名称")) },
    { weight: 1, arbitrary: fc.constantFrom(...nodes).map((at) => (data: FrameworkDocument) => put(data, [...at, "evidence"], "另一来源")) },
    { weight: 1, arbitrary: fc.constantFrom(...nodes).map((at) => (data: FrameworkDocument) => without(data, at)) },
    { weight: 1, arbitrary: fc.constantFrom(...nodes).map((at) => (data: FrameworkDocument) => put(data, [...at, "id"], "another-id")) },
    { weight: 1, arbitrary: fc.constantFrom(...listsIn(of.data)).map((at) => (data: FrameworkDocument) => put(data, at, [...(valueAt(data, at) as unknown[])].reverse())) },
    { weight: 1, arbitrary: fc.constantFrom(...listsIn(of.data)).map((at) => (data: FrameworkDocument) => put(data, at, (valueAt(data, at) as unknown[]).flatMap((one, index) => (index === 0 ? [one, one] : [one])))) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...nodes), fc.constantFrom(...nodes)).map(([a, b]) => (data: FrameworkDocument) => swapped(data, a, b)) },
  );
};

/** Paths of all lists that hold something. */
function listsIn(value: unknown, at: (string | number)[] = []): (string | number)[][] {
  if (Array.isArray(value)) return [...(value.length > 0 ? [at] : []), ...value.flatMap((one, index) => listsIn(one, [...at, index]))];
  return typeof value === "object" && value !== null ? Object.entries(value).flatMap(([key, one]) => listsIn(one, [...at, key])) : [];
}

/** Paths of all nodes of the tree. */
function indicatorsOf(data: FrameworkDocument): (string | number)[][] {
  const visit = (nodes: FrameworkDocument["indicators"], at: (string | number)[]): (string | number)[][] => nodes.flatMap((one, index) => [[...at, index], ...visit(one.indicators ?? [], [...at, index, "indicators"])]);
  return visit(data.indicators, ["indicators"]);
}
const valueAt = (data: unknown, at: readonly (string | number)[]): unknown => at.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], data);
function without(data: FrameworkDocument, at: readonly (string | number)[]): FrameworkDocument {
  const list = valueAt(data, at.slice(0, -1));
  return !Array.isArray(list) || list.length < 2 ? data : put(data, at.slice(0, -1), list.filter((_, index) => index !== at.at(-1)));
}
/** Two nodes change places, unless one holds the other. */
function swapped(data: FrameworkDocument, a: readonly (string | number)[], b: readonly (string | number)[]): FrameworkDocument {
  const inside = (x: readonly (string | number)[], y: readonly (string | number)[]): boolean => x.every((key, index) => key === y[index]);
  const [x, y] = [valueAt(data, a), valueAt(data, b)];
  return inside(a, b) || inside(b, a) || x === undefined || y === undefined ? data : put(put(data, a, y), b, x);
}

const edited = (most: number, edit: (of: Document<"framework">) => fc.Arbitrary<Edit> = editOf): fc.Arbitrary<Edited> =>
  framework.chain((old) =>
    fc.array(edit(old), { minLength: 1, maxLength: most }).map((edits) => {
      const data = edits.reduce((now, one) => {
        try {
          return one(now);
        } catch {
          return now; // an earlier edit took away what this one was about
        }
      }, copyOf(old.data));
      const next = made(data, "new.yaml");
      return { old, next, [fc.toStringMethod]: () => `${old.data.id}: ${examine({ documents: [old], known: shipped }, { documents: [next], known: shipped }).diff.changes.map(({ message }) => message).join("; ")}` };
    }),
  );

/** One edit of a document of any kind. */
const editedOnce = (old: Loaded, edit: fc.Arbitrary<Edit>): fc.Arbitrary<{ readonly old: Loaded; readonly next: Loaded }> =>
  edit.map((one) => {
    const next = made(one(JSON.parse(JSON.stringify(old.data)) as FrameworkDocument), "new.yaml");
    return { old, next, [fc.toStringMethod]: () => examine({ documents: [old], known: shipped }, { documents: [next], known: shipped }).diff.changes.map(({ message }) => message).join("; ") };
  });

const sides = ({ old, next }: { readonly old: Loaded; readonly next: Loaded }) => [{ documents: [old], known: shipped }, { documents: [next], known: shipped }] as const;

describe("whatever was edited", () => {
  test("the changes, made one after another, lead from the old document to the new one, and nothing is left over", () => {
    fc.assert(
      fc.property(edited(6), (pair) => {
        fc.pre(pair.next.data !== undefined);
        const [old, next] = sides(pair);
        const { diff, plan, states } = examine(old, next);
        for (const { key, next: target } of plan.matches) expect(canonical(states.at(-1)?.get(key)?.data)).toBe(canonical(target?.data));
        expect(diff.changes.length === 0).toBe(canonical(pair.old.data) === canonical(pair.next.data));
        expect(diff.changes.map(({ number }) => number)).toEqual(diff.changes.map((_, index) => index + 1));
      }),
      { numRuns: 100, seed: 20241231 },
    );
  }, 300_000);
});

// ---- what is said of scores holds ------------------------------------------------------------------------------

const FIGURES = ["0", "1", "33.33", "50", "59.99", "60", "66.67", "75", "79.99", "80", "80.01", "85", "89.99", "90", "90.01", "95", "99.99", "100", "100.01", "101", "110", "120", "130", "130.01", "150", "200", "1000"];

/** Entries of a grid for each indicator; the first is the best there is to enter without thinking. */
function gridOf(scorer: Scorer, more: readonly string[]): Record<string, ActualValue[]> {
  return Object.fromEntries(scorer.indicators.map(({ id, inputs }) => {
    const texts = ({ options, unit }: (typeof inputs)[number]): string[] => options?.slice() ?? [...FIGURES, ...more].map((one) => `${one}${unit === "%" ? "%" : ""}`);
    const [only] = inputs;
    if (inputs.length === 1 && only !== undefined) return [id, [only.options?.at(-1) ?? (only.unit === "%" ? "100%" : "100"), ...texts(only), "not-applicable"]];
    const base = Object.fromEntries(inputs.map((input) => [input.name, input.options?.at(-1) ?? (input.unit === "%" ? "100%" : "100")]));
    return [id, [base, "not-applicable", ...inputs.flatMap((input) => texts(input).filter((_, index) => index % 3 === 0).map((text) => ({ ...base, [input.name]: text })))]];
  }));
}

const figure = (text: string | undefined): string | undefined => (text === undefined || !/^-?\d+\.\d+$/.test(text) ? text : text.replace(/\.?0+$/, ""));

/** Everything that a scorecard says of points, by the ids of indicators; figures without the zeros at their ends. */
function outcomeOf(card: Scorecard | undefined): unknown {
  if (card === undefined) return "refused";
  const { total, grade, rejected, indicators } = card;
  return { total: figure(total.points), range: total.range && [figure(total.range.min), figure(total.range.max)], grade, rejected, points: Object.fromEntries(indicators.map(({ id, state, points }) => [id, [state, figure(points)]])) };
}

const dayOf = "2025-12-31";
const scored = (scorer: Scorer, values: Record<string, ActualValue>): unknown => outcomeOf(score(scorer, { kind: "actuals", objectives: scorer.subject, "as-of": dayOf, values }).scorecard);
/** By the fast way where there is one: the same figures, many times faster. */
function quickly(scorer: Scorer, values: Record<string, ActualValue>): unknown {
  const found = tally(scorer, values);
  return found === undefined ? undefined : { total: found.total, grade: scorer.grades[found.grade], points: Object.fromEntries(scorer.indicators.map(({ id }, index) => [id, found.points[index]])) };
}

const filled = (one: Document<"framework">): Loaded => made({ ...filling(one.data, { framework: one, libraries, packs }), id: "fill" }, "fill.yaml");
describe("text only", () => {
  /** Both versions of the documents score every entry of a grid alike: the quick way where there is one, else in full. */
  function alike(a: Scorer, b: Scorer, ids: readonly string[], around: readonly string[]): void {
    const grid = gridOf(a, around);
    const best = Object.fromEntries(Object.entries(grid).map(([id, [entry]]) => [id, entry ?? ""]));
    for (const id of ids) {
      for (const entry of grid[id] ?? []) {
        const values = { ...best, [id]: entry };
        const quick = quickly(a, values);
        if (quick === undefined) expect(scored(b, values), `${id} ${JSON.stringify(entry)}`).toEqual(scored(a, values));
        else expect(quickly(b, values), `${id} ${JSON.stringify(entry)}`).toEqual(quick);
      }
    }
  }
  const mostlySpelt = (of: Loaded): fc.Arbitrary<Edit> => written(of, [...SPELLINGS.slice(0, 2), ...SPELLINGS.slice(0, 2), ...SPELLINGS]);
  const figuresOf = (changes: readonly DiffChange[]): readonly string[] => changes.flatMap(({ before = "", after = "" }) => [before, after].flatMap((text) => text.match(/\d+(?:\.\d+)?/g) ?? [])).filter((text) => text.length < 10);
  const allText = (changes: readonly DiffChange[]): boolean => changes.some(({ code }) => kindOf(code).nature !== "text") && changes.every((one) => one.class === "text");

  test("of a framework means that every evaluation of a grid scores the same under both versions", () => {
    let seen = 0;
    fc.assert(
      fc.property(edited(2, (of) => fc.oneof({ weight: 3, arbitrary: mostlySpelt(of) }, { weight: 1, arbitrary: editOf(of) })), (pair) => {
        fc.pre(isKind(pair.next, "framework"));
        const [old, next] = sides(pair);
        const { changes } = examine(old, next).diff;
        fc.pre(allText(changes));
        seen++;
        const objectives = filled(pair.old);
        const [a, b] = [pair.old, pair.next].map((one) => compile({ framework: one, objectives, libraries, packs }).scorer);
        if (a === undefined || b === undefined) throw new Error("does not compile");
        alike(a, b, a.indicators.map(({ id }) => id), figuresOf(changes));
      }),
      { numRuns: 20, seed: 20241231 },
    );
    expect(seen).toBe(20);
  }, 600_000);

  test("of an indicator library means the same for every framework that draws on it, whatever its weight", () => {
    let seen = 0;
    fc.assert(
      fc.property(fc.constantFrom(...libraries).chain((old) => editedOnce(old, mostlySpelt(old))), fc.constantFrom("10", "4", "12.5"), (pair, weight) => {
        fc.pre(isKind(pair.next, "indicator-library") && isKind(pair.old, "indicator-library"));
        const [old, next] = sides(pair);
        const { changes } = examine(old, next).diff;
        fc.pre(allText(changes));
        seen++;
        const [path = ""] = changes.filter(({ code }) => kindOf(code).nature !== "text").map((one) => one.path);
        const [a, b] = [pair.old, pair.next].map((one) => {
          const probe = isKind(one, "indicator-library") ? libraryProbe(one.data, path, weight) : undefined;
          if (probe === undefined || !isKind(probe.framework, "framework")) throw new Error("no probe");
          const [node] = probe.framework.data.indicators;
          const framework = plain("framework", { ...probe.framework.data, total: node?.weight ?? weight, grades: [{ name: "一", from: "0" }] });
          return compile({ ...probe, framework, objectives: plain("objectives", filling(framework.data, { ...probe, framework })) }).scorer;
        });
        if (a === undefined || b === undefined) throw new Error("does not compile");
        alike(a, b, [path], figuresOf(changes));
      }),
      { numRuns: 40, seed: 20241231 },
    );
    expect(seen).toBe(40);
  }, 600_000);
});

describe("a witness", () => {
  /** What its values score with some documents, in the words that the witness uses. */
  function standing({ indicator, of, values, facts, words }: ChangeWitness, parts: Parts): string {
    const { framework } = parts;
    if (!isKind(framework, "framework")) throw new Error("no framework");
    if (of === "grade" && Object.keys(values).length === 0) {
      const total = Number(words.en.replace("total ", ""));
      return framework.data.grades.find(({ from }) => total >= Number(from))?.name ?? "";
    }
    const { program } = compileProgram({ ...parts, framework: balanced(framework) });
    if (program === undefined) throw new Error("does not compile");
    const data = { kind: "actuals", objectives: (parts.objectives?.data as { id: string } | undefined)?.id ?? framework.data.id, "as-of": dayOf, values, ...(facts === undefined ? {} : { facts }) };
    const { scorecard: card, results, diagnostics } = scoreProgram(program, fromData(data as unknown as Data, () => undefined, undefined));
    if (of === "grade") return card?.rejected === true ? "不予通过" : (card?.grade ?? "未定");
    if (of === "total") return card === undefined ? "不能评分" : `${card.total.points ?? `${card.total.range?.min}–${card.total.range?.max}`} 分`;
    const found = results.find(({ leaf }) => leaf.leaf.path === indicator);
    // What an indicator refuses is a fault at its entry, of a kind that scoring itself does not find.
    if (found === undefined || diagnostics.some(({ code }) => /^(?:value-|unit-|input-|entry-)/.test(code))) return "不能这样填写";
    if (found.state === "missing") return "视为未填";
    return found.state === "not-applicable" ? "不适用" : `${toText(found.low, program.rounding.places)} 分`;
  }

  /** The documents under which a witness was found: those of the change at one moment, the shipped ones, and what was assumed. */
  function partsAt(witness: ChangeWitness, changed: Loaded, first: Loaded, path: string): Parts {
    const own = { libraries: isKind(changed, "indicator-library") ? [changed] : libraries, packs: isKind(changed, "pack") ? [changed, ...packs] : packs };
    const framework = isKind(changed, "framework") ? changed : frameworks.find(({ data }) => data.id === witness.framework);
    if (framework === undefined && isKind(changed, "indicator-library")) {
      const probe = libraryProbe(changed.data, path);
      if (!isKind(probe?.framework, "framework") || probe === undefined) throw new Error("no probe");
      return { ...probe, objectives: plain("objectives", filling(probe.framework.data, probe)) };
    }
    if (framework === undefined) throw new Error(`no framework ${witness.framework}`);
    const base = isKind(first, "framework") ? first : framework;
    const parts = { framework: base, ...own };
    return { ...own, framework, objectives: plain("objectives", filling(base.data, parts, witness.indicator?.includes("样例") === true ? uses(base.data) : [])) };
  }

  const check = (document: fc.Arbitrary<Loaded>, runs: number, least: number): void => {
    let seen = 0;
    fc.assert(
      fc.property(document.chain((old) => editedOnce(old, written(old, SPELLINGS.slice(2)))), (pair) => {
        fc.pre(pair.next.data !== undefined);
        const [old, next] = sides(pair);
        const { diff, states, plan } = examine(old, next);
        diff.changes.forEach(({ witness, together, class: grave, message, path }, index) => {
          const step = plan.steps[index];
          if (witness === undefined || together !== undefined || step === undefined) return;
          expect(grave).toBe("scores");
          const [first, before, after] = [states[0], states[index], states[index + 1]].map((state) => state?.get(step.key));
          if (first === undefined || before === undefined || after === undefined) throw new Error("no document");
          seen++;
          expect(witness.before.zh).not.toBe(witness.after.zh);
          const shows = (parts: (at: number) => Parts | undefined): readonly string[] => [index, index + 1].map((at) => standing(witness, parts(at) as Parts));
          const match = plan.matches.find(({ key }) => key === step.key);
          if (isKind(match?.old, "pack") && isKind(match?.next, "pack") && witness.framework === "样例") {
            // A rule that no framework at hand falls under is shown on a probe of its own.
            const probes = ruleSubjects({ key: step.key, kind: "pack", id: "", old: match.old, next: match.next, before: match.old.data, after: match.next.data }).filter((one) => one.depends(step));
            expect(probes.map((one) => shows((at) => one.parts(states[at] ?? new Map()))), message).toContainEqual([witness.before.zh, witness.after.zh]);
          } else expect(shows((at) => partsAt(witness, (at === index ? before : after), first, path)), message).toEqual([witness.before.zh, witness.after.zh]);
        });
      }),
      { numRuns: runs, seed: 20241231 },
    );
    expect(seen).toBeGreaterThanOrEqual(least);
  };
  test("of a framework shows values that indeed score otherwise before and after the change", () => check(framework, 100, 35), 600_000);
  test("of an indicator library does", () => check(fc.constantFrom(...libraries), 40, 15), 600_000);
  test("of a pack does", () => check(fc.constantFrom(...packs), 40, 3), 600_000);
});
