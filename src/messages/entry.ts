// One entry of the catalogue: how grave a code is, and its words in both languages.

export type Facts = Readonly<Record<string, string>>;
type Text = (facts: Facts) => string;

export interface Entry {
  readonly severity: "error" | "warning" | "info";
  readonly zh: Text;
  readonly en: Text;
}

export const error = (zh: Text, en: Text): Entry => ({ severity: "error", zh, en });
export const warning = (zh: Text, en: Text): Entry => ({ severity: "warning", zh, en });
export const info = (zh: Text, en: Text): Entry => ({ severity: "info", zh, en });

/** The basis behind a breach; what is not published is never shown as if it were. */
export const citeZh = (f: Facts): string => `（${f.document}${f.clause ? `：${f.clause}` : ""}${f.status === "unverified" ? "；未核对原文" : f.status === "illustrative" ? "；示意" : ""}）`;
export const citeEn = (f: Facts): string => ` (${f.document}${f.clause ? `: ${f.clause}` : ""}${f.status === "published" ? "" : `; ${f.status}`})`;
