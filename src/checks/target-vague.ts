// 目标空泛: what is to be achieved is said in a verb only (提高、加强), in a degree (进一步、显著) or in obedience
// (符合相关规定), and nothing says how far.
// Basis: vague verbs as target values, and 严格执行相关制度规定、符合相关规定, are refused by published review rules.
// Example: { name: 居住条件, method: qualitative, definition: 居住条件明显改善 } → a finding at the definition;
// «厨卫、供水、供电三项全部改造到位» is none. A statement is vague when it holds no figure at all.
// Counter-examples: 提高率, 有效问卷, 加强型: terms that contain a word and mean something else are listed too.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { placeIn } from "../link/link.ts";
import { isQualitative, ownOf } from "../link/objective-leaves.ts";
import { clausesOf, edgeOf, hasFigure, plainName, without, wordIn } from "../text/phrases.ts";
import { phrases } from "../source/shape.ts";

export const targetVague = defineCheck<{ verbs: string[]; degrees: string[]; terms: string[] }>({
  id: "target-vague",
  title: label("目标空泛", "Vague target"),
  why: label("“进一步提高”“符合相关规定”没有标准，年终无论做到什么程度都可以说已经达成。", "What is to be “further improved” has no standard: whatever was done, it can be called achieved."),
  mend: label("写做到多少、做到什么程度：数值、比例、期限，或各等级的标准。", "Say how much or how far: a figure, a share, a deadline, or what each grade means."),
  basis: { document: "所见绩效目标审核规则", clause: "指标值不得只用“提高”“加强”等表述，不得只写“符合相关规定”", status: "published" },
  codes: ["target-vague"],
  options: {
    verbs: phrases("动词：出现在一句的开头或末尾，如 提高、改善"),
    degrees: phrases("程度和遵守的套话：出现在任何位置，如 进一步、符合相关规定"),
    terms: phrases("含有上述字眼而另有所指的词，如 提高率、有效问卷"),
  },
  framework(linked, report, { verbs, degrees, terms }) {
    const vagueIn = (clause: string): string | undefined => wordIn(without(clause, terms), degrees) ?? edgeOf(without(clause, terms), verbs);
    for (const leaf of ownOf(linked)) {
      // A definition that repeats the name is none at all, which another check says.
      if (!isQualitative(leaf) || leaf.definition === undefined || hasFigure(leaf.definition) || plainName(leaf.definition) === plainName(leaf.name)) continue;
      const words = clausesOf(leaf.definition).map(vagueIn);
      if (words.length > 0 && words.every((word) => word !== undefined)) report("target-vague", { indicator: leaf.name, words: [...new Set(words)].join("、") }, leaf.place("definition"));
    }
    const { objectives } = linked;
    const statement = objectives?.data.statement;
    if (objectives === undefined || statement === undefined || hasFigure(statement)) return;
    const words = clausesOf(statement).flatMap((clause) => vagueIn(clause) ?? []);
    if (words.length > 0) report("target-vague", { indicator: "", words: [...new Set(words)].join("、") }, placeIn(objectives, ["statement"]));
  },
});
