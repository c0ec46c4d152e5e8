// 计算表: every indicator, the knock-outs, the groups, the total and the grade as lines of one sheet, in whole numbers.
//
// The cells that say whether an indicator applies come first: the weights of others may grow by what it gives up.
import { sheetReader, type Source } from "../expression/spreadsheet.ts";
import { decimalPlaces, exact, type Exact, reduce } from "../numbers/number.ts";
import { appliesName, type KnockOut, type LeafProgram, pointsName, type Program } from "../model/program.ts";
import { type IndicatorCells, indicatorLines, type Surroundings } from "./indicator.ts";
import { quotedText, SHEETS, STATE } from "./names.ts";
import { EXACT_BELOW, holds, type Precision, stepsOf } from "./precision.ts";
import { type Slot, sourceOf, wholeFormula, wrongFormula } from "./slots.ts";
import { type Lines, lines } from "./writer.ts";
import type { SheetModel } from "../xlsx/model.ts";

/** Addresses on the calculation sheet. */
export interface Calculation {
  readonly sheet: SheetModel;
  /** points are whole numbers × 10^decimals */
  readonly decimals: number;
  readonly leaves: ReadonlyMap<LeafProgram, IndicatorCells>;
  readonly precisions: ReadonlyMap<LeafProgram, readonly Precision[]>;
  readonly groups: ReadonlyMap<string, string>;
  readonly knockOuts: ReadonlyMap<KnockOut, string>;
  readonly total: string;
  readonly totalDecimals: number;
  readonly grade: string;
  readonly rejected: string;
  /** how many entries are wrong, and how many are still open */
  readonly wrong: string;
  readonly open: string;
  /** above 0 while the total cannot be told */
  readonly unclear: string;
}

export interface Slots {
  readonly leaves: ReadonlyMap<LeafProgram, readonly Slot[]>;
  readonly facts: readonly Slot[];
}

/** Figures that must have room: those that are filled in. */
export type Given = (leaf: LeafProgram) => readonly (Exact | undefined)[];

/** The indicators whose formulas would not be exact; `undefined` stands for the total. */
export interface Inexact {
  readonly inexact: readonly (LeafProgram | undefined)[];
}

/** Decimals of facts that are figures. */
const FACT_PRECISION: Precision = { decimals: 4, digits: 8 };
const FIRST_LINE = 2;

export function calculate(program: Program, slots: Slots, given: Given): Calculation | Inexact {
  const { leaves, linked, rounding } = program;
  const weights = leaves.map(({ leaf }) => decimalPlaces(leaf.weight) ?? rounding.places);
  const decimals = Math.max(rounding.places, ...weights);
  const full = exact(linked.framework.data.maximum ?? linked.framework.data.total);
  const most = (full.n * 10n ** BigInt(decimals) * 10n) / full.d;
  const around = (applies: Surroundings["applies"]): Surroundings => ({ decimals, most, missing: linked.framework.data.missing, knockOuts: program.knockOuts, applies });

  const chosen = leaves.map((leaf) => precisionOf(leaf, slots.leaves.get(leaf) ?? [], given(leaf), around(() => "A1")));
  const inexact = leaves.filter((_, index) => chosen[index] === undefined);
  if (inexact.length > 0) return { inexact };
  const precisions = new Map(leaves.map((leaf, index) => [leaf, chosen[index] ?? []] as const));

  const sheet = lines(FIRST_LINE);
  sheet.heading("各指标是否适用（1 适用，0 不适用）");
  const applying = new Map(leaves.map((leaf) => [leaf, sheet.reserve(leaf.leaf.name)] as const));
  const byName = new Map([...applying].map(([leaf, { at }]) => [appliesName(leaf.leaf), at]));
  const made = new Map(leaves.map((leaf) => [leaf, indicatorLines(leaf, slots.leaves.get(leaf) ?? [], precisions.get(leaf) ?? [], around((name) => byName.get(name) ?? ""), sheet, (formula) => applying.get(leaf)?.fill(formula))] as const));
  const rest = wholeLines(program, slots.facts, decimals, made, byName, sheet);
  if (rest.size >= EXACT_BELOW) return { inexact: [undefined] };
  return { sheet: sheetOf(sheet), decimals, leaves: made, precisions, ...rest };
}

/** The first step that keeps every number small enough and has room for what is filled in. */
function precisionOf(leaf: LeafProgram, slots: readonly Slot[], given: readonly (Exact | undefined)[], around: Surroundings): readonly Precision[] | undefined {
  return stepsOf(slots.map(({ input }) => input.unit)).find(
    (step) => step.every((one, index) => slots[index]?.options !== undefined || given[index] === undefined || holds(one, given[index] as Exact)) && indicatorLines(leaf, slots, step, around, lines(0), () => undefined).size < EXACT_BELOW,
  );
}

type Rest = Pick<Calculation, "groups" | "knockOuts" | "total" | "totalDecimals" | "grade" | "rejected" | "wrong" | "open" | "unclear"> & { readonly size: bigint };

function wholeLines(program: Program, facts: readonly Slot[], decimals: number, leaves: ReadonlyMap<LeafProgram, IndicatorCells>, applying: ReadonlyMap<string, string>, sheet: Lines): Rest {
  const sources = new Map<string, Source>();
  const factWrongs = facts.map((slot) => {
    const words = slot.input.label.zh;
    const cell = sheet.put(`申报：${words}`, wholeFormula(slot, FACT_PRECISION));
    sources.set(slot.input.name, sourceOf(slot, cell, FACT_PRECISION, -1n));
    return sheet.put(`申报：${words}，是否有误`, wrongFormula(slot, FACT_PRECISION, -1n));
  });
  const reader = sheetReader((name) => sources.get(name) ?? { cell: "NA()", decimals: 0, low: 0n, high: 1n }, sheet.put);

  sheet.heading("一票否决与限制（1 触发，0 不触发）");
  const knockOuts = new Map(
    program.knockOuts.map((one) => {
      const ofLeaf = [...leaves.values()].find((cells) => cells.knockOuts.has(one))?.knockOuts.get(one);
      const cell = sheet.put(one.label.zh, ofLeaf ?? reader.whole(reader.read(one.test, one.label.zh), 0, one.label.zh).text);
      if (one.input !== undefined) sources.set(one.input.name, { cell, decimals: 0, low: 0n, high: 1n });
      return [one, cell] as const;
    }),
  );

  sheet.heading("汇总：各指标评分状态");
  const states = [...leaves].map(([{ leaf }, { outcome }]) => sheet.put(leaf.name, outcome));
  const range = `${states[0] ?? "A1"}:${states.at(-1) ?? "A1"}`;
  const tests = [...knockOuts.values()];
  const declared = facts.filter((slot) => program.facts.some((one) => one.name === slot.input.name)).flatMap((slot) => sources.get(slot.input.name)?.cell ?? []);
  const count = (word: string): string => `COUNTIF(${range},${quotedText(word)})`;
  const wrong = sheet.put("有误的项数", `${count(STATE.wrong)}+${count(STATE.stuck)}${factWrongs.length === 0 ? "" : `+SUM(${factWrongs.join(",")})`}`);
  const gaps = [...(program.linked.framework.data.missing === "zero" ? [] : [count(STATE.open)]), count(STATE.pending), ...declared.map((cell) => `IF(ISNA(${cell}),1,0)`)];
  const open = sheet.put("尚缺的项数", gaps.join("+"));
  const unclear = sheet.put("尚缺或未定的项数", `${open}${tests.length === 0 ? "" : `+SUMPRODUCT(ISNA(${tests[0]}:${tests.at(-1)})*1)`}`);
  const rejecting = [...knockOuts].filter(([{ effect }]) => effect.kind === "reject").map(([, cell]) => `IF(ISNA(${cell}),FALSE,${cell}=1)`);
  const rejected = sheet.put("是否否决", rejecting.length === 0 ? "FALSE" : `OR(${rejecting.join(",")})`);

  sheet.heading("总分与等级");
  for (const [{ leaf }, { points, low, high }] of leaves) {
    sources.set(pointsName(leaf), { cell: points, decimals, low, high });
    const stays = leaf.notApplicable === "full-marks" || leaf.notApplicable === "zero" || leaf.notApplicable === "forbid";
    sources.set(appliesName(leaf), { cell: stays ? "1" : (applying.get(appliesName(leaf)) ?? "1"), decimals: 0, low: stays ? 1n : 0n, high: 1n });
  }
  const wholeOf = (reading: ReturnType<typeof reader.read>, label: string) => {
    const places = decimalPlaces({ n: 1n, d: reduce(reading.ratio.coefficient).d }) ?? decimals;
    return { places, term: reader.whole(reading, places, label) };
  };
  const groups = new Map(
    program.groups.map(({ group, expression }) => {
      const { places, term } = wholeOf(reader.read(expression, group.name), group.name);
      return [group.path, sheet.put(`${group.name}得分`, `IF(ISNUMBER(${term.text}),${term.text}/10^${places},"")`)] as const;
    }),
  );
  const { places, term } = wholeOf(reader.read(program.total, "总分"), "总分");
  const total = sheet.put(`总分 ×${10 ** places}`, term.text);
  sources.set("total", { cell: total, decimals: places, low: term.low, high: term.high });
  const grade = sheet.put("等级序号", reader.whole(reader.read(program.grade, "等级"), 0, "等级").text);
  return { groups, knockOuts, total, totalDecimals: places, grade, rejected, wrong, open, unclear, size: reader.size() };
}

function sheetOf(sheet: Lines): SheetModel {
  return {
    name: SHEETS.calculation,
    cells: [
      { at: "A1", text: "各项得分的计算过程：全部为整数运算，逐行可查，不需填写", style: { bold: true, wrap: false } },
      { at: "A2", text: "项目", style: { bold: true } },
      { at: "B2", text: "值", style: { bold: true, align: "right" } },
      { at: "C2", text: "含义", style: { bold: true } },
      ...sheet.cells(),
    ],
    widths: [52, 20, 40],
    freeze: { rows: 2 },
    protection: {},
    page: { orientation: "portrait", titleRows: "2:2" },
  };
}

export const isInexact = (made: Calculation | Inexact): made is Inexact => "inexact" in made;

