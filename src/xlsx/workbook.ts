// 工作簿：from the bytes of an .xlsx file to its sheets, as grids or row by row.
import { collector } from "../types/collector.ts";
import { type Diagnostic, diagnose } from "../types/diagnostics.ts";
import { address, type Grid, type GridCell, placeOf, type Range } from "../types/grid.ts";
import type { Limits } from "../text/limits.ts";
import { nearest } from "../text/nearest.ts";
import { cellStyles, missing, type Package, refuse, relations, sharedStrings, sheetList } from "./parts.ts";
import { type SheetContext, sheetRows, type SheetEnd, type SheetRow } from "./sheet.ts";
import { isUnreadable, loadFflate } from "./unpack.ts";
import { openZip } from "./zip.ts";

export interface WorkbookOptions {
  readonly file?: string | undefined;
  /** read this sheet only, also where it is hidden */
  readonly sheet?: string | undefined;
  readonly limits: Limits;
}

/** A sheet whose rows wait to be read. */
export interface OpenSheet {
  readonly name: string;
  rows(): Generator<SheetRow, SheetEnd>;
}
export interface OpenWorkbook {
  readonly sheets: readonly OpenSheet[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Opens a workbook; what its sheets have to say while they are read goes to `say`. Never throws for what is in it. */
export async function openWorkbook(bytes: Uint8Array, options: WorkbookOptions, say: (diagnostic: Diagnostic) => void): Promise<OpenWorkbook> {
  const { file, limits } = options;
  const directory = openZip(bytes, limits, file);
  if ("problem" in directory) return { sheets: [], diagnostics: [directory.problem] };
  const fflate = await loadFflate(file);
  if ("problem" in fflate) return { sheets: [], diagnostics: [fflate.problem] };
  try {
    return chosenSheets({ parts: directory.parts, fflate, file }, options, say);
  } catch (thrown) {
    if (isUnreadable(thrown)) return { sheets: [], diagnostics: [thrown.unreadable] };
    throw thrown;
  }
}

function chosenSheets(pack: Package, options: WorkbookOptions, say: SheetContext["say"]): OpenWorkbook {
  const { file } = pack;
  const main = relations(pack, "").find(({ type }) => type === "officeDocument")?.target ?? refuse(missing("_rels/.rels", file));
  const related = relations(pack, main);
  const part = (type: string): string | undefined => related.find((one) => one.type === type)?.target;
  const { sheets, from1904 } = sheetList(pack, main);
  const chosen = options.sheet === undefined ? sheets.filter(({ hidden }) => !hidden) : sheets.filter(({ name }) => name === options.sheet);
  const diagnostics: Diagnostic[] = [];
  if (options.sheet !== undefined && chosen.length === 0) {
    const names = sheets.map(({ name }) => name);
    const guess = nearest(options.sheet, names);
    diagnostics.push(diagnose("sheet-unknown", { found: options.sheet, expected: names.join("、"), ...(guess === undefined ? {} : { guess }) }, { file }));
  }
  if (options.sheet === undefined) for (const { name, hidden } of sheets) if (hidden) diagnostics.push(diagnose("sheet-hidden", { sheet: name }, { file }));
  const [stringsPart, stylesPart] = [part("sharedStrings"), part("styles")];
  const strings = stringsPart === undefined ? [] : sharedStrings(pack, stringsPart, options.limits.cellLength);
  const styles = stylesPart === undefined ? [] : cellStyles(pack, stylesPart);
  const open = chosen.flatMap(({ name, id }): OpenSheet[] => {
    const relation = related.find((one) => one.id === id) ?? refuse(missing(name, file));
    if (relation.type !== "worksheet") return []; // a sheet that is a chart
    return [{ name, rows: () => guarded({ pack, part: relation.target, name, strings, styles, from1904, limits: options.limits, say }) }];
  });
  return { sheets: open, diagnostics };
}

/** The rows that can be read; where they cannot be read on, that is said. */
function* guarded(context: SheetContext): Generator<SheetRow, SheetEnd> {
  try {
    return yield* sheetRows(context);
  } catch (thrown) {
    if (!isUnreadable(thrown)) throw thrown;
    context.say(thrown.unreadable);
    return { merges: [] };
  }
}

/** Every chosen sheet as a grid. */
export async function readWorkbook(bytes: Uint8Array, options: WorkbookOptions): Promise<{ readonly grids: readonly Grid[]; readonly diagnostics: readonly Diagnostic[] }> {
  const { say, list } = collector(options.file);
  const { sheets, diagnostics } = await openWorkbook(bytes, options, say);
  let count = 0;
  const grids = sheets.map(({ name, rows }): Grid => {
    const lines: GridCell[][] = [];
    const reading = rows();
    let step = reading.next();
    for (; step.done !== true && count <= options.limits.cells; step = reading.next()) {
      const { row, cells } = step.value;
      while (lines.length <= row) lines.push([]);
      count += cells.length;
      lines[row] = [...(lines[row] ?? []), ...cells].sort((a, b) => a.column - b.column);
    }
    if (step.done !== true) say(diagnose("too-many-cells", { limit: String(options.limits.cells) }, { file: options.file }));
    return withoutCovered({ place: `${name}!`, sheet: name, rows: lines, merges: step.done === true ? step.value.merges : [] }, say, options.file);
  });
  return { grids, diagnostics: [...diagnostics, ...list()] };
}

/** Rows under merged ranges, all ranges added. */
const MOST_COVERED = 2_000_000;

/** Cells under a merged range, but for its first one, are not seen by anybody; they are taken out, and that is said. */
function withoutCovered(grid: Grid, say: (diagnostic: Diagnostic) => void, file: string | undefined): Grid {
  const byRow = new Map<number, Range[]>();
  let covered = 0;
  for (const range of grid.merges) {
    covered += range.bottom - range.top + 1;
    if (covered > MOST_COVERED) {
      say(diagnose("too-many-merges", { sheet: grid.sheet ?? "" }, { file }));
      break;
    }
    for (let row = range.top; row <= Math.min(range.bottom, grid.rows.length - 1); row++) {
      const list = byRow.get(row);
      if (list === undefined) byRow.set(row, [range]);
      else list.push(range);
    }
  }
  const rows = grid.rows.map((cells, row) =>
    cells.filter((cell) => {
      const over = byRow.get(row)?.find((range) => cell.column >= range.left && cell.column <= range.right && (row !== range.top || cell.column !== range.left));
      if (over !== undefined) say(diagnose("cell-under-merge", { cell: placeOf(grid, cell), found: cell.text.slice(0, 40), range: `${address(over.top, over.left)}:${address(over.bottom, over.right)}` }, { file }));
      return over === undefined;
    }),
  );
  return { ...grid, rows };
}
