// 同版本不一: documents of one kind, id and version (objectives and configurations have no version) that say different things.
import { alike } from "../text/alike.ts";
import { defineCheck } from "../check/check.ts";
import { groupBy, idOf, keyOf, versionOf } from "../model/directory.ts";
import { label } from "../expression/expression.ts";
import { placeIn } from "../link/link.ts";

const NAMED = ["framework", "pack", "indicator-library", "objectives", "config"] as const;

export const versionTwice = defineCheck({
  id: "version-twice",
  title: label("同版本不一", "One version twice"),
  why: label("同一编号、同一版本的两份文档内容不同时，引用到哪一份取决于读取的次序，评分结果无法复核。", "Where two documents of one id and version say different things, which of them counts depends on the order in which they are read, and no score can be verified."),
  mend: label("内容有改动的，升版本号；不是同一文档的，另取编号。", "Give a changed document a new version, and another document another id."),
  basis: { document: "本库文档的约定", clause: "同一编号、同一版本的文档内容唯一", status: "illustrative" },
  codes: ["version-twice"],
  corpus({ given }, report) {
    const named = [...given].filter((one) => NAMED.some((kind) => kind === one.kind) && idOf(one) !== undefined);
    for (const [first, ...others] of groupBy(named, (one) => [`${keyOf(one.kind ?? "config", idOf(one) ?? "")} ${versionOf(one)}`]).values()) {
      for (const one of others) {
        if (first === undefined || alike(one.data, first.data)) continue;
        report("version-twice", { id: idOf(one) ?? "", version: versionOf(one), kind: one.kind ?? "" }, placeIn(one, ["id"]), { related: [placeIn(first, ["id"])] });
      }
    }
  },
});
