// 工作簿模型：what writeWorkbook writes. Plain data, in the words of this library; addresses as people write them.

export interface WorkbookModel {
  readonly sheets: readonly SheetModel[];
  /** 定义的名称: `{ name: "得分合计", refersTo: "'自评表'!$H$30" }`; with `sheet`, known on that sheet only */
  readonly names?: readonly { readonly name: string; readonly refersTo: string; readonly sheet?: string }[];
  readonly title?: string;
  readonly creator?: string;
  /** the time that is stored, `2025-03-01T00:00:00Z`; a fixed one by default, as nothing here knows the hour */
  readonly created?: string;
  /** of cells without a font of their own; 宋体 11 by default */
  readonly font?: { readonly name: string; readonly size: number };
}

export interface SheetModel {
  readonly name: string;
  readonly cells: readonly CellModel[];
  /** `A1:C2`; give every cell of a merged range its border */
  readonly merges?: readonly string[];
  /** of the columns from the left, in characters */
  readonly widths?: readonly (number | undefined)[];
  /** of rows, by their number from 1, in points */
  readonly heights?: Readonly<Record<string, number>>;
  readonly validations?: readonly ValidationModel[];
  /** locked cells cannot be changed; cells are locked unless their style says `locked: false` */
  readonly protection?: { readonly password?: string };
  /** printed on A4, as wide as one page; `titleRows`: `2:3`, repeated on every page */
  readonly page?: { readonly orientation?: "portrait" | "landscape"; readonly titleRows?: string };
  readonly freeze?: { readonly rows?: number; readonly columns?: number };
  readonly hidden?: boolean;
  readonly gridLines?: boolean;
}

export interface CellModel {
  readonly at: string;
  readonly text?: string;
  /** decimal text; beyond the 15 digits that a spreadsheet keeps it is written as text */
  readonly number?: string;
  /** without `=`; `number` or `text` is then its stored result */
  readonly formula?: string;
  readonly style?: CellStyleModel;
}

export interface CellStyleModel {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly font?: string;
  /** `RRGGBB` */
  readonly color?: string;
  readonly fill?: string;
  readonly border?: "thin" | "medium" | "thick" | "dotted" | "dashed" | "double" | "hair";
  readonly align?: "left" | "center" | "right" | "justify" | "distributed";
  readonly valign?: "top" | "center" | "bottom";
  /** default true */
  readonly wrap?: boolean;
  readonly indent?: number;
  /** number format: `0.00`, `0.0%`, `@` */
  readonly format?: string;
  readonly locked?: boolean;
  /** hides the formula on a protected sheet */
  readonly hidden?: boolean;
}

export interface ValidationModel {
  /** `D5:D20`, or several ranges with spaces between */
  readonly range: string;
  readonly type: "list" | "whole" | "decimal" | "date" | "textLength" | "custom";
  readonly operator?: "between" | "notBetween" | "equal" | "notEqual" | "greaterThan" | "lessThan" | "greaterThanOrEqual" | "lessThanOrEqual";
  /** without `=` */
  readonly formula1?: string;
  readonly formula2?: string;
  /** the choices of a list: 255 characters together, none with a comma; longer ones stand in cells, with `formula1` */
  readonly list?: readonly string[];
  readonly allowBlank?: boolean;
  readonly inputTitle?: string;
  readonly inputMessage?: string;
  readonly errorTitle?: string;
  readonly errorMessage?: string;
}
