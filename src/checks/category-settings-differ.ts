// 同类计分规定不一: frameworks of one category and purpose have the same grades, rounding, and treatment of what does
// not apply or is missing. What a pack prescribes for either of them is left to the pack.
// Example: two project self-evaluations, one rescales what does not apply, the other gives full marks → a finding.
import { sayingOf } from "../text/alike.ts";
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { placeIn } from "../link/link.ts";
import { comparePeers, rulesOn } from "../check/peers.ts";
import type { FrameworkDocument } from "../types/types.ts";

/** A key of a framework, what it says without its bases, and the kind of rule that may prescribe it. */
const SETTINGS: readonly (readonly [key: "grades" | "rounding" | "not-applicable" | "missing", says: (data: FrameworkDocument) => unknown, rule: string | undefined])[] = [
  ["grades", ({ grades }) => grades.map(({ name, from }) => `${name} ${from}`).join("、"), "grade-bands"],
  ["rounding", ({ rounding }) => `${rounding.places} ${rounding.mode}`, "rounding"],
  ["not-applicable", (data) => (typeof data["not-applicable"] === "object" ? `move-to ${data["not-applicable"]["move-to"]}` : data["not-applicable"]), undefined],
  ["missing", ({ missing }) => missing, undefined],
];

export const categorySettingsDiffer = defineCheck({
  id: "category-settings-differ",
  title: label("同类指标体系计分规定不一", "Settings differ within a category"),
  why: label("等级、舍入、不适用和缺失的处理不一时，同样的得分等级不同，同样的缺项得分不同。", "With other grades, rounding or treatment of what does not apply, the same points mean another grade and the same gap other points."),
  mend: label("统一等级、舍入、不适用和缺失的规定；确有不同依据的，由规则包写明。", "Give them the same grades, rounding and treatment; where a norm asks for something else, let a pack say so."),
  basis: { document: "常州市《关于全面深化预算绩效管理的实施意见》", clause: "同一类别指标体系便于比较", status: "published" },
  codes: ["category-settings-differ"],
  corpus(corpus, report) {
    comparePeers(
      corpus,
      ({ framework: { data } }) => [[`${data.category} ${data.purpose}`, undefined]],
      ({ linked: one }, { linked: other }) => {
        for (const [key, says, rule] of SETTINGS) {
          if (rule !== undefined && [one, other].some((each) => rulesOn(each, rule).length > 0)) continue;
          const [found, expected] = [one, other].map(({ framework }) => String(says(framework.data)));
          if (found === undefined || expected === undefined || sayingOf(found) === sayingOf(expected)) continue;
          report("category-settings-differ", { key, found, other: expected, framework: other.framework.data.title }, placeIn(one.framework, [key]), { related: [placeIn(other.framework, [key])] });
        }
      },
    );
  },
});
