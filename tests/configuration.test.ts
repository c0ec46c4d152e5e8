// Which checks a configuration switches on, and what is wrong with one.
import { describe, expect, test } from "vitest";
import { configurable } from "../src/checks/index.ts";
import { configure, load, verify } from "../src/index.ts";
import { builtin } from "../src/node/index.ts";

const known = builtin();
const said = (text: string, ...others: string[]) => configure(load(text, "jixiao.config.yaml"), [...others.map((one, index) => load(one, `${index}.yaml`)), ...known]);
const codes = (text: string, ...others: string[]) => said(text, ...others).diagnostics.map(({ code, span }) => [code, span?.start.line, span?.start.column]);

describe("presets", () => {
  test.each(["recommended", "strict"])("%s is sound, and gives every option of the checks it switches on", (id) => {
    expect(codes(`kind: config\nextends: ${id}\n`)).toEqual([]);
  });
  test("every configurable check is switched on by strict", () => {
    expect(said("kind: config\nextends: strict\n").configuration.checks.map((one) => one.id)).toEqual(configurable.map((one) => one.id));
  });
  test("a setting is laid over the one it extends, and off is off", () => {
    const severityOf = (text: string) => said(text).configuration.checks.find((one) => one.id === "definition-missing")?.severity;
    expect(severityOf("kind: config\nextends: recommended\nchecks: { definition-missing: error }\n")).toBe("error");
    expect(severityOf("kind: config\nextends: recommended\nchecks: { definition-missing: { severity: info } }\n")).toBe("info");
    expect(severityOf("kind: config\nextends: recommended\nchecks: { definition-missing: off }\n")).toBeUndefined();
    expect(severityOf("kind: config\n")).toBeUndefined();
  });
});

describe("what is wrong with a configuration", () => {
  test("a check that is not there, with a hint", () => {
    const { diagnostics } = said("kind: config\nchecks: { definition-mising: error }\n");
    expect(diagnostics.map(({ code, facts }) => [code, facts["guess"]])).toEqual([["unknown-key", "definition-missing"]]);
  });
  test("another configuration that is not there", () => expect(codes("kind: config\nextends: recomended\n")).toEqual([["config-unknown", 2, 10]]));
  test("configurations that extend each other", () => {
    expect(codes("kind: config\nid: a\nextends: b\n", "kind: config\nid: b\nextends: b\n")).toEqual([["config-cycle", 3, 10]]);
  });
  test("a document of another kind", () => expect(codes("kind: actuals\nobjectives: a\nas-of: 2024-12-31\nvalues: {}\n")).toEqual([["kind-other", 1, 7]]));
});

test("a reference that leads nowhere is a finding with its place", () => {
  const found = verify([load("kind: actuals\nobjectives: nowhere\nas-of: 2024-12-31\nvalues: {}\n", "a.yaml")], { known });
  expect(found.map(({ code, span }) => [code, span?.start.line, span?.start.column])).toEqual([["reference-unknown", 2, 13]]);
});
