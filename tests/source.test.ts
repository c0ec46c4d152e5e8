// Reading source text: good files, one file for every code, hostile files, and laws that hold for any text.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe as group, expect, test } from "vitest";
import { capDiagnostics, describe, diagnose, sortDiagnostics, type Code, type Diagnostic } from "../src/types/diagnostics.ts";
import { areas, messages } from "../src/messages/index.ts";
import { distance, nearest } from "../src/text/nearest.ts";
import { readSource, type Data, type Source } from "../src/source/source.ts";
import { compareText } from "../src/text/text.ts";

const folder = new URL("../fixtures/source/", import.meta.url);
const names = (kind: string): string[] => readdirSync(new URL(`${kind}/`, folder)).sort();
const read = (kind: string, name: string): string => readFileSync(new URL(`${kind}/${name}`, folder), "utf8");
const place = ({ code, span, severity }: Diagnostic): string =>
  `${code} ${span?.start.line}:${span?.start.column}-${span?.end.line}:${span?.end.column}${severity === "error" ? "" : ` ${severity}`}`;
const places = (text: string): string[] => readSource(text, "f.yaml").diagnostics.map(place);

/** Every path that has a scalar, with its value. */
function leaves(data: Data, path: (string | number)[] = []): { path: (string | number)[]; value: Data }[] {
  if (Array.isArray(data)) return data.flatMap((item, i) => leaves(item, [...path, i]));
  if (data !== null && typeof data === "object") return Object.entries(data).flatMap(([key, value]) => leaves(value as Data, [...path, key]));
  return [{ path, value: data }];
}

/** An independent reading of a scalar as it stands in the text; undefined where that takes more than a line. */
function scalarOf(written: string): Data | undefined {
  if (/[\r\n]|^[|>]/.test(written)) return undefined;
  if (written.startsWith('"')) return /\\(?!["\\/bfnrtu])|\t/.test(written.replace(/\\\\/g, "")) ? undefined : (JSON.parse(written) as string);
  if (written.startsWith("'")) return written.slice(1, -1).replace(/''/g, "'");
  if (written === "" || written === "~" || written === "null") return null;
  return written === "true" ? true : written === "false" ? false : written;
}

const keyOf = (written: string): Data | undefined => (/^["']/.test(written) ? scalarOf(written) : written);

function expectExact(source: Source): number {
  if (source.data === undefined) return 0;
  const all = leaves(source.data).map(({ path, value }) => ({ path, value, span: source.locate(path) }));
  for (const { path, value, span } of all) {
    if (span === undefined) throw new Error(`no span for ${JSON.stringify(path)}`);
    if (value !== null && typeof value === "object") continue;
    const read = scalarOf(source.text.slice(span.start.offset, span.end.offset));
    if (read !== undefined) expect(read).toBe(value);
    const key = source.locate(path, "key");
    const step = path.at(-1);
    if (typeof step === "string" && key !== undefined) expect(keyOf(source.text.slice(key.start.offset, key.end.offset)) ?? step).toBe(step);
  }
  return all.length;
}

const framework = readSource(read("good", "framework.yaml"));

group("good files", () => {
  test.each(names("good"))("%s has no diagnostic and exact spans", (name) => {
    const source = readSource(read("good", name), name);
    expect(source.diagnostics).toEqual([]);
    expect(source.file).toBe(name);
    expect(expectExact(source)).toBeGreaterThan(7);
  });
  test("numbers keep their text, yes and no are words", () => {
    const data = framework.data as { [key: string]: Data };
    expect(data["numbers"]).toEqual(["0x1F", ".5", "1e3", ".inf", "-0", "007", "12345678901234567890.123456789", "+7", "1_000", "92.5%"]);
    expect([data["weight"], data["yes"], data["flag"], data["empty"], data["tilde"], data["version"]]).toEqual(["10.10", "no", true, null, null, "1.0.0"]);
    expect(data["long"]).toBe("第一段：产出指标，五十分。\n　　第二段：“效益”指标。\n");
    expect(data["folded"]).toBe("一行 两行");
  });
  test("line ends and a byte order mark do not change the data", () => {
    for (const name of ["crlf.yaml", "cr.yaml", "bom.yaml"]) {
      const other = readSource(read("good", name));
      expect(JSON.stringify(other.data)).toBe(JSON.stringify(framework.data));
      for (const { path } of leaves(framework.data as Data)) {
        const [a, b] = [framework.locate(path), other.locate(path)];
        expect([b?.start.line, b?.start.column, b?.end.line, b?.end.column]).toEqual([a?.start.line, a?.start.column, a?.end.line, a?.end.column]);
      }
    }
  });
  test("objects have no prototype", () => {
    const { data } = readSource(read("good", "names.yaml"));
    expect(Object.getPrototypeOf(data)).toBe(null);
    expect(Object.keys(data as object)).toEqual(["2", "10", "constructor", "toString", "hasOwnProperty", "valueOf", "😀", "𠮷", "<<"]);
  });
  test("nothing at all is null", () => {
    for (const text of ["", "\ufeff", "# 注\n", "---\n", "~"]) expect(readSource(text)).toMatchObject({ data: null, diagnostics: [] });
  });
  test("a path that does not exist leads to its nearest ancestor", () => {
    const slice = (path: (string | number)[], part?: "key" | "value"): string => {
      const span = framework.locate(path, part);
      return span ? framework.text.slice(span.start.offset, span.end.offset) : "";
    };
    expect(slice(["effective", "to"])).toBe("{ from: 2020-02-25 }");
    expect(slice(["effective", "to", 3], "key")).toBe("{ from: 2020-02-25 }");
    expect(slice(["indicators", 0, "name"])).toBe("use: budget-execution-rate\n    weight: 10");
    expect(slice(["packs", 1])).toBe("changzhou");
    expect(slice(["packs"], "key")).toBe("packs");
    expect(slice(["basis", "clause"])).toBe('"第七条：“权重”"');
    expect(slice([])).toBe(framework.text.slice(framework.text.indexOf("kind")).trimEnd());
  });
});

const long = "长".repeat(10_001);
const WRITTEN: Readonly<Record<string, string>> = {
  "yaml-key-too-long": `a: 1\n${"k".repeat(1030)}: 1\n`,
  "yaml-lone-surrogate": "a: 1\nb: x\ud800y\n",
  "yaml-string-too-long": `a: 1\nb: ${long}\n`,
  "yaml-too-deep": `a: ${"[".repeat(65)}${"]".repeat(65)}\n`,
  "yaml-too-large": `a: 1\nb: ${"长".repeat(174_763)}\n`,
  "yaml-too-many-indicators": `a: 1\n${"k: ".repeat(65)}\n`,
  "yaml-too-many-nodes": `{${Array.from({ length: 60_000 }, (_, i) => `"${i}"`).join()}}`,
  "yaml-too-many-tokens": `${"-\n".repeat(75_001)}`,
};
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  "full-width-bracket": ["full-width-bracket 1:7-1:8", "full-width-bracket 2:13-2:14", "full-width-bracket 3:8-3:9"],
  "full-width-colon": ["full-width-colon 2:3-2:4", "full-width-colon 3:3-3:4", "full-width-colon 4:7-4:8"],
  "full-width-comma": ["full-width-comma 1:12-1:13", "full-width-comma 2:13-2:14"],
  "full-width-digit": ["full-width-digit 2:9-2:11", "full-width-digit 3:7-3:14", "full-width-digit 4:7-4:10"],
  "full-width-quote": ["full-width-quote 1:1-1:5", "full-width-quote 2:7-2:12", "full-width-quote 3:8-3:14 warning", "full-width-quote 4:11-4:12"],
  "missing-space-after-colon": ["missing-space-after-colon 1:7-1:8", "missing-space-after-colon 3:9-3:10"],
  "unusual-space": ["unusual-space 1:4-1:5", "unusual-space 2:6-2:7", "unusual-space 3:1-3:2", "unusual-space 4:7-4:8"],
  "yaml-alias": ["yaml-alias 2:4-2:9"],
  "yaml-anchor": ["yaml-anchor 2:4-2:9"],
  "yaml-block-in-flow": ["yaml-block-in-flow 1:8-1:14"],
  "yaml-comment-space": ["yaml-comment-space 1:7-1:9"],
  "yaml-control-character": ["yaml-control-character 1:5-1:6", "yaml-control-character 2:4-2:5", "yaml-control-character 3:4-3:5"],
  "yaml-directive": ["yaml-directive 1:1-1:10"],
  "yaml-duplicate-key": ["yaml-duplicate-key 2:12-2:13", "yaml-duplicate-key 3:1-3:4"],
  "yaml-escape": ["yaml-escape 1:5-1:7", "yaml-escape 2:5-2:9", "yaml-escape 3:5-3:10"],
  "yaml-forbidden-key": ["yaml-forbidden-key 2:3-2:12"],
  "yaml-indent": ["yaml-indent 3:1-3:2"],
  "yaml-key-too-long": ["yaml-key-too-long 2:1-2:1031"],
  "yaml-key-type": ["yaml-key-type 1:3-1:9", "yaml-key-type 3:1-3:9", "yaml-key-type 4:1-4:1"],
  "yaml-lone-surrogate": ["yaml-lone-surrogate 2:5-2:6"],
  "yaml-missing-colon": ["yaml-missing-colon 2:1-2:7"],
  "yaml-missing-comma": ["yaml-missing-comma 1:9-1:10"],
  "yaml-multiline-key": ["yaml-multiline-key 1:1-1:7"],
  "yaml-multiple-documents": ["yaml-multiple-documents 2:1-2:4"],
  "yaml-nested-mapping": ["yaml-nested-mapping 1:4-1:5"],
  "yaml-scalar-start": ["yaml-scalar-start 1:4-1:5", "yaml-scalar-start 2:4-2:5", "yaml-scalar-start 3:4-3:5"],
  "yaml-string-too-long": ["yaml-string-too-long 2:4-2:10005"],
  "yaml-syntax": ["yaml-syntax 2:1-2:2"],
  "yaml-tab-indent": ["yaml-tab-indent 2:1-2:2"],
  "yaml-tag": ["yaml-tag 1:4-1:9", "yaml-tag 2:4-2:16"],
  "yaml-too-deep": ["yaml-too-deep 1:68-1:69"],
  "yaml-too-large": ["yaml-too-large 2:174764-2:174764"],
  "yaml-too-many-indicators": ["yaml-too-many-indicators 2:194-2:195"],
  "yaml-too-many-nodes": ["yaml-too-many-nodes 1:388891-1:388891"],
  "yaml-too-many-tokens": ["yaml-too-many-tokens 75000:2-75000:2"],
  "yaml-unclosed-bracket": ["yaml-unclosed-bracket 1:4-1:5"],
  "yaml-unclosed-quote": ["yaml-unclosed-quote 2:4-2:6"],
};

group("every code", () => {
  test("has a file or a text here, and words in both languages", () => {
    const own = Object.keys(messages).filter((code) => /^(yaml|full-width)-|^(unusual-space|missing-space-after-colon)$/.test(code)).sort();
    const given = [...names("bad").map((name) => name.replace(".yaml", "")), ...Object.keys(WRITTEN)].sort();
    expect(given).toEqual(own);
    expect(Object.keys(EXPECTED).sort()).toEqual(own);
    // Two areas with one code would leave one of them without words.
    expect(areas.flatMap((area) => Object.keys(area)).length).toBe(Object.keys(messages).length);
  });
  test.each(Object.keys(EXPECTED))("%s", (code) => {
    const text = WRITTEN[code] ?? read("bad", `${code}.yaml`);
    const { diagnostics, data } = readSource(text, "f.yaml");
    const shown = diagnostics.length > 20 ? [...diagnostics.slice(0, 2), ...diagnostics.slice(-1)] : diagnostics;
    expect(shown.map(place)).toEqual(EXPECTED[code]);
    expect(diagnostics.some((one) => one.code === code)).toBe(true);
    expect(data).toBe(undefined);
    for (const one of diagnostics) {
      expect(one.file).toBe("f.yaml");
      expect(describe(one, "zh-CN")).toBe(one.message);
      for (const words of [one.message, describe(one, "en")]) expect(words).not.toMatch(/undefined|NaN/);
    }
  });
  test("a repeated key points at both places", () => {
    const { diagnostics } = readSource(read("bad", "yaml-duplicate-key.yaml"), "f.yaml");
    expect(diagnostics.map(({ path, related }) => [path, related?.map(({ span, file }) => `${file} ${span?.start.line}:${span?.start.column}`)])).toEqual([
      [["b", "c"], ["f.yaml 2:6"]],
      [["a"], ["f.yaml 1:1"]],
    ]);
  });
  test("places are right in CRLF and CR files too", () => {
    for (const name of names("bad")) {
      const text = read("bad", name);
      for (const end of ["\r\n", "\r"]) expect(places(text.replace(/\n/g, end))).toEqual(places(text));
    }
  });
  test("too many are capped, and the rest counted", () => {
    const { diagnostics } = readSource("a: １\n".repeat(150), "f.yaml");
    expect(diagnostics.length).toBe(101);
    expect(diagnostics.at(-1)).toMatchObject({ code: "more-problems", severity: "error", facts: { count: "199", limit: "100" }, message: "另有 199 处问题未列出（只列前 100 处），应先改正以上各处" });
  });
});

group("full-width marks in prose are no slips", () => {
  test.each([
    "名称: 老旧小区改造（一期）：加装电梯，更新管网。\n",
    "- 注：本表由主管部门填报。\n- 例：见附件一。\n",
    "说明:\n  注：本表由主管部门填报，\n  并加盖公章。\n",
    "a: '权重：10'\nb: \"［a］，“b”\"\n",
    "a: |\n  权重：10\n  　　名称:　x\n",
    "# 权重：10，“x”　［］\na: 1\n",
    "{ \"说明\": \"权重：１０，是\", name: 数量，质量 }\n",
    "文号: ［2020］10号\n书名: “三公”经费\n时间: 12:30:45\n网址: http://a.cn/b\n",
    "- http://a.cn/b\n- 12:30\n- a:b\n",
    "说明: 共３类指标１０项\n",
  ])("%j", (text) => {
    expect(places(text)).toEqual([]);
  });
});

const repeat = (text: string, times: number): string => text.repeat(times);
const GENERATED: Readonly<Record<string, string>> = {
  "flow maps 2000": repeat("{", 2000), "flow seqs 200k": repeat("[", 200_000), "flow pairs": repeat("{a: ", 2000), "flow keys": repeat("{? ", 2000),
  "closers": repeat("]", 100_000), "dashes": repeat("- ", 100_000), "questions": repeat("? ", 100_000), "colons": repeat(": ", 100_000), "pairs on a line": repeat("a: ", 100_000),
  "deep blocks": Array.from({ length: 900 }, (_, i) => `${repeat(" ", i)}a:`).join("\n"), "deep dashes": Array.from({ length: 90 }, (_, i) => `${repeat(" ", i * 60)}${repeat("- ", 30)}`).join("\n"),
  "50k keys": Array.from({ length: 50_000 }, (_, i) => `k${i}: 1`).join("\n"), "15k same keys": repeat("k: 1\n", 15_000), "20k keys": Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join("\n"),
  "bad escapes": `a: "${repeat("\\x", 100_000)}"`, "escapes": `a: "${repeat("\\u0041", 80_000)}"`, "carriage returns": repeat("\r", 500_000), "line ends": repeat("\r\n", 250_000), "byte order marks": repeat("\ufeff", 170_000),
  "nuls": repeat("\0", 500_000), "tabs": repeat("\t", 500_000), "spaces": repeat(" ", 500_000), "lone surrogates": repeat("\udfff", 100_000), "huge scalar": repeat("长", 170_000), "huge quoted": `"${repeat("x", 500_000)}"`,
  "huge lines": repeat("长：\n", 60_000), "indented slips": Array.from({ length: 900 }, (_, i) => `${repeat(" ", i)}键：`).join("\n"), "full-width commas": `[${repeat("，", 100_000)}]`, "full-width digits": repeat("- １\n", 20_000),
  "anchors": repeat("&a ", 100_000), "tags": repeat("!a ", 100_000), "aliases": repeat("*a ", 60_000), "documents": repeat("---\n", 60_000), "document ends": repeat("...\n", 60_000), "directives": repeat("%A\n", 60_000), "comments": repeat("#\n", 200_000),
  "quotes": repeat("\"", 250_000), "single quotes": repeat("'", 250_000), "spaces in quotes": `"${repeat(" \n", 100_000)}"`, "block scalars": repeat("a: |\n", 20_000), "commas": `[${repeat(",", 100_000)}]`,
  "too large": repeat("x", 3_000_000), "alias bomb": Array.from({ length: 30 }, (_, i) => `a${i}: &a${i} [${repeat(`*a${i - 1},`, 9)}]`).join("\n"), "unusual spaces": repeat("　", 170_000), "colon spaces": repeat("a:　\n", 50_000),
  "backslashes": `"${repeat("\\", 400_001)}"`, "percent lines": repeat("%\n", 100_000), "hash": `%${repeat(" #", 100_000)}`, "hashes": `%${repeat("#", 400_000)}`, "plus lines": `a: |+\n${repeat("\n", 400_000)}`,
};
const HARMLESS = ["spaces", "tabs", "20k keys"];

function judge(text: string, harmless: boolean): void {
  const before = Object.getOwnPropertyNames(Object.prototype).join();
  const source = readSource(text, "f.yaml");
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
  expect(({} as { polluted?: unknown }).polluted).toBe(undefined);
  expect(source.diagnostics.length).toBeLessThanOrEqual(101);
  for (const one of source.diagnostics) {
    expect(one.code in messages).toBe(true);
    if (one.code === "more-problems") continue;
    expect(one.span).toBeDefined();
    const { start, end } = one.span ?? { start: { offset: -1, line: 0, column: 0 }, end: { offset: -1 } };
    expect(start.offset >= 0 && start.offset <= end.offset && end.offset <= text.length && start.line >= 1 && start.column >= 1).toBe(true);
  }
  expect(source.diagnostics.some(({ severity }) => severity === "error")).toBe(!harmless);
  expect(source.data === undefined).toBe(!harmless);
}

group("hostile texts", () => {
  test.each(names("hostile"))("%s", (name) => judge(read("hostile", name), false), 20_000);
  test.each(Object.keys(GENERATED))("generated: %s", (name) => judge(GENERATED[name] ?? "", HARMLESS.includes(name)), 20_000);
});

group("laws", () => {
  const PIECES = ["：", "，", "　", "\u00a0", ": ", "\n", "\r\n", "\r", "\t", "  ", "- ", "{", "}", "[", "]", "“", "”", '"', "'", "１", "％", "&a", "*a", "!!str", "#", " #", "|", ">", "---", "...", "%", "\\", "\0", "\ud800", "😀", "__proto__", "?", ",", "\ufeff", "@", "`", "~", "a: 1\n", "权重：10\n"];
  const good = names("good").map((name) => read("good", name));
  const edit = fc.record({ at: fc.nat(1200), remove: fc.nat(6), insert: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 })) });
  test("a mutated file never throws, its spans are in place, and its scalars are exact", () => {
    fc.assert(
      fc.property(fc.constantFrom(...good), fc.array(edit, { minLength: 1, maxLength: 4 }), (text, edits) => {
        const mutated = edits.reduce((was, { at, remove, insert }) => was.slice(0, at) + insert + was.slice(at + remove), text);
        const source = readSource(mutated);
        for (const { span } of source.diagnostics) if (span !== undefined) expect(span.end.offset).toBeLessThanOrEqual(mutated.length);
        const errors = source.diagnostics.filter(({ severity }) => severity === "error").length;
        expect(source.data === undefined).toBe(errors > 0);
        expectExact(source);
      }),
      { numRuns: 3000, seed: 20241124 },
    );
  }, 60_000);
  const key = fc.string({ unit: fc.constantFrom("a", "键", "😀", " ", "'", '"', ":", "#", "：", "\\", "{"), minLength: 1, maxLength: 6 });
  const tree = fc.letrec<{ value: Data }>((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, fc.string({ unit: fc.constantFrom("a", "文", "𠮷", "“", "\n", "\t", '"', "：", "1", "-"), maxLength: 8 }), fc.boolean(), fc.constant(null), fc.array(tie("value"), { maxLength: 4 }), fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true })),
  })).value;
  test("JSON comes back as it was, and every span is the scalar as written", () => {
    fc.assert(
      fc.property(tree, fc.constantFrom(0, 2), fc.constantFrom("\n", "\r\n", "\r"), (data, indent, end) => {
        const text = JSON.stringify(data, null, indent).replace(/\n/g, end);
        const source = readSource(text);
        expect(source.diagnostics).toEqual([]);
        expect(JSON.stringify(source.data)).toBe(JSON.stringify(data));
        for (const { path, value } of leaves(source.data ?? null)) {
          const span = source.locate(path);
          expect(text.slice(span?.start.offset, span?.end.offset)).toBe(Array.isArray(value) ? "[]" : JSON.stringify(value));
        }
      }),
      { numRuns: 1000, seed: 20241124 },
    );
  }, 60_000);
  test("any text at all never throws", () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 40 }), (parts) => void readSource(parts.join(""))), { numRuns: 3000, seed: 20241124 });
  }, 60_000);
});

group("diagnostics", () => {
  const at = (offset: number) => ({ start: { line: 1, column: offset + 1, offset }, end: { line: 1, column: offset + 2, offset: offset + 1 } });
  const one = (code: Code, file: string, offset?: number) => diagnose(code, { found: "x", limit: "1", key: "k", expected: "y" }, { file, ...(offset === undefined ? {} : { span: at(offset) }) });
  test("are built without undefined keys", () => {
    expect(Object.keys(diagnose("yaml-tag", { found: "!x" }, { file: undefined, path: ["a"] }))).toEqual(["code", "severity", "message", "facts", "path"]);
    expect(diagnose("yaml-tag", { found: "!x" }, { severity: "info" }).severity).toBe("info");
  });
  test("are sorted by file in code-point order, place and code, without repeats", () => {
    const list = [one("yaml-tag", "𠮷", 1), one("yaml-tag", "﹪", 5), one("yaml-tag", "﹪"), one("yaml-alias", "﹪", 5), one("yaml-tag", "﹪", 5), one("yaml-tag", "﹪", 3)];
    expect(sortDiagnostics(list).map(({ file, span, code }) => `${file} ${span?.start.offset} ${code}`)).toEqual(["﹪ 3 yaml-tag", "﹪ 5 yaml-alias", "﹪ 5 yaml-tag", "﹪ undefined yaml-tag", "𠮷 1 yaml-tag"]);
    expect(sortDiagnostics([...list].reverse())).toEqual(sortDiagnostics(list));
    expect(compareText("﹪", "𠮷")).toBeLessThan(0);
  });
  test("are capped only beyond the limit", () => {
    const list = [one("yaml-tag", "f", 1), one("yaml-tag", "f", 2)];
    expect(capDiagnostics(list, 2)).toEqual(list);
    expect(capDiagnostics(list, 1).map(({ code }) => code)).toEqual(["yaml-tag", "more-problems"]);
  });
});

group("nearest", () => {
  test.each([
    ["wieght", ["weight", "height"], "weight"],
    ["Weight", ["weight", "height"], "weight"],
    ["half_up", ["half-up", "half-even"], "half-up"],
    ["满意率", ["满意度", "执行率"], "满意度"],
    ["xyz", ["weight", "name"], undefined],
    ["ab", ["ac", "aa"], "aa"],
    ["a", ["b"], undefined],
    ["x".repeat(65), ["x".repeat(65)], undefined],
    ["kind", [], undefined],
  ] as const)("%s", (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
    expect(nearest(word, [...candidates].reverse())).toBe(expected);
  });
  test("counts a swap of neighbours as one step", () => {
    expect([distance("ab", "ba"), distance("", "abc"), distance("𠮷a", "a"), distance("kitten", "sitting")]).toEqual([1, 3, 1, 3]);
  });
});
