// The terms that all documents share: categories, purposes, sectors, basis, rounding, days.

export type Category = "project" | "department-overall" | "government-purchased-service" | "government-fund" | "basic-public-service" | "policy";
export type Purpose = "ex-ante-assessment" | "objective-review" | "monitoring" | "self-evaluation" | "department-evaluation" | "finance-evaluation";
export type Sector = "public-service" | "economic-development" | "social-security";
/** One sector, or several for a mixed item (跨领域). */
export type Sectors = Sector | Sector[];
export type Language = "zh-CN" | "en";
export type BasisStatus = "published" | "unverified" | "illustrative";

/** 依据: where a figure comes from. */
export interface Basis {
  document: string;
  clause?: string | undefined;
  status: BasisStatus;
}

/** Decimal places (0 to 6) and the named way to round. */
export interface Rounding {
  places: string;
  mode: "half-up" | "half-even" | "down" | "up" | "floor" | "ceiling";
}

/** Dates are `YYYY-MM-DD`; `to` is inclusive. */
export interface Effective {
  from: string;
  to?: string | undefined;
}
