// 评分标准: a reading of an expression as the sentence a notice prints. Nothing is evaluated on actual values: the
// cases of a choice become clauses in their order, with their label, their condition and what they award. A new
// method therefore gets its sentence from its expression.
//
//   达到年度指标值，得满分；完成率低于及格门槛 60%，不得分；其余按完成比例得分：得分 = 完成率 × 分值。其中完成率 = 实际完成值 ÷ 年度指标值。
//
// Cases `tier-…` are tiers. Guards (outcomes, cases of rule packs) come last, after 但. Three shapes have words of
// their own: check points, steps of deduction or gain, and a figure inside a range.
import { readInterval } from "../numbers/quantity.ts";
import { evaluate } from "./exact.ts";
import type { Case, Choice, Condition, Expression } from "./expression.ts";
import { inputsOf, label } from "./expression.ts";
import { type Open, type Words, writer } from "./write.ts";

interface Clause {
  readonly text: string;
  readonly guard: boolean;
  readonly tier: boolean;
}

/** The sentence for points, before their rounding. `open` names figures that stand for a weight or a target yet to be set. */
export function sentence(expression: Expression, language: keyof Words, open: Open = {}): string {
  const w = writer(language, open);
  const say = (zh: string, en: string): string => (language === "zh" ? zh : en);
  const stop = say("。", ".");
  const semicolon = say("；", "; ");
  const comma = say("，", ", ");

  /** What a case awards, as the end of a clause; undefined where it is a formula. */
  const award = (one: Expression): string | undefined => {
    if (one.op === "outcome") return one.state === "missing" ? say("视为未填", "counts as missing") : say("按不适用处理", "is not applicable");
    if (w.isWeight(one)) return say("得满分", "scores full marks");
    if (inputsOf(one).length > 0) return undefined;
    const share = one.op === "product" && one.of.length === 2 && one.of[1] !== undefined && w.isWeight(one.of[1]) ? one.of[0] : undefined;
    const value = evaluate(one, () => "missing");
    if (typeof value === "string") return undefined;
    if (value.n === 0n) return say("不得分", "scores nothing");
    if (share?.op === "constant" && share.shown !== undefined) return say(`得分值的 ${share.shown}`, `scores ${share.shown} of the weight`);
    const figure = w.points(value);
    return say(`得${/^\d/.test(figure) ? " " : ""}${figure}`, `scores ${figure}`);
  };

  /** A formula, or one of the shapes that have words of their own. */
  const formula = (one: Expression): { readonly text: string; readonly whole: boolean } => {
    const steps = w.steps(one);
    if (steps !== undefined) return { text: steps, whole: true };
    const points = w.checkPoints(one);
    if (points !== undefined) return { text: say(`符合下列要点的分别得分：${points.join(semicolon)}`, `points for each of: ${points.join(semicolon)}`), whole: true };
    return { text: say(`得分 = ${w.formula(one)}`, `points = ${w.formula(one)}`), whole: false };
  };

  const clause = (id: string, words: string, conditions: string, then: Expression, last: boolean): Clause => {
    const tier = id.startsWith("tier-");
    const interval = words.replace(/^tier (.+)$/, "$1").replace(/ 档$/, "");
    const guard = !last && (then.op === "outcome" || id.includes("/"));
    if (then.op === "choice") return { text: `${words}${say("：", ": ")}${clauses(then, false)}`, guard, tier };
    const awarded = award(then);
    if (tier && readInterval(interval) !== undefined && awarded !== undefined) return { text: `${w.interval(interval)} ${awarded}`, guard, tier };
    if (tier && last && awarded !== undefined) return { text: say(`其余（${words}）${comma}${awarded}`, `otherwise ${words}${comma}${awarded}`), guard, tier };
    const head = `${words}${conditions === "" ? "" : say(`（${conditions}）`, ` (${conditions})`)}`;
    if (awarded !== undefined) return { text: words.endsWith(awarded) ? head : `${head}${comma}${awarded}`, guard, tier };
    const { text, whole } = formula(then);
    if (last && whole) return { text, guard, tier };
    const rest = last && language === "en" ? "otherwise " : last && /^[按随]/.test(words) ? "其余" : "";
    return { text: `${rest}${head}${say("：", ": ")}${text}`, guard, tier };
  };

  /** A condition that the label does not already say, and the range when the award is a figure inside one. */
  const caseClause = (one: Case): Clause => {
    const words = one.label[language];
    if (one.then.op === "input") {
      const range = w.range(one.when, one.then);
      if (range !== undefined) {
        const giver = one.then.label[language];
        return { text: say(`${words}，${giver}须在 ${range}内`, `${words}, ${giver} within ${range}`), guard: false, tier: false };
      }
    }
    return clause(one.id, words, said(one.when, words, one.label.zh) ? "" : w.condition(one.when), one.then, false);
  };

  const said = (when: Condition, words: string, zh: string): boolean => {
    if (zh.endsWith(" 档") && readInterval(zh.slice(0, -2)) !== undefined) return true;
    const figures = w.figures(when);
    if (figures.length > 0) return figures.every((each) => words.includes(each));
    return when.op === "compare" && (when.is === ">=" || w.condition(when) === "");
  };

  const clauses = (one: Choice, top: boolean): string => {
    const all = [...merged(one.cases).map(caseClause), clause(one.otherwise.id, one.otherwise.label[language], "", one.otherwise.then, true)];
    const plain = all.filter((each) => !each.guard);
    const guards = all.filter((each) => each.guard);
    const first = plain.findIndex((each) => each.tier);
    const subject = w.subject(one.cases.find((each) => each.id.startsWith("tier-"))?.when);
    const texts = plain.map(({ text }, index) => (top && index === first && subject !== undefined ? say(`按${subject}分档：${text}`, `by ${subject}: ${text}`) : text));
    const exceptions = guards.map(({ text }, index) => (index === 0 ? say(`但${text}`, `except: ${text}`) : text));
    return [...texts, ...exceptions].join(semicolon);
  };

  const main = expression.op === "choice" ? clauses(expression, true) : (award(expression) ?? formula(expression).text);
  const definitions = w.definitions(expression);
  return `${main}${stop}${definitions.length === 0 ? "" : `${say("其中", " Where ")}${definitions.join(semicolon)}${stop}`}`;
}

/** Neighbours with one label and one outcome are one case: either condition leads there. */
function merged(cases: readonly Case[]): readonly Case[] {
  const result: Case[] = [];
  for (const one of cases) {
    const last = result.at(-1);
    const same = last !== undefined && last.label.zh === one.label.zh && last.then.op === "outcome" && one.then.op === "outcome" && last.then.state === one.then.state;
    if (same) result.splice(-1, 1, { ...last, when: { op: "any", of: [last.when, one.when] }, label: label(one.label.zh, one.label.en) });
    else result.push(one);
  }
  return result;
}
