// 写工作簿：the one gate to hucre. Plain data in, the bytes of an .xlsx file out — the same bytes every time.
import { type Diagnostic, diagnose } from "../types/diagnostics.ts";
import { parseAddress, parseRange } from "../types/grid.ts";
import { LIMITS } from "../text/limits.ts";
import type { CellModel, CellStyleModel, SheetModel, WorkbookModel } from "./model.ts";
import { loadFflate, unpack } from "./unpack.ts";
import { openZip } from "./zip.ts";

type Hucre = Pick<typeof import("hucre/xlsx"), "writeXlsx">;
type Options = Parameters<Hucre["writeXlsx"]>[0];
type HucreSheet = Options["sheets"][number];
type HucreCell = NonNullable<HucreSheet["cells"]> extends Map<string, infer C> ? C : never;
type HucreStyle = NonNullable<HucreCell["style"]>;

export interface WrittenWorkbook {
  /** absent where a package is missing */
  readonly bytes?: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes a workbook. Throws where the model itself is wrong (a name that Excel forbids): that is a fault of the caller. */
export async function writeWorkbook(model: WorkbookModel): Promise<WrittenWorkbook> {
  const [hucre, fflate] = [await loadHucre(), await loadFflate(undefined)];
  const problems = [hucre, fflate].flatMap((one) => ("problem" in one ? [one.problem] : []));
  if ("problem" in hucre || "problem" in fflate) return { diagnostics: problems };
  const font = model.font ?? { name: "宋体", size: 11 };
  const written = await hucre.writeXlsx({
    sheets: model.sheets.map(sheetOf),
    defaultFont: font,
    properties: { ...(model.title === undefined ? {} : { title: model.title }), ...(model.creator === undefined ? {} : { creator: model.creator }) },
    namedRanges: [...(model.names ?? []).map(({ name, refersTo, sheet }) => ({ name, range: refersTo, ...(sheet === undefined ? {} : { scope: sheet }) })), ...model.sheets.flatMap(titlesOf)],
  });
  return { bytes: packedAgain(written, fflate, model.created ?? CREATED), diagnostics: [] };
}

async function loadHucre(): Promise<Hucre | { readonly problem: Diagnostic }> {
  try {
    return await import("hucre/xlsx");
  } catch {
    return { problem: diagnose("package-missing", { package: "hucre", purpose: "写 .xlsx " }) };
  }
}

const CREATED = "2000-01-01T00:00:00Z";
/** Read as local time wherever this runs, so that the same figures are stored everywhere. */
const ZIP_TIME = "1980-01-01T00:00:00";

/** The writer stamps the hour and packs with what the platform offers; here the stamp is fixed and the packing ours. */
function packedAgain(bytes: Uint8Array, fflate: Parameters<typeof unpack>[1], created: string): Uint8Array {
  const directory = openZip(bytes, { ...LIMITS, unpackedBytes: Infinity, unpackRatio: Infinity }, undefined);
  if ("problem" in directory) throw new TypeError(`not a workbook: ${directory.problem.message}`);
  const files: Record<string, Uint8Array> = {};
  for (const part of directory.parts.values()) {
    const pieces = [...unpack(part, fflate, undefined)];
    const content = new Uint8Array(part.size);
    let at = 0;
    for (const piece of pieces) {
      content.set(piece, at);
      at += piece.length;
    }
    files[part.name] = part.name === "docProps/core.xml" ? stamped(content, created) : content;
  }
  return fflate.zipSync(files, { level: 6, mtime: ZIP_TIME });
}

const stamped = (content: Uint8Array, created: string): Uint8Array =>
  new TextEncoder().encode(new TextDecoder().decode(content).replace(/(<dcterms:modified[^>]*>)[^<]*/, (_, open: string) => `${open}${created}`));

function sheetOf(sheet: SheetModel): HucreSheet {
  const cells = new Map<string, HucreCell>();
  const styles = new Map<CellStyleModel, HucreStyle>();
  for (const cell of sheet.cells) {
    const place = parseAddress(cell.at);
    if (place === undefined) throw new TypeError(`not an address: ${cell.at}`);
    cells.set(`${place.row},${place.column}`, cellOf(cell, styles));
  }
  const { merges = [], widths = [], heights = {}, validations = [], protection, page, freeze } = sheet;
  return {
    name: sheet.name,
    rows: [],
    cells,
    merges: merges.map((text) => {
      const range = parseRange(text);
      if (range === undefined) throw new TypeError(`not a range: ${text}`);
      return { startRow: range.top, startCol: range.left, endRow: range.bottom, endCol: range.right };
    }),
    columns: widths.map((width) => (width === undefined ? {} : { width })),
    rowDefs: new Map(Object.entries(heights).map(([row, height]) => [Number(row) - 1, { height }])),
    dataValidations: validations.map(({ range, list, allowBlank, inputTitle, inputMessage, errorTitle, errorMessage, ...rest }) => ({
      ...rest,
      range,
      ...(list === undefined ? {} : { values: [...list] }),
      allowBlank: allowBlank ?? true,
      showErrorMessage: true,
      showInputMessage: inputMessage !== undefined,
      ...(inputTitle === undefined ? {} : { inputTitle }),
      ...(inputMessage === undefined ? {} : { inputMessage }),
      ...(errorTitle === undefined ? {} : { errorTitle }),
      ...(errorMessage === undefined ? {} : { errorMessage }),
    })),
    ...(protection === undefined ? {} : { protection: { sheet: true, objects: true, scenarios: true, selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true, ...(protection.password === undefined ? {} : { password: protection.password }) } }),
    ...(page === undefined ? {} : { pageSetup: { paperSize: "a4", orientation: page.orientation ?? "portrait", fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true } }),
    ...(freeze === undefined ? {} : { freezePane: freeze }),
    ...(sheet.hidden === true ? { hidden: true } : {}),
    ...(sheet.gridLines === false ? { view: { showGridLines: false } } : {}),
  };
}

/** The rows printed on every page are a name that spreadsheets keep for this. */
function titlesOf({ name, page }: SheetModel): NonNullable<Options["namedRanges"]> {
  const rows = page?.titleRows?.split(":").map((row) => `$${row}`).join(":");
  return rows === undefined ? [] : [{ name: "_xlnm.Print_Titles", range: `'${name.replaceAll("'", "''")}'!${rows}`, scope: name }];
}

/** Figures of more digits than a spreadsheet keeps are written as text. */
const KEPT = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const isKept = (number: string): boolean => KEPT.test(number) && number.replace(/[-.]/g, "").replace(/^0+/, "").length <= 15;

/** Cells that share a style here share it there. */
function cellOf({ text, number, formula, style }: CellModel, styles: Map<CellStyleModel, HucreStyle>): HucreCell {
  if (style !== undefined && !styles.has(style)) styles.set(style, styleOf(style));
  const value = number !== undefined && isKept(number) ? Number(number) : (number ?? text ?? null);
  return {
    ...(formula === undefined ? { value } : { value: null, formula, ...(value === null ? {} : { formulaResult: value }) }),
    ...(style === undefined ? {} : { style: styles.get(style) ?? styleOf(style) }),
  };
}

function styleOf(style: CellStyleModel): HucreStyle {
  const { bold, italic, size, font, color, fill, border, align, valign, wrap, indent, format, locked, hidden } = style;
  const hasFont = bold !== undefined || italic !== undefined || size !== undefined || font !== undefined || color !== undefined;
  const side = border === undefined ? undefined : { style: border };
  return {
    ...(hasFont ? { font: { name: font ?? "宋体", size: size ?? 11, ...(bold === undefined ? {} : { bold }), ...(italic === undefined ? {} : { italic }), ...(color === undefined ? {} : { color: { rgb: color } }) } } : {}),
    ...(fill === undefined ? {} : { fill: { type: "pattern" as const, pattern: "solid" as const, fgColor: { rgb: fill } } }),
    ...(side === undefined ? {} : { border: { top: side, right: side, bottom: side, left: side } }),
    alignment: { ...(align === undefined ? {} : { horizontal: align }), vertical: valign ?? "center", wrapText: wrap ?? true, ...(indent === undefined ? {} : { indent }) },
    ...(format === undefined ? {} : { numFmt: format }),
    ...(locked === undefined && hidden === undefined ? {} : { protection: { ...(locked === undefined ? {} : { locked }), ...(hidden === undefined ? {} : { hidden }) } }),
  };
}
