// 未能评出总分的: evaluations without a rank, and why: rejected, something missing, or no scorecard at all.
import type { Scorecard } from "../types/scorecard-types.ts";
import type { Language } from "../types/types.ts";
import { key, WORDS } from "../wording/words.ts";
import { tell } from "./batch-words.ts";
import type { Batch, BatchRow } from "./figures/types.ts";
import { colon, listOf, wantingNames } from "./words.ts";

export interface Unranked {
  readonly number: string;
  readonly name: string;
  readonly department: string;
  readonly why: string;
}

export function unrankedOf(batch: Batch, cards: readonly Scorecard[], lang: Language): readonly Unranked[] {
  const rows = batch.groups.flatMap((one) => one.rows).filter((one) => one.rank === null);
  return [
    ...rows.map((one) => ({ number: String(one.number), name: one.name, department: one.department ?? "", why: reasonOf(one, cards[one.index], lang) })),
    ...batch.unscored.map(({ name, reason }) => ({ number: "", name, department: "", why: reason })),
  ];
}

function reasonOf(one: BatchRow, card: Scorecard | undefined, lang: Language): string {
  const w = key(lang);
  if (one.rejected) return `${WORDS.rejected[w]}${colon(lang)}${listOf((card?.knockOuts ?? []).filter((rule) => rule.holds && rule.effect.kind === "reject").map((rule) => rule.label[w]), lang)}`;
  const range = one.range === undefined ? "" : `${lang === "en" ? "; " : "；"}${tell("range", lang)} ${one.range.min}–${one.range.max}`;
  return `${WORDS.wanting[w]}${colon(lang)}${listOf(card === undefined ? one.wanting : wantingNames(card, lang), lang)}${range}`;
}
