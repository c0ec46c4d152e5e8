// The shipped frameworks against figures that were computed apart from the engine: every case of every test
// file, and one complete evaluation per category, compared as text to the last digit.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { check, compile, score, type Scorecard } from "../src/index.ts";
import { isKind } from "../src/types/loaded.ts";
import { builtin, readDocument, readFolder, rulesFolder, shelf } from "../src/node/index.ts";
import { readSource } from "../src/source/source.ts";
import { runTest } from "../src/testing/testing.ts";
import type { IndicatorNode } from "../src/types/types.ts";

const fixtures = join(rulesFolder(), "..", "fixtures");
const shipped = builtin();
const libraries = shipped.filter((one) => isKind(one, "indicator-library"));
const packs = shipped.filter((one) => isKind(one, "pack"));
const frameworks = readFolder(join(rulesFolder(), "frameworks"));

const leavesOf = (node: IndicatorNode): readonly IndicatorNode[] => (node.indicators === undefined ? [node] : node.indicators.flatMap(leavesOf));

describe("frameworks", () => {
  test("every file of rules/frameworks is a framework of that name, and has a test file", () => {
    const named = frameworks.map((one) => (isKind(one, "framework") ? `${one.data.id}.yaml` : `no framework: ${one.file}`));
    expect(named).toEqual(readdirSync(join(rulesFolder(), "frameworks")).sort());
    const tested = readdirSync(join(fixtures, "frameworks")).filter((name) => name.endsWith(".test.yaml"));
    expect(tested.sort()).toEqual(named.map((name) => name.replace(/\.yaml$/, ".test.yaml")).sort());
  });

  test.each(frameworks.map((one) => [basename(one.file ?? ""), one] as const))("%s gives no diagnostics", (_, framework) => {
    expect(check({ framework, libraries, packs })).toEqual([]);
  });

  test.each(frameworks.map((one) => [basename(one.file ?? ""), one] as const))("%s: every indicator it defines itself is complete", (_, framework) => {
    if (!isKind(framework, "framework")) throw new Error("not a framework");
    const own = framework.data.indicators.flatMap(leavesOf).filter((one) => one.use === undefined && one.slot === undefined);
    expect(own.filter((one) => !isComplete(one)).map((one) => one.id)).toEqual([]);
  });
});

describe("the indicator library", () => {
  const indicators = libraries.flatMap((one) => one.data?.indicators ?? []);

  test("every indicator is complete: name, definition, method, evidence, tags, basis", () => {
    expect(indicators.filter((one) => !isComplete(one)).map((one) => one.id)).toEqual([]);
  });

  test("every indicator is used by a framework, so that its cases are tested", () => {
    const used = new Set(frameworks.flatMap((one) => (isKind(one, "framework") ? one.data.indicators.flatMap(leavesOf) : [])).map((one) => one.use));
    expect(indicators.filter((one) => !used.has(one.id)).map((one) => one.id)).toEqual([]);
  });
});

function isComplete(one: IndicatorNode): boolean {
  return [one.name, one.definition, one.method, one.evidence, one.basis].every((part) => part !== undefined) && (one.tags ?? []).length > 0;
}

describe("cases", () => {
  const folder = readFolder(join(fixtures, "frameworks"));
  const documents = shelf([...folder, ...shipped]);
  for (const one of folder.filter((each) => each.kind === "test")) {
    test(basename(one.file ?? ""), () => {
      expect(one.diagnostics).toEqual([]);
      if (!isKind(one, "test")) throw new Error("not a test document");
      expect(`${one.data.framework}.test.yaml`).toBe(basename(one.file ?? ""));
      const failures = runTest(one, documents).flatMap(({ name, failures: faults }) => faults.map((fault) => `${name}：${fault}`));
      expect(failures).toEqual([]);
    }, 60_000);
  }
});

describe("complete evaluations", () => {
  const categories = readdirSync(join(fixtures, "evaluations")).sort();

  test("one per category", () => {
    expect(categories).toEqual(["basic-public-service", "department-overall", "government-fund", "government-purchased-service", "policy", "project"]);
  });

  test.each(categories)("%s: every point, group, total and grade", (category) => {
    const folder = join(fixtures, "evaluations", category);
    const source = readSource(readFileSync(join(folder, "expected.yaml"), "utf8"));
    expect(source.diagnostics).toEqual([]);
    const expected = source.data as unknown as Expected;
    const framework = frameworks.find((one) => isKind(one, "framework") && one.data.id === expected.framework);
    if (framework === undefined) throw new Error(`no framework ${expected.framework}`);
    expect(isKind(framework, "framework") && framework.data.category).toBe(category);
    const { scorer, diagnostics } = compile({ framework, objectives: readDocument(join(folder, "objectives.yaml")), libraries, packs });
    expect(diagnostics).toEqual([]);
    if (scorer === undefined) throw new Error("no scorer");
    const scored = score(scorer, readDocument(join(folder, "actuals.yaml")));
    expect(scored.diagnostics).toEqual([]);
    if (scored.scorecard === undefined) throw new Error("no scorecard");
    expect(figuresOf(scored.scorecard)).toEqual({ states: {}, ...expected });
  });
});

interface Expected {
  readonly framework: string;
  readonly objectives: string;
  readonly points: Readonly<Record<string, string>>;
  readonly states?: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, string>>;
  readonly fired: readonly string[];
  readonly total: string;
  readonly grade: string;
}

/** What a scorecard says, in the shape of expected.yaml. */
function figuresOf(card: Scorecard): Expected {
  return {
    framework: card.framework.id,
    objectives: card.objectives?.id ?? "",
    points: Object.fromEntries(card.indicators.map((one) => [one.path, one.points ?? "—"])),
    states: Object.fromEntries(card.indicators.filter((one) => one.state !== "scored").map((one) => [one.id, one.state])),
    groups: Object.fromEntries(card.groups.map((one) => [one.path, one.points ?? "—"])),
    fired: card.knockOuts.filter((one) => one.holds === true).map((one) => one.rule),
    total: card.total.points ?? "—",
    grade: card.grade ?? "—",
  };
}
