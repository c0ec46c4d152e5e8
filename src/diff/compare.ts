// 比较: two compiled versions of one framework — what differs, and under which values.
import type { LinkedLeaf } from "../model/linked.ts";
import { show, toText } from "../numbers/number.ts";
import type { LeafProgram } from "../model/program.ts";
import type { ActualsDocument, Label } from "../types/types.ts";
import type { Outcome } from "./entries.ts";
import { isFiller, isSample, SAMPLE } from "./filling.ts";
import { compareLeaf, type Difference, formsOf, leavesById, type LeafVerdict, type Meaning, rests, rollUpOf } from "./meaning.ts";
import type { Normaliser } from "./normal.ts";
import { wholeDifference } from "./rollup.ts";
import { same } from "./shown.ts";
import type { ChangeClass, ChangeWitness } from "./types.ts";

export interface Verdict {
  readonly class: ChangeClass;
  readonly witness?: ChangeWitness;
  /** paths of the indicators that surely or perhaps score otherwise */
  readonly indicators: readonly string[];
}

/** `partly`: only indicators that both sides have are looked at; what a probe adds up to means nothing. */
export function compareMeanings(a: Meaning, b: Meaning, normal: Normaliser, partly: boolean): Verdict {
  const [before, after] = [leavesById(a), leavesById(b)];
  const [formA, formB] = [formsOf(a.program, normal), formsOf(b.program, normal)];
  const gone = [...before.values()].filter(({ leaf }) => !after.has(leaf.id) && !isMadeUp(leaf));
  const come = [...after.values()].filter(({ leaf }) => !before.has(leaf.id) && !isMadeUp(leaf));
  let found: Difference | undefined;
  const differing: string[] = [];
  let unknown = false;
  for (const one of before.values()) {
    const other = after.get(one.leaf.id);
    // What only fills a slot says nothing by itself.
    if (other === undefined || isFiller(other.leaf)) continue;
    const [restsA, restsB] = [rests(a, one), rests(b, other)];
    const sample = restsA || restsB;
    // A target that only one side leaves open is the objectives' to say.
    const handed = restsA !== restsB && one.leaf.target !== undefined && other.leaf.target !== undefined;
    const verdict: LeafVerdict = handed ? "unknown" : compareLeaf(one, other, [formA(one.expression), formB(other.expression)], sample, found === undefined, normal);
    if (verdict === "same") continue;
    differing.push(other.leaf.path);
    if (verdict === "unknown") unknown = true;
    else found ??= verdict;
  }
  if (found !== undefined) return { class: "scores", witness: leafWitness(a, b, found), indicators: differing };
  if (partly) return { class: unknown ? "may" : "text", indicators: differing };
  if (gone.length + come.length > 0) return { class: "scores", indicators: [...differing, ...[...gone, ...come].map(({ leaf }) => leaf.path)] };
  if (rollUpOf(a.program, formA, normal) === rollUpOf(b.program, formB, normal)) return { class: unknown ? "may" : "text", indicators: differing };
  // With other things assumed on either side, what they add up to cannot be compared.
  const total = same(a.fill, b.fill) ? wholeDifference(a, b, normal) : undefined;
  if (total === undefined) return { class: "may", indicators: differing };
  const { of, values, facts, before: x, after: y, words } = total;
  return { class: "scores", indicators: differing, witness: { ...subjectOf(b), of, values, ...(Object.keys(facts).length === 0 ? {} : { facts }), before: x, after: y, words } };
}

const subjectOf = ({ program: { linked } }: Meaning): Pick<ChangeWitness, "framework" | "objectives"> => ({
  framework: linked.framework.data.id,
  ...(linked.objectives === undefined || linked.objectives.data.id === SAMPLE ? {} : { objectives: linked.objectives.data.id }),
});
const isMadeUp = (leaf: LinkedLeaf): boolean => isSample(leaf) || isFiller(leaf);

function leafWitness(a: Meaning, b: Meaning, { a: before, b: after, entry, gone, before: x, after: y }: Difference): ChangeWitness {
  const { leaf } = after;
  const probe = b.program.linked.framework.data.id === SAMPLE;
  const assumed = (probe || rests(b, after)) && leaf.target !== undefined ? { target: leaf.target.text } : {};
  const weight = probe || isSample(leaf) ? { weight: show(leaf.weight) } : {};
  const away: ActualsDocument["values"] = Object.fromEntries(gone.map((name) => [b.program.leaves.find((one) => `applies ${one.leaf.path}` === name)?.leaf.id ?? name, "not-applicable"]));
  return {
    ...subjectOf(b),
    indicator: leaf.path,
    of: "points",
    values: { [leaf.id]: entry, ...away },
    ...assumed,
    ...weight,
    before: outcomeWords(x, a.program.rounding.places),
    after: outcomeWords(y, b.program.rounding.places),
    words: entryWords(before, entry, gone.length === 0 ? undefined : Object.keys(away)),
  };
}

function outcomeWords(one: Outcome, places: number): Label {
  if (typeof one === "object") return { zh: `${toText(one, places)} 分`, en: toText(one, places) };
  return { missing: { zh: "视为未填", en: "counts as missing" }, "not-applicable": { zh: "不适用", en: "not applicable" }, refused: { zh: "不能这样填写", en: "not accepted" } }[one];
}

const SHOWN = 4; // inputs that are told; the witness itself has all of them

/** 实际完成值 85%; of several inputs, each by its name. */
function entryWords({ inputs, leaf }: LeafProgram, entry: ActualsDocument["values"][string], gone: readonly string[] | undefined): Label {
  const text = (value: string, unit: string | undefined): string => (unit === undefined || value.endsWith(unit) || !/\d$/.test(value) ? value : `${value}${/^[\p{Script=Latin}]/u.test(unit) ? " " : ""}${unit}`);
  const parts = typeof entry !== "object"
    ? inputs.map(({ label, unit }) => ({ zh: `${label.zh} ${text(String(entry), unit)}`, en: `${label.en} ${text(String(entry), unit)}` }))
    : Object.entries(entry).map(([name, value]) => {
        const input = inputs.find((one) => one.name === name);
        return { zh: `${input?.label.zh ?? name} ${text(String(value), input?.unit)}`, en: `${input?.label.en ?? name} ${text(String(value), input?.unit)}` };
      });
  const away = gone === undefined ? [] : [{ zh: `${gone.join("、")} 不适用`, en: `${gone.join(", ")} not applicable` }];
  const more = parts.length > SHOWN ? [{ zh: `共 ${parts.length} 项`, en: `${parts.length} in all` }] : [];
  const all = [...parts.slice(0, SHOWN), ...more, ...away];
  return { zh: all.map((one) => one.zh).join("，") || leaf.name, en: all.map((one) => one.en).join(", ") || leaf.name };
}

