// csv: one line per indicator and the total, as Excel and WPS open it: UTF-8 with a mark, no formulas.
import { writeCsv } from "../csv/write.ts";
import type { Language } from "../types/types.ts";
import type { Scorecard } from "../types/scorecard-types.ts";
import { recordHeadings, recordOf, totalCell } from "../wording/table.ts";
import { key, WORDS } from "../wording/words.ts";

export function csv(card: Scorecard, lang: Language): string {
  const w = key(lang);
  const grade = card.rejected ? WORDS.rejected[w] : (card.grade ?? card.possibleGrades.join(" / "));
  const total = [WORDS.total[w], "", "", "", "", "", card.total.full, totalCell(card), "", grade];
  const head = recordHeadings(lang);
  return writeCsv([head, ...card.indicators.map((one) => recordOf(one, lang)), [...total, ...head.slice(total.length).map(() => "")]]);
}
