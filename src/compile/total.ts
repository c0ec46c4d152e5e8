// Compiling the roll-up: groups, not-applicable policies, the total, knock-outs on it, and the grade.
import { type Case, choice, compare, constant, type Expression, type Input, integer, label, max, min, named, outcome, product, quotient, rounded, sum } from "../expression/expression.ts";
import { leavesOf, type LinkedGroup, type LinkedLeaf, type LinkedNode } from "../model/linked.ts";
import { zeroPoints } from "../model/method-parts.ts";
import { groupMethodOf } from "../methods/index.ts";
import { add, exact, ZERO } from "../numbers/number.ts";
import { appliesName, type GroupProgram, type KnockOut, pointsName, type Program } from "../model/program.ts";
import type { FrameworkDocument, NotApplicablePolicy } from "../types/types.ts";

type Policy = Extract<NotApplicablePolicy, string>;

const pointsOf = (leaf: LinkedLeaf): Input => ({ op: "input", name: pointsName(leaf), label: label(leaf.name, leaf.name), unit: "分" });
const appliesOf = (leaf: LinkedLeaf): Input => ({ op: "input", name: appliesName(leaf), label: label(`${leaf.name}适用`, `${leaf.name} applies`), options: ["否", "是"] });
const isBonus = (node: LinkedNode): boolean => node.type === "group" && node.combine?.kind === "bonus";
const has = (node: LinkedNode, policy: Policy): boolean => leavesOf(node).some((leaf) => leaf.notApplicable === policy);

/** The weight that still counts under some policies: what does not apply falls out. */
function countedWeight(node: LinkedNode, ...policies: readonly Policy[]): Expression {
  if (node.type === "leaf") {
    const weight = constant(node.weight, { label: label(`${node.name}分值`, `weight of ${node.name}`) });
    return policies.some((policy) => node.notApplicable === policy) ? product(appliesOf(node), weight) : weight;
  }
  if (isBonus(node)) return zeroPoints;
  if (node.combine?.kind === "either-of") return product(applies(node), constant(node.weight));
  return sum(...node.children.map((child) => countedWeight(child, ...policies)));
}

/** 1 when anything below applies. */
const applies = (node: LinkedNode): Expression => (node.type === "leaf" ? appliesOf(node) : max(...leavesOf(node).map(appliesOf)));

/** points × full ÷ counted: only where something did not apply. */
function rescaled(points: Expression, weight: Expression, counted: Expression, whole: string, rounding: Program["rounding"]): Expression {
  const remaining = named("counted-weight", label(`${whole}适用分值`, "weight that applies"), counted);
  return choice(
    [
      { id: "all-apply", label: label("全部适用", "everything applies"), when: compare(remaining, "=", weight), then: points },
      { id: "nothing-applies", label: label("全部不适用", "nothing applies"), when: compare(remaining, "<=", zeroPoints), then: outcome("not-applicable") },
    ],
    "rescaled",
    label("不适用分值折算", "rescaled for what does not apply"),
    rounded(quotient(product(points, weight), remaining), rounding.places, rounding.mode),
  );
}

function nodePoints(node: LinkedNode, level: number, rounding: Program["rounding"], groups: GroupProgram[]): Expression {
  if (node.type === "leaf") return pointsOf(node);
  const at = groups.length;
  const children = node.children.map((child) => ({ id: child.id, points: nodePoints(child, level + 1, rounding, groups), applies: applies(child) }));
  const expression = named(`group ${node.path}`, label(node.name, node.name), groupPoints(node, level, children, rounding), "分");
  groups.splice(at, 0, { group: node, level, expression });
  return expression;
}

function groupPoints(node: LinkedGroup, level: number, children: readonly { id: string; points: Expression; applies: Expression }[], rounding: Program["rounding"]): Expression {
  const method = node.combine === undefined ? undefined : groupMethodOf(node.combine.kind);
  const weight = constant(node.weight, { label: label("分值", "weight") });
  const combined = method?.build(node.combine, { weight, children, chosen: node.chosen }) ?? sum(...children.map((one) => one.points));
  if (level > 1 || !has(node, "rescale-group")) return combined;
  // What falls out of the total is out of the group's weight too; the rest of the group shares what is left.
  const words = label(`${node.name}分值`, `weight of ${node.name}`);
  const full = has(node, "rescale-total") ? named("group-weight", words, countedWeight(node, "rescale-total")) : constant(node.weight, { label: words });
  return rescaled(combined, full, countedWeight(node, "rescale-group", "rescale-total"), node.name, rounding);
}

export function compileTotal(
  root: readonly LinkedNode[],
  framework: FrameworkDocument,
  rounding: Program["rounding"],
  knockOuts: readonly KnockOut[],
): { readonly groups: readonly GroupProgram[]; readonly total: Expression; readonly grade: Expression } {
  const groups: GroupProgram[] = [];
  const parts = root.map((node) => ({ node, points: nodePoints(node, 1, rounding, groups) }));
  const main = parts.filter(({ node }) => !isBonus(node));
  const extra = parts.filter(({ node }) => isBonus(node)).map(({ points }) => points);
  const full = main.reduce((weight, { node }) => add(weight, node.weight), ZERO);
  const plain = sum(...main.map(({ points }) => points));
  const counted = sum(...main.map(({ node }) => countedWeight(node, "rescale-total")));
  const scaled = main.some(({ node }) => has(node, "rescale-total")) ? rescaled(plain, constant(full, { label: label("总分值", "full points") }), counted, "总", rounding) : plain;
  const maximum = constant(exact(framework.maximum ?? framework.total), { label: label("最高分", "maximum") });
  let total = extra.length === 0 ? scaled : min(maximum, sum(scaled, ...extra));
  for (const one of knockOuts) total = overridden(total, one, rounding);
  return { groups, total: named("total", label("总分", "total"), total, "分"), grade: gradeOf(framework, knockOuts) };
}

function overridden(total: Expression, { input, effect, rule, label: words }: KnockOut, rounding: Program["rounding"]): Expression {
  if (input === undefined || effect.kind === "reject" || effect.kind === "cap-grade") return total;
  const before = named(`before ${rule}`, label("扣减前总分", "total before"), total, "分");
  const then =
    effect.kind === "zero"
      ? zeroPoints
      : effect.kind === "cap"
        ? min(constant(effect.value, { label: label("总分上限", "cap") }), before)
        : rounded(product(before, constant(effect.value, { label: label("系数", "factor") })), rounding.places, rounding.mode);
  const held: Case = { id: rule, label: words, when: compare(input, "=", integer(1)), then };
  return choice([held], `not ${rule}`, label("不触发", "not triggered"), total);
}

/** The index of the grade: the first whose lower bound (inclusive) the shown total reaches. */
function gradeOf(framework: FrameworkDocument, knockOuts: readonly KnockOut[]): Expression {
  const total: Input = { op: "input", name: "total", label: label("总分", "total"), unit: "分" };
  const last = framework.grades.length - 1;
  const cases = framework.grades.slice(0, last).map(({ name, from }, index): Case => ({
    id: `grade-${index + 1}`,
    label: label(name, name),
    when: compare(total, ">=", constant(exact(from), { unit: "分" })),
    then: integer(index),
  }));
  const lowest = framework.grades[last]?.name ?? "";
  let grade = choice(cases, `grade-${last + 1}`, label(lowest, lowest), integer(last));
  for (const { input, effect, rule, label: words } of knockOuts) {
    if (input === undefined || effect.kind !== "cap-grade") continue;
    const index = framework.grades.findIndex((one) => one.name === effect.grade);
    const capped = max(grade, integer(Math.max(index, 0)));
    grade = choice([{ id: rule, label: words, when: compare(input, "=", integer(1)), then: capped }], `not ${rule}`, label("不触发", "not triggered"), grade);
  }
  return named("grade", label("等级", "grade"), grade);
}
