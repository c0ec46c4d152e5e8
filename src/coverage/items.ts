// What a framework and a pack hold that a test can reach: read from the compiled expressions themselves, so that
// a new method or policy is counted without a word here.
import { attainableGrades } from "../analysis/totals.ts";
import { branchPlace, methodPlace, rulePlace } from "../analysis/places.ts";
import { freeOptions } from "../analysis/views.ts";
import { choicesOf, branchKey, takeable, takeableByApplying } from "./branches.ts";
import { leavesOf } from "../model/linked.ts";
import { type Choice, type Expression, inputsOf, type Label, label, operands } from "../expression/expression.ts";
import { placeIn } from "../link/link.ts";
import type { LinkedLeaf, Place } from "../model/linked.ts";
import type { Document } from "../types/loaded.ts";
import { appliesName, type KnockOut, type LeafProgram, type Program } from "../model/program.ts";
import { ruleOf } from "../rules/index.ts";

export type ItemKind = "scored" | "branch" | "option" | "not-applicable" | "missing" | "grade" | "knock-out" | "requirement";

/** One thing that a test reaches or does not. */
export interface Spot {
  readonly key: string;
  readonly kind: ItemKind;
  /** indicator path, group path, rule id; empty for the framework itself */
  readonly of: string;
  readonly name: string;
  readonly id: string;
  readonly label: Label;
  readonly place: Place;
}

const YES_NO = { no: label("否", "no"), yes: label("是", "yes") };
export const MISSING = "missing";
export const SCORED = "scored";
export const optionKey = (owner: string, input: string, index: number): string => `${owner} ${input} = ${index}`;
export const absentKey = (owner: string): string => `${owner} not applicable`;
export const gradeKey = (name: string): string => `grade ${name}`;
export const knockOutKey = ({ rule, leaf }: KnockOut, held: boolean): string => `knock-out ${rule} ${leaf?.path ?? ""} ${held}`;
export const groupOwner = (path: string): string => `group ${path}`;
export const keyOf = (owner: string, address: string, id: string): string => `${owner} ${branchKey(address, id)}`;

/**
 * Whose branches an indicator's are. One that the objectives bring along stands for the framework's method that it
 * names; one with a method of its own counts only when it stands in a document, not in a test.
 */
export function ownerOf(leaf: LinkedLeaf, inline: boolean): string | undefined {
  if (!leaf.own) return `indicator ${leaf.path}`;
  const { path } = leaf.place("method", "kind");
  if (path[0] === "methods") return `method ${String(path[1])}`;
  return inline ? undefined : `indicator ${leaf.path}`;
}

const canBeAbsent = (leaf: LinkedLeaf): boolean => leaf.notApplicable !== "forbid";
const fallsOut = ({ notApplicable }: LinkedLeaf): boolean => typeof notApplicable === "object" || ["rescale-total", "rescale-group", "spread"].includes(notApplicable);

/** Everything that cases with this program can reach. */
export function spotsOf(program: Program, inline: boolean): readonly Spot[] {
  const { framework, root } = program.linked;
  const spots: Spot[] = program.leaves.flatMap((leaf) => leafSpots(leaf, ownerOf(leaf.leaf, inline)));
  const absentGroups = [root, ...program.groups.map(({ group }) => group.children)].map((nodes) => nodes.flatMap(leavesOf).filter(fallsOut).map(appliesName));
  const policy = placeIn(framework, ["not-applicable"]);
  const rollUps = [...program.groups.map(({ group, expression }) => ({ owner: groupOwner(group.path), of: group.path, name: group.name, expression })), { owner: "total", of: "", name: "总分", expression: program.total }];
  const seen = new Set<Choice>();
  for (const { owner, of, name, expression } of rollUps) {
    const choices = new Map([...rollUpChoices(expression)].filter(([choice]) => !seen.has(choice)));
    const possible = takeableByApplying(expression, choices, absentGroups);
    for (const [choice, address] of choices) {
      seen.add(choice);
      for (const { id, label: words } of branchesOf(choice)) if (possible.has(branchKey(address, id))) spots.push({ key: keyOf(owner, address, id), kind: "branch", of, name, id, label: words, place: policy });
    }
  }
  const attainable = attainableGrades(program);
  program.grades.forEach((name, index) => attainable?.has(index) !== false && spots.push({ key: gradeKey(name), kind: "grade", of: "", name: framework.data.title, id: `grade-${index + 1}`, label: label(name, name), place: placeIn(framework, ["grades", index]) }));
  for (const one of program.knockOuts) {
    // One that zeroes an indicator is a branch of that indicator.
    if (one.input === undefined) continue;
    const place = rulePlace(program.linked, one.rule);
    for (const held of [true, false]) spots.push({ key: knockOutKey(one, held), kind: "knock-out", of: one.leaf?.path ?? "", name: one.leaf?.name ?? one.label.zh, id: one.rule, label: firing(one.label, held), place });
  }
  const words = framework.data.missing === "zero" ? label("未填的按零分计", "what is missing counts as zero") : label("未填时不出总分", "no total while something is missing");
  spots.push({ key: MISSING, kind: "missing", of: "", name: framework.data.title, id: `missing-${framework.data.missing}`, label: words, place: placeIn(framework, ["missing"]) });
  return spots;
}

/** Choices of a roll-up; those that ask for a knock-out are counted as that knock-out. */
export const rollUpChoices = (expression: Expression): ReadonlyMap<Choice, string> => new Map([...choicesOf(expression)].filter(([{ cases }]) => !cases.some(({ when }) => operands(when).flatMap(inputsOf).some((one) => one.name.startsWith("knock-out ")))));

export const branchesOf = (choice: Choice): readonly { readonly id: string; readonly label: Label }[] => [...choice.cases, choice.otherwise];

function leafSpots({ leaf, expression }: LeafProgram, owner: string | undefined): readonly Spot[] {
  const spots: Spot[] = [];
  const absent = canBeAbsent(leaf) ? absentKey(leaf.own ? "own" : `indicator ${leaf.path}`) : undefined;
  if (absent !== undefined) {
    spots.push({ key: absent, kind: "not-applicable", of: leaf.own ? "" : leaf.path, name: leaf.own ? "个性指标" : leaf.name, id: "not-applicable", label: label("不适用", "not applicable"), place: leaf.own ? leaf.place("id") : leaf.place("not-applicable") });
  }
  if (owner === undefined) return spots;
  const of = leaf.own && owner.startsWith("method ") ? owner.slice("method ".length) : leaf.path;
  const name = of === leaf.path ? leaf.name : `评分办法 ${of}`;
  const possible = takeable(expression);
  for (const [choice, address] of choicesOf(expression)) {
    for (const { id, label: words } of branchesOf(choice)) {
      if (possible === undefined || possible.has(branchKey(address, id))) spots.push({ key: keyOf(owner, address, id), kind: "branch", of, name, id, label: words, place: branchPlace(leaf, id) });
    }
  }
  for (const { name: input, label: words, options = [] } of freeOptions(expression)) {
    options.forEach((option, index) => {
      const shown = options.length === 2 && options[0] === "否" ? (index === 1 ? YES_NO.yes : YES_NO.no) : label(option, option);
      const list = leaf.method["check-points"];
      const at = Array.isArray(list) ? list.findIndex((one: { id?: string }) => one.id === input) : -1;
      spots.push({ key: optionKey(owner, input, index), kind: "option", of, name, id: `${input}-${index}`, label: label(`${words.zh}：${shown.zh}`, `${words.en}: ${shown.en}`), place: at < 0 ? methodPlace(leaf) : leaf.place("method", "check-points", at) });
    });
  }
  return spots;
}

const firing = (words: Label, held: boolean): Label => label(`${words.zh}（${held ? "触发" : "不触发"}）`, `${words.en} (${held ? "fires" : "does not fire"})`);
export const packKey = (rule: string, answer: boolean): string => `rule ${rule} ${answer}`;

/** Every requirement breached and obeyed, every knock-out held and not. */
export function packSpots(pack: Document<"pack">): readonly Spot[] {
  return pack.data.rules.flatMap((rule, index) => {
    const kind = ruleOf(rule.kind);
    const place = placeIn(pack, ["rules", index, "id"]);
    const spot = (what: ItemKind, answer: boolean, words: Label): Spot => ({ key: packKey(rule.id, answer), kind: what, of: rule.id, name: rule.basis.clause ?? rule.id, id: answer ? "yes" : "no", label: words, place });
    if (kind?.knockOut !== undefined) return [spot("knock-out", true, label("触发", "fires")), spot("knock-out", false, label("不触发", "does not fire"))];
    if (kind?.check !== undefined) return [spot("requirement", true, label("遵守", "obeyed")), spot("requirement", false, label("违反", "breached"))];
    return [];
  });
}
