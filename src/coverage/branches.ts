// 分支: every choice of an expression with an address that is the same each time it is compiled, and which of
// its branches any value at all can take. What no value can take is nobody's task to test.
import { viewsOf } from "../analysis/views.ts";
import { evaluate } from "../expression/exact.ts";
import { type Choice, type Expression, children, operands } from "../expression/expression.ts";
import { ONE, ZERO } from "../numbers/number.ts";

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

/** The branches that some value takes; undefined where that cannot be told, and every branch counts. */
export function takeable(expression: Expression): ReadonlySet<string> | undefined {
  const keys = viewsOf(expression)?.flatMap(({ expression: placed, taken }) => {
    const choices = choicesOf(placed);
    return taken.map(({ choice, index }) => branchKey(choices.get(choice) ?? "", (choice.cases[index] ?? choice.otherwise).id));
  });
  return keys && new Set(keys);
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
