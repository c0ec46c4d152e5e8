// 工作簿各部分：the small parts of a workbook — relations, list of sheets, texts, formats — as plain data.
import { type Diagnostic, diagnose } from "../types/diagnostics.ts";
import { builtInFormat } from "./formats.ts";
import { unpack, type Unreadable } from "./unpack.ts";
import { isMalformed, type XmlListener, xmlReader } from "./xml.ts";
import { type Part, partKey } from "./zip.ts";

/** An opened package: its parts, and what is needed to read them. */
export interface Package {
  readonly parts: ReadonlyMap<string, Part>;
  readonly fflate: Parameters<typeof unpack>[1];
  readonly file: string | undefined;
}

export function refuse(unreadable: Diagnostic): never {
  throw { unreadable } satisfies Unreadable;
}
export const missing = (part: string, file: string | undefined): Diagnostic => diagnose("workbook-damaged", { part, reason: "缺失", reasonEn: "is missing" }, { file });

/** Reads a part as XML, yielding after each piece so that a long one can be used as it comes. Throws `Unreadable`. */
export function* readXml(pack: Package, name: string, listener: XmlListener): Generator<void> {
  const part = pack.parts.get(partKey(name)) ?? refuse(missing(name, pack.file));
  const decoder = new TextDecoder();
  const reader = xmlReader(listener);
  try {
    for (const bytes of unpack(part, pack.fflate, pack.file)) {
      reader.push(decoder.decode(bytes, { stream: true }));
      yield;
    }
    reader.push(decoder.decode());
    reader.end();
  } catch (thrown) {
    if (isMalformed(thrown)) refuse(diagnose("workbook-damaged", { part: name, reason: "不是完整的 XML", reasonEn: "is not well-formed XML" }, { file: pack.file }));
    throw thrown;
  }
}

/** The same, to the end. */
export function readWhole(pack: Package, name: string, listener: XmlListener): void {
  for (const _ of readXml(pack, name, listener));
}

const IGNORE = { text: (): void => undefined, close: (): void => undefined };

export interface Relation {
  readonly id: string;
  /** the last word of its type: `worksheet`, `sharedStrings` … */
  readonly type: string;
  readonly target: string;
}

/** What a part refers to; targets are names of parts. */
export function relations(pack: Package, of: string): readonly Relation[] {
  const slash = of.lastIndexOf("/") + 1;
  const name = `${of.slice(0, slash)}_rels/${of.slice(slash)}.rels`;
  if (!pack.parts.has(partKey(name))) return [];
  const found: Relation[] = [];
  readWhole(pack, name, {
    ...IGNORE,
    open(element, attribute) {
      if (element !== "Relationship" || attribute("TargetMode") === "External") return;
      const type = attribute("Type") ?? "";
      found.push({ id: attribute("Id") ?? "", type: type.slice(type.lastIndexOf("/") + 1), target: resolve(of.slice(0, slash), attribute("Target") ?? "") });
    },
  });
  return found;
}

function resolve(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps = folder.split("/").filter((step) => step !== "");
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

export interface SheetEntry {
  readonly name: string;
  readonly id: string;
  readonly hidden: boolean;
}

/** The sheets in their order, and from which year dates count. */
export function sheetList(pack: Package, workbook: string): { readonly sheets: readonly SheetEntry[]; readonly from1904: boolean } {
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  readWhole(pack, workbook, {
    ...IGNORE,
    open(element, attribute) {
      if (element === "workbookPr") from1904 = /^(?:1|true)$/.test(attribute("date1904") ?? "");
      if (element === "sheet") sheets.push({ name: attribute("name") ?? "", id: attribute("id") ?? "", hidden: (attribute("state") ?? "visible") !== "visible" });
    },
  });
  return { sheets, from1904 };
}

export interface Style {
  readonly format: string | undefined;
  readonly indent: number;
}

/** Number format and indentation of every cell style. */
export function cellStyles(pack: Package, name: string): readonly Style[] {
  const formats = new Map<number, string>();
  const styles: Style[] = [];
  let within = "";
  readWhole(pack, name, {
    ...IGNORE,
    open(element, attribute) {
      if (element === "cellXfs" || element === "cellStyleXfs" || element === "dxfs") within = element;
      if (element === "numFmt" && within !== "dxfs") formats.set(Number(attribute("numFmtId")), attribute("formatCode") ?? "");
      if (within !== "cellXfs") return;
      const id = Number(attribute("numFmtId") ?? 0);
      if (element === "xf") styles.push({ format: formats.get(id) ?? builtInFormat(id), indent: 0 });
      const last = styles.at(-1);
      if (element === "alignment" && last !== undefined) styles[styles.length - 1] = { ...last, indent: Number(attribute("indent") ?? 0) || 0 };
    },
    close(element) {
      if (element === within) within = "";
    },
  });
  return styles;
}

/** `_x000D_` stands for a character that XML cannot hold. */
export const unescape = (text: string): string => (text.includes("_x") ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text).replace(/\r\n?/g, "\n");

/** The shared texts. One longer than the limit keeps one character more than it, so that its cell is reported. */
export function sharedStrings(pack: Package, name: string, limit: number): readonly string[] {
  const strings: string[] = [];
  let text = "";
  let depth = 0; // within <t>, but not within <rPh>, which holds how a word is spoken
  let phonetic = false;
  readWhole(pack, name, {
    open(element) {
      if (element === "si") text = "";
      else if (element === "rPh") phonetic = true;
      else if (element === "t" && !phonetic) depth++;
    },
    text(piece) {
      if (depth > 0 && text.length <= limit) text += piece.slice(0, limit + 1 - text.length);
    },
    close(element) {
      if (element === "si") strings.push(unescape(text));
      else if (element === "rPh") phonetic = false;
      else if (element === "t" && !phonetic) depth--;
    },
  });
  return strings;
}
