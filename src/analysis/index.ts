// 静态分析: everything that is proved of a framework's rules before anyone is scored by them, as plain data.
import type { Analysed } from "../model/analysed.ts";
import type { Analysis } from "../types/analysis-types.ts";
import { compileProgram } from "../compile/index.ts";
import { once } from "../text/once.ts";
import type { Draft, LeafProgram } from "../model/program.ts";
import { indicatorOf, workedOut } from "./indicator.ts";
import { knockOutsOf } from "./knock-outs.ts";
import { standIns } from "./stand-ins.ts";
import { totalOf } from "./whole.ts";

/** Looks at a draft; one that is open is filled with stand-ins first. */
export function analyseDraft(given: Draft): Analysed {
  const { linked } = given;
  const made = standIns(linked);
  const draft = made === undefined ? given : (compileProgram({ framework: linked.framework, objectives: made, libraries: linked.libraries, packs: linked.packs }).draft ?? given);
  const { framework, objectives } = linked;
  const isRule = (id: string): boolean => draft.knockOuts.some(({ rule }) => rule === id);
  const standsIn = ({ leaf }: LeafProgram): boolean => {
    const own = linked.leaves.find(({ path }) => path === leaf.path);
    return made !== undefined && (own === undefined || (own.target === undefined && leaf.target !== undefined));
  };
  const worked = draft.leaves.map((program) => workedOut(program, draft.rounding));
  const indicators = worked.map((one) => indicatorOf(one, draft.rounding, isRule, standsIn(one.program)));
  const analysis: Analysis = {
    kind: "analysis",
    framework: { id: framework.data.id, version: framework.data.version, title: framework.data.title },
    ...(objectives === undefined ? {} : { objectives: objectives.data.id }),
    standIns: made !== undefined,
    indicators,
    knockOuts: knockOutsOf(draft, (program) => worked.find((one) => one.program === program)?.views),
    total: draft.program === undefined ? null : totalOf(draft.program, worked, indicators),
  };
  const alone = linked.objectives === undefined ? undefined : once(() => aloneOf(linked));
  return { analysis, linked: draft.linked, draft, alone };
}

/** The framework without the objectives that it is bound to. */
function aloneOf({ framework, libraries, packs }: Draft["linked"]): Analysed | undefined {
  const { draft } = compileProgram({ framework, libraries, packs });
  return draft && analyseDraft(draft);
}
