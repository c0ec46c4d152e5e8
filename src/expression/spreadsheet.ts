// 表格公式: the reading of an expression as formulas of a spreadsheet (Excel, WPS, LibreOffice) that give the very
// points of the exact evaluator. Parts with a name and every choice get cells of their own, with words for labels.
//
//   完成率 = 实际完成值 ÷ 400; 得分 = 四舍五入(完成率 × 15, 2)
//   情形      =IF(C2>=4000000,1,2)
//   得分 分子  =CHOOSE(C3,1500,3*C2)          得分 分母  =CHOOSE(C3,1,8000)
//   整数商     =INT(C4/C5)                     得分 ×100  =C6+IF(2*(C4-C6*C5)>=C5,1,0)
//
// A missing figure is #N/A, which goes where the exact evaluator's «missing» goes: only along the way that is taken.
import { type Exact, multiply, ONE, type RoundingMode, ZERO } from "../numbers/number.ts";
import { children, type Choice, type Condition, type Expression, inputsOf, type Label, operands } from "./expression.ts";
import { aligned, call, cellTerm, compared, extreme, fixed, gcd, largest, MISSING, multiplied, plus, type Ratio, scaled, type Term, times, UNIT, whole, written } from "./sheet-integers.ts";
import { both, type Known, learnt, maxOf, minOf, narrowed, NOTHING } from "./sheet-known.ts";
import { type Cells, quotientCells } from "./sheet-rounding.ts";

export type { Cells };

/** Where an input's figure stands as a whole number, its value × 10^decimals, and between which ends it lies. */
export interface Source {
  readonly cell: string;
  readonly decimals: number;
  readonly low: bigint;
  readonly high: bigint;
}

export interface Reading {
  readonly ratio: Ratio;
  /** a condition: true where the value is none because it does not apply */
  readonly absent?: string;
}

export interface SheetReader {
  /** `label` names the cells that are made on the way. */
  read(expression: Expression, label: string): Reading;
  /** Its value × 10^places as a formula; what has more decimals is cut off, as a scorecard does. */
  whole(reading: Reading, places: number, label: string): Term;
  /** the largest absolute value of anything computed so far */
  size(): bigint;
}

interface Test {
  readonly text: string;
  known(held: boolean): Known;
}

/** IFs within one formula; spreadsheets take 64 levels of functions. */
const MOST_NESTED = 30;
const LONGEST_LABEL = 60;

export const quoted = (text: string): string => `"${text.slice(0, LONGEST_LABEL).replaceAll('"', '""')}"`;
/** Where the index cannot be told, neither can what it chooses, though every choice be the same. */
const chosen = (index: string, texts: readonly string[]): string => (texts.length === 2 ? `IF(${index}=1,${texts.join(",")})` : `CHOOSE(${index},${texts.join(",")})`);
const hasOutcome = (one: Expression): boolean => one.op === "outcome" || children(one).some(hasOutcome);

export function sheetReader(source: (name: string) => Source, cells: Cells): SheetReader {
  let size = 0n;
  const note = (...all: readonly bigint[]): void => void (size = largest(size, ...all));
  const memory = new Map<Expression, Map<string, Reading>>();

  /** A cell of its own for what is more than a cell. */
  const held = (term: Term, label: string): Term => {
    note(term.size);
    return term.strength === 3 && (term.cell !== undefined || term.constant !== undefined) ? term : cellTerm(cells(label, term.text), term.low, term.high);
  };
  const absences = (...all: readonly Reading[]): { absent?: string } => {
    const texts = [...new Set(all.flatMap((one) => one.absent ?? []))];
    return texts.length === 0 ? {} : { absent: texts.length === 1 ? (texts[0] ?? "") : `OR(${texts.join(",")})` };
  };

  /** factor × the expression: a factor of ten meets the other constants before anything is computed. */
  const read = (one: Expression, factor: Exact, label: string, known: Known): Reading => {
    if (one.op !== "choice" && one.op !== "named" && one.op !== "round") return open(one, factor, label, known);
    const name = `${factor.n}/${factor.d}`;
    const before = memory.get(one) ?? new Map<string, Reading>();
    memory.set(one, before);
    const found = before.get(name) ?? open(one, factor, label, NOTHING);
    before.set(name, found);
    return { ...found, ratio: { ...found.ratio, numerator: narrowed(found.ratio.numerator, known) } };
  };
  const open = (one: Expression, factor: Exact, label: string, known: Known): Reading => {
    switch (one.op) {
      case "constant":
        return { ratio: fixed(multiply(one.value, factor)) };
      case "input": {
        const { cell, decimals, low, high } = source(one.name);
        return { ratio: scaled({ coefficient: { n: 1n, d: 10n ** BigInt(decimals) }, numerator: narrowed(cellTerm(cell, low, high), known), denominator: UNIT }, factor) };
      }
      case "outcome":
        return one.state === "missing" ? { ratio: { ...fixed(ONE), numerator: MISSING } } : { ratio: fixed(ZERO), absent: "TRUE" };
      case "named": {
        const words = one.label.zh;
        if (one.of.op === "choice") return read(one.of, factor, words, NOTHING);
        const inner = read(one.of, ONE, words, NOTHING);
        const numerator = held(inner.ratio.numerator, `${words}：分子`);
        const denominator = held(inner.ratio.denominator, `${words}：分母`);
        const ratio = { ...inner.ratio, numerator, denominator };
        if (denominator.constant === undefined || one.of.op !== "round") shown(words, ratio);
        return { ...inner, ratio: scaled(ratio, factor) };
      }
      case "round": {
        const inner = read(one.of, { n: 10n ** BigInt(one.places), d: 1n }, label, known);
        const numerator = rounded(inner.ratio, one.mode, label, one.places);
        return { ...inner, ratio: scaled({ coefficient: { n: 1n, d: 10n ** BigInt(one.places) }, numerator, denominator: UNIT }, factor) };
      }
      case "sum":
        return folded(one.of.map((each) => read(each, factor, label, known)), (terms) => terms.reduce(plus));
      case "difference":
        return folded([read(one.left, factor, label, known), read(one.right, multiply(factor, { n: -1n, d: 1n }), label, known)], (terms) => terms.reduce(plus));
      case "min":
      case "max":
        // A factor below 0 turns the order round.
        return folded(one.of.map((each) => read(each, factor, label, known)), (terms) => extreme((one.op === "min") === (factor.n >= 0n) ? "min" : "max", terms));
      case "product": {
        const constants = one.of.filter((each) => each.op === "constant").reduce((value, each) => multiply(value, each.value), factor);
        const [first, ...rest] = one.of.filter((each) => each.op !== "constant");
        if (first === undefined) return { ratio: fixed(constants) };
        const parts = [read(first, constants, label, known), ...rest.map((each) => read(each, ONE, label, known))];
        return { ratio: parts.map((each) => each.ratio).reduce(multiplied), ...absences(...parts) };
      }
      case "quotient": {
        const left = read(one.left, factor, label, known);
        const right = read(one.right, ONE, label, known);
        return { ratio: multiplied(left.ratio, inverted(right.ratio, label)), ...absences(left, right) };
      }
      case "choice":
        return choiceOf(one, factor, label);
    }
  };
  const folded = (parts: readonly Reading[], combine: (terms: readonly Term[]) => Term): Reading => {
    if (parts.length === 0) return { ratio: fixed(ZERO) };
    const { coefficient, denominator, numerators } = aligned(parts.map((one) => one.ratio));
    return { ratio: { coefficient, denominator, numerator: combine(numerators) }, ...absences(...parts) };
  };

  /** 1 ÷ a ratio that is not 0; the new denominator is above 0. */
  const inverted = ({ coefficient, numerator, denominator }: Ratio, label: string): Ratio => {
    const below = coefficient.n * (numerator.constant ?? 1n);
    const sign = below < 0n ? -1n : 1n;
    const inverse = { n: sign * coefficient.d, d: sign * below };
    if (numerator.constant !== undefined) return { coefficient: inverse, numerator: denominator, denominator: UNIT };
    const divisor = held(numerator, `${label}：除数`);
    if (divisor.low >= 0n) return { coefficient: inverse, numerator: denominator, denominator: divisor };
    const size = call(`ABS(${divisor.text})`, 0n, divisor.size, divisor);
    return { coefficient: inverse, numerator: times(call(`SIGN(${divisor.text})`, -1n, 1n, divisor), denominator), denominator: size };
  };
  const rounded = ({ coefficient, numerator, denominator }: Ratio, mode: RoundingMode, label: string, places: number): Term => {
    const common = gcd(coefficient.n, coefficient.d);
    const top = times(whole(coefficient.n / common), numerator);
    const bottom = times(whole(coefficient.d / common), denominator);
    note(top.size + bottom.size, 2n * bottom.size);
    if (bottom.constant === 1n) return held(top, places === 0 ? label : `${label} ×${10 ** places}`);
    const made = quotientCells(held(top, `${label}：被除数`), held(bottom, `${label}：除数`), mode, { label, places, cells });
    note(made.size);
    return made;
  };
  /** For whoever looks: the value itself, as near as a cell can hold it. */
  const shown = (label: string, { coefficient, numerator, denominator }: Ratio): void => {
    if (denominator.constant === 1n && coefficient.d === 1n && coefficient.n === 1n) return;
    const top = times(whole(coefficient.n), numerator);
    const bottom = times(whole(coefficient.d), denominator);
    const value = `${written(top, 2)}/${written(bottom, 3)}`;
    cells(label, denominator.low > 0n ? value : `IF(${denominator.text}=0,"",${value})`);
  };

  const choiceOf = (one: Choice, factor: Exact, label: string): Reading => {
    const tests: Test[] = [];
    let before: Known = NOTHING;
    const all: readonly { readonly label: Label; readonly when?: Condition; readonly then: Expression }[] = [...one.cases, one.otherwise];
    const branches = all.map((each) => {
      let known = before;
      if (each.when !== undefined) {
        const test = condition(each.when, label, before);
        tests.push(test);
        known = both(before, test.known(true));
        before = both(before, test.known(false));
      }
      return { each, reading: read(each.then, factor, label, known) };
    });
    const index = cells(`${label}：情形`, nested(tests, label), (self) => chosen(self, branches.map(({ each }) => quoted(each.label.zh))));
    const ratios = branches.map(({ reading }) => reading.ratio);
    const plain = ratios.every((ratio) => ratio.denominator.constant === 1n);
    const parts = plain ? { ...aligned(ratios), denominators: ratios.map(() => UNIT) } : apart(ratios);
    const texts = parts.numerators.map((term) => (term.size === 0n && term.text.includes(MISSING.text) ? MISSING.text : term.text));
    note(...parts.numerators.map((term) => term.size), ...parts.denominators.map((term) => term.size));
    const pick = (all: readonly string[], terms: readonly Term[], words: string): Term => {
      const [first] = terms;
      if (words === "分母" && first?.constant !== undefined && terms.every((term) => term.constant === first.constant)) return first;
      return cellTerm(cells(`${label}：${words}`, chosen(index, all)), minOf(terms.map((term) => term.low)), maxOf(terms.map((term) => term.high)));
    };
    const numerator = pick(texts, parts.numerators, "分子");
    const denominator = pick(parts.denominators.map((term) => term.text), parts.denominators, "分母");
    const absent = branches.some(({ reading }) => reading.absent !== undefined) ? { absent: chosen(index, branches.map(({ reading }) => reading.absent ?? "FALSE")) } : {};
    return { ratio: { coefficient: parts.coefficient, numerator, denominator }, ...absent };
  };
  const nested = (tests: readonly Test[], label: string): string => {
    let rest = String(tests.length + 1);
    for (let at = tests.length - 1; at >= 0; at--) {
      rest = `IF(${tests[at]?.text ?? ""},${at + 1},${rest})`;
      if (at > 0 && (tests.length - at) % MOST_NESTED === 0) rest = cells(`${label}：情形（第 ${at + 1} 种起）`, rest);
    }
    return rest;
  };

  const condition = (one: Condition, label: string, known: Known): Test => {
    if (one.op === "compare") {
      const left = read(one.left, ONE, label, known);
      const right = read(one.right, ONE, label, known);
      const { text, size: needed } = compared(left.ratio, one.is, right.ratio);
      note(needed);
      return { text, known: (holds) => learnt(left.ratio, one.is, right.ratio, holds) };
    }
    const parts = one.of.map((each) => condition(each, label, known));
    const names = one.of.map((each) => [...new Set(operands(each).flatMap(inputsOf).map((input) => input.name))].sort().join("\n"));
    // A part that is decided leaves figures of later parts unread; AND and OR would ask for them.
    const together = names.every((each) => each === names[0]) && !operands(one).some(hasOutcome);
    const text = together
      ? `${one.op === "all" ? "AND" : "OR"}(${parts.map((part) => part.text).join(",")})`
      : parts.map((part) => part.text).reduceRight((rest, each) => (one.op === "all" ? `IF(${each},${rest},FALSE)` : `IF(${each},TRUE,${rest})`));
    return { text, known: (holds) => (holds === (one.op === "all") ? parts.map((part) => part.known(holds)).reduce(both, NOTHING) : NOTHING) };
  };

  return {
    read: (expression, label) => read(expression, ONE, label, NOTHING),
    whole: ({ ratio }, places, label) => rounded(scaled(ratio, { n: 10n ** BigInt(places), d: 1n }), "down", label, places),
    size: () => size,
  };
}

/** Every ratio with a numerator and a denominator of its own. */
const apart = (ratios: readonly Ratio[]): { coefficient: Exact; numerators: readonly Term[]; denominators: readonly Term[] } => ({
  coefficient: ONE,
  numerators: ratios.map(({ coefficient, numerator }) => times(whole(coefficient.n), numerator)),
  denominators: ratios.map(({ coefficient, denominator }) => times(whole(coefficient.d), denominator)),
});
