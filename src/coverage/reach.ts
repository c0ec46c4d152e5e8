// What one case reached: the branches that the exact evaluator took with its values, the states, the grade, the
// knock-outs, and how the requirements of the packs were met.
import { choicesOf } from "./branches.ts";
import { freeOptions } from "../analysis/views.ts";
import { absentKey, branchesOf, gradeKey, groupOwner, keyOf, knockOutKey, MISSING, optionKey, ownerOf, packKey, rollUpChoices, SCORED } from "./items.ts";
import { evaluate, type Value } from "../expression/exact.ts";
import type { Choice, Expression } from "../expression/expression.ts";
import type { Linked, LinkedLeaf } from "../model/linked.ts";
import { isKind, type Loaded } from "../types/loaded.ts";
import { ONE, ZERO } from "../numbers/number.ts";
import { appliesName, pointsName, type Program } from "../model/program.ts";
import { scoreLeaves } from "../model/results.ts";
import { ruleOf } from "../rules/index.ts";
import { readEntries, scoreProgram } from "../scoring/score.ts";
import { appliesTo, sectorsOf, selects } from "../model/rule.ts";

/** Keys of what was reached, with the part of the program (indicator, group, total, framework) each belongs to. */
export function reachedBy(program: Program, actuals: Loaded, inline: boolean): ReadonlyMap<string, string> {
  const reached = new Map<string, string>();
  const reach = (key: string, part: string): void => void reached.set(key, part);
  if (!isKind(actuals, "actuals")) return reached;
  const { scorecard: card } = scoreProgram(program, actuals);
  const { entries } = readEntries(program, actuals, () => undefined);
  const results = scoreLeaves(program, entries);
  const run = (expression: Expression, choices: ReadonlyMap<Choice, string>, environment: (name: string) => Value, owner: string, part: string): void => {
    evaluate(expression, environment, {
      value: () => undefined,
      taken: (choice, index) => {
        const address = choices.get(choice);
        if (address !== undefined) reach(keyOf(owner, address, branchesOf(choice)[index]?.id ?? ""), part);
      },
    });
  };

  const entered = new Map<string, Value>(results.map(({ leaf, entry }) => [appliesName(leaf.leaf), entry.state === "not-applicable" ? ZERO : ONE]));
  for (const { leaf, entry, state } of results) {
    const part = partOf(leaf.leaf);
    const owner = ownerOf(leaf.leaf, inline);
    if (state === "not-applicable" && leaf.leaf.notApplicable !== "forbid") reach(absentKey(leaf.leaf.own ? "own" : `indicator ${leaf.leaf.path}`), part);
    if (owner === undefined || entry.state === "not-applicable") continue;
    run(leaf.expression, choicesOf(leaf.expression), (name) => entry.values.get(name) ?? entered.get(name) ?? "missing", owner, part);
    for (const { name } of freeOptions(leaf.expression)) {
      const value = entry.values.get(name);
      if (typeof value === "object" && state === "scored") reach(optionKey(owner, name, Number(value.n)), part);
    }
  }
  if (card === undefined) return reached;
  reach(SCORED, "framework");
  if (results.some(({ state, entry }) => state === "missing" && entry.state === "missing")) reach(MISSING, "framework");
  program.knockOuts.forEach((one, index) => {
    const held = card.knockOuts[index]?.holds;
    if (held !== undefined && one.input !== undefined) reach(knockOutKey(one, held), "framework");
  });
  if (card.grade !== null) reach(gradeKey(card.grade), "grades");

  const values = new Map<string, Value>();
  for (const { leaf, high, applies } of results) {
    values.set(pointsName(leaf.leaf), high);
    values.set(appliesName(leaf.leaf), applies ? ONE : ZERO);
  }
  program.knockOuts.forEach(({ input }, index) => input !== undefined && values.set(input.name, card.knockOuts[index]?.holds === true ? ONE : ZERO));
  const rollUp = (expression: Expression, owner: string): void => run(expression, rollUpChoices(expression), (name) => values.get(name) ?? "missing", owner, owner);
  for (const { group, expression } of program.groups) rollUp(expression, groupOwner(group.path));
  rollUp(program.total, "total");
  return reached;
}

export const partOf = (leaf: LinkedLeaf): string => `indicator ${leaf.path}`;

/** Keys per pack of what its rules found in a framework, and of the knock-outs that a case decided. */
export function rulesMet(linked: Linked, program: Program | undefined, actuals: Loaded | undefined): ReadonlyMap<Loaded, readonly string[]> {
  const card = program === undefined || actuals === undefined ? undefined : scoreProgram(program, actuals).scorecard;
  return new Map(
    linked.packs.map((pack) => {
      const keys: string[] = [];
      for (const rule of pack.data.rules) {
        for (const { rule: id, holds } of card?.knockOuts ?? []) if (id === `${pack.data.id}/${rule.id}` && holds !== undefined) keys.push(packKey(rule.id, holds));
        const kind = ruleOf(rule.kind);
        if (kind?.check === undefined || kind.knockOut !== undefined) continue;
        let breaches = 0;
        if (!appliesTo(rule, linked)) continue;
        kind.check(rule, { linked, place: () => ({ path: [] }), breach: () => void breaches++ });
        if (breaches > 0) keys.push(packKey(rule.id, false));
        else if (hasSubject(rule, linked)) keys.push(packKey(rule.id, true));
      }
      return [pack, keys] as const;
    }),
  );
}

/** A rule that finds nothing it speaks of is neither obeyed nor breached. */
function hasSubject(rule: Readonly<Record<string, unknown>>, linked: Linked): boolean {
  const of = rule["of"];
  if (typeof of === "object" && of !== null && !linked.leaves.some((leaf) => selects(of, leaf))) return false;
  const floors = rule["at-least"];
  return typeof floors !== "object" || floors === null || sectorsOf(linked).some((sector) => Object.hasOwn(floors, sector));
}
