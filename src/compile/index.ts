// 编译: linked documents become a program of expressions. All faults are found in one go.
import { sortDiagnostics, type Diagnostic } from "../types/diagnostics.ts";
import { digest } from "../text/digest.ts";
import { inputsOf } from "../expression/expression.ts";
import { link, type Parts } from "../link/link.ts";
import { leavesOf, type Linked, type LinkedLeaf, type LinkedNode } from "../model/linked.ts";
import { once } from "../text/once.ts";
import type { Draft, Program } from "../model/program.ts";
import { compileKnockOuts, findKnockOuts, zeroCasesFor } from "./knock-outs.ts";
import { compileLeaf, extraOf } from "./leaf.ts";
import { compileTotal } from "./total.ts";

export interface Compiled {
  /** absent while there is an error, or while slots and targets stand open for want of an objectives document */
  readonly program: Program | undefined;
  readonly linked: Linked | undefined;
  /** absent when nothing could be linked */
  readonly draft: Draft | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function compileProgram(parts: Parts): Compiled {
  const { linked, diagnostics: linking } = link(parts);
  if (linked === undefined) return { program: undefined, linked, draft: undefined, diagnostics: sortDiagnostics(linking) };
  const found: Diagnostic[] = [...linking];
  const report = (diagnostic: Diagnostic): void => void found.push(diagnostic);
  const { framework } = linked;
  const rounding = { places: Number(framework.data.rounding.places), mode: framework.data.rounding.mode };
  const zeroing = findKnockOuts(linked);
  // Without objectives a target that is still to be set is no fault, but nothing can be scored yet.
  let open = !linked.complete;
  const reportUnlessOpen = (one: Diagnostic): void => {
    if (linked.objectives === undefined && one.code === "target-missing") open = true;
    else report(one);
  };
  const leaves = linked.leaves
    .map((leaf) => compileLeaf(leaf, rounding, extraFor(leaf, linked), zeroCasesFor(leaf, zeroing), reportUnlessOpen))
    .filter((one) => one !== undefined);
  const knockOuts = compileKnockOuts(linked, zeroing, leaves, report);
  const diagnostics = sortDiagnostics(oncePerPlace(found));
  const draft = { linked, rounding, leaves, knockOuts };
  if (diagnostics.some((one) => one.severity === "error") || open) return { program: undefined, linked, draft: { ...draft, program: undefined }, diagnostics };
  const { groups, total, grade } = compileTotal(linked.root, framework.data, rounding, knockOuts);
  const facts = knockOuts.flatMap(({ test }) => inputsOf(test)).filter((input) => input.name.startsWith("fact "));
  const unique = [...new Map(facts.map((input) => [input.name, input])).values()];
  const grades = framework.data.grades.map((one) => one.name);
  const program = { ...draft, groups, facts: unique, total, grade, grades, digests: once(() => digestsOf(linked)) };
  return { program, linked, draft: { ...draft, program }, diagnostics };
}

/** A fault in what several indicators share, such as a named method, is told once, for the first of them. */
function oncePerPlace(list: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return list.filter(({ code, file, path, facts: { indicator, ...facts } }) => {
    const key = JSON.stringify([code, file, path, facts]);
    return indicator === undefined || path === undefined || (!seen.has(key) && seen.add(key));
  });
}

function digestsOf({ framework, libraries, packs, objectives }: Linked): Record<string, string> {
  const digests: Record<string, string> = { framework: digest(framework.data) };
  for (const library of libraries) digests[`indicator-library ${library.data.id}`] = digest(library.data);
  for (const pack of packs) digests[`pack ${pack.data.id}`] = digest(pack.data);
  if (objectives !== undefined) digests["objectives"] = digest(objectives.data);
  return digests;
}

function extraFor(leaf: LinkedLeaf, linked: Linked): ReturnType<typeof extraOf> {
  const parentOf = (nodes: readonly LinkedNode[]): readonly LinkedNode[] | undefined => {
    if (nodes.includes(leaf)) return nodes;
    for (const node of nodes) {
      const inside = node.type === "group" ? parentOf(node.children) : undefined;
      if (inside !== undefined) return inside;
    }
    return undefined;
  };
  const siblings = (parentOf(linked.root) ?? []).filter((one) => one.type === "leaf");
  const top = linked.root.find((node) => leavesOf(node).includes(leaf));
  const movedIn = linked.leaves
    .filter((one) => typeof one.notApplicable === "object" && one.notApplicable["move-to"] === top?.path)
    .map((from) => ({ from, groupWeight: top?.weight ?? leaf.weight }));
  return extraOf(leaf, siblings, movedIn);
}
