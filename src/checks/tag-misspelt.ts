// 标签疑似写错: a tag that is almost one of those by which rules and the library select, and stands only once.
// Example: tags: [social-evalution] where the framework obeys rules on social-evaluation → a finding at the tag: the
// weight floor and the zero line would not reach the indicator. A tag that is used twice is taken as meant.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { type Written, writtenIn } from "../check/framework-view.ts";
import { rulesInForce } from "../check/inheritance.ts";
import { placeIn } from "../link/link.ts";
import type { Linked } from "../model/linked.ts";
import type { Loaded } from "../types/loaded.ts";
import { nearest } from "../text/nearest.ts";
import type { PackRule } from "../types/types.ts";

type Selecting = { readonly tag?: string } | undefined;
const tagsIn = (rule: PackRule): readonly string[] => [...[(rule["of"] as Selecting)?.tag, (rule["when"] as Selecting)?.tag].filter((one) => one !== undefined), ...((rule["tags"] ?? []) as readonly string[])];

const twice = (tags: readonly string[]): readonly string[] => tags.filter((one, index) => tags.indexOf(one) !== index);

const knownTo = ({ packs, libraries }: Linked): readonly string[] => [
  ...new Set([...rulesInForce(packs).flatMap(({ rule }) => tagsIn(rule)), ...twice(libraries.flatMap(({ data }) => data.indicators.flatMap((one) => one.tags ?? [])))]),
];

export const tagMisspelt = defineCheck({
  id: "tag-misspelt",
  title: label("标签疑似写错", "Tag misspelt"),
  why: label("规则按标签选取指标，标签差一个字母，该守的规则就落不到这项指标上，也不会报错。", "Rules select indicators by tag; with one letter wrong they pass it by without a word."),
  mend: label("改为提示的标签；确实是另一个标签的，换一个不易混淆的名称。", "Use the tag that is suggested, or a name that cannot be confused with it."),
  basis: { document: "本库规则包的适用约定", clause: "规则按标签选取指标", status: "illustrative" },
  codes: ["tag-misspelt"],
  framework(linked, report) {
    const { framework, libraries, objectives } = linked;
    const known = knownTo(linked);
    const own = (objectives?.data.indicators ?? []).map((node, index): Written => ({ node, path: ["indicators", index] }));
    const all = [
      ...writtenIn(framework).map((one) => ({ ...one, from: framework as Loaded })),
      ...own.map((one) => ({ ...one, from: objectives as Loaded })),
      ...libraries.flatMap((from) => from.data.indicators.map((node, index) => ({ node, path: ["indicators", index], from: from as Loaded }))),
    ];
    const tags = all.flatMap(({ node }) => node.tags ?? []);
    for (const { node, path, from } of all) {
      node.tags?.forEach((tag, index) => {
        const guess = known.includes(tag) || tags.indexOf(tag) !== tags.lastIndexOf(tag) ? undefined : nearest(tag, known);
        if (guess !== undefined) report("tag-misspelt", { indicator: node.name ?? node.id ?? node.use ?? "", tag, guess }, placeIn(from, [...path, "tags", index]));
      });
    }
  },
});
