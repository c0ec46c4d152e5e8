// 目标低于上年实际: a target worse than what was achieved the year before.
// Basis: targets clearly too low are to be adjusted (财预〔2020〕10号, 财预〔2021〕101号, unverified).
// Example: previous: { units: 400户 }, target ">= 380户" → a finding; for 投诉次数 «<= 12次» after 10次 as well.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { compare } from "../numbers/number.ts";
import { directionOf } from "../link/objective-leaves.ts";

export const targetBelowPrevious = defineCheck({
  id: "target-below-previous",
  title: label("目标低于上年实际", "Target below last year's actual"),
  why: label("目标定得比上年已达到的还低，不用努力也能满分。", "A target below what was already achieved scores without effort."),
  mend: label("目标值不低于上年实际完成值（越低越好的不高于）；确因条件变化而降低的，附理由忽略本提示。", "Set the target at least as good as last year's actual, or suppress the finding with the reason why it cannot be."),
  basis: { document: "财预〔2020〕10号、财预〔2021〕101号", clause: "目标值应从严、从高设定，明显偏低的予以调减", status: "unverified" },
  codes: ["target-below-previous"],
  framework({ leaves, previous }, report) {
    for (const leaf of leaves) {
      const before = previous.get(leaf.path);
      if (before === undefined || leaf.target === undefined) continue;
      const direction = directionOf(leaf);
      const order = compare(leaf.target.value, before.value);
      if ((direction === "higher" && order < 0) || (direction === "lower" && order > 0)) report("target-below-previous", { indicator: leaf.name, target: leaf.target.text, previous: before.text, direction }, leaf.place("target"), { related: [before.place] });
    }
  },
});
