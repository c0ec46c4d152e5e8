// The words of an expression that nobody evaluates: formulas, conditions, ranges and steps, for a sentence.
// A weight and a target keep their names, other fixed figures are written out.
import { compare as order, decimalPlaces, divide, type Exact, exact, HUNDRED, multiply, show, subtract, toText } from "../numbers/number.ts";
import type { Comparator } from "../numbers/quantity.ts";
import type { Label } from "../types/types.ts";
import { evaluate } from "./exact.ts";
import { children, type Condition, type Expression, type Input, inputsOf, type Named, operands } from "./expression.ts";

export type Words = Label;

/** Values that stand for a weight or a target that is still to be set, and the names of roundings; see `wording/standard.ts`. */
export interface Open {
  readonly modes?: Readonly<Record<string, Label>> | undefined;
  readonly weight?: Exact | undefined;
  readonly target?: Exact | undefined;
}

const SIGNS: Readonly<Record<Comparator, string>> = { "<": "＜", "<=": "≤", "=": "＝", ">=": "≥", ">": "＞" };
const FLIPPED: Readonly<Record<Comparator, Comparator>> = { "<": ">", "<=": ">=", "=": "=", ">=": "<=", ">": "<" };
const WEIGHT = "分值";
const TARGET = "年度指标值";

const isConstant = (one: Expression | undefined, zh?: string): boolean => one?.op === "constant" && (zh === undefined || one.label?.zh === zh);
const same = (a: Expression, b: Expression): boolean => a === b || (a.op === "input" && b.op === "input" && a.name === b.name);
const someInside = (one: Expression, test: (each: Expression) => boolean): boolean => test(one) || children(one).some((each) => someInside(each, test));

export function unitOf(one: Expression): string | undefined {
  if (one.op === "input" || one.op === "named" || one.op === "constant") return one.unit ?? (one.op === "named" ? unitOf(one.of) : undefined);
  if (one.op === "difference") return unitOf(one.left) ?? unitOf(one.right);
  return one.op === "min" || one.op === "max" || one.op === "sum" ? one.of.map(unitOf).find((unit) => unit !== undefined) : undefined;
}

export function writer(language: keyof Label, open: Open) {
  const say = (zh: string, en: string): string => (language === "zh" ? zh : en);
  const weightWord = say(WEIGHT, "weight");
  const targetWord = say(TARGET, "target");

  /** A figure, or in words what stands for a figure yet to be set: strength 1 sum, 2 product, 3 atom. */
  const number = (value: Exact, unit?: string): readonly [string, number] => {
    if (open.target !== undefined && order(multiply(value, exact("2")), open.target) > 0) {
      const rest = subtract(value, open.target);
      if (rest.n === 0n) return [targetWord, 3];
      return [`${targetWord} ${rest.n < 0n ? "−" : "+"} ${withUnit(show({ n: rest.n < 0n ? -rest.n : rest.n, d: rest.d }), unit)}`, 1];
    }
    const percent = share(value);
    if (percent !== undefined) return percent === "100%" ? [weightWord, 3] : [`${weightWord} × ${percent}`, 2];
    return [withUnit(show(value), unit), value.n < 0n ? 1 : 3];
  };
  /** The share of a weight yet to be set. */
  const share = (value: Exact): string | undefined => {
    const percent = open.weight === undefined || value.n === 0n ? undefined : divide(multiply(value, HUNDRED), open.weight);
    const places = percent && decimalPlaces(percent);
    return percent === undefined || places === undefined || places > 6 ? undefined : `${toText(percent, places)}%`;
  };

  const write = (one: Expression, strength = 0, unit?: string): string => {
    const [text, own] = writeOpen(one, unit);
    return own < strength ? `(${text})` : text;
  };
  /** A figure beside a percentage carries its % sign. */
  const percentOf = (one: Expression): string | undefined => (unitOf(one) === "%" ? "%" : undefined);
  const writeOpen = (one: Expression, unit?: string): readonly [string, number] => {
    switch (one.op) {
      case "constant":
        if (one.label?.zh === WEIGHT) return [weightWord, 3];
        if (one.label?.zh === TARGET) return [targetWord, 3];
        return one.shown === undefined ? number(one.value, unit) : [one.shown, 3];
      case "input":
      case "named":
        return [one.label[language], 3];
      case "sum": {
        const parts = one.of.filter((each) => each.op !== "constant" || each.value.n !== 0n);
        return parts.length === 1 && parts[0] ? writeOpen(parts[0]) : [parts.map((each) => write(each, 1)).join(" + "), 1];
      }
      case "difference":
        return [`${write(one.left, 1, percentOf(one.right))} − ${write(one.right, 2, percentOf(one.left))}`, 1];
      case "product":
        return [one.of.map((each, index) => (unit === "%" && index > 0 && isConstant(each) && write(each) === "100" ? "100%" : write(each, index === 0 ? 2 : 3))).join(" × "), 2];
      case "quotient":
        return [`${write(one.left, 2)} ÷ ${write(one.right, 3, percentOf(one.left))}`, 2];
      case "max": {
        const [a, b] = one.of;
        if (one.of.length === 2 && a?.op === "difference" && b?.op === "difference" && same(a.left, b.right) && same(a.right, b.left)) return [`|${write(a)}|`, 3];
        return [`${say("取大", "max")}(${one.of.map((each) => write(each)).join(", ")})`, 3];
      }
      case "min":
        return [`${say("取小", "min")}(${one.of.map((each) => write(each)).join(", ")})`, 3];
      case "round":
        return [`${say(one.places === 0 ? "取整" : "舍入", "round")}(${writeOpen(one.of, unit)[0]})`, 3];
      case "choice":
        return [one.otherwise.label[language], 3];
      case "outcome":
        return [one.state, 3];
    }
  };

  /** One side of a comparison: a fixed figure with its unit, else in words. */
  const side = (one: Expression, unit: string | undefined): string => {
    if (inputsOf(one).length > 0 || (open.target !== undefined && someInside(one, (each) => isConstant(each, TARGET)))) return write(one, 1);
    if (one.op === "constant" && one.shown !== undefined) return one.shown;
    const value = evaluate(one, () => "missing");
    return typeof value === "string" ? write(one, 1) : number(value, unit)[0];
  };
  const withUnit = (text: string, unit: string | undefined): string => (unit === undefined ? text : `${text}${/^[%‰]/.test(unit) ? "" : " "}${unit === "分" ? say("分", "points") : unit}`);
  const amountOf = (value: Exact): string => {
    const percent = share(value);
    if (percent !== undefined) return say(`分值的 ${percent}`, `${percent} of the weight`);
    return say(`${show(value)} 分`, `${show(value)} ${value.n === value.d ? "point" : "points"}`);
  };
  const named = (one: Condition): boolean => one.op === "compare" && one.left.op === "input" && one.left.options !== undefined;

  const condition = (one: Condition): string => {
    if (one.op === "compare") return named(one) ? "" : `${write(one.left, 1)} ${SIGNS[one.is]} ${side(one.right, unitOf(one.right) ?? unitOf(one.left))}`;
    const [low, high] = one.of;
    if (one.op === "all" && one.of.length === 2 && low?.op === "compare" && high?.op === "compare" && same(low.left, high.left) && low.is.startsWith(">") && high.is.startsWith("<")) {
      const unit = unitOf(low.left);
      return `${side(low.right, unit)} ${SIGNS[FLIPPED[low.is]]} ${write(low.left, 1)} ${SIGNS[high.is]} ${side(high.right, unit)}`;
    }
    const parts = one.of.map(condition).filter((each) => each !== "");
    return parts.join(one.op === "all" ? say(" 且 ", " and ") : say(" 或 ", " or "));
  };

  /** max(0, weight − steps × cost) and min(weight, steps × gain): 每…扣…分，扣完为止; 每…得…分，满分为止 */
  const steps = (one: Expression): string | undefined => {
    const [first, second] = one.op === "max" || one.op === "min" ? one.of : [];
    const loss = one.op === "max" && second?.op === "difference" && isConstant(second.left, WEIGHT);
    const body = loss ? second.right : one.op === "min" && first !== undefined && isConstant(first, WEIGHT) ? second : undefined;
    const [count, worth] = body?.op === "product" ? body.of : [];
    if (count === undefined || worth?.op !== "constant") return undefined;
    const inner = count.op === "named" ? count.of : count;
    const whole = inner.op === "round" ? inner : undefined;
    const ratio = whole === undefined ? inner : whole.of;
    const amount = amountOf(worth.value);
    const spaced = `${/^\d/.test(amount) ? " " : ""}${amount}`;
    const end = loss ? say("扣完为止", "never below zero") : say("满分为止", "up to full marks");
    if (ratio.op !== "quotient" || ratio.right.op !== "constant") {
      const unit = unitOf(count) ?? "";
      const each = `${write(count)}`;
      return loss ? say(`${each}每 1 ${unit || "次"}扣${spaced}，${end}`, `${amount} off for each ${unit || "case"} of ${each}, ${end}`) : say(`${each}每 1 ${unit || "项"}得${spaced}，${end}`, `${amount} for each ${unit || "item"} of ${each}, ${end}`);
    }
    const unit = unitOf(ratio.left);
    const size = unit === "%" ? say(`${show(ratio.right.value)} 个百分点`, `${show(ratio.right.value)} percentage points`) : withUnit(show(ratio.right.value), unit);
    const part = whole === undefined ? say("按比例计", "counts in proportion") : whole.mode === "floor" ? say("不计", "does not count") : say(`按 ${size}计`, "counts as one");
    return say(`每${write(ratio.left)} ${size}${loss ? "扣" : "得"}${spaced}（不足 ${size}的${part}），${end}`, `${amount} ${loss ? "off " : ""}for each ${size} ${write(ratio.left)} (a part of it ${part}), ${end}`);
  };

  return {
    formula: (one: Expression): string => write(one),
    condition,
    isWeight: (one: Expression): boolean => isConstant(one, WEIGHT),
    points: (value: Exact): string => {
      const percent = share(value);
      return percent === "100%" ? say("满分", "full marks") : amountOf(value);
    },
    /** the fixed figures of a condition, as a label would write them */
    figures: (one: Condition): readonly string[] => {
      const texts: string[] = [];
      const collect = (each: Expression): void => {
        if (each.op === "constant") {
          if (!isConstant(each, WEIGHT) && !isConstant(each, TARGET)) texts.push(each.shown ?? (each.value.n === 0n ? "0" : side(each, each.unit)));
        } else if (each.op !== "named") children(each).forEach(collect);
      };
      operands(one).forEach(collect);
      return texts;
    },
    /** what the tiers are laid over */
    subject: (when: Condition | undefined): string | undefined => {
      const [first] = when === undefined ? [] : operands(when);
      return first && write(first);
    },
    interval: (text: string): string => text.replace(/^>=/, "≥").replace(/^<=/, "≤").replace(/^</, "＜").replace(/^>/, "＞").replace(/^=/, "＝"),
    /** the range that a condition leaves to one input */
    range: (when: Condition, input: Input): string | undefined => {
      // A figure may be rounded, as it is shown, before it is held against its bounds.
      const bare = (one: Expression): Expression => (one.op === "round" ? one.of : one);
      const bounds = (when.op === "compare" ? [when] : when.of).filter((one) => one.op === "compare" && same(bare(one.left), input));
      const of = (sign: string) => bounds.find((one) => one.op === "compare" && one.is.startsWith(sign));
      const low = of(">");
      const high = of("<");
      if (low?.op !== "compare" || high?.op !== "compare") return undefined;
      const ends = `${side(low.right, undefined)}, ${side(high.right, undefined)}`;
      const unit = input.unit === "分" && /^[\d., ]+$/.test(ends) ? say(" 分", " points") : say(" ", "");
      return `${low.is === ">" ? "(" : "["}${ends}${high.is === "<" ? ")" : "]"}${unit}`;
    },
    /** each check point and what it is worth; undefined where the expression is not a sum of them */
    checkPoints: (one: Expression): readonly string[] | undefined => {
      const parts = one.op === "sum" ? one.of : [one];
      const texts = parts.map((part) => {
        const [met, worth] = part.op === "product" ? part.of : [];
        if (met?.op !== "input" || met.options === undefined || worth?.op !== "constant") return undefined;
        return `${met.label[language]}${say("，", ", ")}${amountOf(worth.value)}`;
      });
      return texts.every((text) => text !== undefined) ? texts : undefined;
    },
    steps,
    /** the formulas of the named parts that the sentence speaks of; what a step says is said already */
    definitions(expression: Expression): readonly string[] {
      const found = new Map<string, string>();
      const visit = (one: Expression): void => {
        if (steps(one) !== undefined) return;
        for (const child of children(one)) visit(child);
        if (one.op !== "named" || one.id === "measure" || found.has(one.id)) return;
        found.set(one.id, definition(one));
      };
      visit(expression);
      return [...found.values()];
    },
    definition: (one: Named): string => definition(one),
  };

  function definition(one: Named): string {
    const round = one.of.op === "round" ? one.of : undefined;
    const mode = round === undefined ? "" : (open.modes?.[round.mode]?.[language] ?? round.mode);
    const end = round === undefined ? "" : say(`（${mode}，保留 ${round.places} 位小数）`, ` (${mode}, ${round.places} decimals)`);
    return `${one.label[language]} = ${writeOpen(round?.of ?? one.of, one.unit)[0]}${end}`;
  }
}
