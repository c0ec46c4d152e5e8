// 有效期颠倒: a framework, or a pack it obeys, that ends before it begins is never in force.
import { defineCheck } from "../check/check.ts";
import { isReversed } from "../numbers/days.ts";
import { label } from "../expression/expression.ts";
import { placeIn } from "../link/link.ts";

export const effectiveReversed = defineCheck({
  id: "effective-reversed",
  title: label("有效期颠倒", "Effective range reversed"),
  why: label("失效日期早于施行日期时，任何一天都不在有效期内，不能评分。", "What ends before it begins is in force on no day, and nothing can be scored by it."),
  mend: label("核对施行日期 from 和失效日期 to（含当日）。", "Check the first day (from) and the last (to, included)."),
  basis: { document: "本库文档的约定", clause: "有效期自 from 起，至 to 止（含当日）", status: "illustrative" },
  codes: ["effective-reversed"],
  blocking: true,
  framework({ framework, packs }, report) {
    for (const one of [framework, ...packs]) {
      const { id, effective } = one.data;
      if (isReversed(effective)) report("effective-reversed", { id, from: effective.from, to: effective.to ?? "" }, placeIn(one, ["effective", "to"]));
    }
  },
});
