// 规则包未用: a pack that is checked together with frameworks, named by none that is known and extended by no pack.
import { defineCheck } from "../check/check.ts";
import { givenOf, isReadable } from "../check/corpus.ts";
import { label } from "../expression/expression.ts";
import { placeIn } from "../link/link.ts";
import { isKind } from "../types/loaded.ts";
import { identifier, z } from "../source/shape.ts";

export const packUnused = defineCheck({
  id: "pack-unused",
  title: label("规则包未用", "Pack unused"),
  why: label("没有指标体系声明遵守的规则包不起作用，往往是编号写错或漏写 packs。", "A pack that no framework names has no effect; often its id was mistyped or left out."),
  mend: label("在指标体系的 packs 中写上它的编号；供别处选用的，列入 except。", "Name it in the packs of a framework; list it in except where it is kept for others to choose."),
  basis: { document: "本库文档的约定", clause: "指标体系遵守 packs 所列的规则包及其上级", status: "illustrative" },
  codes: ["pack-unused"],
  options: { except: z.array(identifier("规则包编号")).max(100).describe("供别处选用的规则包") },
  corpus(corpus, report, { except }) {
    const { directory } = corpus;
    if (givenOf("framework", corpus).length === 0 || !isReadable(corpus)) return;
    const named = new Set<string | undefined>(except);
    for (const one of directory.all("framework")) if (isKind(one, "framework")) for (const id of one.data.packs) named.add(id);
    for (const one of directory.all("pack")) if (isKind(one, "pack")) named.add(one.data.extends);
    for (const one of givenOf("pack", corpus)) if (!named.has(one.data.id)) report("pack-unused", { pack: one.data.id, title: one.data.title }, placeIn(one, ["id"]));
  },
});
