// 分项：rows that belong under another row. 一、示范区建立 15 分, below it 1、… 5, 2、… 5, 3、… 5: the group repeats
// its parts, and whoever adds all rows counts them twice.
import { add, compare, type Exact, parseExact, ZERO } from "../numbers/number.ts";
import type { TableRow } from "../types/table.ts";

export interface NamedRow extends Omit<TableRow, "kind"> {
  readonly indent: number;
  /** cells of its columns in which nothing is written */
  readonly empty: Partial<TableRow>;
}

/** How a name is numbered: 一、 stands above （一）, that above 1、, that above (1) and ①. */
const NUMBERINGS = [/^[一二三四五六七八九十]{1,3}[、.．]/, /^[（(][一二三四五六七八九十]{1,3}[）)]/, /^\d{1,2}[、.．](?!\d)/, /^[（(]\d{1,2}[）)]/, /^[①-⑳]/];
const PART_OF = /^其中[:：]?/;

const numbering = (name: string): number | undefined => {
  const rank = NUMBERINGS.findIndex((one) => one.test(name.trim()));
  return rank < 0 ? undefined : rank;
};

/**
 * Tells groups from their parts. A row that is nothing but a name only heads the rows below it and joins their
 * groups; one with a target but without points counts nothing twice, so all of them are indicators.
 */
export function placeRows(rows: readonly NamedRow[]): TableRow[] {
  const placed: TableRow[] = [];
  for (let i = 0; i < rows.length; ) {
    const row = rows[i];
    if (row === undefined) break;
    const heading = isBare(row);
    const parts = heading || isScored(row) ? partsOf(rows, i) : [];
    if (!heading || parts.length === 0) placed.push(made(row, parts.length > 0 ? "group" : "indicator"));
    for (const part of parts) placed.push(heading ? made({ ...part, groups: [...part.groups, row.name] }, "indicator") : made(part, "part"));
    i += 1 + parts.length;
  }
  return placed;
}

const made = ({ indent: _, empty, ...row }: NamedRow, kind: TableRow["kind"]): TableRow => ({ kind, ...empty, ...row });
const isScored = (row: NamedRow): boolean => row.points !== undefined || row.weight !== undefined;
const isBare = ({ groups: _, groupWeights: __, name: ___, indent: ____, empty: _____, ...figures }: NamedRow): boolean => Object.keys(figures).length === 0;
const sameGroups = (a: NamedRow, b: NamedRow): boolean => a.groups.at(-1)?.at === b.groups.at(-1)?.at || a.groups.map(({ text }) => text).join("/") === b.groups.map(({ text }) => text).join("/");

/** The rows right below one that are its parts. */
function partsOf(rows: readonly NamedRow[], index: number): readonly NamedRow[] {
  const head = rows[index];
  if (head === undefined) return [];
  const rank = numbering(head.name.text);
  const until = (belongs: (row: NamedRow) => boolean): readonly NamedRow[] => {
    let end = index + 1;
    for (let row = rows[end]; row !== undefined && sameGroups(row, head) && belongs(row); row = rows[end]) end++;
    return rows.slice(index + 1, end);
  };
  if (rank !== undefined) {
    const numbered = until((row) => (numbering(row.name.text) ?? -1) > rank);
    if (numbered.length > 0) return numbered;
  }
  const named = until((row) => PART_OF.test(row.name.text));
  if (named.length > 0) return named;
  // Spaces alone may be a slip of the hand: they count where the points, or the weights, of several rows add up.
  const pushed = until((row) => row.indent >= head.indent + 2);
  return pushed.length > 1 && (addsUp(head, pushed, "points") || addsUp(head, pushed, "weight")) ? pushed : [];
}

function addsUp(head: NamedRow, parts: readonly NamedRow[], column: "points" | "weight"): boolean {
  const read = (row: NamedRow): Exact | undefined => parseExact(row[column]?.text.replace(/\s*分$/, "") ?? "");
  const whole = read(head);
  const sum = parts.reduce<Exact | undefined>((total, part) => {
    const one = read(part);
    return total === undefined || one === undefined ? undefined : add(total, one);
  }, ZERO);
  return whole !== undefined && sum !== undefined && compare(whole, sum) === 0;
}
