// 占位文字: what is written only so that something stands there.
// Basis: blank targets and placeholders such as - _ * are refused by published systems. Targets are numbers here and
// cannot be blank; names, definitions, evidence and the statement can.
// Example: { name: 培训人数, definition: 无 } → a finding at the definition.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { writtenIn } from "../check/framework-view.ts";
import { placeIn } from "../link/link.ts";
import type { Place } from "../model/linked.ts";
import { ownOf } from "../link/objective-leaves.ts";
import { phrases } from "../source/shape.ts";

export const placeholderText = defineCheck<{ words: string[] }>({
  id: "placeholder-text",
  title: label("占位文字", "Placeholder"),
  why: label("“无”“待定”“/”看似已填，实际什么也没有说。", "“None”, “to be settled” and “/” look like an answer and say nothing."),
  mend: label("写明内容；确实没有的，删去这一项。", "Say what there is, or leave the key out."),
  basis: { document: "已运行的省级系统的强制性审核", clause: "指标值不为空白，不为“-”“_”“*”等占位符", status: "published" },
  codes: ["placeholder-text"],
  options: { words: phrases("占位的字眼，如 无、待定、/") },
  framework(linked, report, { words }) {
    const { framework, libraries, objectives } = linked;
    const look = (key: string, text: string | undefined, place: () => Place): void => {
      if (text !== undefined && (text.trim() === "" || words.includes(text.trim()))) report("placeholder-text", { key, found: text.trim() }, place());
    };
    const texts = ["name", "definition", "evidence"] as const;
    for (const { node, path } of writtenIn(framework)) for (const key of texts) look(key, node[key], () => placeIn(framework, [...path, key]));
    for (const library of libraries) library.data.indicators.forEach((node, index) => {
      for (const key of texts) look(key, node[key], () => placeIn(library, ["indicators", index, key]));
    });
    if (objectives === undefined) return;
    const { subject, statement } = objectives.data;
    for (const key of ["name", "department", "unit"] as const) look(key, subject[key], () => placeIn(objectives, ["subject", key]));
    look("statement", statement, () => placeIn(objectives, ["statement"]));
    for (const leaf of ownOf(linked)) for (const key of texts) look(key, leaf[key], () => leaf.place(key));
  },
});
