// 规则所指的指标不存在: a rule of a pack names an indicator that no library, framework or objectives known has.
// Example: required-indicators asks for asset-utilization-rate, the library has asset-utilisation-rate → a finding.
import { type Corpus, defineCheck } from "../check/check.ts";
import { givenOf } from "../check/corpus.ts";
import { label } from "../expression/expression.ts";
import { placeIn } from "../link/link.ts";
import { isKind } from "../types/loaded.ts";
import { nearest } from "../text/nearest.ts";
import type { IndicatorNode, PackRule } from "../types/types.ts";

export const packIndicatorUnknown = defineCheck({
  id: "pack-indicator-unknown",
  title: label("规则所指的指标不存在", "Rule names an unknown indicator"),
  why: label("规则所指的指标编号写错时，必设的指标设不出来，否决和下限永远不起作用，而且没有提示。", "When a rule misspells an indicator, what it requires can never be there, and its floors and knock-outs never take effect, silently."),
  mend: label("改为指标库或指标体系中的编号。", "Write the id that the library or the framework has."),
  basis: { document: "本库文档的约定", clause: "规则以编号指明指标", status: "illustrative" },
  codes: ["pack-indicator-unknown"],
  corpus(corpus, report) {
    const known = idsKnown(corpus);
    if (known.size === 0) return;
    for (const pack of givenOf("pack", corpus)) {
      pack.data.rules.forEach((rule, index) => {
        for (const { id, path, part } of namedBy(rule)) {
          if (known.has(id)) continue;
          const guess = nearest(id, [...known]);
          report("pack-indicator-unknown", { rule: `${pack.data.id}/${rule.id}`, id, ...(guess === undefined ? {} : { guess }) }, placeIn(pack, ["rules", index, ...path], part));
        }
      });
    }
  },
});

function idsKnown({ directory }: Corpus): ReadonlySet<string> {
  const ids = new Set<string>();
  const note = (nodes: readonly IndicatorNode[]): void => {
    for (const { id, use, indicators = [] } of nodes) {
      for (const one of [id, use]) if (one !== undefined) ids.add(one);
      note(indicators);
    }
  };
  for (const kind of ["indicator-library", "framework", "objectives"] as const) for (const one of directory.all(kind)) if (isKind(one, kind)) note(one.data.indicators ?? []);
  return ids;
}

/** Every indicator that a rule names: those it requires, and the one it selects (of, when). */
function namedBy(rule: PackRule): readonly { readonly id: string; readonly path: readonly string[]; readonly part: "key" | "value" }[] {
  const required = Object.keys((rule["indicators"] as object | undefined) ?? {});
  const selected = ["of", "when"].flatMap((key) => {
    const selection = rule[key];
    const id = typeof selection === "object" && selection !== null ? (selection as { indicator?: string }).indicator : undefined;
    return id === undefined ? [] : [{ id, path: [key, "indicator"], part: "value" as const }];
  });
  return [...required.map((id) => ({ id, path: ["indicators", id], part: "key" as const })), ...selected];
}
