// 批量填报表: a heading for every entry of a scorer, one evaluation a row — as CSV, or as a sheet that checks what is
// written into it.
import { writeCsv } from "../csv/write.ts";
import { address, columnName } from "../grid.ts";
import type { LeafProgram, Program } from "../program.ts";
import { columnOf, columnsByHeading, HEADS, type Head, type Note, NOTES, type RowScheme } from "../rows-to-values.ts";
import { programOf, type Scorer } from "../scorer.ts";
import type { CellModel, SheetModel, ValidationModel, WorkbookModel } from "../xlsx/model.ts";
import { heightFor, HEADING, validationOf } from "./looks.ts";
import { onSheet, SHEETS, STATE } from "./names.ts";
import type { Slot } from "./slots.ts";

const SHEET = "批量填报";
const ROWS = 2000;
/** No formula reads these figures: they may have all the digits that a spreadsheet keeps. */
const ANY = { decimals: 12, digits: 15 };

export const schemeOf = (scorer: Scorer): RowScheme => ({
  indicators: scorer.indicators,
  facts: programOf(scorer).facts.map(({ name, label }) => ({ id: name.slice("fact ".length), label: label.zh })),
});

interface TemplateColumn {
  readonly heading: string;
  readonly leaf?: LeafProgram;
  readonly slot?: Omit<Slot, "at" | "sheet" | "options">;
}

/** The name people read where it means one thing, else the id. */
function columnsOf(scorer: Scorer, program: Program): readonly TemplateColumn[] {
  const known = columnsByHeading(schemeOf(scorer));
  const same = (a: string, b: string): boolean => known.has(a) && JSON.stringify(known.get(a)) === JSON.stringify(known.get(b));
  const headingOf = (readable: string, id: string, unit: string | undefined): string => {
    const plain = same(readable, id) ? readable : id;
    const withUnit = unit === undefined ? plain : `${plain}(${unit})`;
    return columnOf(known, withUnit) === undefined ? plain : withUnit;
  };
  return [
    ...(Object.keys(HEADS) as Head[]).filter((head) => head !== "objectives").map((head): TemplateColumn => ({ heading: HEADS[head] })),
    ...program.facts.map((input): TemplateColumn => ({ heading: headingOf(`事实.${input.label.zh}`, `fact.${input.name.slice("fact ".length)}`, undefined), slot: { input, states: [] } })),
    ...program.leaves.flatMap((leaf): TemplateColumn[] => {
      const { id, path, name, notApplicable, method } = leaf.leaf;
      const own = program.leaves.some((other) => other !== leaf && other.leaf.id === id) ? path : id;
      const states = [...(notApplicable === "forbid" ? [] : [STATE.gone]), STATE.pending];
      const single = leaf.inputs.length === 1;
      const notes = (Object.keys(NOTES) as Note[]).filter((note) => (note === "explanation" || method.kind === "satisfaction") && !leaf.inputs.some((input) => input.name === note));
      return [
        ...leaf.inputs.map((input, index): TemplateColumn => ({
          heading: headingOf(single ? name : `${name}.${input.label.zh}`, single ? own : `${own}.${input.name}`, input.options === undefined ? input.unit : undefined),
          leaf,
          slot: { input, states: index === 0 ? states : [] },
        })),
        ...notes.map((note): TemplateColumn => ({ heading: headingOf(`${name}.${NOTES[note]}`, `${own}.${note}`, undefined) })),
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
