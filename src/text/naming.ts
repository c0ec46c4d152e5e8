// 名称: when two names of indicators mean the same. Nothing is guessed from likeness: in a short Chinese name one
// character changes the meaning (数量指标、质量指标), so only marks, widths and declared words are left out.

/** ％ Ａ １ as % A 1: the full-width forms of ASCII. */
const narrow = (text: string): string => text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

/** Letters and digits only: without brackets, quotation marks, spaces, signs. */
export const bareName = (name: string): string => narrow(name).toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

export interface SameWords {
  /** a word at the end of a name, and the word that means the same (比例: 率) */
  readonly synonyms: Readonly<Record<string, string>>;
  /** words at either end of a name that add nothing (指标) */
  readonly fillers: readonly string[];
}

const SHORTEST = 2;
const longEnough = (text: string): boolean => [...text].length >= SHORTEST;

/** The bare name without fillers, its last word as its synonym says. A name is never emptied. */
export function coreName(name: string, { synonyms, fillers }: SameWords): string {
  const words = fillers.map(bareName).filter((one) => one !== "").sort((a, b) => b.length - a.length);
  let core = bareName(name);
  for (let shorter: string | undefined = core; shorter !== undefined; ) {
    core = shorter;
    const found = words.flatMap((word) => [...(core.startsWith(word) ? [core.slice(word.length)] : []), ...(core.endsWith(word) ? [core.slice(0, -word.length)] : [])]);
    shorter = found.find(longEnough);
  }
  const [from, to] = Object.entries(synonyms).sort(([a], [b]) => b.length - a.length).find(([word]) => core.endsWith(bareName(word)) && core !== bareName(word)) ?? ["", ""];
  return from === "" ? core : core.slice(0, core.length - bareName(from).length) + bareName(to);
}
