// 指标表: the indicators of a framework in the official layout, level cells merged.
import { inputsOf } from "../expression/expression.ts";
import { compileLeaf } from "../compile/leaf.ts";
import type { Linked, LinkedGroup, LinkedLeaf, LinkedNode } from "../model/linked.ts";
import type { ManualCell, ManualTable } from "./model.ts";
import { methodOf } from "../methods/index.ts";
import { show } from "../numbers/number.ts";
import { readInterval, readQuantity } from "../numbers/quantity.ts";
import type { Basis, IndicatorNode, Language } from "../types/types.ts";
import { basisText } from "../wording/explanation.ts";
import { labelled, MANUAL } from "./words.ts";
import { formulaOf, notApplicableWords, OPEN_WEIGHT, roundingOf, standardOf } from "./standard.ts";
import { key, STATUS, WORDS } from "../wording/words.ts";

interface Row {
  /** the level cells, outermost first; `key` tells which may merge */
  readonly levels: readonly { readonly text: string; readonly key: string }[];
  readonly cells: readonly string[];
}

/** The table of a whole framework. */
export function indicatorTable(linked: Linked, lang: Language): ManualTable {
  const w = key(lang);
  const rows = linked.root.flatMap((node) => rowsOf(node, [], linked, lang));
  const columns = [
    { title: WORDS.level1[w], width: 7 },
    { title: WORDS.level2[w], width: 8 },
    { title: WORDS.level3[w], width: 10 },
    { title: MANUAL.definition[w], width: 13 },
    { title: WORDS.weight[w], width: 4.5, number: true },
    { title: MANUAL.how[w], width: 13 },
    { title: MANUAL.standard[w], width: 24 },
    { title: MANUAL.evidence[w], width: 8 },
    { title: WORDS.basis[w], width: 12.5 },
  ];
  return { columns, rows: rows.map((row, index) => [...levelCells(rows, index), ...row.cells.map((text) => ({ text }))]) };
}

function rowsOf(node: LinkedNode, above: readonly LinkedGroup[], linked: Linked, lang: Language): readonly Row[] {
  const w = key(lang);
  const groups = above.map((one) => ({ text: groupText(one, lang), key: one.path }));
  if (node.type === "leaf") return [{ levels: [...groups, { text: node.name, key: node.path }], cells: leafCells(node, linked, lang) }];
  const inside = [...above, node];
  const slot = slotOf(node.path, linked.framework.data.indicators);
  if (node.children.length > 0 || slot === undefined) return node.children.flatMap((child) => rowsOf(child, inside, linked, lang));
  const counts = [slot.min === "0" ? MANUAL.optional[w] : `${MANUAL.atLeast[w]} ${slot.min}${w === "zh" ? " 项" : ""}`, slot.max === undefined ? "" : `${MANUAL.atMost[w]} ${slot.max}${w === "zh" ? " 项" : ""}`];
  const words = `${MANUAL.slot[w]}${w === "zh" ? "（" : " ("}${counts.filter((one) => one !== "").join(w === "zh" ? "，" : ", ")}${w === "zh" ? "）" : ")"}`;
  return [{ levels: [...groups, { text: groupText(node, lang), key: node.path }, { text: words, key: `${node.path}/` }], cells: ["", "", "", MANUAL.slotStandard[w], "", ""] }];
}

function groupText({ name, weight, filled }: LinkedGroup, lang: Language): string {
  if (weight.n === 0n || (!filled && weight.n === 0n)) return name;
  return `${name}\n${lang === "en" ? `(${show(weight)})` : `（${show(weight)} 分）`}`;
}

/** Three columns: what has fewer levels spreads, what has more is joined in the last. */
function levelCells(rows: readonly Row[], index: number): readonly (ManualCell | undefined)[] {
  const levels = threeOf(rows[index]);
  return levels.flatMap((level, column): readonly (ManualCell | undefined)[] => {
    const columns = column === levels.length - 1 ? 4 - levels.length : 1;
    const rest = Array.from({ length: columns - 1 }, () => undefined);
    const mergeable = column < levels.length - 1;
    const like = (other: Row | undefined): boolean => mergeable && threeOf(other)[column]?.key === level.key && threeOf(other).length > column + 1;
    if (like(rows[index - 1])) return [undefined, ...rest];
    let height = 1;
    while (like(rows[index + height])) height++;
    return [{ text: level.text, head: mergeable ? "group" : "row", ...(height > 1 ? { rows: height } : {}), ...(columns > 1 ? { columns } : {}) }, ...rest];
  });
}

function threeOf(row: Row | undefined): Row["levels"] {
  const levels = row?.levels ?? [];
  if (levels.length <= 3) return levels;
  const last = levels.slice(2);
  return [...levels.slice(0, 2), { text: last.map(({ text }) => text.replaceAll("\n", "")).join(" / "), key: last.map((one) => one.key).join(" ") }];
}

/** 指标解释, 分值, 评价要点或计算公式, 评分标准, 数据来源, 依据 */
function leafCells(leaf: LinkedLeaf, linked: Linked, lang: Language): readonly string[] {
  const { data } = linked.framework;
  const own = leaf.notApplicable === data["not-applicable"] || JSON.stringify(leaf.notApplicable) === JSON.stringify(data["not-applicable"]);
  const nameOf = (id: string): string => linked.root.find((one) => one.id === id)?.name ?? id;
  const exception = own ? "" : `\n${labelled(MANUAL.whenNotApplicable, notApplicableWords(leaf.notApplicable, lang, nameOf), lang)}${lang === "en" ? "." : "。"}`;
  const rounding = roundingOf(data);
  return [leaf.definition ?? "", show(leaf.weight), howText(leaf, rounding, lang), standardOf(leaf, rounding, lang, linked) + exception, leaf.evidence ?? "", shortBasis(leaf.basis, data.basis, lang)];
}

/** The formula, the check points, the target and the unit, as far as there are any. */
export function howText(leaf: LinkedLeaf, rounding: ReturnType<typeof roundingOf>, lang: Language): string {
  const inputs = methodOf(leaf.method.kind)?.inputs === "own" ? inputsOf(compileLeaf(leaf, rounding, undefined, [], () => undefined)?.unrounded ?? { op: "outcome", state: "missing" }) : [];
  const points = inputs.filter((one) => one.options?.length === 2 && one.name !== "value" && one.name !== "grade");
  const lines = [
    formulaOf(leaf, rounding, lang),
    ...points.map((one, index) => `${index + 1}. ${one.label[key(lang)]}`),
    leaf.target === undefined ? "" : labelled(MANUAL.target, leaf.target.text.replace(">=", "≥").replace("<=", "≤").replace(/^=\s*/, ""), lang),
    leaf.target !== undefined || leaf.unit === undefined ? "" : labelled(MANUAL.unit, leaf.unit, lang),
  ];
  return lines.filter((line) => line !== "").join("\n");
}

/** A basis that only repeats the framework's is not repeated; its status always is. */
function shortBasis(basis: Basis, whole: Basis, lang: Language): string {
  const w = key(lang);
  const same = basis.document === whole.document && basis.clause === whole.clause && basis.status === whole.status;
  return same ? `${MANUAL.sameBasis[w]}${w === "zh" ? `（${STATUS[basis.status].zh}）` : ` (${STATUS[basis.status].en})`}` : basisText(basis, lang);
}

function slotOf(path: string, nodes: readonly IndicatorNode[], prefix = ""): IndicatorNode["slot"] {
  for (const node of nodes) {
    const here = `${prefix}${node.id ?? node.use ?? ""}`;
    if (here === path) return node.slot;
    if (path.startsWith(`${here}/`)) return slotOf(path, node.indicators ?? [], `${here}/`);
  }
  return undefined;
}

/** An indicator outside any framework, its weight still open: for a library, or for a method a framework declares. */
export function looseLeaf(node: IndicatorNode & { readonly method: LinkedLeaf["method"] }, basis: Basis): LinkedLeaf {
  return {
    type: "leaf", use: undefined, path: node.id ?? "", id: node.id ?? "", name: node.name ?? node.id ?? "", weight: OPEN_WEIGHT, own: false,
    unit: node.unit ?? unitIn(node.method), domain: node.domain, target: undefined, targetFaulty: false, method: node.method, measure: node.measure, tags: node.tags ?? [],
    definition: node.definition, evidence: node.evidence, basis: node.basis ?? basis, notApplicable: "forbid", place: () => ({ path: [] }),
  };
}

const ON_SCALE = new Set(["when", "zero-below", "at", "from", "each", "full-within", "zero-at"]);

/** The unit that a method's own figures carry. */
function unitIn(params: unknown): string | undefined {
  if (typeof params !== "object" || params === null) return undefined;
  for (const [name, value] of Object.entries(params)) {
    const range = typeof value === "string" && ON_SCALE.has(name) ? readInterval(value) : undefined;
    const found = typeof value !== "string" ? unitIn(value) : ON_SCALE.has(name) ? (readQuantity(value)?.unit ?? range?.low?.quantity.unit ?? range?.high?.quantity.unit) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
