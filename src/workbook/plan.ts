// 版面: which line of which sheet holds what, before anything is written. The lines follow the official table: head,
// funds, indicators with their three levels, declared facts and knock-outs, total and grade.
import type { Input } from "../expression/expression.ts";
import { address, columnName } from "../types/grid.ts";
import type { LinkedNode } from "../model/linked.ts";
import type { KnockOut, LeafProgram, Program } from "../model/program.ts";
import { type Note, noteIds, noteTitle } from "../batch/headings.ts";
import { onSheet, SHEETS, STATE } from "./names.ts";
import type { Slots } from "./calculation.ts";
import type { Slot } from "./slots.ts";

/** Columns of the table, from 0. */
export const COLUMN = { level1: 0, level2: 1, level3: 2, target: 3, actual: 4, weight: 5, points: 6, reason: 7 } as const;
export const LAST_COLUMN = 7;
/** Columns of the sheet of parts. */
export const PART_COLUMN = { indicator: 0, label: 1, unit: 2, value: 3, hint: 4 } as const;
export const FIRST_PART_ROW = 3;

export interface IndicatorLine {
  readonly leaf: LeafProgram;
  readonly row: number;
  /** names of the groups above */
  readonly groups: readonly { readonly path: string; readonly name: string }[];
}
/** 项目资金: an execution rate; its weight and points stand here where it has no group above it. */
export interface FundsLine {
  readonly leaf: LeafProgram;
  readonly row: number;
  readonly alone: boolean;
  /** the line below it, for the reasons of a deviation, where it stands alone */
  readonly noteRow: number | undefined;
}
export interface PartLine {
  readonly leaf: LeafProgram;
  readonly row: number;
  readonly label: string;
  readonly input?: Input;
  readonly note?: Note;
}
/** A cell with a text of no consequence for the points. */
export interface NoteCell {
  readonly leaf: LeafProgram;
  readonly note: Note;
  readonly sheet: string;
  readonly at: string;
}

export interface Plan {
  readonly statement: number | undefined;
  readonly fundsHead: number | undefined;
  readonly funds: readonly FundsLine[];
  readonly indicatorHead: number;
  readonly indicators: readonly IndicatorLine[];
  readonly factHead: number | undefined;
  readonly facts: readonly { readonly input: Input; readonly row: number }[];
  readonly knockOuts: readonly { readonly knockOut: KnockOut; readonly row: number }[];
  readonly totalRow: number;
  readonly parts: readonly PartLine[];
  readonly slots: Slots;
  readonly notes: readonly NoteCell[];
  /** every list of options, each once, by what it holds; its column is its place */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** Title, period, and three lines about what is evaluated. */
const HEAD_ROWS = 5;

export function planOf(program: Program): Plan {
  const { linked, leaves } = program;
  const above = groupsAbove(linked.root);
  const isFunds = (leaf: LeafProgram): boolean => leaf.leaf.method.kind === "budget-execution";
  let next = HEAD_ROWS;
  const take = (): number => next++;

  const statement = linked.objectives?.data.statement === undefined ? undefined : take();
  const withFunds = leaves.filter(isFunds);
  const fundsHead = withFunds.length === 0 ? undefined : take();
  const funds = withFunds.map((leaf): FundsLine => {
    const alone = (above.get(leaf.leaf.path) ?? []).length === 0;
    return { leaf, alone, row: take(), noteRow: alone ? take() : undefined };
  });
  const indicatorHead = take();
  const alone = new Set(funds.filter((one) => one.alone).map(({ leaf }) => leaf));
  const indicators = leaves.filter((leaf) => !alone.has(leaf)).map((leaf): IndicatorLine => ({ leaf, row: take(), groups: above.get(leaf.leaf.path) ?? [] }));
  const factHead = program.knockOuts.length === 0 ? undefined : take();
  const facts = program.facts.map((input) => ({ input, row: take() }));
  const knockOuts = program.knockOuts.map((knockOut) => ({ knockOut, row: take() }));
  const totalRow = take();

  const options = new Map<string, readonly string[]>();
  const parts: PartLine[] = [];
  const notes: NoteCell[] = [];
  const partRow = (): number => FIRST_PART_ROW + parts.length;
  const slotsOf = (leaf: LeafProgram): readonly Slot[] => {
    const states = [...(leaf.leaf.notApplicable === "forbid" ? [] : [STATE.gone]), STATE.pending];
    const fundsLine = funds.find((one) => one.leaf === leaf);
    const line = indicators.find((one) => one.leaf === leaf);
    const place = (input: Input): { readonly sheet: string; readonly at: string } => {
      if (fundsLine !== undefined) return { sheet: SHEETS.table, at: address(fundsLine.row, input.name === "executed" ? COLUMN.actual : input.name === "initial-budget" ? COLUMN.level3 : COLUMN.target) };
      if (leaf.inputs.length === 1 && line !== undefined) return { sheet: SHEETS.table, at: address(line.row, COLUMN.actual) };
      const row = partRow();
      parts.push({ leaf, row, label: input.label.zh, input });
      return { sheet: SHEETS.parts, at: address(row, PART_COLUMN.value) };
    };
    const slots = leaf.inputs.map((input, index) => slotAt(input, place(input), index === 0 ? states : [], options));
    if (line !== undefined) notes.push({ leaf, note: "explanation", sheet: SHEETS.table, at: address(line.row, COLUMN.reason) });
    if (fundsLine?.noteRow !== undefined) notes.push({ leaf, note: "explanation", sheet: SHEETS.table, at: address(fundsLine.noteRow, COLUMN.level3) });
    for (const note of noteIds) {
      const elsewhere = note === "explanation" ? line !== undefined || fundsLine?.noteRow !== undefined : leaf.leaf.method.kind !== "satisfaction";
      if (elsewhere || leaf.inputs.some(({ name }) => name === note)) continue;
      const row = partRow();
      parts.push({ leaf, row, label: noteTitle(note), note });
      notes.push({ leaf, note, sheet: SHEETS.parts, at: address(row, PART_COLUMN.value) });
    }
    return slots;
  };
  const slots: Slots = {
    leaves: new Map(leaves.map((leaf) => [leaf, slotsOf(leaf)])),
    facts: facts.map(({ input, row }) => slotAt(input, { sheet: SHEETS.table, at: address(row, COLUMN.points) }, [], options)),
  };
  return { statement, fundsHead, funds, indicatorHead, indicators, factHead, facts, knockOuts, totalRow, parts, slots, notes, options };
}

/** The options of an input stand in a column of their own; those of equal words share it. */
function slotAt(input: Input, place: { readonly sheet: string; readonly at: string }, states: readonly string[], options: Map<string, readonly string[]>): Slot {
  if (input.options === undefined) return { input, ...place, states, options: undefined };
  const key = [...input.options, "", ...states].join("\n");
  if (!options.has(key)) options.set(key, [...input.options, ...states]);
  const column = columnName([...options.keys()].indexOf(key));
  const range = (length: number): string => onSheet(SHEETS.options, `${column}1:${column}${length}`);
  return { input, ...place, states, options: range(input.options.length), choices: range(input.options.length + states.length) };
}

function groupsAbove(root: readonly LinkedNode[]): ReadonlyMap<string, IndicatorLine["groups"]> {
  const found = new Map<string, IndicatorLine["groups"]>();
  const visit = (node: LinkedNode, above: IndicatorLine["groups"]): void => {
    if (node.type === "leaf") found.set(node.path, above);
    else for (const child of node.children) visit(child, [...above, { path: node.path, name: node.name }]);
  };
  for (const node of root) visit(node, []);
  return found;
}
