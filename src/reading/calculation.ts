// 算式: 136/143=95.10% — what was calculated, and whether the printed result follows from it.
import { evaluate } from "../expression/exact.ts";
import { compileFormula } from "../expression/formula.ts";
import { compare, type Exact, HUNDRED, multiply, round } from "../numbers/number.ts";
import { exactOf, figureOf, takeFigure } from "./figure.ts";
import type { Figure, NotComparable } from "./types.ts";

export interface Calculated {
  readonly formula: string;
  readonly value: Figure;
  readonly result?: Figure;
  readonly holds?: boolean;
}

const FORMULA = /^[\d.,()+\-*/ ]*[\d)] ?[-+*/] ?[(\d][\d.,()+\-*/ ]*$/;

/** A formula over plain numbers, with its result behind `=` where one is printed; undefined where the text is none. */
export function readCalculation(text: string): Calculated | NotComparable | undefined {
  const [formula = "", printed, ...more] = text.split("=").map((one) => one.trim());
  if (!FORMULA.test(formula) || more.length > 0) return undefined;
  const value = valueOf(formula.replace(/\d{1,3}(?:,\d{3})+(?![\d,])/g, (one) => one.replaceAll(",", "")));
  if (typeof value === "string") return value;
  if (printed === undefined) return { formula, value: figureOf(value) };
  const result = takeFigure(printed);
  if (typeof result !== "object" || result.rest !== "") return typeof result === "string" ? result : "not-understood";
  return { formula, value: figureOf(value), result: result.figure, holds: follows(value, result.figure) };
}

function valueOf(formula: string): Exact | NotComparable {
  const compiled = compileFormula(formula, new Map(), undefined);
  if (!("expression" in compiled)) return "malformed-number";
  const nothing = (): "missing" => "missing";
  const zero = compiled.divisors.some((one) => {
    const divisor = evaluate(one, nothing);
    return typeof divisor !== "string" && divisor.n === 0n;
  });
  if (zero) return "zero-divisor";
  const value = evaluate(compiled.expression, nothing);
  return typeof value === "string" ? "not-understood" : value;
}

/** Rounded or cut off to the digits of the result, the value is the result. */
function follows(value: Exact, result: Figure): boolean {
  const places = (result.decimal ?? "").split(".")[1]?.length ?? 0;
  const shown = result.unit === "%" ? multiply(value, HUNDRED) : value;
  return (["half-up", "down"] as const).some((mode) => compare(round(shown, places, mode), exactOf(result)) === 0);
}
