// 可改正的数值: a figure that could not be read, but has one plain form that can, says so and carries the replacement.
import { diagnose, type Diagnostic, type Path } from "../types/diagnostics.ts";
import { load } from "../documents/document.ts";
import type { Loaded } from "../types/loaded.ts";
import { plainForm, rewritten } from "../text/plain-form.ts";
import { readQuantity } from "../numbers/quantity.ts";

const MOST = 100; // figures of one document that are tried

/** Adds the replacement to findings about figures in these documents. */
export function withReplacements(list: readonly Diagnostic[], documents: readonly Loaded[]): readonly Diagnostic[] {
  const tried = new Map<string | undefined, number>();
  return list.map((one) => {
    if ((one.code !== "value-form" && one.code !== "value-not-a-number") || one.span === undefined || one.path === undefined) return one;
    const document = documents.find((each) => each.file === one.file);
    const plain = plainForm(one.facts["found"] ?? "");
    const count = tried.get(one.file) ?? 0;
    if (document === undefined || plain === undefined || plain === one.facts["found"] || count >= MOST) return one;
    tried.set(one.file, count + 1);
    const { start, end } = one.span;
    const edit = { start: start.offset, end: end.offset, text: rewritten(document.text.slice(start.offset, end.offset), plain) };
    const text = `${document.text.slice(0, edit.start)}${edit.text}${document.text.slice(edit.end)}`;
    const reads = one.code === "value-not-a-number" ? readQuantity(plain) !== undefined : !isFaulty(load(text, one.file), one.path);
    return reads ? diagnose(one.code, { ...one.facts, guess: plain }, { ...one, edits: [edit] }) : one;
  });
}

const isFaulty = ({ diagnostics }: Loaded, path: Path): boolean => diagnostics.some((one) => one.path === undefined || one.path.join("\n") === path.join("\n"));
