// 工作表：the rows of one sheet, as they come; what stands before and after them (hidden columns, merged ranges) too.
import { type Diagnostic, diagnose } from "../types/diagnostics.ts";
import { address, columnName, type GridCell, parseAddress, parseRange, type Range } from "../types/grid.ts";
import type { Limits } from "../text/limits.ts";
import { figure } from "./decimal.ts";
import { show } from "./formats.ts";
import { type Package, readXml, type Style, unescape } from "./parts.ts";

export interface SheetContext {
  readonly pack: Package;
  readonly part: string;
  readonly name: string;
  readonly strings: readonly string[];
  readonly styles: readonly Style[];
  readonly from1904: boolean;
  readonly limits: Limits;
  say(diagnostic: Diagnostic): void;
}

export interface SheetRow {
  readonly row: number;
  readonly cells: readonly GridCell[];
}

/** What is known of a sheet once its rows are read. */
export interface SheetEnd {
  readonly merges: readonly Range[];
}

/** Figures that were changed on the way: how many, and the first of them, for the one sentence at the end of a sheet. */
interface Changed {
  count: number;
  first?: { readonly cell: string; readonly stored: string; readonly found: string };
}
const note = (changed: Changed, cell: string, stored: string, found: string): void => {
  changed.count++;
  changed.first ??= { cell, stored, found };
};

/** Yields row after row. Throws `Unreadable` where the part cannot be read on. */
export function* sheetRows(context: SheetContext): Generator<SheetRow, SheetEnd> {
  const { limits, name, say, pack } = context;
  const place = (row: number, column: number): string => `${name}!${address(row, column)}`;
  const file = pack.file;
  const finished: SheetRow[] = [];
  const merges: Range[] = [];
  const hidden: string[] = [];
  const cut: Changed = { count: 0 };
  const rounded: Changed = { count: 0 };
  let full = false; // beyond the last row that is read
  let wide = false;
  let row = -1;
  let column = -1;
  let cells: GridCell[] = [];
  let type = "n";
  let style = 0;
  let value = "";
  let formula: string | undefined;
  let into: "value" | "formula" | "inline" | undefined;
  let phonetic = false;

  function finishCell(): void {
    if (full || (value === "" && formula === undefined)) return;
    if (column >= limits.columns) {
      if (!wide) say(diagnose("too-many-columns", { cell: place(row, column), limit: String(limits.columns) }, { file }));
      wide = true;
      return;
    }
    const at = place(row, column);
    const made = cellText(at);
    if (made.text.trim() === "") return;
    if (made.text.length > limits.cellLength) say(diagnose("cell-too-long", { cell: at, limit: String(limits.cellLength) }, { file }));
    const indent = context.styles[style]?.indent ?? 0;
    cells.push({ row, column, text: made.text.slice(0, limits.cellLength), ...(made.stored === undefined ? {} : { stored: made.stored }), ...(formula === undefined ? {} : { formula }), ...(indent > 0 ? { indent } : {}) });
  }

  function cellText(at: string): { readonly text: string; readonly stored?: string } {
    if (type === "s") return { text: context.strings[Number(value)] ?? unknownText(at) };
    if (type === "str" || type === "inlineStr" || type === "d") return { text: unescape(value) };
    if (type === "b") return { text: value === "1" || value === "true" ? "TRUE" : "FALSE" };
    if (type === "e") {
      say(diagnose("cell-error", { cell: at, found: value }, { file }));
      return { text: value };
    }
    if (value === "") {
      say(diagnose("formula-without-result", { cell: at, found: (formula ?? "").slice(0, 60) }, { file }));
      return { text: "" };
    }
    const read = figure(value.trim());
    if (read === undefined) return { text: value };
    const format = context.styles[style]?.format;
    const shown = show(read, format, context.from1904);
    if (read.cut) note(cut, at, value, read.text);
    if (shown.stored !== undefined) note(rounded, at, shown.stored, shown.text);
    if (shown.unread === true) say(diagnose("number-format-unread", { cell: at, format: format ?? "", found: shown.text }, { file }));
    return shown;
  }

  function unknownText(at: string): string {
    say(diagnose("workbook-damaged", { part: at, reason: `引用的第 ${value} 号文字不存在`, reasonEn: `refers to text ${value}, which does not exist` }, { file }));
    return "";
  }

  const elements = readXml(pack, context.part, {
    open(element, attribute) {
      switch (element) {
        case "col":
          if (/^(?:1|true)$/.test(attribute("hidden") ?? "")) hidden.push(`${columnName(Number(attribute("min")) - 1)}:${columnName(Math.min(Number(attribute("max")), limits.columns) - 1)}`);
          break;
        case "row":
          row = /^[1-9]\d{0,6}$/.test(attribute("r") ?? "") ? Number(attribute("r")) - 1 : row + 1;
          column = -1;
          cells = [];
          if (!full && row >= limits.rows) say(diagnose("too-many-rows", { sheet: name, limit: String(limits.rows) }, { file }));
          full ||= row >= limits.rows;
          if (!full && hidden.length <= 20 && /^(?:1|true)$/.test(attribute("hidden") ?? "")) hidden.push(String(row + 1));
          break;
        case "c":
          column = parseAddress(attribute("r") ?? "")?.column ?? column + 1;
          type = attribute("t") ?? "n";
          style = Number(attribute("s") ?? 0);
          value = "";
          formula = undefined;
          break;
        case "v":
          into = "value";
          break;
        case "f":
          into = "formula";
          formula = "";
          break;
        case "t":
          into = phonetic ? undefined : "inline";
          break;
        case "rPh":
          phonetic = true;
          break;
        case "mergeCell": {
          const range = parseRange(attribute("ref") ?? "");
          if (range !== undefined && merges.length < limits.rows) merges.push(range);
          break;
        }
      }
    },
    text(piece) {
      if (into === "formula") formula = ((formula ?? "") + piece).slice(0, limits.cellLength);
      else if (into !== undefined && value.length <= limits.cellLength) value += piece.slice(0, limits.cellLength + 1 - value.length);
    },
    close(element) {
      if (element === "c") finishCell();
      else if (element === "row" && !full) finished.push({ row, cells });
      else if (element === "rPh") phonetic = false;
      if (element === "v" || element === "f" || element === "t") into = undefined;
    },
  });
  for (const _ of elements) yield* finished.splice(0);
  yield* finished;

  if (hidden.length > 0) say(diagnose("rows-hidden", { sheet: name, found: hidden.length > 20 ? `${hidden.slice(0, 20).join("、")}…` : hidden.join("、") }, { file }));
  for (const [code, { count, first }] of [["number-fifteen-digits", cut], ["number-format-rounds", rounded]] as const) {
    if (first !== undefined) say(diagnose(code, { sheet: name, count: String(count), ...first }, { file }));
  }
  return { merges };
}
