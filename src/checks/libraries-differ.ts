// 指标库不一: two libraries that are given together define one id in different ways. Which of them a framework gets then
// depends on the order in which they are read.
import { alike } from "../text/alike.ts";
import { defineCheck } from "../check/check.ts";
import { givenOf } from "../check/corpus.ts";
import { label } from "../expression/expression.ts";
import { firsts } from "../text/firsts.ts";
import { type Place } from "../model/linked.ts";
import { placeIn } from "../link/link.ts";
import type { IndicatorNode } from "../types/types.ts";

const KEYS = ["name", "definition", "method", "measure", "unit", "domain", "not-applicable"] as const;

export const librariesDiffer = defineCheck({
  id: "libraries-differ",
  title: label("指标库不一", "Libraries differ"),
  why: label("同一编号在两个指标库中定义不同时，指标体系引用到哪一个，取决于读取的次序。", "Where two libraries define one id differently, what a framework gets depends on the order in which they are read."),
  mend: label("只在一个指标库中定义；是另一项指标的，另取编号；旧版的指标库不与新版放在一起。", "Define it in one library; give another indicator another id; do not keep an old version of a library beside the new one."),
  basis: { document: "常州市《关于全面深化预算绩效管理的实施意见》", clause: "共性指标的评分办法基本统一；建立指标库", status: "published" },
  codes: ["libraries-differ"],
  corpus(corpus, report) {
    const firstElsewhere = firsts<{ readonly node: IndicatorNode; readonly title: string; readonly place: Place }>();
    givenOf("indicator-library", corpus).forEach((library, order) => {
      library.data.indicators.forEach((node, index) => {
        const place = placeIn(library, ["indicators", index, "id"]);
        const other = firstElsewhere(node.id ?? "", String(order), { node, title: library.data.title, place });
        const keys = other === undefined ? [] : KEYS.filter((key) => !alike(node[key] ?? null, other.node[key] ?? null));
        if (other === undefined || keys.length === 0) return;
        report("libraries-differ", { indicator: node.name ?? "", id: node.id ?? "", library: other.title, keys: keys.join("、") }, place, { related: [other.place] });
      });
    });
  },
});
