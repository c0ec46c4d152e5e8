// 够不到的档: a tier, a pass line or an over-completion row that no value reaches, because it lies outside the domain
// or because what stands before it decides first.
// Example: domain [0%, 100%], over-completion above 130% scores nothing → no value is above 130%.
import { factsOf, findings } from "../analysis/findings.ts";
import { branchPlace } from "../analysis/places.ts";
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import type { LinkedLeaf } from "../model/linked.ts";

const rowOf = (leaf: LinkedLeaf, id: string): string => JSON.stringify(branchPlace(leaf, id));

export const tierUnreachable = defineCheck({
  id: "tier-unreachable",
  title: label("够不到的档", "Tier unreachable"),
  why: label("够不到的档使读者以为有这种结果，往往是界限写错了；真正决定得分的是另一档。", "A row that no value reaches makes readers expect an outcome that never comes; mostly a bound is wrong."),
  mend: label("改正界限或取值范围，或删去这一档。", "Correct the bound or the domain, or remove the row."),
  basis: { document: "本库的静态分析", clause: "每一档都有能够达到的取值", status: "illustrative" },
  codes: ["tier-unreachable"],
  program(_draft, report, _options, analysed) {
    const found = analysed();
    const { analysis, linked } = found;
    // A row that several indicators share is at fault only when none of them reaches it.
    const leaves = new Map(linked.leaves.map((leaf) => [leaf.path, leaf]));
    const reached = new Set(analysis.indicators.flatMap((one) => {
      const leaf = leaves.get(one.path);
      return leaf === undefined ? [] : one.reached.map((id) => rowOf(leaf, id));
    }));
    const placed = findings(found, (one, leaf) =>
      one.unreachable
        .filter(({ id }) => !reached.has(rowOf(leaf, id)))
        .map(({ id, label: words, value = "", decided }) => ({
          branch: id,
          beside: decided === undefined ? [] : [decided.id],
          also: leaf.domain === undefined ? [] : [leaf.place("domain")],
          facts: { ...factsOf(one), branch: words.zh, branchEn: words.en, value, decided: decided?.label.zh ?? "", decidedEn: decided?.label.en ?? "" },
        })),
    );
    for (const { facts, place, related } of placed) report("tier-unreachable", facts, place, { related });
  },
});
