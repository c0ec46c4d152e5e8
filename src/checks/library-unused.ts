// 指标库未用: an indicator of a library that is checked together with frameworks which draw on it, and that none of
// them, nor any other framework known, uses.
import { defineCheck } from "../check/check.ts";
import { givenOf, isReadable } from "../check/corpus.ts";
import { usedBy } from "../model/directory.ts";
import { label } from "../expression/expression.ts";
import { placeIn } from "../link/link.ts";
import { isKind } from "../types/loaded.ts";

export const libraryUnused = defineCheck({
  id: "library-unused",
  title: label("指标库未用", "Library indicator unused"),
  why: label("没有指标体系使用的指标没有经过试用，也没有用例核对。", "An indicator that no framework uses has never been tried, and no case tests it."),
  mend: label("删去，或在指标体系中使用。", "Remove it, or use it in a framework."),
  basis: { document: "本库指标库的编写约定", clause: "指标库只收指标体系所用的指标", status: "illustrative" },
  codes: ["library-unused"],
  corpus(corpus, report) {
    if (!isReadable(corpus)) return;
    const drawnOn = new Set(corpus.linked.flatMap((one) => (corpus.given.has(one.framework) ? one.libraries : [])));
    const used = new Set(corpus.directory.all("framework").flatMap((one) => (isKind(one, "framework") ? usedBy(one.data.indicators) : [])));
    for (const library of givenOf("indicator-library", corpus).filter((one) => drawnOn.has(one))) {
      library.data.indicators.forEach(({ id = "", name = id }, index) => {
        if (!used.has(id)) report("library-unused", { indicator: name, id }, placeIn(library, ["indicators", index, "id"]));
      });
    }
  },
});
