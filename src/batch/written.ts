// 填写的文字: a cell as people write it, as the text of a document: states by their words, full-width figures, groups
// of thousands. What is none of these stays as it is, and scoring says so.

export const STATE_WORDS: ReadonlyMap<string, "not-applicable" | "pending"> = new Map([
  ["不适用", "not-applicable"],
  ["not-applicable", "not-applicable"],
  ["未到期", "pending"],
  ["尚未到期", "pending"],
  ["pending", "pending"],
]);

const PLAIN = /^-?\d+(?:\.\d+)?%?$/;
const BARE = /^-?\d+(?:\.\d+)?$/;
const FULL_WIDTH = /[０-９．，％－]/g;
const THOUSANDS = /^(-?\d{1,3}(?:,\d{3})+)((?:\.\d+)?)(?![\d,.])/;

/** The text of an entry; `unit` goes with a figure that has none, `yesNo` takes a spreadsheet's TRUE and FALSE. */
export function enteredText(text: string, unit: string | undefined, yesNo: boolean): string {
  if (unit === undefined && PLAIN.test(text)) return text;
  const state = STATE_WORDS.get(text);
  if (state !== undefined) return state;
  if (yesNo) return /^(?:true|false)$/i.test(text) ? text.toLowerCase() : text;
  const figures = text.replace(FULL_WIDTH, (one) => one.normalize("NFKC")).replace(THOUSANDS, (_, whole: string, decimals: string) => whole.replaceAll(",", "") + decimals);
  const figure = /^-?\d/.test(figures) ? figures : text;
  return unit !== undefined && BARE.test(figure) ? figure + unit : figure;
}

const DATE = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;

/** `2024年12月31日`, `2024/12/31` as documents write it; anything else as it stands. */
export function isoDate(text: string): string {
  const [, year, month = "", day = ""] = DATE.exec(text.normalize("NFKC")) ?? [];
  return year === undefined ? text : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
