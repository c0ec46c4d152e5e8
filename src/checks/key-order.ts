// 键的次序: the keys of a block stand in the order in which its schema lists them, so that readers find each at once.
// Example: { name: 改造户数, id: units } → a finding at id, which should stand before name.
import { defineCheck } from "../check/check.ts";
import type { Path } from "../types/diagnostics.ts";
import { label } from "../expression/expression.ts";
import type { Loaded } from "../types/loaded.ts";
import { reordered } from "../source/reordering.ts";
import type { Data } from "../source/source.ts";

interface Entry {
  readonly key: string;
  readonly rank: number;
  readonly start: number;
  readonly keyEnd: number;
  readonly end: number;
}

/** The entries of a block in the order in which they stand; undefined where one of them has no place. */
function entriesOf(document: Loaded, path: Path, node: object, keys: readonly string[]): readonly Entry[] | undefined {
  const entries = Object.keys(node).flatMap((key): Entry[] => {
    const [name, value] = [document.locate([...path, key], "key"), document.locate([...path, key])];
    return name === undefined || value === undefined || !keys.includes(key) ? [] : [{ key, rank: keys.indexOf(key), start: name.start.offset, keyEnd: name.end.offset, end: value.end.offset }];
  });
  return entries.length < Object.keys(node).length ? undefined : entries.sort((a, b) => a.start - b.start);
}

export const keyOrder = defineCheck({
  id: "key-order",
  title: label("键的次序", "Order of keys"),
  why: label("同一种内容每次按不同次序写，核对和比较两版时容易看漏。", "Where the same block is written in another order each time, a reader who compares two versions overlooks things."),
  mend: label("按 schema 所列的次序写，或用 --fix 排好。", "Write the keys in the order of the schema, or let --fix do it."),
  basis: { document: "本库的书写规范", clause: "键的次序与 schema 一致", status: "illustrative" },
  codes: ["key-order"],
  document(document, report, _options, { data, comments, keys }) {
    const visit = (node: Data, path: Path): void => {
      if (typeof node !== "object" || node === null) return;
      if (Array.isArray(node)) return node.forEach((one: Data, index) => visit(one, [...path, index]));
      const order = keys(path);
      const entries = order && entriesOf(document, path, node, order);
      const at = entries?.findIndex((one, index) => index > 0 && one.rank < (entries[index - 1]?.rank ?? 0)) ?? -1;
      const late = entries?.[at];
      if (entries !== undefined && late !== undefined) {
        const sorted = entries.map((_, index) => index).sort((a, b) => (entries[a]?.rank ?? 0) - (entries[b]?.rank ?? 0));
        const begin = document.locate(path)?.start.offset ?? 0;
        const edit = reordered(document.text, begin, entries, sorted, comments);
        const place = { path: [...path, late.key], span: document.locate([...path, late.key], "key") };
        report(
          "key-order",
          { key: late.key, before: entries.find((one) => one.rank > late.rank)?.key ?? "" },
          { path: place.path, ...(document.file === undefined ? {} : { file: document.file }), ...(place.span === undefined ? {} : { span: place.span }) },
          { edits: edit === undefined ? undefined : [edit] },
        );
      }
      for (const [key, value] of Object.entries(node)) visit(value as Data, [...path, key]);
    };
    if (data !== undefined) visit(data, []);
  },
});
