// 目标栏里的评分规则: ≤100%(计8分;每超过一个百分点扣0.5分,扣完为止). The rule is kept as text; it becomes a method
// only where it was understood to the last word.
import { takeAfter, takeBefore } from "./words.ts";
import { takeFigure } from "./figure.ts";
import type { PrintedMethod, PrintedRule } from "./types.ts";

const MARK = /(?:计|得) ?(?:满分|\d[\d.]* ?分)|扣 ?\d[\d.]* ?分|不得分/;
const DEDUCTION =
  /^(?:(?:计|得) ?(?:满分|\d[\d.]* ?分)[,;])?每(超过|超出|超|高于|高|低于|降低|下降|降|减少|少|低) ?(?:([一1-9]\d?)个?(百分点|%)) ?扣 ?(\d[\d.]*) ?分(?:[,;]扣完为止)?[。.]?$/;
const TIER = /^(.+?) ?(?:(?:计|得) ?(\d[\d.]*) ?分|不得分)$/;
const BETWEEN = /^(\d[\d.]*)(%?)(\(含\))?[-~至](\d[\d.]*)(%?)(\(含\))?$/;

/** The target in front of a rule, and the rule; undefined where the text holds no rule. */
export function takeRule(text: string): { readonly head: string; readonly rule: PrintedRule } | undefined {
  const mark = MARK.exec(text);
  if (mark === null) return undefined;
  const open = text.indexOf("(");
  const bracketed = open > 0 && open < mark.index && text.endsWith(")") && !text.slice(open + 1, -1).includes("(");
  const head = (bracketed ? text.slice(0, open) : text.slice(0, mark.index)).replace(/[ ,;:(]+$/, "");
  const words = bracketed ? text.slice(open + 1, -1) : text;
  const method = tiersOf(words) ?? deductionOf(head, words.slice(words.startsWith(head) ? head.length : 0));
  return { head, rule: { text: words, ...(method === undefined ? {} : { method }) } };
}

function deductionOf(head: string, words: string): PrintedMethod | undefined {
  const found = DEDUCTION.exec(words.replace(/^[ ,;:]+/, ""));
  const line = takeFigure((takeBefore(head)?.rest ?? takeAfter(head)?.rest ?? head).trim());
  if (found === null || typeof line !== "object" || line.rest.replace(/^(?:及其?)?以[上下]$/, "") !== "") return undefined;
  const each = found[2] === "一" ? "1" : (found[2] ?? "");
  const unit = line.figure.unit;
  if (unit !== undefined && unit !== "%") return undefined;
  return { kind: "deduction", from: `${line.figure.decimal}%`, direction: /^[超高]/.test(found[1] ?? "") ? "above" : "below", each: `${each}%`, points: found[4] ?? "" };
}

/** `0计8分;0-10%(含)计6分;…;大于30%不得分`: every part a condition and its points, or nothing is understood. */
function tiersOf(words: string): PrintedMethod | undefined {
  const parts = words.split(/[;。]/).filter((one) => one !== "");
  if (parts.length < 3) return undefined;
  const tiers = parts.map((part) => {
    const [, condition, points = "0"] = TIER.exec(part) ?? [];
    const when = condition === undefined ? undefined : conditionOf(condition);
    return when === undefined ? undefined : { when, points };
  });
  const complete = tiers.filter((one) => one !== undefined);
  return complete.length < tiers.length ? undefined : { kind: "tiered", unit: "%", tiers: complete };
}

function conditionOf(words: string): string | undefined {
  const between = BETWEEN.exec(words);
  if (between !== null) {
    const [, low, , lowIn, high, percent, highIn] = between;
    // Exactly one end says that it is taken in; otherwise nobody knows where the border belongs.
    if (percent !== "%" || (lowIn === undefined) === (highIn === undefined)) return undefined;
    return lowIn === undefined ? `(${low}%, ${high}%]` : `[${low}%, ${high}%)`;
  }
  const compared = takeBefore(words) ?? takeAfter(words) ?? { is: "=" as const, rest: words };
  const found = takeFigure(compared.rest);
  if (typeof found !== "object" || found.rest !== "" || (found.figure.unit ?? "%") !== "%") return undefined;
  return `${compared.is} ${found.figure.decimal}%`;
}
