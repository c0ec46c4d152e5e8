// Pages of one evaluation and of many: well-formed, complete, the same bytes every time, nothing fetched and no script;
// every figure in a chart is one of the scorecard, and the figures of a batch are those of a sheet that was filled in by
// hand. How pages look in a browser is in look.test.ts.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { batchCsv } from "../src/pages/batch-csv.ts";
import { batchMarkdown } from "../src/pages/batch-markdown.ts";
import { batchPage } from "../src/pages/batch-page.ts";
import { batchOf } from "../src/pages/figures/batch.ts";
import type { RankMode } from "../src/numbers/ranks.ts";
import type { SummaryRow } from "../src/pages/figures/types.ts";
import { reportPage } from "../src/pages/report.ts";
import { render } from "../src/reports/index.ts";
import type { Scorecard } from "../src/types/scorecard-types.ts";
import { basisText, stepText } from "../src/wording/explanation.ts";
import { batchCards, caseCards, evaluation, evaluationNames, everything, example, exampleWhatIf, ILL, illFormed, recheck } from "./report-cards.ts";
import { readYaml } from "./tables.ts";

const CARDS: readonly (readonly [name: string, card: Scorecard])[] = [
  ["example", example()],
  ...evaluationNames.map((name) => [name, evaluation(name)] as const),
  ["forty indicators", everything()],
  ["incomplete", everything({ many: 8, missing: ["q2", "satisfaction", "two"], facts: {} })],
  ["rejected", everything({ many: 8, facts: { "false-data": "true" } })],
];
/** Every scorecard of the cases of methods and rules: all of it once, without a test of its own for each. */
const CASES = caseCards("methods", "rules");

async function pageOf(card: Scorecard, options: Parameters<typeof reportPage>[1] = {}): Promise<string> {
  const { text, diagnostics } = await reportPage(card, options);
  expect(diagnostics).toEqual([]);
  return text ?? "";
}

// ---- the page as a document --------------------------------------------------------------------------------------

const NAMES = "lang|charset|name|http-equiv|content|class|style|scope|rowspan|colspan|tabindex|role|aria-label|aria-hidden|data-of|id|viewBox|width|height|d|x|y|x1|x2|y1|y2|cx|cy|r|fill|stroke|stroke-width|stroke-dasharray|transform|text-anchor|patternUnits";
const ATTRIBUTES = new RegExp(`^(?: (?:${NAMES})="[^"<>]*")*$`);
const VOID = ["meta", "col"];
const ELEMENTS = /^(?:html|head|meta|title|style|body|header|section|div|article|h[1-4]|p|ul|ol|li|dl|dt|dd|table|caption|colgroup|col|thead|tbody|tr|th|td|small|strong|b|span|svg|defs|pattern|g|rect|path|line|circle|text)$/;

/** What is wrong with a page: elements that are not closed, that are not known, attributes that could do something. */
function faults(html: string): readonly string[] {
  const found: string[] = [];
  const open: string[] = [];
  const body = html.replace(/^<!DOCTYPE html>\n/, "").replace(/<style>[^<]*<\/style>/, "");
  for (const [whole, close, name = "", rest = ""] of body.matchAll(/<(\/?)([a-z0-9]+)([^<>]*)>/gi)) {
    if (!ELEMENTS.test(name)) found.push(`element ${whole}`);
    if (close === "" && !ATTRIBUTES.test(rest)) found.push(`attributes ${whole}`);
    if (VOID.includes(name)) continue;
    if (close === "") open.push(name);
    else if (open.pop() !== name) found.push(`end ${whole}`);
  }
  if (open.length > 0) found.push(`open ${open.join()}`);
  const rest = body.replace(/<\/?[a-z0-9]+[^<>]*>/gi, "");
  for (const [left] of rest.matchAll(/[<>]|&(?!(?:amp|lt|gt|quot|#39|#\d+);)/g)) found.push(`left over ${left}`);
  for (const [url] of html.matchAll(/https?:|\/\/[a-z]|@import|src=|href=|url\((?!#[a-z0-9-]+\))[^)]*\)/gi)) found.push(`url ${url}`);
  for (const [slip] of html.matchAll(/\bundefined\b|\bNaN\b|\bInfinity\b|\[object /g)) found.push(`slip ${slip}`);
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(html)) found.push("characters that XML does not allow");
  if (!html.includes(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`)) found.push("no content policy");
  if (!/^<!DOCTYPE html>\n<html lang="(?:zh-CN|en)">\n<head>\n<meta charset="utf-8">/.test(html)) found.push("head");
  return found;
}

test("faults of a page are found", () => {
  const sound = '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; base-uri \'none\'; form-action \'none\'">\n<title>a</title>\n</head>\n<body>\n</body>\n</html>\n';
  const spoiled = (body: string): readonly string[] => faults(sound.replace("<body>", `<body>${body}`));
  expect(spoiled("")).toEqual([]);
  expect(spoiled('<p>a<script>1</script></p><p onclick="x">b</p>')).toEqual(["element <script>", "element </script>", 'attributes <p onclick="x">']);
  expect(spoiled("<p>a</div>")).not.toEqual([]);
  expect(spoiled('<p style="background:url(http://a.b/c)">a &b undefined \u0007</p>')).toEqual(["left over &", "url url(http://a.b/c)", "slip undefined", "characters that XML does not allow"]);
});

describe.each(CARDS)("%s", (_, card) => {
  test.each(["zh-CN", "en"] as const)("its page is well-formed, the same every time, and fetches nothing (%s)", async (lang) => {
    const html = await pageOf(card, { lang });
    expect(faults(html)).toEqual([]);
    expect(await pageOf(structuredClone(card), { lang })).toBe(html);
  });

  test("every indicator, group and rule is in it, with its points, its steps and its basis", async () => {
    const text = plain(await pageOf(card));
    const told = [
      ...card.indicators.flatMap((one) => [[...one.groups, one.name].join(" / "), one.points, one.lost !== undefined && /[1-9]/.test(one.lost) ? one.lost : undefined, one.explanation, basisText(one.basis, "zh-CN"), ...one.steps.map((step) => stepText(step, "zh-CN"))]),
      ...card.groups.map((one) => one.name),
      ...card.knockOuts.map((one) => one.label.zh),
      ...card.grades.map((one) => `${one.name} ≥ ${one.from}`),
      ...Object.values(card.digests),
      ...(card.nextGrade === null || card.rejected ? [] : [`距上一等级“${card.nextGrade.grade}” ${card.nextGrade.distance} 分`]),
    ];
    expect(told.filter((one) => one !== undefined && !text.includes(squeezed(one)))).toEqual([]);
  });

  test("the tree has every indicator with its points and weight, and the total", async () => {
    const labels = textsOf(await pageOf(card), "得分构成树");
    const figures = card.indicators.map((one) => `${one.points === undefined || (one.state === "not-applicable" && !/[1-9]/.test(one.points)) ? "" : one.points}/${one.effectiveWeight ?? one.weight}`);
    for (const one of figures) expect(labels.some((label) => (one.startsWith("/") ? label.endsWith(one) : label === one)), one).toBe(true);
    if (card.total.points !== undefined) expect(labels).toContain(`${card.total.points}/${card.total.full}`);
  });

  test("figures in charts are figures of the scorecard, and a way from full marks to the total adds up", async () => {
    const html = await pageOf(card);
    const known = new Set(JSON.stringify(card).match(/\d+(?:\.\d+)?/g));
    for (const [title] of charts(html)) {
      if (title.startsWith("总分在等级标准中的位置")) {
        expect(textsOf(html, title).filter((one) => /^[\d.–]+$/.test(one)).flatMap((one) => one.split("–")).filter((one) => one !== "0" && !known.has(one))).toEqual([]);
        if (card.total.points !== undefined) expect(textsOf(html, title)).toContain(card.total.points);
      }
      if (title.startsWith("从满分到总分") && card.total.points !== undefined) {
        const labels = textsOf(html, title);
        expect(labels).toContain(card.total.full);
        const changes = labels.filter((one) => /^[+-]\d/.test(one));
        expect(inMillionths(card.total.full) + changes.reduce((sum, one) => sum + inMillionths(one), 0n)).toBe(inMillionths(card.total.points));
      }
    }
  });
});

const unescaped = (text: string): string => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
const squeezed = (text: string): string => text.replace(/\s+/g, " ").trim();
/** What a reader of the page without its charts reads. */
const plain = (html: string): string => squeezed(unescaped(html.replace(/^[^]*<body>/, "").replace(/<svg[^]*?<\/svg>/g, "").replace(/<[^>]*>/g, "")));
const charts = (html: string): readonly (readonly [title: string, svg: string])[] => [...html.matchAll(/<svg [^>]*role="img" aria-label="([^"]*)">([^]*?)<\/svg>/g)].map(([, title = "", svg = ""]) => [title, svg]);
/** Texts of the first drawing of each chart whose name begins so. */
const textsOf = (html: string, title: string): readonly string[] =>
  [...new Map([...charts(html)].reverse()).entries()].filter(([name]) => name.startsWith(title)).flatMap(([, svg]) => [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text = ""]) => unescaped(text)));
function inMillionths(text: string): bigint {
  const [, sign, whole = "0", part = ""] = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  return BigInt(`${sign === "-" ? "-" : ""}${whole}${part.padEnd(6, "0")}`);
}

test(`pages of the ${CASES.length} scorecards of the cases of methods and rules are well-formed and complete`, async () => {
  expect(CASES.length).toBeGreaterThan(200);
  const found: string[] = [];
  for (const { name, card } of CASES) {
    const html = await pageOf(card);
    const text = plain(html);
    const told = card.indicators.flatMap((one) => [one.name, one.points, ...one.steps.map((step) => stepText(step, "zh-CN"))]);
    found.push(...[...faults(html), ...told.filter((one) => one !== undefined && !text.includes(squeezed(one)))].map((what) => `${name}: ${what ?? ""}`));
  }
  expect(found).toEqual([]);
});

test("characters that no page may hold neither break it nor what is around them", async () => {
  const html = await pageOf(illFormed());
  expect(faults(html)).toEqual([]);
  expect(html).toContain("控制符半个字");
  expect(html).toContain("换行");
  expect(ILL).toContain("<!--");
  expect(html).not.toContain("<!--");
  // In charts nothing turns the direction of writing.
  expect(charts(html).filter(([, svg]) => /<text [^>]*>[^<]*[\u202a-\u202e\u2066-\u2069]/.test(svg))).toEqual([]);
});

test("the findings of a recheck: the form, what was assumed, and each finding with its place, figures and rule", async () => {
  for (const table of ["table-05.json", "table-12.json", "table-16.json"]) {
    const audit = recheck(table);
    const html = await pageOf(example(), { audit, whatIf: exampleWhatIf() });
    expect(faults(html)).toEqual([]);
    const text = plain(html);
    expect(text).toContain("复核发现");
    expect(text).toContain(`复核所依格式：${audit.form.title}（${audit.form.why}）`);
    for (const one of audit.assumptions) expect(text).toContain(squeezed(one.message));
    for (const one of audit.findings) for (const told of [one.row ?? "全表", one.cell, one.printed, one.expected, one.message, one.rule, one.code]) if (told !== undefined) expect(text).toContain(squeezed(told));
    expect(text.includes("复核没有发现问题")).toBe(audit.findings.length === 0);
  }
  expect(plain(await pageOf(example()))).not.toContain("复核");
});

test("explanations of all, of those that lost points, of none", async () => {
  const count = async (explanations: "all" | "lost" | "none"): Promise<number> => (await pageOf(example(), { explanations })).split("<article>").length - 1;
  expect([await count("all"), await count("lost"), await count("none")]).toEqual([example().indicators.length, 1, 0]);
});

// ---- a batch -----------------------------------------------------------------------------------------------------

interface Short {
  readonly id: string;
  readonly name: string;
  readonly department?: string;
  readonly points?: string;
  readonly range?: { readonly min: string; readonly max: string };
  readonly grade?: string;
  readonly rejected?: boolean;
}
type Summary = readonly [evaluations: number, counted: number, sum: string, average: string | null, rounded: boolean | null, highest: string | null, lowest: string | null];
interface Sheet {
  readonly evaluations: readonly Short[];
  readonly previous: readonly Short[];
  readonly rows: readonly (readonly [number, string, number | null, number | null, boolean])[];
  readonly all: Summary;
  readonly department: Readonly<Record<string, Summary>>;
  readonly grade: Readonly<Record<string, Summary>>;
  readonly bins: { readonly first: string; readonly last: string; readonly count: number; readonly filled: Readonly<Record<string, readonly number[]>> };
  readonly compared: readonly (readonly [number, string, string | null, number | null, string])[];
  readonly added: readonly number[];
  readonly gone: readonly string[];
  readonly moves: { readonly risen: number; readonly fallen: number; readonly same: number };
}
const sheet = readYaml<Sheet>(join("fixtures", "batch-figures.yaml"));

const base = example();
function cardOf({ id, name, department, points, range, grade, rejected = false }: Short): Scorecard {
  const { points: _points, range: _range, ...total } = base.total;
  return {
    ...base,
    objectives: { ...base.objectives, id, subject: { name, ...(department === undefined ? {} : { department }) } } as NonNullable<Scorecard["objectives"]>,
    total: { ...total, ...(points === undefined ? {} : { points }), ...(range === undefined ? {} : { range }) },
    grade: grade ?? null,
    rejected,
    nextGrade: null,
  };
}
const cards = sheet.evaluations.map(cardOf);
const previous = sheet.previous.map(cardOf);

test("ranks with ties, sums, averages, the distribution: those that were worked out by hand", () => {
  const [group, ...more] = batchOf(cards).groups;
  expect(more).toEqual([]);
  const ranks = (rank: RankMode): readonly unknown[] => batchOf(cards, { rank }).groups.flatMap((one) => one.rows.map((row) => [row.number, row.name, row.rank, row.tied]));
  expect(ranks("competition")).toEqual(sheet.rows.map(([number, name, rank, , tied]) => [number, name, rank, tied]));
  expect(ranks("dense")).toEqual(sheet.rows.map(([number, name, , rank, tied]) => [number, name, rank, tied]));
  const short = (one: SummaryRow | undefined): unknown => one && [one.evaluations, one.ranked, one.sum, one.average?.text ?? null, one.average?.rounded ?? null, one.highest ?? null, one.lowest ?? null];
  expect(short(group?.all)).toEqual(sheet.all);
  for (const by of ["department", "grade"] as const) {
    expect(group?.summaries.find((one) => one.by === by)?.rows.map((one) => [one.value ?? "未填", short(one)])).toEqual(Object.entries(sheet[by]));
  }
  const bins = group?.distribution ?? [];
  expect([bins[0]?.from, bins[bins.length - 1]?.to, bins.length]).toEqual([sheet.bins.first, sheet.bins.last, sheet.bins.count]);
  expect(Object.fromEntries(bins.filter(({ counts }) => counts.some((one) => one > 0)).map(({ from, counts }) => [from, counts]))).toEqual(sheet.bins.filled);
});

test("the order in which evaluations are given changes neither ranks nor sums", () => {
  const told = (list: readonly Scorecard[]): unknown => batchOf(list, { previous }).groups.map(({ rows, all, summaries, distribution }) => ({ rows: rows.map(({ index: _, ...row }) => row), all, summaries, distribution }));
  expect(told([...cards].reverse())).toEqual(told(cards));
});

test("last year: matched by id, else by subject, never where several answer; who rose and who fell", () => {
  const comparison = batchOf(cards, { previous }).comparison;
  expect(comparison?.compared.map((one) => [one.number, one.before.points, one.difference ?? null, one.grades ?? null, one.by])).toEqual(sheet.compared);
  expect([comparison?.added, comparison?.gone]).toEqual([sheet.added, sheet.gone]);
  expect({ risen: comparison?.risen, fallen: comparison?.fallen, same: comparison?.same }).toEqual(sheet.moves);
});

test("a heat map shows each share of the weight, cut off, so that 100 is all of it", () => {
  const [map] = batchOf([base, everything({ many: 4 }), base]).heat;
  expect(map?.columns.length).toBe(2);
  base.indicators.forEach((one, at) => {
    expect(map?.rows[at]?.names).toEqual([...one.groups, one.name]);
    const share = (inMillionths(one.points ?? "0") * 100n) / inMillionths(one.effectiveWeight ?? one.weight);
    expect(map?.cells?.[at]).toEqual([{ share: String(share) }, { share: String(share) }]);
  });
  expect(map?.rows.length).toBe(base.indicators.length);
});

describe("the page of a batch", () => {
  const many = [...batchCards(12, { seed: 3 }), ...evaluationNames.map(evaluation), everything({ many: 6, facts: { "false-data": "true" } })];
  const options = { previous: batchCards(9, { year: 2023, seed: 11 }), unscored: [{ name: "actuals-9.yaml", reason: "第 3 行：“12万”不是数值 <b>" }] };

  test.each([["none", []], ["one", [base]], ["the sheet", cards], ["many", many], ["more than a heat map shows one by one", batchCards(70)], ["ill-formed", [illFormed(), illFormed()]]] as const)("of %s is well-formed and the same every time", async (_, list) => {
    for (const lang of ["zh-CN", "en"] as const) {
      const { text = "", diagnostics } = await batchPage(list, { ...options, lang });
      expect(diagnostics).toEqual([]);
      expect(faults(text)).toEqual([]);
      expect((await batchPage(structuredClone(list), { ...structuredClone(options), lang })).text).toBe(text);
    }
  });

  test("every evaluation is in it with its total and grade, also those that have none, and why", async () => {
    const text = plain((await batchPage(many, options)).text ?? "");
    for (const one of many) for (const told of [one.objectives?.subject.name, one.rejected ? undefined : one.total.points, ...one.wanting.map((id) => one.indicators.find((each) => each.id === id)?.name)]) if (told !== undefined) expect(text).toContain(squeezed(told));
    expect(text).toContain("第 3 行：“12万”不是数值 <b>");
    expect(text).toContain("与上年比较");
  });

  test("the bars of the distribution hold every total", async () => {
    const labels = textsOf((await batchPage(cards)).text ?? "", "总分分布");
    expect(labels.filter((one) => /^\d+$/.test(one)).slice(0, 4)).toEqual(["1", "1", "1", "2"]);
  });
});

// ---- lines of data -----------------------------------------------------------------------------------------------

/** The rows of a file as RFC 4180 says them. */
function records(csv: string): readonly (readonly string[])[] {
  expect(csv.startsWith("\ufeff")).toBe(true);
  expect(csv.endsWith("\r\n")).toBe(true);
  const rows: string[][] = [[]];
  let rest = csv.slice(1);
  while (rest !== "") {
    const [whole = rest, quoted, bare = "", end] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest) ?? [];
    rows[rows.length - 1]?.push(quoted?.replaceAll('""', '"') ?? bare);
    rest = rest.slice(whole.length);
    if (end === "\r\n" && rest !== "") rows.push([]);
  }
  return rows;
}

test("a batch as CSV: a line for every evaluation, scored or not, of equal length", () => {
  const rows = records(batchCsv(cards, { previous, unscored: [{ name: "=坏.yaml", reason: "没有 kind" }] }));
  expect(new Set(rows.map((one) => one.length)).size).toBe(1);
  const [head = [], ...lines] = rows;
  const column = (title: string): readonly string[] => lines.map((one) => one[head.indexOf(title)] ?? "?");
  expect(column("评价对象")).toEqual([...sheet.rows.map(([, name]) => name), "'=坏.yaml"]);
  expect(column("名次")).toEqual(["1", "1", "3", "4", "5", "", "", ""]);
  expect(column("总分")).toEqual(["95.00", "95.00", "88.50", "60.00", "59.99", "70.00", "", ""]);
  expect(column("增减")).toEqual(["0.00", "+5.01", "-7.00", "", "", "", "", ""]);
  expect(lines[7]?.[head.length - 1]).toBe("没有 kind");
});

test("a line per evaluation and indicator; the same records as the CSV of one scorecard", () => {
  const rows = records(batchCsv([base], { lines: "indicators" }));
  const alone = records(render(base, "csv"));
  expect(rows.length).toBe(base.indicators.length + 1);
  expect(alone.length).toBe(base.indicators.length + 2);
  expect(rows.map((one) => one.slice(7))).toEqual(alone.slice(0, -1));
  expect(alone[alone.length - 1]?.slice(0, 10)).toEqual(["总分", "", "", "", "", "", "100", "99.80", "", "优"]);
  const cell = (title: string, at: number): string | undefined => alone[at + 1]?.[alone[0]?.indexOf(title) ?? -1];
  base.indicators.forEach((one, at) => expect([cell("得分", at), cell("失分", at), cell("年度指标值", at), cell("条款", at)]).toEqual([one.points, one.lost, one.target === undefined ? "" : `${/^=/.test(one.target) ? "'" : ""}${one.target}`, one.basis.clause]));
});

test("a batch as Markdown: the ranks of the sheet, last year beside them, and those without a total", () => {
  const text = batchMarkdown([...cards].reverse(), { previous, unscored: [{ name: "a|b.yaml", reason: "<script> `x`" }] });
  const cells = text.split("\n").filter((line) => /^\| \d? ?\|? ?/.test(line) && !/^\| (?:序号|---)/.test(line)).map((line) => line.replace(/\\\|/g, "¦").split("|").slice(1, -1).map((one) => one.trim()));
  expect(cells.slice(0, 5).map(([number, rank, name]) => [Number(number), name, rank])).toEqual(sheet.rows.slice(0, 5).map(([number, name, rank, , tied]) => [number, name, `${String(rank)}${tied ? "（并列）" : ""}`]));
  const compared = new Map(sheet.compared.map(([number, points, change]) => [number, [points, change ?? "—"]]));
  expect(cells.slice(0, 5).map((one) => one.slice(7))).toEqual(sheet.rows.slice(0, 5).map(([number]) => compared.get(number) ?? ["—", "—"]));
  expect(cells.slice(5).map(([, name]) => name)).toEqual(["己项目", "庚项目", "a¦b.yaml"]);
  expect(cells[6]?.[3]).toContain("总分在 80.00–92.00");
  expect(text).not.toMatch(/<[a-z]/i);
});

// ---- markdown ----------------------------------------------------------------------------------------------------

test("markdown: no name breaks the table, becomes a tag, or ends the block of explanations", () => {
  for (const card of [everything(), illFormed(), { ...base, indicators: base.indicators.map((one) => ({ ...one, explanation: "a\n````\nb", name: "`x` | <b>" })) }]) {
    const text = render(card, "markdown");
    const lines = text.split("\n");
    const table = lines.filter((line) => line.startsWith("|"));
    expect(table.length).toBe(card.indicators.length + 3);
    expect(table.filter((line) => line.replace(/\\[\\|]/g, "").split("|").length !== 9)).toEqual([]);
    expect(text.slice(0, text.indexOf("```")).match(/<[a-z!/]/gi)).toBeNull();
    const fences = lines.filter((line) => /^`{3,}(?:text)?$/.test(line));
    const longest = Math.max(...fences.map((one) => one.replace("text", "").length));
    expect(fences.filter((one) => one.replace("text", "").length === longest).length).toBe(2);
    expect(text.startsWith("# ")).toBe(true);
  }
});
