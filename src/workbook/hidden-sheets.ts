// 隐藏表: the options that cells may hold, and which cell holds what, so that a filled workbook is read back cell by cell.
import { address } from "../types/grid.ts";
import type { LeafProgram, Program } from "../model/program.ts";
import type { CellModel, SheetModel } from "../xlsx/model.ts";
import { SHEETS } from "./names.ts";
import type { Plan } from "./plan.ts";
import { HEAD, headAt } from "./surroundings.ts";

export function optionsSheet({ options }: Plan): SheetModel | undefined {
  const cells = [...options.values()].flatMap((words, column) => words.map((text, row): CellModel => ({ at: address(row, column), text, style: { format: "@", wrap: false } })));
  return cells.length === 0 ? undefined : { name: SHEETS.options, cells, hidden: true, protection: {} };
}

/** A cell that is filled in, by the heading under which a file of rows would hold it. */
export interface EntryPlace {
  readonly heading: string;
  readonly sheet: string;
  readonly at: string;
  readonly unit: string | undefined;
}

/** An indicator as headings name it: its id, or its path where several indicators have that id. */
export const headingOf = ({ leaf }: LeafProgram, all: readonly LeafProgram[]): string => (all.filter((one) => one.leaf.id === leaf.id).length > 1 ? leaf.path : leaf.id);

export function entryPlaces(program: Program, plan: Plan): readonly EntryPlace[] {
  const { leaves } = program;
  const heads = HEAD.flat().filter(({ key }) => key !== "objectives");
  const known = program.linked.objectives?.data.subject;
  const open = heads.filter(({ key }) => key === "id" || key === "as-of" || (key !== "objectives" && known?.[key] === undefined));
  return [
    ...open.map(({ key }): EntryPlace => ({ heading: key === "id" || key === "as-of" ? key : `subject.${key}`, sheet: SHEETS.table, at: headAt(key), unit: undefined })),
    ...plan.slots.facts.map((slot): EntryPlace => ({ heading: slot.input.name.replace(" ", "."), sheet: slot.sheet, at: slot.at, unit: undefined })),
    ...leaves.flatMap((leaf) => {
      const heading = headingOf(leaf, leaves);
      const slots = plan.slots.leaves.get(leaf) ?? [];
      return [
        ...slots.map(({ input, sheet, at }): EntryPlace => ({ heading: slots.length === 1 ? heading : `${heading}.${input.name}`, sheet, at, unit: input.unit })),
        ...plan.notes.filter((one) => one.leaf === leaf).map(({ note, sheet, at }): EntryPlace => ({ heading: `${heading}.${note}`, sheet, at, unit: undefined })),
      ];
    }),
  ];
}

/** The first line says whose entries these are. */
export function entriesSheet(program: Program, plan: Plan): SheetModel {
  const { framework, objectives } = program.linked;
  const rows = [[framework.data.id, framework.data.version, objectives?.data.id ?? framework.data.id], ["填报项", "工作表", "单元格"], ...entryPlaces(program, plan).map(({ heading, sheet, at }) => [heading, sheet, at])];
  return { name: SHEETS.entries, cells: rows.flatMap((row, index) => row.map((text, column): CellModel => ({ at: address(index, column), text, style: { format: "@", wrap: false } }))), hidden: true, protection: {} };
}
