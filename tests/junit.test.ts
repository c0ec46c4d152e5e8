// JUnit XML: read back by a strict reader of our own, for passed, failed and hostile cases.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readArguments } from "../src/cli/arguments.ts";
import { commands } from "../src/cli/commands.ts";
import { junit, type JUnitCase } from "../src/testing/junit.ts";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

/** XML 1.0 without comments, CDATA and processing instructions; whatever is not well-formed throws. */
function parse(text: string): Element {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!text.startsWith(declaration)) throw new Error("no declaration");
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text)) throw new Error("illegal character");
  if (text.includes("\r")) throw new Error("a carriage return that a reader would change");
  let at = declaration.length;
  const take = (pattern: RegExp): RegExpExecArray => {
    const sticky = new RegExp(pattern.source, "uy");
    sticky.lastIndex = at;
    const found = sticky.exec(text);
    if (found === null) throw new Error(`expected ${pattern.source} at ${at}: ${text.slice(at, at + 40)}`);
    at += found[0].length;
    return found;
  };
  const decode = (raw: string): string => {
    if (/[<>]/.test(raw) || /&(?!(?:amp|lt|gt|quot|#39|#9|#10|#13);)/.test(raw)) throw new Error(`not escaped: ${raw}`);
    const names: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#9": "\t", "#10": "\n", "#13": "\r" };
    return raw.replace(/&([^;]+);/g, (_, name: string) => names[name] ?? "");
  };
  const element = (): Element => {
    const name = take(/<([a-z]+)/)[1] ?? "";
    const attributes: Record<string, string> = {};
    while (text[at] === " ") {
      const [, key = "", value = ""] = take(/ ([a-z]+)="([^"\n\t\r]*)"/);
      if (Object.hasOwn(attributes, key)) throw new Error(`twice: ${key}`);
      attributes[key] = decode(value);
    }
    if (take(/\/?>/)[0] === "/>") return { name, attributes, children: [], text: "" };
    const children: Element[] = [];
    let content = "";
    for (;;) {
      content += decode(take(/[^<]*/)[0]);
      if (text.startsWith("</", at)) break;
      children.push(element());
    }
    take(new RegExp(`</${name}>`));
    return { name, attributes, children, text: content };
  };
  const root = element();
  take(/\n/);
  if (at !== text.length) throw new Error("more than one root");
  return root;
}

const run = (...names: string[]): { code: number; root: Element; err: string } => {
  let [out, err] = ["", ""];
  const code = commands.test(readArguments(["test", "--format", "junit", ...names]), { out: (text) => void (out += text), err: (text) => void (err += text) });
  return { code, root: parse(out), err };
};
const numbers = ({ attributes }: Element): string[] => ["tests", "failures", "errors"].map((one) => attributes[one] ?? "");

describe("junit", () => {
  test("everything passes", () => {
    const { code, root } = run("fixtures/coverage/complete.test.yaml");
    expect(code).toBe(0);
    expect([root.name, root.attributes["name"], ...numbers(root)]).toEqual(["testsuites", "jixiao", "10", "0", "0"]);
    const [suite] = root.children;
    expect([suite?.name, suite?.attributes["name"], suite?.attributes["file"]]).toEqual(["testsuite", "覆盖示例的全部用例", "fixtures/coverage/complete.test.yaml"]);
    expect(suite?.children.map((one) => [one.name, one.children.length])).toEqual(Array.from({ length: 10 }, () => ["testcase", 0]));
  });

  test("failures and errors apart, with file, line, expected and found", () => {
    const file = "fixtures/coverage/failing.test.yaml";
    const lines = readFileSync(file, "utf8").split("\n");
    const { code, root } = run(file);
    expect(code).toBe(1);
    expect(numbers(root)).toEqual(["4", "2", "2"]);
    const [suite] = root.children;
    expect(numbers(suite ?? root)).toEqual(["4", "2", "2"]);
    const cases = suite?.children ?? [];
    expect(cases.map((one) => lines[Number(one.attributes["line"]) - 1])).toEqual(lines.filter((one) => one.includes("- name: ")));
    expect(cases.map((one) => [one.attributes["name"], one.children[0]?.name, one.children[0]?.attributes["type"]])).toEqual([
      ['得分不符 "引号" <尖括号> & 😀', "failure", "not-as-expected"],
      ["没有期望", "failure", "not-as-expected"],
      ["填写有误", "error", "could-not-run"],
      ["绩效目标表不存在", "error", "could-not-run"],
    ]);
    expect(cases[0]?.children[0]?.attributes["message"]).toBe("总分：期望 99.00，得到 100.00");
    expect(cases[0]?.children[0]?.text).toBe(`${file}:6\n总分：期望 99.00，得到 100.00`);
    expect(cases[1]?.children[0]?.attributes["message"]).toBe("用例没有期望结果");
    expect(cases[3]?.children[0]?.attributes["message"]).toBe("没有绩效目标表 nowhere");
  });

  test("a document that cannot be read is an error among the results", () => {
    const { code, root, err } = run("fixtures/coverage/complete.test.yaml", "fixtures/source/bad/yaml-unclosed-quote.yaml");
    expect(code).toBe(1);
    expect(numbers(root)).toEqual(["11", "0", "1"]);
    expect(root.children[1]?.children[0]?.children[0]?.name).toBe("error");
    expect(err).toContain("yaml-unclosed-quote");
  });

  test("characters that XML does not allow are left out, others survive", () => {
    const hostile = "a\u0000b\u0008\u000b\u001b[31m\ufffe\uffff\ud800x\t\n\r]]>&amp;<&\"'é汉😀\u0085\u202e";
    const kept = "ab[31mx\t\n\r]]>&amp;<&\"'é汉😀\u0085\u202e";
    const one: JUnitCase = { name: hostile, file: hostile, line: 1, ran: true, failures: [hostile] };
    const [suite] = parse(junit([{ name: hostile, file: hostile, cases: [one] }])).children;
    const failure = suite?.children[0]?.children[0];
    expect([suite?.attributes["name"], suite?.children[0]?.attributes["name"], failure?.attributes["message"]]).toEqual([kept, kept, kept]);
    expect(failure?.text).toBe(`${kept}:1\n${kept}`);
  });

  test("no suites at all", () => {
    expect(parse(junit([])).children).toEqual([]);
  });

  test("any text gives well-formed XML", () => {
    const text = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(text, text, fc.boolean(), fc.array(text), (name, file, ran, failures) => {
        const root = parse(junit([{ name, file, cases: [{ name, file, ran, failures }] }]));
        expect(numbers(root)).toEqual(["1", failures.length > 0 && ran ? "1" : "0", failures.length > 0 && !ran ? "1" : "0"]);
      }),
    );
  });
});
