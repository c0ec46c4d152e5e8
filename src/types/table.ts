// 自评表: a table as it was printed — 项目支出绩效自评表 and its relatives — before anyone judges it. Text stays as
// written; every cell keeps its place. Readers of files make it, the recheck (复核) judges it.
import type { Category } from "./types.ts";

/**
 * What a cell says, exactly as printed, and where it stands: `Sheet1!F12`, `self.csv!F12`, `indicators[3].score`. An
 * empty text means that the form has the place and nothing is written there; no cell, that it has no such place.
 */
export interface Cell {
  readonly text: string;
  readonly at: string;
}

/** Something else that is printed — 年度总体目标, 联系人, 评分标准 — with the label it stands under. */
export interface LabelledCell extends Cell {
  readonly label: string;
}

/** A row of the money block (资金情况). The first one is 年度资金总额; others are parts of it (其中：…). */
export interface MoneyRow {
  readonly name?: Cell;
  /** 年初预算数 */
  readonly initial?: Cell;
  /** 全年预算数（调整后） */
  readonly adjusted?: Cell;
  /** 全年执行数 */
  readonly executed?: Cell;
  readonly weight?: Cell;
  /** 执行率 */
  readonly rate?: Cell;
  readonly points?: Cell;
  readonly reason?: Cell;
  readonly others?: readonly LabelledCell[];
}

/** A row of the indicator block. */
export interface TableRow {
  /**
   * `indicator`: scored on its own. `group`: its points are those of the part rows that follow it and repeat them.
   * `part`: a sub-row of the group row before it.
   */
  readonly kind: "indicator" | "group" | "part";
  /** labels of 一级指标, 二级指标 as printed (`产出指标(50分)`), from the top */
  readonly groups: readonly Cell[];
  /** 分值 of those groups, where each level has a column for it; in the order of `groups` */
  readonly groupWeights?: readonly (Cell | undefined)[];
  readonly name: Cell;
  /** 指标性质: 正向, 反向, 定性 …, where it has a column of its own */
  readonly nature?: Cell;
  /** 指标方向: 大于等于, ≤ …, where it has a column of its own */
  readonly sign?: Cell;
  readonly target?: Cell;
  /** 度量单位, where it has a column of its own */
  readonly unit?: Cell;
  readonly actual?: Cell;
  readonly weight?: Cell;
  readonly points?: Cell;
  /** 偏差原因分析及改进措施 */
  readonly reason?: Cell;
  readonly others?: readonly LabelledCell[];
}

export interface Table {
  readonly file?: string;
  readonly sheet?: string;
  readonly id?: string;
  readonly title?: string;
  readonly category?: Category;
  readonly year?: string;
  readonly place?: string;
  /** 项目名称, 主管部门, 实施单位 */
  readonly subject?: Cell;
  readonly department?: Cell;
  readonly unit?: Cell;
  /** rows are missing at the end (or elsewhere): only what is visible may be judged */
  readonly truncated: boolean;
  /** the text was damaged on the way (recognised from an image): figures are a reading, not certain */
  readonly damaged?: boolean;
  /** targets and weights only, no actual values and points */
  readonly targetsOnly?: boolean;
  readonly money: readonly MoneyRow[];
  /** in the order of the table */
  readonly rows: readonly TableRow[];
  /** 总分 of the weight column and of the points column */
  readonly totalWeight?: Cell;
  readonly total?: Cell;
  /** 等级 as printed */
  readonly grade?: Cell;
  /** rules printed on the form, remarks */
  readonly notes: readonly Cell[];
  readonly others?: readonly LabelledCell[];
}
