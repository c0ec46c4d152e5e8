// 用词: how checks look for words in Chinese text. The words themselves stand in configurations.

const CLAUSE_ENDS = /[，,。；;：:、！!？?\n]+/;
/** Digits and Chinese numerals; 一 is left out, it stands in 进一步, 统一, 唯一. */
const FIGURE = /[\d０-９两二三四五六七八九十百千万亿半]/;
const IN_BRACKETS = /（[^）]*）|\([^)]*\)|〔[^〕]*〕|\[[^\]]*\]|【[^】]*】/g;

/** The clauses of a text, without those that are empty. */
export const clausesOf = (text: string): readonly string[] => text.split(CLAUSE_ENDS).map((one) => one.trim()).filter((one) => one !== "");

export const hasFigure = (text: string): boolean => FIGURE.test(text);

/** A name without what stands in brackets and without spaces. */
export const plainName = (name: string): string => name.replace(IN_BRACKETS, "").replace(/\s+/g, "");

/** The text without some terms: those that contain a word and mean something else (提高率 is no wish to 提高). */
export const without = (text: string, terms: readonly string[]): string => terms.reduce((rest, term) => rest.replaceAll(term, "□"), text);

/** The longest of the words that the text contains. */
export const wordIn = (text: string, words: readonly string[]): string | undefined => longest(words.filter((word) => text.includes(word)));

/** The longest of the words that the text ends with. */
export const endingOf = (text: string, words: readonly string[]): string | undefined => longest(words.filter((word) => text.endsWith(word)));

/** The longest of the words that the text begins or ends with. */
export const edgeOf = (text: string, words: readonly string[]): string | undefined => longest(words.filter((word) => text.startsWith(word) || text.endsWith(word)));

const longest = (words: readonly string[]): string | undefined => words.reduce<string | undefined>((best, word) => (best === undefined || word.length > best.length ? word : best), undefined);
