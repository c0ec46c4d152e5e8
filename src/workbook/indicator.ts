// 指标的计算: the lines that compute one indicator — what was entered, its state, its points, the knock-outs it decides.
import { type Expression, children } from "../expression/expression.ts";
import { sheetReader, type Source } from "../expression/spreadsheet.ts";
import { type Ratio, times, whole, written } from "../expression/sheet-integers.ts";
import { toText } from "../numbers/number.ts";
import type { KnockOut, LeafProgram } from "../model/program.ts";
import { quotedText, STATE } from "./names.ts";
import type { Precision } from "./precision.ts";
import { lowestOf, refOf, shiftOf, type Slot, sourceOf, stateFormula, wholeFormula, wrongFormula } from "./slots.ts";
import type { Lines } from "./writer.ts";

export interface IndicatorCells {
  readonly outcome: string;
  /** points × 10^decimals; #N/A while they are open */
  readonly points: string;
  readonly low: bigint;
  readonly high: bigint;
  /** the actual value in the indicator's unit, or the execution rate */
  readonly measured: string | undefined;
  readonly knockOuts: ReadonlyMap<KnockOut, string>;
}

export interface Surroundings {
  readonly decimals: number;
  /** points × 10^decimals beyond this are not taken over */
  readonly most: bigint;
  readonly missing: "block" | "zero";
  readonly knockOuts: readonly KnockOut[];
  /** the cell that says whether another indicator applies, by `applies …` */
  applies(name: string): string;
}

/** `size` is the largest whole number that any of it can come to. */
export function indicatorLines(leaf: LeafProgram, slots: readonly Slot[], precisions: readonly Precision[], around: Surroundings, lines: Lines, fillApplies: (formula: string) => void): IndicatorCells & { readonly size: bigint } {
  const { decimals, missing } = around;
  const { name } = leaf.leaf;
  lines.heading(name);
  const sources = new Map<string, Source>();
  const wrongs = slots.map((slot, index) => {
    const precision = precisions[index] as Precision;
    const lowest = lowestOf(leaf, slot.input);
    const words = slot.input.label.zh;
    const scale = slot.options === undefined && precision.decimals > 0 ? ` ×${10 ** precision.decimals}` : "";
    const cell = lines.put(`填报：${words}${scale}`, wholeFormula(slot, precision));
    sources.set(slot.input.name, sourceOf(slot, cell, precision, lowest));
    return lines.put(`填报：${words}，是否有误`, wrongFormula(slot, precision, lowest));
  });
  const state = lines.put("填报状态", stateFormula(slots, wrongs));
  const source = (wanted: string): Source => sources.get(wanted) ?? { cell: around.applies(wanted), decimals: 0, low: 0n, high: 1n };
  const reader = sheetReader(source, lines.put);

  const reading = reader.read(leaf.expression, name);
  const points = reader.whole(reading, decimals, "得分");
  const { absent } = reading;
  const filled = quotedText(STATE.filled);
  const open = quotedText(STATE.open);
  // Everything is there and still nothing comes of it: a divisor of zero, a figure outside its domain.
  const none = slots.length === 0 ? open : `IF(COUNTA(${slots.map(refOf).join(",")})=${slots.length},${quotedText(STATE.stuck)},${open})`;
  // Points beyond any sense would make the numbers of the total too large.
  const bounded = points.low >= -around.most && points.high <= around.most;
  const known = `IF(ISNA(${points.text}),${none},${bounded ? filled : `IF(ABS(${points.text})>${around.most},${quotedText(STATE.stuck)},${filled})`})`;
  const outcome = lines.put("评分状态", `IF(${state}=${filled},${absent === undefined ? known : `IF(ISNA(${absent}),${none},IF(${absent},${quotedText(STATE.gone)},${known}))`},${state})`);
  const applying = absent === undefined ? "1" : `IF(${state}=${filled},IF(ISNA(${absent}),1,IF(${absent},0,1)),1)`;
  fillApplies(`IF(${state}=${quotedText(STATE.gone)},0,${applying})`);
  const gone = leaf.leaf.notApplicable === "full-marks" ? toText(leaf.leaf.weight, decimals).replace(".", "").replace(/^0+(?=\d)/, "") : "0";
  const final = lines.put(
    `计入总分 ×${10 ** decimals}`,
    `IF(${outcome}=${filled},${points.text},IF(${outcome}=${quotedText(STATE.gone)},${gone},IF(${outcome}=${open},${missing === "zero" ? "0" : "NA()"},NA())))`,
  );
  const knockOuts = new Map(
    around.knockOuts
      .filter((one) => one.leaf === leaf.leaf)
      .map((one) => {
        const test = reader.whole(reader.read(one.test, one.label.zh), 0, one.label.zh);
        return [one, lines.put(`${one.label.zh}：是否触发`, `IF(${outcome}=${quotedText(STATE.gone)},0,${test.text})`)] as const;
      }),
  );
  const shown = leaf.measure !== undefined && slots.length > 1 ? leaf.measure : namedIn(leaf.expression, "execution-rate");
  const measured = shown === undefined ? undefined : lines.put("实际完成值（显示用）", shownFormula(reader.read(shown, "实际完成值").ratio, shown, state));
  const bounds = [bounded ? points.low : -around.most, bounded ? points.high : around.most, 0n, BigInt(gone)];
  return { outcome, points: final, low: bounds.reduce((a, b) => (b < a ? b : a)), high: bounds.reduce((a, b) => (b > a ? b : a)), measured, knockOuts, size: reader.size() };
}

/** For whoever looks: as near as a cell can hold it. */
function shownFormula({ coefficient, numerator, denominator }: Ratio, of: Expression, state: string): string {
  const percent = of.op === "named" && of.unit === "%" ? 10n ** BigInt(shiftOf({ op: "input", name: "", label: of.label, unit: "%" })) : 1n;
  const value = `${written(times(whole(coefficient.n), numerator), 2)}/${written(times(whole(coefficient.d * percent), denominator), 3)}`;
  return `IF(${state}=${quotedText(STATE.filled)},IF(ISNUMBER(${value}),${value},""),"")`;
}

function namedIn(one: Expression, id: string): Expression | undefined {
  if (one.op === "named" && one.id === id) return one;
  for (const child of children(one)) {
    const found = namedIn(child, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

