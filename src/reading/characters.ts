// 字符: the forms in which people type digits and signs, each mapped to one. An explicit table: NFKC would also
// turn ① into 1, ½ into 1⁄2 and ㎡ into m2.

const FORMS: readonly (readonly [to: string, from: string])[] = [
  [".", "．"],
  [",", "，﹐"],
  [":", "：﹕"],
  [";", "；﹔"],
  ["?", "？﹖"],
  ["(", "（﹙【〔［["],
  [")", "）﹚】〕］]"],
  ["%", "％﹪"],
  ["+", "＋﹢"],
  ["-", "－﹣−‐‑‒–—―─━"],
  ["*", "＊×∗﹡"],
  ["/", "／÷∕"],
  ["·", "・•⋅‧∙"],
  ["~", "～〜∼﹏"],
  ["=", "＝﹦═"],
  ["<", "＜﹤"],
  [">", "＞﹥"],
  ["≥", "≧⩾≮"],
  ["≤", "≦⩽≯"],
  ["约", "≈≒"],
  [" ", "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r\n"],
  ["", "\u200b\u200c\u200d\u2060\ufeff"],
];

const ONE_FORM: ReadonlyMap<string, string> = new Map([
  ...FORMS.flatMap(([to, from]) => [...from].map((one) => [one, to] as const)),
  ...[..."０１２３４５６７８９"].map((one, digit) => [one, String(digit)] as const),
]);

/** The text with one form of every digit and sign, single spaces, and `>=` as one sign. */
export function plain(text: string): string {
  let mapped = "";
  for (const one of text) mapped += ONE_FORM.get(one) ?? one;
  return mapped.replace(/ +/g, " ").trim().replace(/> ?=/g, "≥").replace(/< ?=/g, "≤");
}
