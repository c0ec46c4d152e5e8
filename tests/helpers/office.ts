// LibreOffice as a second opinion: a workbook is opened, every formula is computed anew, and what comes out is read.
//
// With JIXIAO_OFFICE=required it must be there, as in CI; elsewhere a test without it says so and is skipped.
import { spawnSync } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { address } from "../../src/types/grid.ts";
import { LIMITS } from "../../src/text/limits.ts";
import { readWorkbook } from "../../src/xlsx/workbook.ts";
import type { CellModel, WorkbookModel } from "../../src/xlsx/model.ts";
import { writeWorkbook } from "../../src/xlsx/write.ts";

const found = spawnSync("soffice", ["--version"], { encoding: "utf8" });
export const office: string | undefined = found.status === 0 ? found.stdout.trim() : undefined;
if (office === undefined && process.env["JIXIAO_OFFICE"] === "required") throw new Error("LibreOffice is required (JIXIAO_OFFICE) and not there: apt-get install --no-install-recommends libreoffice-calc");
if (office === undefined) process.stderr.write("\n!!! LibreOffice (soffice) is not installed: NO FORMULA OF A WORKBOOK IS CHECKED by this run.\n\n");

/** Opened with this, every workbook is computed anew, whatever results it holds. */
const ALWAYS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

export type Shown = ReadonlyMap<string, string>;

/** One that hangs fails. */
const LONGEST = 400_000;

/** The bytes of several workbooks after LibreOffice computed them, in a format (`xlsx`, `pdf`); one start for all. */
export function converted(books: readonly Uint8Array[], format: string): readonly Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), "jixiao-office-"));
  try {
    mkdirSync(join(folder, "profile", "user"), { recursive: true });
    writeFileSync(join(folder, "profile", "user", "registrymodifications.xcu"), ALWAYS);
    const names = books.map((_, index) => `book-${index}`);
    books.forEach((bytes, index) => writeFileSync(join(folder, `${names[index]}.xlsx`), bytes));
    const run = spawnSync("soffice", [`-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`, "--headless", "--convert-to", format, "--outdir", join(folder, "out"), ...names.map((name) => join(folder, `${name}.xlsx`))], { encoding: "utf8", timeout: LONGEST, env: { ...process.env, LC_ALL: "C.UTF-8" } });
    if (run.status !== 0) throw new Error(`soffice: ${run.status ?? run.error?.message} ${run.stderr}`);
    return names.map((name) => readFileSync(join(folder, "out", `${name}.${format.split(":")[0]}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What every cell shows after all formulas were computed: sheet by sheet, by address; hidden sheets are left out. */
export async function recalculated(models: readonly WorkbookModel[]): Promise<readonly ReadonlyMap<string, Shown>[]> {
  const books = await Promise.all(
    models.map(async (model) => {
      const { bytes } = await writeWorkbook(model);
      if (bytes === undefined) throw new Error("nothing was written");
      return bytes;
    }),
  );
  return Promise.all(
    converted(books, "xlsx").map(async (bytes) => {
      const { grids, diagnostics } = await readWorkbook(bytes, { limits: LIMITS });
      const faults = diagnostics.filter((one) => one.severity === "error");
      if (faults.length > 0) throw new Error(faults.map((one) => one.message).join("\n"));
      return new Map(grids.map((grid) => [grid.sheet ?? "", new Map(grid.rows.flat().map((cell) => [address(cell.row, cell.column), cell.stored ?? cell.text]))]));
    }),
  );
}

/** What some cells show, workbook by workbook: a first sheet of references to them, written out as text by LibreOffice. */
export async function shown(books: readonly { readonly model: WorkbookModel; readonly wanted: readonly { readonly sheet: string; readonly at: string }[] }[]): Promise<readonly (readonly string[])[]> {
  const written = await Promise.all(
    books.map(async ({ model, wanted }) => {
      const formats = new Map(model.sheets.flatMap(({ name, cells }) => cells.map(({ at, style }) => [`${name}!${at}`, style?.format] as const)));
      const cells = wanted.map(({ sheet, at }, row): CellModel => {
        const format = formats.get(`${sheet}!${at}`);
        return { at: address(row, 0), formula: `'${sheet}'!${at}`, ...(format === undefined ? {} : { style: { format } }) };
      });
      const { bytes } = await writeWorkbook({ sheets: [{ name: "结果", cells }, ...model.sheets] });
      if (bytes === undefined) throw new Error("nothing was written");
      return bytes;
    }),
  );
  return converted(written, "csv:Text - txt - csv (StarCalc):44,34,76").map((bytes, index) => {
    const lines = new TextDecoder().decode(bytes).split("\n").slice(0, books[index]?.wanted.length);
    return lines.map((line) => line.replace(/^"(.*)"$/, "$1"));
  });
}

/** Several workbooks in one, their sheets numbered; results stored beside formulas are left out, so that none can stand in for a computed one. */
export const together = (models: readonly WorkbookModel[]): WorkbookModel => {
  const names = [...new Set(models.flatMap(({ sheets }) => sheets.map(({ name }) => name)))];
  const numbered = (formula: string, index: number): string => names.reduce((text, name) => text.replaceAll(`'${name}'!`, `'${name}${index}'!`), formula);
  return {
    sheets: models.flatMap(({ sheets }, index) =>
      sheets.map(({ name, cells, merges = [] }) => ({
        name: `${name}${index}`,
        merges,
        cells: cells.map(({ at, formula, style, ...content }) => ({ at, ...(formula === undefined ? content : { formula: numbered(formula, index) }), ...(style?.format === undefined ? {} : { style: { format: style.format } }) })),
      })),
    ),
  };
};
