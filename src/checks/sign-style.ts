// 符号写法: targets and intervals write their signs as >=, <=, >, < or = with a space behind, so that they can be
// searched and compared.
// Example: target: ≥92% → a finding at it, should be >= 92%.
import { defineCheck } from "../check/check.ts";
import type { Path } from "../types/diagnostics.ts";
import { label } from "../expression/expression.ts";
import { placeIn } from "../link/link.ts";
import { plainForm, rewritten } from "../text/plain-form.ts";
import { readComparison } from "../numbers/quantity.ts";
import type { Data } from "../source/source.ts";

const KEYS: readonly (string | number | undefined)[] = ["target", "when", "domain"];

export const signStyle = defineCheck({
  id: "sign-style",
  title: label("符号写法", "Style of signs"),
  why: label("同一符号有几种写法时，查找和比较两版会漏。", "Where one sign is written in several ways, searching and comparing miss some."),
  mend: label("写作 >=、<=、>、<、=，后空一格，或用 --fix 改正。", "Write >=, <=, >, < or = and a space, or let --fix do it."),
  basis: { document: "本库的书写规范", clause: "目标值和区间的符号写半角并空一格", status: "illustrative" },
  codes: ["sign-style"],
  document(document, report, _options, { data }) {
    const visit = (node: Data, path: Path): void => {
      if (typeof node === "string") {
        const judged = KEYS.includes(path.at(-1)) || path.at(-2) === "targets";
        const plain = judged && readComparison(node)?.is !== undefined ? plainForm(node) : undefined;
        if (plain === undefined || plain === node) return;
        const place = placeIn(document, path);
        const { start, end } = place.span ?? {};
        const edits = start === undefined || end === undefined ? undefined : [{ start: start.offset, end: end.offset, text: rewritten(document.text.slice(start.offset, end.offset), plain) }];
        report("sign-style", { found: node, expected: plain }, place, { edits });
      } else if (Array.isArray(node)) node.forEach((one: Data, index) => visit(one, [...path, index]));
      else if (typeof node === "object" && node !== null) for (const [key, value] of Object.entries(node)) visit(value as Data, [...path, key]);
    };
    if (data !== undefined) visit(data, []);
  },
});
