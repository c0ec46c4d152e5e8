// Packs on their own, packs that extend packs, and frameworks held together by one rule. The fixtures of rule kinds
// and of the shipped packs run with all fixtures.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkPack, load, type Loaded } from "../src/index.ts";
import { isKind } from "../src/types/loaded.ts";
import { builtin, readDocument, shelf } from "../src/node/index.ts";

const shipped = shelf(builtin());
const fixtures = readdirSync(join("fixtures", "packs")).map((name) => join("fixtures", "packs", name));

test("every shipped pack has a fixture that names each of its rules", () => {
  const wanting = shipped.all("pack").flatMap((one) => {
    if (!isKind(one, "pack")) return [one.file];
    const file = join("fixtures", "packs", `${one.data.id}.test.yaml`);
    const text = fixtures.includes(file) ? readDocument(file).text : "";
    return one.data.rules.filter(({ id }) => !text.includes(id)).map(({ id }) => `${one.data.id}/${id}`);
  });
  expect(wanting).toEqual([]);
});

describe("a pack on its own", () => {
  const pack = (id: string, body: string, rules: string) => load(`kind: pack\nid: ${id}\nversion: 1.0.0\ntitle: ${id}\n${body}effective: { from: 2024-01-01 }\nrules:\n${rules}`, `${id}.yaml`);
  const tolerance = (id: string, value: string, more = "") => `  - { id: ${id}, basis: { document: 上级文件, clause: 第一条, status: unverified }, ${more}kind: uniform-weights, tolerance: ${value} }\n`;
  const found = (one: Loaded, others: readonly Loaded[] = []) => checkPack(one, others).map(({ code, severity, span }) => `${code} ${severity} ${span?.start.line}:${span?.start.column}`);

  test.each(shipped.all("pack").map((one) => [one.file, one] as const))("%s is in order", (_, one) => expect(found(one, shipped.all("pack"))).toEqual([]));

  test("an unknown parent, with a guess", () => {
    const [one] = checkPack(pack("city", "extends: provinc\n", tolerance("a", "5")), [pack("province", "", tolerance("a", "5"))]);
    expect([one?.code, one?.facts["guess"], one?.span?.start.line]).toEqual(["pack-unknown", "province", 5]);
  });

  test("a circle", () => {
    const [a, b] = [pack("a", "extends: b\n", tolerance("x", "5")), pack("b", "extends: a\n", tolerance("x", "6"))];
    expect(found(a, [a, b])).toEqual(["pack-cycle error 5:10"]);
    expect(found(pack("a", "extends: a\n", tolerance("x", "5")))).toEqual(["pack-cycle error 5:10"]);
    expect(checkPack(b, [a])[0]?.message).toBe("规则包互为上级（b → a → b），应逐级向上");
  });

  test("a rule id twice, a fact that is not declared", () => {
    const knockOut = "  - { id: a, basis: { document: 文件, status: illustrative }, kind: knock-out, when: { fact: false-data, is: true }, then: reject }\n";
    expect(found(pack("one", "", tolerance("a", "5") + knockOut))).toEqual(["duplicate-id error 8:11", "fact-unknown error 8:84"]);
  });

  test("looser: an error that quotes the higher rule, its place and its basis; a warning where the higher rule is advisory", () => {
    const lower = pack("city", "extends: province\n", tolerance("a", "6"));
    const [one] = checkPack(lower, [pack("province", "", tolerance("a", "5"))]);
    expect(one?.message).toBe("规则 city/a 宽于上级规则 province/a，应不宽于上级规则（上级文件：第一条；未核对原文）");
    expect([one?.severity, one?.span?.start.line, one?.related?.[0]?.file, one?.related?.[0]?.span?.start.line]).toEqual(["error", 8, "province.yaml", 7]);
    expect(one?.basis).toEqual({ document: "上级文件", clause: "第一条", status: "unverified" });
    expect(found(lower, [pack("province", "", tolerance("a", "5", "severity: warning, "))])).toEqual(["rule-looser warning 8:5"]);
  });

  test("not a pack", () => expect(found(load("kind: actuals\nobjectives: a\nas-of: 2024-01-01\nvalues: {}\n", "x.yaml"))).toEqual(["kind-other error 1:7"]));
});
