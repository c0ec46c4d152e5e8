// Code frames: the caret stands under the marked characters, however wide they are.
import fc from "fast-check";
import { expect, test } from "vitest";
import { codeFrame } from "../src/types/frame.ts";
import { readSource } from "../src/source/source.ts";
import { displayWidth, padEnd } from "../src/text/width.ts";

/** A span from the first occurrence of a piece of the text. */
function spanOf(text: string, piece: string) {
  const at = (offset: number) => {
    const lines = text.slice(0, offset).replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
    return { line: lines.length, column: (lines.at(-1) ?? "").length + 1, offset };
  };
  const start = text.indexOf(piece);
  return { start: at(start), end: at(start + piece.length) };
}
const frame = (text: string, piece: string, context?: number): string => codeFrame(text, spanOf(text, piece), context === undefined ? {} : { context });

test.each([
  ["", 0], ["abc", 3], ["权重", 4], ["１０％", 6], ["、。「」", 8], ["“≥①”", 4], ["e\u0301", 1], ["\u0301", 0], ["😀", 2], ["👨‍👩‍👧", 2], ["👍🏽", 2], ["❤️", 2], ["1️⃣", 2], ["🇨🇳", 2],
  ["𠮷", 2], ["ｱ", 1], ["한글", 4], ["a\u200bb", 2], ["★", 1], ["（甲）", 6],
] as const)("%j is %i columns wide", (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test("padEnd fills to a width of columns and never cuts", () => {
  expect([padEnd("权重", 6), padEnd("ab", 6), padEnd("指标体系", 6)]).toEqual(["权重  ", "ab    ", "指标体系"]);
});

test("wide characters before and under the caret", () => {
  expect(frame("名称: 改造户数\n权重: １０\n单位: 户\n", "１０")).toBe(["  1 | 名称: 改造户数", "> 2 | 权重: １０", "    |       ^^^^", "  3 | 单位: 户"].join("\n"));
});
test("tabs are drawn as spaces up to the next stop", () => {
  expect(frame("权\t重:\tx\n", "x", 0)).toBe(["> 1 | 权  重: x", "    |         ^"].join("\n"));
  expect(frame("a:\tb\tc\n", "b\tc", 0)).toBe(["> 1 | a:  b   c", "    |     ^^^^^"].join("\n"));
});
test("emoji count two columns, joined ones two together", () => {
  expect(frame("👨‍👩‍👧😀: x\n", "x", 0)).toBe(["> 1 | 👨‍👩‍👧😀: x", "    |       ^"].join("\n"));
});
test("context, first and last line, wide line numbers", () => {
  const text = Array.from({ length: 11 }, (_, i) => `k${i}: ${i}`).join("\n");
  expect(frame(text, "k0", 2)).toBe(["> 1 | k0: 0", "    | ^^", "  2 | k1: 1", "  3 | k2: 2"].join("\n"));
  expect(frame(text, "k9")).toBe(["   9 | k8: 8", "> 10 | k9: 9", "     | ^^", "  11 | k10: 10"].join("\n"));
});
test("an empty span has one caret, also at the end of the text", () => {
  const text = "a:\n";
  expect(codeFrame(text, { start: { line: 1, column: 3, offset: 2 }, end: { line: 1, column: 3, offset: 2 } }, { context: 0 })).toBe("> 1 | a:\n    |   ^");
  expect(codeFrame(text, { start: { line: 2, column: 1, offset: 3 }, end: { line: 2, column: 1, offset: 3 } })).toBe("  1 | a:\n> 2 |\n    | ^");
  expect(codeFrame("", { start: { line: 9, column: 9, offset: 9 }, end: { line: 9, column: 9, offset: 9 } })).toBe("> 1 |\n    | ^");
});
test("of a span over several lines the first is marked", () => {
  expect(frame("a: [甲,\n  乙]\n", "[甲,\n  乙]")).toBe(["> 1 | a: [甲,", "    |    ^^^^", "  2 |   乙]"].join("\n"));
});
test("all line ends, and a byte order mark that is no column", () => {
  for (const end of ["\n", "\r\n", "\r"]) expect(frame(`\ufeff权: 1${end}重: 2`, "1")).toBe(["> 1 | 权: 1", "    |     ^", "  2 | 重: 2"].join("\n"));
});
test("what would steer a terminal is not passed on", () => {
  expect(frame("a: \u001b[31mx\u202e\ud800\n", "x", 0)).toBe("> 1 | a: \ufffd[31mx\ufffd\ufffd\n    |         ^");
});
test("a long line is cut to a window around the caret", () => {
  const shown = frame(`${"长".repeat(500)}x${"y".repeat(500)}\n`, "x", 0).split("\n");
  expect(shown.map((line) => displayWidth(line))).toEqual([6 + 120 + 1, 6 + 20 + 1]);
  expect(shown[0]?.indexOf("x")).toBe(6 + 10);
});
test("the frame of a diagnostic marks what it is about", () => {
  const text = "名称: 户数\r\n权重: １０\r\n";
  const span = readSource(text).diagnostics[0]?.span;
  expect(span && codeFrame(text, span, { context: 0 })).toBe("> 2 | 权重: １０\n    |       ^^^^");
});
test("any place in any text gives carets under it", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a", "权", "😀", "\t", "\n", "\r\n", " ", "e\u0301"), { maxLength: 40 }), fc.nat(40), (parts, cut) => {
      const text = `${parts.slice(0, cut).join("")}→${parts.slice(cut).join("")}`;
      const lines = frame(text, "→").split("\n");
      const carets = lines.findIndex((line) => /^ +\| +\^$/.test(line));
      const marked = lines[carets - 1] ?? "";
      expect(displayWidth(marked.slice(0, marked.indexOf("→")))).toBe((lines[carets] ?? "").indexOf("^"));
    }),
    { numRuns: 1000, seed: 20241124 },
  );
});
