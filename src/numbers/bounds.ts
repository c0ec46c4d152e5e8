// 界限的说法: the words in which people write a bound, turned into signs and brackets. One small list, for frameworks,
// objectives and packs; what it does not hold is refused and never guessed.
//
//   ≥ 不低于 不少于 不小于 至少 大于等于 以上        >=      (以上、以下、以内 take the figure itself in)
//   ≤ 不超过 不高于 不大于 不多于 至多 小于等于 以下 以内  <=
//   ＞ 高于 大于 多于 超过                            >
//   ＜ 低于 小于 少于 不足 不满                        <
//   90%以上（不含）, 80%（不含）以下                   > 90%, < 80%
//   80%（含）-90%, 0-10%（含）                        [80%, 90%), (0%, 10%]: of two ends the marked one is said,
//                                                    the other is its opposite
//
// Two ends without a mark are refused: 80%-90% does not say which of them belongs to it.

const SIGNS: readonly (readonly [words: string, sign: string])[] = [
  [">=|≥|大于或?等于|不低于|不少于|不小于|至少", ">="],
  ["<=|≤|小于或?等于|不超过|不高于|不大于|不多于|至多", "<="],
  [">|＞|高于|大于|多于|超过", ">"],
  ["<|＜|低于|小于|少于|不足|不满", "<"],
  ["=|＝|等于", "="],
];
const AFTER: readonly (readonly [words: string, sign: string])[] = [
  ["及?以上", ">="],
  ["及?以下|以内", "<="],
];
const OPEN: Readonly<Record<string, string>> = { ">=": ">", "<=": "<" };
const FIGURE = "-?\\d+(?:\\.\\d+)?";
const UNIT = "[^\\d\\s（）()\\[\\],，~～–—-]*?";
const MARK = "[（(](不?含)[）)]";

const BEFORE_FIGURE = SIGNS.map(([words, sign]) => [new RegExp(`^(?:${words})\\s*(${FIGURE}\\s?${UNIT})(?:${MARK})?$`), sign] as const);
const AFTER_FIGURE = AFTER.map(([words, sign]) => [new RegExp(`^(${FIGURE}\\s?${UNIT})(?:${MARK})?(?:${words})(?:${MARK})?$`), sign] as const);
const AFTER_WORD = /以[上下内]$/;
const RANGE = new RegExp(`^(${FIGURE})\\s?(${UNIT})(?:${MARK})?\\s*(?:[-–—~～]|至|到)\\s*(${FIGURE})\\s?(${UNIT})(?:${MARK})?$`);

/** The bound in signs and brackets (`>= 90%`, `[80%, 90%)`); undefined where the words are not known, or contradict each other. */
export function plainBounds(text: string): string | undefined {
  const written = text.trim();
  for (const [form, sign] of BEFORE_FIGURE) {
    const match = form.exec(written);
    if (match !== null) return AFTER_WORD.test(match[1] ?? "") ? undefined : marked(sign, match[1] ?? "", match[2]);
  }
  for (const [form, sign] of AFTER_FIGURE) {
    const match = form.exec(written);
    if (match !== null && (match[2] === undefined || match[3] === undefined)) return marked(sign, match[1] ?? "", match[2] ?? match[3]);
  }
  const range = rangeOf(written);
  return range === undefined || range.low === undefined || range.high === undefined ? undefined : `${range.low ? "[" : "("}${range.from}, ${range.to}${range.high ? "]" : ")"}`;
}

/** Whether a text is two figures of which none is marked 含 or 不含: 80%-90%. */
export const endsUnstated = (text: string): boolean => {
  const range = rangeOf(text.trim());
  return range !== undefined && range.low === undefined;
};

/** 不含 opens a bound that takes its figure in; a word that leaves it out cannot be marked 含. */
function marked(sign: string, figure: string, mark: string | undefined): string | undefined {
  const open = OPEN[sign];
  if (mark === undefined) return `${sign} ${figure}`;
  if (open === undefined) return mark === "不含" && sign !== "=" ? `${sign} ${figure}` : undefined;
  return `${mark === "不含" ? open : sign} ${figure}`;
}

interface Range {
  readonly from: string;
  readonly to: string;
  /** whether the end belongs to the range; undefined where neither is marked */
  readonly low: boolean | undefined;
  readonly high: boolean | undefined;
}

function rangeOf(text: string): Range | undefined {
  const match = RANGE.exec(text);
  if (match === null) return undefined;
  const [, low = "", lowUnit = "", first, high = "", highUnit = "", second] = match;
  const closed = (mark: string | undefined, other: string | undefined): boolean | undefined => (mark === undefined ? (other === undefined ? undefined : other !== "含") : mark === "含");
  return { from: `${low}${lowUnit === "" ? highUnit : lowUnit}`, to: `${high}${highUnit}`, low: closed(first, second), high: closed(second, first) };
}
