// 无须说明的记录: the fast path of a batch. A record is quiet when scoring it would say nothing: every key is known,
// everything is entered, and no rule asks for an explanation that is not there. Any other record is left to full
// scoring; so both ways give the same.
import { NOTES } from "../model/entries.ts";
import { children, choice, compare, type Condition, constant, type Expression, integer, label, product } from "../expression/expression.ts";
import { compileFast, type Fast } from "../expression/fast.ts";
import { rulesInForce } from "../check/inheritance.ts";
import { compare as order, exact, HUNDRED, multiply, ZERO } from "../numbers/number.ts";
import type { LeafProgram, Program } from "../model/program.ts";
import { appliesTo, type ExplanationParams } from "../model/rule.ts";
import { ruleOf } from "../rules/index.ts";
import { compileTally, type Reader, readerOf, readSlots, SCALE, type Tallier } from "../model/tally.ts";
import type { ActualValue } from "../types/types.ts";

/** Longer texts are refused with their place by whoever checks the shape of a document. */
const LONGEST = 2000;

export function compileQuiet(program: Program): Tallier | undefined {
  const tally = program.facts.length > 0 ? undefined : compileTally(program);
  if (tally === undefined) return undefined;
  const ids = program.leaves.map(({ leaf }) => leaf.id);
  const keys = new Map(program.leaves.map(({ leaf, inputs }) => [leaf.id, new Set([...inputs.map(({ name }) => name), ...NOTES])] as const));
  const alarms = program.leaves.flatMap((leaf) => alarmOf(leaf, program) ?? []);
  return (values) => (isKnown(values, ids, keys) ? unlessAlarmed(tally(values), values, alarms) : undefined);
}

function unlessAlarmed(found: ReturnType<Tallier>, values: Readonly<Record<string, ActualValue>>, alarms: readonly Alarm[]): ReturnType<Tallier> {
  if (found !== undefined) for (const alarm of alarms) if (rings(alarm, values[alarm.id])) return undefined;
  return found;
}

function isKnown(values: Readonly<Record<string, ActualValue>>, ids: readonly string[], keys: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  let next = 0;
  for (const key in values) {
    if (key === ids[next]) next++;
    else if (!keys.has(key)) return false;
    const given = values[key] as ActualValue | null;
    if (typeof given === "string" ? given.length > LONGEST : given === null) return false;
    if (typeof given !== "object" || given === null) continue;
    const inputs = keys.get(key);
    for (const name in given) {
      const text = given[name];
      if (inputs?.has(name) !== true || (typeof text === "string" ? text.length > LONGEST : typeof text !== "boolean")) return false;
    }
  }
  return true;
}

/** When an entry without an explanation may need one; it may ring once too often, never once too seldom. */
interface Alarm {
  readonly id: string;
  readonly readers: readonly Reader[];
  /** undefined: without fast form, so it rings always */
  readonly tests: readonly (Fast | undefined)[];
  readonly slots: Float64Array;
}

function rings({ readers, tests, slots }: Alarm, given: ActualValue | undefined): boolean {
  if (typeof given === "object" && Object.hasOwn(given, "explanation")) return false;
  for (const test of tests) {
    if (test === undefined || !readSlots({ readers }, given, slots, test.limit)) return true;
    slots[0] = 0;
    if (test.run(slots) !== 0 || slots[0] !== 0) return true;
  }
  return false;
}

function alarmOf(leaf: LeafProgram, { linked }: Program): Alarm | undefined {
  const wanted = rulesInForce(linked.packs).flatMap(({ rule }) => (appliesTo(rule, linked) ? (ruleOf(rule.kind)?.explanation?.(rule) ?? []) : []));
  const conditions = [...explainedCases(leaf.expression), ...wanted.flatMap((one) => beyond(one, leaf))];
  if (conditions.length === 0) return undefined;
  const readers = leaf.inputs.map((input, index) => readerOf(input, index + 1));
  const place = (name: string) => {
    const reader = readers.find((one) => one.name === name);
    return reader && { slot: reader.slot, scale: reader.options === undefined ? SCALE : 0 };
  };
  const tests = conditions.map((when) => compileFast(choice([{ id: "beyond", label: WORDS, when, then: integer(1) }], "within", WORDS, integer(0)), place, 0));
  return { id: leaf.leaf.id, readers, tests, slots: new Float64Array(readers.length + 1) };
}

const WORDS = label("", "");

/** Conditions of the method itself: from some completion on an explanation is needed. */
function explainedCases(one: Expression): readonly Condition[] {
  const own = one.op === "choice" ? one.cases.filter(({ id }) => id.startsWith("over-completion-explained")).map(({ when }) => when) : [];
  return [...own, ...children(one).flatMap(explainedCases)];
}

/** The bounds of a rule: completion in percent of the target, or the execution rate that the method computes. */
function beyond({ of, bounds }: ExplanationParams, { expression, measure, leaf: { target } }: LeafProgram): readonly Condition[] {
  const limit = (percent: string) => exact(percent.replace("%", ""));
  if (of === "execution") return [...new Set(ratesIn(expression))].flatMap((rate) => bounds.map(({ is, percent }) => compare(rate, is, constant(limit(percent)))));
  if (measure === undefined || target === undefined || order(target.value, ZERO) <= 0) return [];
  return bounds.map(({ is, percent }) => compare(product(measure, constant(HUNDRED)), is, constant(multiply(target.value, limit(percent)))));
}

function ratesIn(one: Expression): readonly Expression[] {
  return one.op === "named" && one.id === "execution-rate" ? [one] : children(one).flatMap(ratesIn);
}
