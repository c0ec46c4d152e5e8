// 批量填报表: a heading for every entry of a scorer, one evaluation a row — as CSV, or as a sheet that checks what is
// written into it.
import { type About, aboutTitle, clearHeading, headingsFor, type Meaning, noteIds, noteTitle } from "../batch/headings.ts";
import { writeCsv } from "../csv/write.ts";
import { address, columnName } from "../types/grid.ts";
import type { LeafProgram, Program } from "../model/program.ts";
import { programOf, type Scorer } from "../scorer.ts";
import type { CellModel, SheetModel, ValidationModel, WorkbookModel } from "../xlsx/model.ts";
import { heightFor, HEADING, validationOf } from "./looks.ts";
import { onSheet, SHEETS, STATE } from "./names.ts";
import type { Slot } from "./slots.ts";

const SHEET = "批量填报";
const ROWS = 2000;
/** No formula reads these figures: they may have all the digits that a spreadsheet keeps. */
const ANY = { decimals: 12, digits: 15 };

interface TemplateColumn {
  readonly heading: string;
  readonly leaf?: LeafProgram;
  readonly slot?: Omit<Slot, "at" | "sheet" | "options">;
}

/** Of which evaluation a row tells. */
const ABOUT: readonly About[] = ["id", "name", "department", "unit", "as-of"];

/** The name people read where it means one thing, else the id. */
function columnsOf(scorer: Scorer, program: Program): readonly TemplateColumn[] {
  const known = headingsFor(scorer);
  const headingOf = (meaning: Meaning, plain: readonly string[], unit?: string): string => {
    const heading = clearHeading(known, meaning, plain);
    return unit === undefined ? heading : clearHeading(known, meaning, [`${heading}(${unit})`, heading]);
  };
  return [
    ...ABOUT.map((about): TemplateColumn => ({ heading: headingOf({ about }, [aboutTitle(about), about, `subject.${about}`]) })),
    ...program.facts.map((input): TemplateColumn => {
      const fact = input.name.slice("fact ".length);
      return { heading: headingOf({ fact }, [`事实.${input.label.zh}`, `fact.${fact}`]), slot: { input, states: [] } };
    }),
    ...program.leaves.flatMap((leaf, at): TemplateColumn[] => {
      const { id, path, name, notApplicable, method } = leaf.leaf;
      const indicator = scorer.indicators[at];
      if (indicator === undefined) return [];
      const states = [...(notApplicable === "forbid" ? [] : [STATE.gone]), STATE.pending];
      const single = leaf.inputs.length === 1;
      const notes = noteIds.filter((note) => (note === "explanation" || method.kind === "satisfaction") && !leaf.inputs.some((input) => input.name === note));
      return [
        ...leaf.inputs.map((input, index): TemplateColumn => ({
          heading: headingOf({ indicator, input: input.name }, single ? [name, id, path] : [`${name}.${input.label.zh}`, `${id}.${input.name}`, `${path}.${input.name}`], input.options === undefined ? input.unit : undefined),
          leaf,
          slot: { input, states: index === 0 ? states : [] },
        })),
        ...notes.map((note): TemplateColumn => ({ heading: headingOf({ indicator, note }, [`${name}.${noteTitle(note)}`, `${id}.${note}`, `${path}.${note}`]) })),
      ];
    }),
  ];
}

/** The headings, as a CSV file with nothing below them. */
export const rowsCsv = (scorer: Scorer): string => writeCsv([columnsOf(scorer, programOf(scorer)).map(({ heading }) => heading)]);

export function rowsModel(scorer: Scorer): WorkbookModel {
  const program = programOf(scorer);
  const columns = columnsOf(scorer, program);
  const options: CellModel[] = [];
  const validations: ValidationModel[] = [];
  columns.forEach(({ slot, leaf }, column) => {
    if (slot === undefined) return;
    const words = [...(slot.input.options ?? []), ...slot.states];
    const name = columnName(column);
    const choices = slot.input.options === undefined ? {} : { choices: onSheet(SHEETS.options, `${name}1:${name}${words.length}`) };
    if (slot.input.options !== undefined) words.forEach((text, row) => options.push({ at: address(row, column), text, style: { format: "@" } }));
    // Without a percent format of its own, a cell takes 95 and 95% alike.
    const input = slot.input.unit === "%" ? { ...slot.input, unit: "％" } : slot.input;
    const made = validationOf({ ...slot, ...choices, input, sheet: SHEET, at: `${name}2`, options: undefined }, ANY, leaf, `${name}2:${name}${ROWS + 1}`);
    validations.push(made);
  });
  const widths = columns.map(({ heading }) => Math.min(24, Math.max(12, heading.length + 4)));
  const cells = columns.map(({ heading }, column): CellModel => ({ at: address(0, column), text: heading, style: { ...HEADING, format: "@" } }));
  const height = heightFor(columns.map(({ heading }, column) => [heading, widths[column] ?? 12] as const), 36);
  const sheet: SheetModel = { name: SHEET, cells, widths, heights: { 1: height }, validations, freeze: { rows: 1, columns: 2 } };
  return { sheets: [sheet, ...(options.length === 0 ? [] : [{ name: SHEETS.options, cells: options, hidden: true }])], title: program.linked.framework.data.title.replace("指标体系", "批量填报表") };
}
