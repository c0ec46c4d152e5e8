// Reading what people write: every target and actual of the published cases, and odd and hostile inputs, against
// readings written by hand; and what must hold for any text.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readActual, type Reading, readTarget, type When } from "../src/index.ts";

const FOLDER = join("fixtures", "reading");
type Compact = Readonly<Record<string, unknown>>;
const read = <T>(name: string): T => parse(readFileSync(join(FOLDER, name), "utf8"), { schema: "failsafe" }) as T;

const two = (value: number | undefined): string[] => (value === undefined ? [] : [String(value).padStart(2, "0")]);
const dateOf = ({ year, month, day, limit }: When): Compact => ({ date: [...(year === undefined ? [] : [String(year)]), ...two(month), ...two(day)].join("-"), ...(limit === undefined ? {} : { limit }) });

/** A reading as the fixtures write it: nothing that it says is left out. */
function compact(one: Reading): Compact {
  const { direction, notes, rule, conflict } = one;
  const unit = (text: string | undefined): Compact => (text === undefined ? {} : { unit: text });
  const core = ((): Compact | undefined => {
    switch (one.kind) {
      case "number":
        return { ...(one.is === undefined ? {} : { is: one.is }), figure: one.figure.decimal, ...unit(one.figure.unit), ...(one.when === undefined ? {} : dateOf(one.when)) };
      case "range":
        expect(one.low.unit).toBe(one.high.unit);
        return { range: [one.low.decimal, one.high.decimal], ...unit(one.low.unit) };
      case "deviation":
        return { deviation: one.within.decimal, ...unit(one.within.unit) };
      case "date":
        return dateOf(one.when);
      case "words":
        return { words: one.word, ...(one.level === undefined ? {} : { level: one.level }) };
      case "yes-no":
        return { yes: String(one.yes) };
      case "formula":
        return { formula: one.formula, value: one.value.fraction, ...(one.result === undefined ? {} : { result: one.result.decimal, ...unit(one.result.unit), holds: String(one.holds) }) };
      case "none":
        return { none: one.reason };
    }
  })();
  return {
    ...core,
    ...(direction === undefined ? {} : { direction }),
    ...(notes.length === 0 ? {} : { notes }),
    ...(rule === undefined ? {} : { rule: rule.text, ...(rule.method === undefined ? {} : { method: rule.method }) }),
    ...(conflict === undefined ? {} : { conflict }),
  };
}

const published = read<Record<string, Compact>>("published.yaml");
const odd = read<Record<string, Record<string, Compact>>>("odd.yaml");

describe("published cases", () => {
  test.each(Object.entries(published))("%s", (text, expected) => expect(compact(readTarget(text))).toEqual(expected));
  test("every target and every actual is listed", () => {
    const texts = readdirSync(join("fixtures", "cases")).flatMap((name) => {
      const { indicators } = JSON.parse(readFileSync(join("fixtures", "cases", name), "utf8")) as { indicators: { target_text: string; actual_text: string }[] };
      return indicators.flatMap((one) => [one.target_text, one.actual_text]);
    });
    expect(new Set(texts).size).toBeGreaterThan(100);
    expect([...new Set(texts)].filter((text) => !Object.hasOwn(published, text))).toEqual([]);
    expect(Object.keys(published).filter((text) => !texts.includes(text))).toEqual([]);
  });
  test("a text reads the same as a target and as an actual value", () => {
    for (const text of Object.keys(published)) expect(readActual(text)).toEqual(readTarget(text));
  });
});

describe.each(Object.entries(odd))("%s", (_, list) => {
  test.each(Object.entries(list))("%j", (text, expected) => expect(compact(readTarget(text))).toEqual(expected));
});

describe("what other columns say", () => {
  const cases: readonly (readonly [text: string, columns: Parameters<typeof readTarget>[1], expected: Compact])[] = [
    ["95", { unit: "%", sign: "≥" }, { is: ">=", figure: "95", unit: "%", direction: "higher" }],
    ["20", { nature: "反向", sign: "小于等于", unit: "次" }, { is: "<=", figure: "20", unit: "次", direction: "lower" }],
    ["1", { nature: "正向指标", sign: "小于等于" }, { is: "<=", figure: "1", direction: "lower", conflict: "nature-sign" }],
    ["≤1", { nature: "正向" }, { is: "<=", figure: "1", direction: "lower", conflict: "nature-sign" }],
    ["≥95%", { sign: "≤" }, { is: ">=", figure: "95", unit: "%", direction: "higher", conflict: "sign-sign" }],
    ["95%", { unit: "个" }, { figure: "95", unit: "%", conflict: "unit-unit" }],
    ["95%", { unit: "百分比" }, { figure: "95", unit: "%" }],
    ["95", { nature: "正向" }, { figure: "95", direction: "higher" }],
    ["100", { nature: "反向", sign: "=" }, { is: "=", figure: "100", direction: "equal" }],
    ["显著", { nature: "定性", sign: "" }, { words: "显著" }],
    ["95", { unit: " ", sign: "", nature: "" }, { figure: "95" }],
  ];
  test.each(cases)("%j with %j", (text, columns, expected) => expect(compact(readTarget(text, columns))).toEqual(expected));
});

describe("for any text", () => {
  const PIECES = ["≥", "≤", ">", "<", "=", "±", "%", "％", "1", "95", "0", "007", ",", ".", "-", "—", "～", "至", "(", ")", "（含）", "不含", "以上", "以下", "不少于", "控制在", "正向", "反向", "年", "月", "日", "底", "前", "2023", "12", "完成", "元", "万元", "个", "计", "分", "每超过一个百分点扣", "扣完为止", ";", "。", "…", "?", " ", "\u200b", "指标1：", "/", "*", "+", "e3", "🀄", "\ud800"];
  const anyText = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((list) => list.join("")));
  test("reading never throws, keeps the text, is plain data and says the same twice", () => {
    fc.assert(
      fc.property(anyText, fc.option(fc.record({ unit: anyText, nature: anyText, sign: anyText }), { nil: undefined }), (text, columns) => {
        const one = readTarget(text, columns);
        expect(one.text).toBe(text);
        expect(JSON.parse(JSON.stringify(one))).toEqual(one);
        expect(readTarget(text, columns)).toEqual(one);
      }),
      { numRuns: 3000, seed: 20240101 },
    );
  });
  test("a figure is what is written: its fraction equals its decimal text", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.integer({ min: 0, max: 6 }), fc.boolean(), (digits, places, grouped) => {
        const text = digits.toString().padStart(places + 1, "0");
        const whole = text.slice(0, text.length - places);
        const rest = places === 0 ? "" : `.${text.slice(text.length - places)}`;
        const written = `${grouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, ",") : whole}${rest}`;
        const one = readActual(`${written}元`);
        if (one.kind !== "number") throw new Error(`${written} is read as ${one.kind}`);
        expect(one.figure.decimal).toBe(whole + rest);
        const [n = "", d = "1"] = one.figure.fraction.split("/");
        expect(BigInt(n) * 10n ** BigInt(places)).toBe(digits * BigInt(d));
      }),
      { seed: 20240101 },
    );
  });
  test("very long texts cost no more than their length", () => {
    for (const text of ["9".repeat(100_000), "≥".repeat(100_000), "(".repeat(1999), "1,".repeat(999), "完成".repeat(999), " ".repeat(1999), "0-".repeat(999), "计5分;".repeat(300), "每".repeat(1999)]) {
      const started = performance.now();
      expect(readTarget(text).text).toBe(text);
      expect(performance.now() - started).toBeLessThan(500);
    }
  });
});
