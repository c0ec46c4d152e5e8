// 视角: an indicator's expression over one value. For each way its options may be chosen (yes or no, a grade) the one
// figure that is left is the variable: the actual value, the points given, or, where a figure is put together from
// several inputs (执行数 ÷ 预算数), the part that they all go through. Figures of the variable lead back to inputs.
import { evaluate } from "../expression/exact.ts";
import { type Case, children, type Choice, type Expression, type Input, inputsOf, label, operands } from "../expression/expression.ts";
import { meaningOf, replaced } from "../expression/rebuild.ts";
import { compare, type Exact, HUNDRED, ONE, reduce, ZERO } from "../numbers/number.ts";
import { EVERYTHING, isEmpty, type NumberSet, point, witness, writable } from "../numbers/sets.ts";
import { type Piece, piecesOf, preimage, type Solving } from "./pieces.ts";
import { valuesOf } from "./range.ts";

/** A branch that some value takes, and those values. */
export interface Taken {
  readonly choice: Choice;
  readonly index: number;
  readonly set: NumberSet;
}

export interface View {
  /** over the variable and the options */
  readonly expression: Expression;
  /** the options chosen, by input; options that no condition looks at (check points) stand at the first */
  readonly setting: ReadonlyMap<string, Exact>;
  /** what the variable stands for: an input, or a part over several; absent where the options decide alone */
  readonly stands: Expression | undefined;
  /** how expressions over the variable are solved */
  readonly solving: Solving;
  readonly pieces: readonly Piece[];
  readonly taken: readonly Taken[];
}

const VARIABLE = "the value";
const MOST_SETTINGS = 4096;

/** Everything applies: the plain case. */
const applying = (name: string): Exact | undefined => (name.startsWith("applies ") ? ONE : undefined);
const isFigure = ({ options, name }: Input): boolean => options === undefined && applying(name) === undefined;

/** Options that no condition looks at: check points, each worth its own points whatever the others are. */
export function freeOptions(expression: Expression): readonly Input[] {
  const decided = new Set<string>();
  const seen = new Set<Expression>();
  const visit = (one: Expression): void => {
    if (seen.has(one)) return;
    seen.add(one);
    if (one.op === "choice") for (const input of one.cases.flatMap(({ when }) => operands(when)).flatMap(inputsOf)) decided.add(input.name);
    children(one).forEach(visit);
  };
  visit(expression);
  return inputsOf(expression).filter(({ name, options }) => options !== undefined && !decided.has(name) && applying(name) === undefined);
}

/** The views of an expression, one for each way to choose the options; undefined where it cannot be solved. `first` is tried first as what the variable stands for. */
export function viewsOf(expression: Expression, first?: Expression): readonly View[] | undefined {
  const inputs = inputsOf(expression);
  const free = freeOptions(expression);
  const deciding = settingsOf(inputs.filter(({ name, options }) => options !== undefined && applying(name) === undefined && !free.some((one) => one.name === name)));
  const settings = deciding?.map((one) => new Map([...free.map(({ name }): [string, Exact] => [name, ZERO]), ...one]));
  if (settings === undefined) return undefined;
  const figures = inputs.filter(isFigure);
  // Most indicators have one figure, and most others a derived value; only then are all parts looked through.
  const likely = figures.length < 2 ? [figures[0]] : first === undefined ? [] : [first];
  for (const stands of likely) {
    const views = viewed(expression, stands, settings);
    if (views !== undefined) return views;
  }
  for (const stands of figures.length === 0 ? [] : candidates(expression)) {
    const views = viewed(expression, stands, settings);
    if (views !== undefined) return views;
  }
  return undefined;
}

function viewed(expression: Expression, stands: Expression | undefined, settings: readonly ReadonlyMap<string, Exact>[]): readonly View[] | undefined {
  const variable = nameOf(stands);
  const placed = withVariable(expression, stands);
  const views: View[] = [];
  for (const setting of settings) {
    const known = (name: string): Exact | undefined => setting.get(name) ?? applying(name);
    const others = (one: Input): boolean => one.name !== variable && known(one.name) === undefined;
    const aside = (one: Case): boolean => one.id.startsWith("zero-denominator") && operands(one.when).flatMap(inputsOf).some(others);
    const domain = stands === undefined ? EVERYTHING : valuesOf(stands);
    const solving: Solving = { variable, known, aside, domain };
    const taken: Taken[] = [];
    const entered = stands === undefined || stands.op === "input" ? writable : (set: NumberSet): NumberSet => set;
    const note = (choice: Choice, index: number, set: NumberSet): void => {
      const left = entered(set);
      if (!isEmpty(left)) taken.push({ choice, index, set: left });
    };
    const pieces = piecesOf(placed, { ...solving, taken: note });
    if (pieces === undefined) return undefined;
    views.push({ expression: placed, setting, stands, solving, pieces: pieces.filter(({ over }) => !isEmpty(entered([over]))), taken });
  }
  return views;
}

const nameOf = (stands: Expression | undefined): string | undefined => (stands?.op === "input" ? stands.name : stands && VARIABLE);

/** An expression of the indicator (its actual value, the test of a knock-out) over the variable of a view. */
export const overVariable = (expression: Expression, { stands }: View): Expression => withVariable(expression, stands);

function withVariable(expression: Expression, stands: Expression | undefined): Expression {
  if (stands === undefined || stands.op === "input") return expression;
  const meaning = meaningOf();
  const [sought, variable] = [meaning(stands), { op: "input", name: VARIABLE, label: label("", "") } as const];
  return replaced(expression, (one) => (meaning(one) === sought ? variable : undefined));
}

/** Parts that read a figure, the smallest first, each meaning once. */
function candidates(expression: Expression): readonly Expression[] {
  const meaning = meaningOf();
  const found = new Map<string, { readonly part: Expression; readonly size: number }>();
  const sizes = new Map<Expression, number>();
  const visit = (one: Expression): number => {
    const known = sizes.get(one);
    if (known !== undefined) return known;
    const size = children(one).reduce((sum, each) => sum + visit(each), 1);
    sizes.set(one, size);
    if (one.op !== "choice" && one.op !== "named" && inputsOf(one).some(isFigure) && !found.has(meaning(one))) found.set(meaning(one), { part: one, size });
    return size;
  };
  visit(expression);
  return [...found.values()].sort((a, b) => a.size - b.size).map(({ part }) => part);
}

/** Every combination of options; undefined when there are too many to try. */
function settingsOf(inputs: readonly Input[]): readonly ReadonlyMap<string, Exact>[] | undefined {
  let all: readonly ReadonlyMap<string, Exact>[] = [new Map()];
  for (const { name, options = [] } of inputs) {
    if (all.length * options.length > MOST_SETTINGS) return undefined;
    all = all.flatMap((one) => options.map((_, index) => new Map([...one, [name, { n: BigInt(index), d: 1n }]])));
  }
  return all;
}

/** Values of the inputs at which the variable has a value; undefined where none are found. */
export function enteredAt({ stands, setting }: View, value: Exact): ReadonlyMap<string, Exact> | undefined {
  if (stands === undefined) return setting;
  if (stands.op === "input") return new Map([...setting, [stands.name, value]]);
  const inputs = inputsOf(stands).filter(isFigure);
  const whole = (n: bigint): Exact => ({ n, d: 1n });
  // The divisor is a round figure where that will do, else the one that the value itself needs.
  for (const base of [HUNDRED, ONE, whole(reduce(value).d), whole(reduce(value).d * 100n)]) {
    for (const free of inputs) {
      const known = (name: string): Exact | undefined => (name === free.name ? undefined : inputs.some((one) => one.name === name) ? base : (setting.get(name) ?? applying(name)));
      const set = preimage(stands, point(value), { variable: free.name, known });
      const found = set && witness(set);
      if (found === undefined) continue;
      const entered = new Map([...setting, ...inputs.map((one): [string, Exact] => [one.name, one === free ? found : base])]);
      const check = evaluate(stands, (name) => entered.get(name) ?? applying(name) ?? "missing");
      if (typeof check === "object" && compare(check, value) === 0) return entered;
    }
  }
  return undefined;
}
