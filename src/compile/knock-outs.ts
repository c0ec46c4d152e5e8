// Compiling the knock-outs of the packs: a test each, and what it does when it holds.
import { diagnose, type Diagnostic } from "../types/diagnostics.ts";
import type { Document } from "../types/loaded.ts";
import { type Case, choice, compare, constant, type Expression, type Input, integer, type Label, label, product } from "../expression/expression.ts";
import { rulesInForce } from "../check/inheritance.ts";
import { placeIn } from "../link/link.ts";
import type { Linked, LinkedLeaf } from "../model/linked.ts";
import { zeroPoints } from "../model/method-parts.ts";
import { exact, ZERO } from "../numbers/number.ts";
import type { KnockOut, LeafProgram } from "../model/program.ts";
import { appliesTo, type KnockOutParams, selects } from "../model/rule.ts";
import { ruleOf } from "../rules/index.ts";
import type { Basis } from "../types/types.ts";
import { ratioOf } from "../numbers/quantity.ts";

interface Found {
  readonly rule: string;
  readonly label: Label;
  readonly basis: Basis;
  readonly params: KnockOutParams;
  readonly pack: Document<"pack">;
  readonly index: number;
}

export function findKnockOuts(linked: Linked): readonly Found[] {
  return rulesInForce(linked.packs).flatMap(({ pack, rule, index }): Found[] => {
    const params = appliesTo(rule, linked) ? ruleOf(rule.kind)?.knockOut?.(rule) : undefined;
    if (params === undefined) return [];
    const words = rule.basis.clause ?? rule.id;
    return [{ rule: `${pack.data.id}/${rule.id}`, label: label(`${pack.data.title}：${words}`, `${pack.data.id}: ${rule.id}`), basis: rule.basis, params, pack, index }];
  });
}

/** The cases that zero one indicator, for its own expression. */
export function zeroCasesFor(leaf: LinkedLeaf, found: readonly Found[]): readonly ((measure: Expression | undefined) => Case | undefined)[] {
  return found
    .filter(({ params }) => params.effect.kind === "zero" && !("fact" in params.when) && selects(params.when, leaf))
    .map((one) => (measure) => measure && { id: one.rule, label: one.label, when: onMeasure(measure, leaf, one.params), then: zeroPoints });
}

/** The actual value against the bound; or, for a completion, against so many percent of the target. */
function onMeasure(measure: Expression, leaf: LinkedLeaf, { when }: KnockOutParams): Case["when"] {
  if ("fact" in when || when.of === "actual") return compare(measure, when.is, constant(exact(String(when.value)), { unit: leaf.unit }));
  const target = constant(leaf.target?.value ?? ZERO, { label: label("年度指标值", "target"), unit: leaf.unit });
  return compare(measure, when.is, product(target, constant(ratioOf(`${when.value}%`), { shown: `${when.value}%` })));
}

const asTest = (one: Found, when: Case["when"]): KnockOut["test"] => {
  const test = choice([{ id: one.rule, label: one.label, when, then: integer(1) }], `not ${one.rule}`, label("不触发", "not triggered"), integer(0));
  if (test.op !== "choice") throw new Error("a knock-out without a condition");
  return test;
};

export function compileKnockOuts(linked: Linked, found: readonly Found[], leaves: readonly LeafProgram[], report: (diagnostic: Diagnostic) => void): readonly KnockOut[] {
  return found.flatMap((one): KnockOut[] => {
    const { params, pack, index, rule, label: words, basis } = one;
    const { when, effect } = params;
    const at = placeIn(pack, ["rules", index, "when"]);
    const input = (name: string): Input => ({ op: "input", name: `knock-out ${name}`, label: words, options: ["否", "是"] });
    if (effect.kind === "cap-grade" && !linked.framework.data.grades.some((grade) => grade.name === effect.grade)) {
      report(diagnose("grade-unknown", { grade: effect.grade, expected: linked.framework.data.grades.map((grade) => grade.name).join("、") }, placeIn(pack, ["rules", index, "then"])));
    }
    if ("fact" in when) {
      if (!Object.hasOwn(pack.data.facts ?? {}, when.fact)) report(diagnose("fact-unknown", { fact: when.fact }, at));
      const flag = typeof when.value === "boolean";
      const value = flag ? { ...integer(when.value ? 1 : 0), shown: when.value ? "是" : "否" } : constant(exact(String(when.value)));
      const test = asTest(one, compare(factInput(pack, when.fact, flag), "=", value));
      return [{ rule, label: words, basis, effect, leaf: undefined, fact: when.fact, value: String(when.value), test, input: input(rule) }];
    }
    return leaves.flatMap(({ leaf, measure }): KnockOut[] => {
      if (!selects(when, leaf)) return [];
      const comparable = when.of === "completion" ? leaf.target !== undefined : ["%", "分", undefined].includes(leaf.unit);
      if (measure === undefined || !comparable) {
        report(diagnose("knock-out-not-comparable", { rule, indicator: leaf.name, unit: leaf.unit ?? "" }, leaf.place("unit")));
        return [];
      }
      const test = asTest(one, onMeasure(measure, leaf, params));
      return [{ rule, label: words, basis, effect, leaf, fact: undefined, value: undefined, test, input: effect.kind === "zero" ? undefined : input(`${rule} ${leaf.path}`) }];
    });
  });
}

function factInput(pack: Document<"pack">, fact: string, flag: boolean): Input {
  const words = pack.data.facts?.[fact] ?? fact;
  return { op: "input", name: `fact ${fact}`, label: label(words, fact), ...(flag ? { options: ["否", "是"] } : {}) };
}
