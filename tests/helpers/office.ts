// LibreOffice as a second opinion: a workbook is opened, every formula is computed anew, and what comes out is read.
//
// In CI it must be there; elsewhere a test without it says so and is skipped.
import { spawnSync } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { address } from "../../src/grid.ts";
import { LIMITS } from "../../src/limits.ts";
import { readWorkbook } from "../../src/xlsx/workbook.ts";
import type { WorkbookModel } from "../../src/xlsx/model.ts";
import { writeWorkbook } from "../../src/xlsx/write.ts";

const found = spawnSync("soffice", ["--version"], { encoding: "utf8" });
export const office: string | undefined = found.status === 0 ? found.stdout.trim() : undefined;
if (office === undefined && process.env["CI"] !== undefined) throw new Error("LibreOffice is missing in CI: apt-get install --no-install-recommends libreoffice-calc");
if (office === undefined) process.stderr.write("\n!!! LibreOffice (soffice) is not installed: NO FORMULA OF A WORKBOOK IS CHECKED by this run.\n\n");

/** Opened with this, every workbook is computed anew, whatever results it holds. */
const ALWAYS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

export type Shown = ReadonlyMap<string, string>;

/** The bytes of a workbook after LibreOffice computed it, in a format (`xlsx`, `pdf`). */
export function converted(bytes: Uint8Array, format: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "jixiao-office-"));
  try {
    mkdirSync(join(folder, "profile", "user"), { recursive: true });
    writeFileSync(join(folder, "profile", "user", "registrymodifications.xcu"), ALWAYS);
    writeFileSync(join(folder, "book.xlsx"), bytes);
    const run = spawnSync("soffice", [`-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`, "--headless", "--convert-to", format, "--outdir", join(folder, "out"), join(folder, "book.xlsx")], { encoding: "utf8" });
    if (run.status !== 0) throw new Error(`soffice: ${run.status} ${run.stderr}`);
    return readFileSync(join(folder, "out", `book.${format}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What every cell shows after all formulas were computed: sheet by sheet, by address. */
export async function recalculated(model: WorkbookModel): Promise<ReadonlyMap<string, Shown>> {
  const { bytes } = await writeWorkbook(model);
  if (bytes === undefined) throw new Error("nothing was written");
  const { grids, diagnostics } = await readWorkbook(converted(bytes, "xlsx"), { limits: LIMITS });
  const faults = diagnostics.filter((one) => one.severity === "error");
  if (faults.length > 0) throw new Error(faults.map((one) => one.message).join("\n"));
  return new Map(grids.map((grid) => [grid.sheet ?? "", new Map(grid.rows.flat().map((cell) => [address(cell.row, cell.column), cell.stored ?? cell.text]))]));
}
