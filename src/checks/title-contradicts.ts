// 名称与类别用途不符: what the title says the framework is for agrees with category and purpose, by which rules apply.
// Example: title 项目支出绩效自评指标体系 with purpose: finance-evaluation → a finding at the purpose.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { placeIn } from "../link/link.ts";
import { wordIn } from "../text/phrases.ts";
import { category, phrases, purpose, z } from "../source/shape.ts";
import type { Category, Purpose } from "../types/types.ts";

type Words<Key extends string> = Partial<Record<Key, string[]>>;

export const titleContradicts = defineCheck<{ purposes: Words<Purpose>; categories: Words<Category>; unless: string[] }>({
  id: "title-contradicts",
  title: label("名称与类别用途不符", "Title contradicts category or purpose"),
  why: label("规则包按类别和用途适用；照抄别的指标体系而没有改类别、用途时，该守的规则不会检查。", "Rules apply by category and purpose; where these were copied unchanged, the rules that matter are not checked."),
  mend: label("改正 category 或 purpose，或改名称。", "Mend category or purpose, or the title."),
  basis: { document: "本库规则包的适用约定", clause: "规则按类别、用途适用", status: "illustrative" },
  codes: ["title-contradicts"],
  options: {
    purposes: z.partialRecord(purpose, phrases("名称中的用词")).describe("表明用途的用词"),
    categories: z.partialRecord(category, phrases("名称中的用词")).describe("表明类别的用词"),
    unless: phrases("名称含有时不看，如 抽查、复核"),
  },
  framework({ framework }, report, { purposes, categories, unless }) {
    const { title, purpose: to, category: of } = framework.data;
    if (wordIn(title, unless) !== undefined) return;
    const look = (key: "purpose" | "category", declared: string, words: Readonly<Record<string, string[] | undefined>>): void => {
      const said = Object.entries(words).flatMap(([one, list = []]) => {
        const word = wordIn(title, list);
        return word === undefined ? [] : [{ one, word }];
      });
      const [first] = said;
      if (first !== undefined && said.every(({ one }) => one !== declared)) report("title-contradicts", { key, title, word: first.word, found: declared, expected: first.one }, placeIn(framework, [key]));
    };
    look("purpose", to, purposes);
    look("category", of, categories);
  },
});
