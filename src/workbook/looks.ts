// 样式: how cells look. What is filled in is yellow and unlocked; headings are grey; figures stand to the right.
import type { CellModel, CellStyleModel, ValidationModel } from "../xlsx/model.ts";
import { address } from "../types/grid.ts";
import { displayWidth } from "../text/width.ts";
import { show } from "../numbers/number.ts";
import type { LeafProgram } from "../model/program.ts";
import { quotedText } from "./names.ts";
import type { Precision } from "./precision.ts";
import { isPercent, lowestOf, type Slot } from "./slots.ts";

export const HEADING: CellStyleModel = { bold: true, align: "center", border: "thin", fill: "E7E6E6" };
export const PLAIN: CellStyleModel = { border: "thin" };
export const CENTRED: CellStyleModel = { border: "thin", align: "center" };
export const STRONG: CellStyleModel = { border: "thin", align: "center", bold: true };
export const ENTRY: CellStyleModel = { border: "thin", align: "center", fill: "FFF9DB", locked: false };
export const ENTRY_TEXT: CellStyleModel = { border: "thin", align: "left", fill: "FFF9DB", locked: false };
export const TITLE: CellStyleModel = { bold: true, size: 16, align: "center", wrap: false };
export const SMALL: CellStyleModel = { size: 9, color: "595959", align: "left" };

export const pointsFormat = (places: number): string => (places === 0 ? "0" : `0.${"0".repeat(places)}`);

/** A merged range: its first cell with what it says, the others with the border. */
export function span(row: number, from: number, to: number, cell: Omit<CellModel, "at">, rows = 1): { readonly cells: readonly CellModel[]; readonly merge: string } {
  const cells: CellModel[] = [];
  for (let r = row; r < row + rows; r++) {
    for (let c = from; c <= to; c++) cells.push(r === row && c === from ? { at: address(r, c), ...cell } : { at: address(r, c), ...(cell.style === undefined ? {} : { style: cell.style }) });
  }
  return { cells, merge: `${address(row, from)}:${address(row + rows - 1, to)}` };
}

/** The height of a line whose texts wrap, in points. */
export function heightFor(texts: readonly (readonly [text: string, width: number])[], least = 24): number {
  const rows = texts.map(([text, width]) => text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil((displayWidth(line) + 1) / width)), 0));
  return Math.max(least, Math.max(1, ...rows) * 15 + 6);
}

/** Excel takes 32 characters of a title and 255 of a message. */
const clip = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** What may be written into a slot, and what is said beside it and where something else is written. */
export function validationOf(slot: Slot, precision: Precision, leaf: LeafProgram | undefined, range = slot.at): ValidationModel {
  const { input, at, states } = slot;
  const title = clip(input.label.zh, 32);
  const stateWords = states.length === 0 ? "" : `，或填“${states.join("”“")}”`;
  if (slot.choices !== undefined) {
    const words = `请从列表中选择：${(input.options ?? []).join("、")}${stateWords}`;
    return { range, type: "list", formula1: slot.choices, inputTitle: title, inputMessage: clip(words, 250), errorTitle: "不在列表中", errorMessage: clip(words, 220) };
  }
  const percent = isPercent(input);
  const { low, high } = boundsOf(slot, precision, leaf);
  const unit = input.unit === undefined || percent ? "" : `，单位：${input.unit}`;
  const words = `${percent ? "请填百分数（如 95%）" : "请填数"}，${low.words} 至 ${high.words}，最多 ${precision.decimals} 位小数${unit}${stateWords}`;
  const said = { inputTitle: title, inputMessage: clip(words, 250), errorTitle: "填写有误", errorMessage: clip(words, 220) };
  if (states.length === 0) return { range, type: "decimal", operator: "between", formula1: low.text, formula2: high.text, ...said };
  const number = `IF(ISNUMBER(${at}),AND(${at}>=${low.text},${at}<=${high.text}),FALSE)`;
  return { range, type: "custom", formula1: `OR(${states.map((word) => `EXACT(${at},${quotedText(word)})`).join(",")},${number})`, ...said };
}

interface End {
  readonly text: string;
  readonly words: string;
}

/** The domain of the actual value where there is one, else as far as the formulas are exact. */
function boundsOf({ input }: Slot, { digits }: Precision, leaf: LeafProgram | undefined): { readonly low: End; readonly high: End } {
  const percent = isPercent(input);
  const direct = leaf?.measure?.op === "input" && leaf.measure.name === input.name ? leaf.domain : undefined;
  const least = leaf !== undefined && lowestOf(leaf, input) === 0n ? 0n : -(10n ** BigInt(digits));
  const end = (value: { readonly n: bigint; readonly d: bigint }): End => ({ text: percent ? show({ n: value.n, d: value.d * 100n }, 15) : show(value, 15), words: `${show(value)}${percent ? "%" : ""}` });
  return { low: end(direct?.low?.value ?? { n: least, d: 1n }), high: end(direct?.high?.value ?? { n: 10n ** BigInt(digits), d: 1n }) };
}

export const entryStyle = ({ input }: Slot): CellStyleModel => (isPercent(input) ? { ...ENTRY, format: "0.00%" } : ENTRY);

