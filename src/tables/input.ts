// 打开文件：from bytes to what is in them, with every reason why it may not be read.
import { decode, type Encoding, encodingNamed, ENCODINGS } from "../csv/encoding.ts";
import { mayBeGb } from "../csv/damage.ts";
import { type Diagnostic, diagnose } from "../types/diagnostics.ts";
import { type Limits, LIMITS } from "../text/limits.ts";
import { type Content, contentOf, OTHER_FORMATS, promisedBy, textContent } from "./content.ts";

export interface ReadOptions {
  /** the name of the file: it stands in diagnostics, and in addresses of CSV cells */
  readonly name?: string;
  /** how the text is encoded, where that is known: `utf-8`, `gb18030` (GBK, GB2312), `utf-16le`, `utf-16be` */
  readonly encoding?: string;
  /** the delimiter of a CSV file, where that is known */
  readonly delimiter?: string;
  /** read this sheet only, also where it is hidden */
  readonly sheet?: string;
  readonly limits?: Partial<Limits>;
}

export type Input = { readonly kind: "xlsx"; readonly bytes: Uint8Array } | { readonly kind: "text" | "json"; readonly text: string } | { readonly kind: "none" };
export interface Opened {
  readonly input: Input;
  readonly diagnostics: readonly Diagnostic[];
}

export const limitsOf = (options: ReadOptions): Limits => ({ ...LIMITS, ...options.limits });

/** `self.csv!` before the addresses of a CSV file. */
export const csvPlace = (name: string | undefined): string => `${/[^/\\]+$/.exec(name ?? "")?.[0] ?? "CSV"}!`;

/** The chosen encoding, or why there is none. */
export function chosenEncoding({ encoding, name }: ReadOptions): { readonly encoding: Encoding | undefined } | { readonly problem: Diagnostic } {
  if (encoding === undefined) return { encoding: undefined };
  const known = encodingNamed(encoding);
  return known === undefined ? { problem: diagnose("encoding-unknown", { found: encoding, expected: ENCODINGS.join("、") }, { file: name }) } : { encoding: known };
}

export function openInput(input: Uint8Array | string, options: ReadOptions): Opened {
  const file = options.name;
  const fail = (problem: Diagnostic): Opened => ({ input: { kind: "none" }, diagnostics: [problem] });
  const { fileBytes } = limitsOf(options);
  if (input.length > fileBytes) return fail(diagnose("file-too-large", { found: String(input.length), limit: String(fileBytes) }, { file }));
  const chosen = chosenEncoding(options);
  if ("problem" in chosen) return fail(chosen.problem);
  const content = typeof input === "string" ? textContent(input) : contentOf(input, chosen.encoding?.startsWith("utf-16"));
  if (content === "empty") return fail(diagnose("file-empty", {}, { file }));
  if (content === "encrypted") return fail(diagnose("file-encrypted", {}, { file }));
  if (content !== "xlsx" && content !== "text" && content !== "json") {
    const [format, formatEn] = OTHER_FORMATS[content];
    return fail(diagnose("file-other-format", { format, formatEn }, { file }));
  }
  const misled = misleading(content, file);
  if (content === "xlsx" && typeof input !== "string") return { input: { kind: content, bytes: input }, diagnostics: misled };
  if (typeof input === "string") return { input: { kind: content === "json" ? "json" : "text", text: input }, diagnostics: misled };
  const { text, encoding, failedAt } = decode(input, chosen.encoding);
  if (failedAt !== undefined) return fail(diagnose("encoding-undecodable", { line: String(failedAt) }, { file }));
  const doubtful = chosen.encoding === undefined && encoding === "utf-8" && input[0] !== 0xef && mayBeGb(text) && decode(input, "gb18030").text !== text;
  return { input: { kind: content === "json" ? "json" : "text", text }, diagnostics: [...misled, ...(doubtful ? [diagnose("encoding-doubtful", {}, { file })] : [])] };
}

const CONTENTS = { xlsx: ["Excel 工作簿（.xlsx）", "an Excel workbook (.xlsx)"], text: ["分隔文本（CSV）", "delimited text (CSV)"], json: ["JSON", "JSON"] } as const;

function misleading(content: Content & keyof typeof CONTENTS, name: string | undefined): readonly Diagnostic[] {
  const promised = name === undefined ? undefined : promisedBy(name);
  // Old programs write .xls for workbooks of every kind.
  if (name === undefined || promised === undefined || promised === content) return [];
  const [format, formatEn] = CONTENTS[content];
  return [diagnose("file-name-misleads", { found: `.${name.slice(name.lastIndexOf(".") + 1)}`, format, formatEn }, { file: name })];
}
