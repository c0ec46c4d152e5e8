// 评分工作簿: one evaluation as a workbook whose formulas compute what scoring computes.
import { type Diagnostic, diagnose } from "../types/diagnostics.ts";
import { isKind, type Loaded } from "../types/loaded.ts";
import { toText } from "../numbers/number.ts";
import type { Program } from "../model/program.ts";
import { programOf, score, type Scorer } from "../scorer.ts";
import type { ActualsDocument } from "../types/types.ts";
import type { WorkbookModel } from "../xlsx/model.ts";
import { type Calculation, calculate, isInexact } from "./calculation.ts";
import type { TableContent } from "./content.ts";
import { entryOf, figureOf } from "./filled.ts";
import { entriesSheet, optionsSheet } from "./hidden-sheets.ts";
import { partsSheet } from "./parts-sheet.ts";
import { type Plan, planOf } from "./plan.ts";
import { tableSheet } from "./table.ts";

export interface ScoreWorkbookOptions {
  /** what is filled in; without it the workbook is empty, for collecting */
  readonly actuals?: Loaded | ActualsDocument;
  /** above the table; the title of the framework by default */
  readonly title?: string;
}

/** Up to where the formulas are exact; beyond, the workbook says so and gives no points. */
export interface EntryRange {
  readonly indicator: string;
  readonly input: string;
  readonly unit?: string;
  /** decimal text: figures from −most to most */
  readonly most: string;
  readonly decimals: number;
}

export interface ModelledWorkbook {
  /** absent where it would not be exact, or what is filled in does not fit */
  readonly model?: WorkbookModel;
  readonly ranges: readonly EntryRange[];
  readonly diagnostics: readonly Diagnostic[];
}

export function modelWorkbook(scorer: Scorer, options: ScoreWorkbookOptions = {}): ModelledWorkbook {
  const program = programOf(scorer);
  const actuals = options.actuals === undefined ? undefined : "locate" in options.actuals ? (isKind(options.actuals, "actuals") ? options.actuals.data : undefined) : options.actuals;
  const scored = options.actuals === undefined ? undefined : score(scorer, options.actuals);
  const before = scored?.diagnostics ?? [];
  if (scored !== undefined && scored.scorecard === undefined) return { ranges: [], diagnostics: before };

  const plan = planOf(program);
  const figures = (leaf: Program["leaves"][number]) => {
    const slots = plan.slots.leaves.get(leaf) ?? [];
    return slots.map((slot) => figureOf(entryOf(actuals, leaf), slot, slots.length === 1));
  };
  const calculation = calculateFor(program, plan, figures);
  if (isInexact(calculation)) {
    const file = options.actuals !== undefined && "locate" in options.actuals ? options.actuals.file : undefined;
    const whole = isInexact(calculateFor(program, plan, () => []));
    const say = (indicator: string): Diagnostic => diagnose(whole ? "workbook-not-exact" : "workbook-figure-too-long", { indicator }, { file });
    return { ranges: [], diagnostics: [...before, ...calculation.inexact.map((leaf) => say(leaf?.leaf.name ?? program.linked.framework.data.title))] };
  }
  const title = options.title ?? program.linked.framework.data.title.replace("指标体系", "表");
  const content: TableContent = { program, plan, calculation, actuals, scorecard: scored?.scorecard, title };
  const sheets = [tableSheet(content), partsSheet(content), calculation.sheet, optionsSheet(plan), entriesSheet(program, plan)].filter((one) => one !== undefined);
  return { model: { sheets, title }, ranges: rangesOf(program, plan, calculation), diagnostics: before };
}

const calculateFor = (program: Program, plan: Plan, figures: Parameters<typeof calculate>[2]) => calculate(program, plan.slots, figures);

function rangesOf(program: Program, plan: Plan, { precisions }: Calculation): readonly EntryRange[] {
  return program.leaves.flatMap((leaf) =>
    (plan.slots.leaves.get(leaf) ?? []).flatMap(({ input }, index): EntryRange[] => {
      const precision = precisions.get(leaf)?.[index];
      if (input.options !== undefined || precision === undefined) return [];
      return [{ indicator: leaf.leaf.id, input: input.name, ...(input.unit === undefined ? {} : { unit: input.unit }), most: toText({ n: 10n ** BigInt(precision.digits), d: 1n }, 0), decimals: precision.decimals }];
    }),
  );
}
