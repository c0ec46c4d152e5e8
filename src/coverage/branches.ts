// 分支: every choice of an expression with an address that is the same each time it is compiled, and which of
// its branches any value at all can take. What no value can take is nobody's task to test.
//
// The conditions of an indicator compare rational functions of one value (the actual value, the execution rate)
// with each other. Between the zeros and poles of the differences nothing changes, so trying each of them and a
// point between each two neighbours tries everything. Where the conditions are of another form, every branch counts.
import { evaluate, holds } from "../expression/exact.ts";
import { type Case, type Choice, type Condition, type Expression, children, type Input, inputsOf, label, operands } from "../expression/expression.ts";
import { add, compare, decimalPlaces, divide, type Exact, exact, ONE, round, subtract, ZERO } from "../number.ts";
import { breaksOf, rangeOf } from "./breaks.ts";

/** Addresses of all choices: the ids of the cases above, and a number where two stand side by side. */
export function choicesOf(expression: Expression): ReadonlyMap<Choice, string> {
  const found = new Map<Choice, string>();
  const seen = new Set<Expression>();
  const used = new Map<string, number>();
  const visit = (one: Expression, above: string): void => {
    if (seen.has(one)) return;
    seen.add(one);
    if (one.op !== "choice") return children(one).forEach((each) => visit(each, above));
    const count = (used.get(above) ?? 0) + 1;
    used.set(above, count);
    const address = count === 1 ? above : `${above}#${count}`;
    found.set(one, address);
    for (const each of one.cases) {
      operands(each.when).forEach((side) => visit(side, above));
      visit(each.then, `${address}/${each.id}`);
    }
    visit(one.otherwise.then, `${address}/${one.otherwise.id}`);
  };
  visit(expression, "");
  return found;
}

export const branchKey = (address: string, id: string): string => `${address}/${id}`;

/** A divisor of zero: a guard on other values than those that the method looks at. */
const isGuard = (one: Case): boolean => one.id.startsWith("zero-denominator");
const isContinuous = (one: Input): boolean => one.options === undefined;

type Point = (name: string) => Exact | "missing";

/** Values that stand for all values: the expression over at most one variable, and points and settings to try. */
export function samplesOf(expression: Expression, options: readonly Input[] = []): { readonly placed: Expression; readonly points: readonly Point[] } | undefined {
  const conditions = (of: Expression): readonly Condition[] => [...choicesOf(of).keys()].flatMap(({ cases }) => cases.filter((one) => !isGuard(one)).map((one) => one.when));
  const { placed, opaque } = withVariables(expression, conditions(expression).flatMap(operands));
  const sides = conditions(placed);
  const inputs = [...new Map([...sides.flatMap(operands).flatMap(inputsOf), ...options].map((one) => [one.name, one])).values()];
  const variables = inputs.filter(isContinuous);
  const [variable] = variables;
  if (variables.length > 1) return undefined;
  const values = variable === undefined ? [ZERO] : pointsOf(sides, variable, opaque.get(variable.name));
  const settings = combinations(inputs.filter((one) => !isContinuous(one)));
  if (values === undefined || settings === undefined) return undefined;
  return { placed, points: settings.flatMap((setting) => values.map((value): Point => (name) => (name === variable?.name ? value : (setting.get(name) ?? "missing")))) };
}

/** The branches that some value takes; undefined where that cannot be told, and every branch counts. */
export function takeable(expression: Expression): ReadonlySet<string> | undefined {
  const samples = samplesOf(expression);
  if (samples === undefined) return undefined;
  const { placed, points } = samples;
  const choices = choicesOf(placed);
  const taken = new Set<string>();
  const visit = (one: Expression, environment: Point): void => {
    if (one.op !== "choice") return children(one).forEach((each) => visit(each, environment));
    const address = choices.get(one) ?? "";
    for (const each of one.cases) {
      const held = isGuard(each) ? "perhaps" : holds(each.when, environment);
      if (held === false) continue;
      taken.add(branchKey(address, each.id));
      visit(each.then, environment);
      if (held === true) return;
    }
    taken.add(branchKey(address, one.otherwise.id));
    visit(one.otherwise.then, environment);
  };
  for (const point of points) visit(placed, point);
  return taken;
}

/** Named parts over several values, or rounded ones, stand as one variable: 执行率, a derived actual value. */
function withVariables(expression: Expression, sides: readonly Expression[]): { placed: Expression; opaque: ReadonlyMap<string, Expression> } {
  const parts = new Set<Expression>();
  const collect = (one: Expression): boolean => {
    const inside = children(one).map(collect).some(Boolean);
    const rolled = one.op === "named" && !inside && (one.of.op === "round" || inputsOf(one).filter(isContinuous).length > 1);
    if (rolled) parts.add(one);
    return inside || rolled;
  };
  sides.forEach(collect);
  const opaque = new Map([...parts].map((part, index) => [`variable ${index}`, part]));
  const placed = new Map<Expression, Expression>([...opaque].map(([name, part]) => [part, { op: "input", name, label: label("", "") }]));
  const place = (one: Expression): Expression => {
    const known = placed.get(one) ?? rebuilt(one, place);
    placed.set(one, known);
    return known;
  };
  return { placed: place(expression), opaque };
}

function rebuilt(one: Expression, place: (inner: Expression) => Expression): Expression {
  const condition = (when: Condition): Condition =>
    when.op === "compare" ? { ...when, left: place(when.left), right: place(when.right) } : { ...when, of: when.of.map(condition) };
  switch (one.op) {
    case "constant":
    case "input":
    case "outcome":
      return one;
    case "sum":
    case "product":
    case "min":
    case "max":
      return { ...one, of: one.of.map(place) };
    case "difference":
    case "quotient":
      return { ...one, left: place(one.left), right: place(one.right) };
    case "round":
    case "named":
      return { ...one, of: place(one.of) };
    case "choice":
      return { ...one, cases: one.cases.map((each) => ({ ...each, when: condition(each.when), then: place(each.then) })), otherwise: { ...one.otherwise, then: place(one.otherwise.then) } };
  }
}

const HALF = exact("0.5");

/** Points that stand for all values of a variable. */
function pointsOf(conditions: readonly Condition[], variable: Input, part: Expression | undefined): readonly Exact[] | undefined {
  const breaks = breaksOf(conditions, variable.name);
  if (breaks === undefined) return undefined;
  const range = part === undefined ? {} : rangeOf(part);
  const ends = [range.low, range.high].filter((one) => one !== undefined);
  const sorted = [...breaks, ...ends].sort(compare);
  const [first, last] = [sorted[0] ?? ZERO, sorted.at(-1) ?? ZERO];
  const middles = sorted.slice(1).map((one, index) => divide(add(one, sorted[index] ?? one), exact("2")) ?? one);
  const rounding = part?.op === "named" && part.of.op === "round" ? part.of : undefined;
  // Rounded values stand on a grid; entered ones are decimals with at most 12 places.
  const places = rounding?.places ?? (part === undefined ? 12 : undefined);
  const step = places === undefined ? ONE : exact(places === 0 ? "1" : `0.${"0".repeat(places - 1)}1`);
  const near = (one: Exact): readonly Exact[] => {
    if (places === undefined || (decimalPlaces(one) ?? 99) <= places) return places === undefined ? [one] : [subtract(one, step), one, add(one, step)];
    return [round(one, places, "floor"), round(one, places, "ceiling")];
  };
  return [...sorted, ...middles, subtract(first, HALF), subtract(first, ONE), add(last, HALF), add(last, ONE)]
    .flatMap(near)
    .filter((one) => (range.low === undefined || compare(one, range.low) >= 0) && (range.high === undefined || compare(one, range.high) <= 0));
}

/** Every combination of yes/no and graded values; undefined when there are too many to try. */
function combinations(inputs: readonly Input[]): readonly ReadonlyMap<string, Exact>[] | undefined {
  let all: ReadonlyMap<string, Exact>[] = [new Map()];
  for (const { name, options } of inputs) {
    const count = options?.length ?? 0;
    if (all.length * count > 4096) return undefined;
    all = all.flatMap((one) => Array.from({ length: count }, (_, index) => new Map([...one, [name, { n: BigInt(index), d: 1n }]])));
  }
  return all;
}

/** Branches that a roll-up takes when everything applies, when nothing does, and when parts do. */
export function takeableByApplying(expression: Expression, choices: ReadonlyMap<Choice, string>, groups: readonly (readonly string[])[]): ReadonlySet<string> {
  const taken = new Set<string>();
  const every = [...new Set(groups.flat())];
  const without = [[], every, ...every.map((one) => [one]), ...groups, ...every.map((one) => every.filter((other) => other !== one)), ...groups.map((group) => every.filter((one) => !group.includes(one)))];
  const inside = [expression, ...[...choices.keys()]];
  for (const absent of without) {
    const gone = new Set(absent);
    for (const one of inside) {
      evaluate(one, (name) => (name.startsWith("applies ") ? (gone.has(name) ? ZERO : ONE) : ZERO), {
        value: () => undefined,
        taken: (choice, index) => {
          const branch = choice.cases[index] ?? choice.otherwise;
          // A total that is no number is a diagnostic; no scorecard shows it.
          if (branch.then.op !== "outcome") taken.add(branchKey(choices.get(choice) ?? "", branch.id));
        },
      });
    }
  }
  return taken;
}
