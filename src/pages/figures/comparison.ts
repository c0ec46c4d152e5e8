// 与上年比较: each evaluation beside that of the same subject the year before. A match must be the only one on both
// sides; what has several counterparts has none.
import { compare, exact, subtract } from "../../numbers/number.ts";
import type { Scorecard } from "../../types/scorecard-types.ts";
import { figure, placesOf, signed } from "./sums.ts";
import { nameOf } from "./rows.ts";
import type { BatchRow, Compared, Comparison } from "./types.ts";

type Key = (card: Scorecard) => string | undefined;

const byId: Key = ({ objectives }) => objectives?.id;
const bySubject: Key = ({ framework, objectives }) => objectives && JSON.stringify([framework.category, framework.purpose, objectives.subject.name, objectives.subject.department, objectives.subject.unit]);

/** Pairs whose key stands once on each side. */
function pairs(key: Key, now: readonly Scorecard[], before: readonly Scorecard[]): ReadonlyMap<Scorecard, Scorecard> {
  const unique = (cards: readonly Scorecard[]): ReadonlyMap<string, Scorecard> => {
    const once = new Map<string, Scorecard>();
    const seen = new Set<string>();
    for (const card of cards) {
      const own = key(card);
      if (own === undefined) continue;
      if (seen.has(own)) once.delete(own);
      else once.set(own, card);
      seen.add(own);
    }
    return once;
  };
  const old = unique(before);
  return new Map([...unique(now)].flatMap(([own, card]) => {
    const other = old.get(own);
    return other === undefined ? [] : [[card, other] as const];
  }));
}

export function comparison(rows: readonly BatchRow[], cards: readonly Scorecard[], previous: readonly Scorecard[]): Comparison {
  const ids = pairs(byId, cards, previous);
  const taken = new Set(ids.values());
  const subjects = pairs(bySubject, cards.filter((one) => !ids.has(one)), previous.filter((one) => !taken.has(one)));
  const matched = rows.flatMap((row): readonly Compared[] => {
    const card = cards[row.index];
    const before = card && (ids.get(card) ?? subjects.get(card));
    return card === undefined || before === undefined ? [] : [compared(row, card, before, ids.has(card) ? "id" : "subject")];
  });
  const found = new Set([...taken, ...subjects.values()]);
  const numbers = new Set(matched.map((one) => one.number));
  const moves = (sign: number): number => matched.filter((one) => one.grades !== undefined && Math.sign(one.grades) === sign).length;
  return {
    compared: matched,
    added: rows.map((one) => one.number).filter((one) => !numbers.has(one)),
    gone: previous.filter((one) => !found.has(one)).map(nameOf),
    risen: moves(1),
    fallen: moves(-1),
    same: moves(0),
  };
}

function compared(row: BatchRow, card: Scorecard, before: Scorecard, by: Compared["by"]): Compared {
  const { total, grade, objectives, framework } = before;
  const comparable = row.points !== undefined && total.points !== undefined && !row.rejected && !before.rejected && compare(exact(card.total.full), exact(total.full)) === 0;
  const names = (one: Scorecard): readonly string[] => one.grades.map(({ name }) => name);
  const sameGrades = names(card).join("\n") === names(before).join("\n");
  const [is, was] = [names(card).indexOf(row.grade ?? ""), names(before).indexOf(grade ?? "")];
  return {
    number: row.number,
    before: { ...(total.points === undefined ? {} : { points: total.points }), grade, full: total.full, ...(objectives === undefined ? {} : { period: objectives.period }), framework: framework.id, version: framework.version },
    by,
    ...(comparable ? { difference: signed(subtract(figure(row.points ?? "0"), figure(total.points ?? "0")), Math.max(placesOf(row.points ?? "0"), placesOf(total.points ?? "0"))) } : {}),
    ...(sameGrades && is >= 0 && was >= 0 ? { grades: was - is } : {}),
  };
}
