// 表注中的分值: 一级指标分值：产出50、效益30、满意度10、预算资金执行率10 — a form that prints its own layout.
import { add, compare, exact, ZERO } from "../numbers/number.ts";
import { plain } from "../reading/characters.ts";
import type { Cell } from "../types/table.ts";
import type { FormWeights } from "../types/types.ts";

const NAMED = /(产出|效益|满意度|成本|执行率)(?:指标)?[^\d、,;。()]{0,6}(\d{1,3}(?:\.\d{1,2})?)/g;
const PARTS = { 产出: "output", 效益: "benefit", 满意度: "satisfaction", 成本: "cost", 执行率: "execution" } as const;

export interface PrintedWeights {
  readonly weights: FormWeights;
  /** 原则上, 可作适当调整: the form itself allows for others */
  readonly strict: boolean;
}

/** The weights that a note prints, where they make a whole; the first figure beside a name counts. */
export function printedWeights(notes: readonly Cell[], full: string): PrintedWeights | undefined {
  for (const note of notes) {
    const found: { -readonly [Part in keyof FormWeights]: string } = {};
    for (const [, name, figure] of plain(note.text).matchAll(NAMED)) {
      const part = PARTS[name as keyof typeof PARTS];
      if (found[part] === undefined && figure !== undefined) found[part] = figure;
    }
    const sum = Object.values(found).reduce((whole, one) => add(whole, exact(one)), ZERO);
    if (found.output !== undefined && found.benefit !== undefined && compare(sum, exact(full)) === 0) return { weights: found, strict: !/原则上|调整|参考|一般/.test(note.text) };
  }
  return undefined;
}
