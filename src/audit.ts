// 复核: a printed table, recomputed by its declared or assumed form, and everything in it that does not hold.
import type { Assumption, Audit, AuditFinding } from "./types/audit-types.ts";
import { findingKinds } from "./audit/index.ts";
import { type Assume, assumptionsOf } from "./recheck/audit-assumptions.ts";
import { type Found, makeFinding, type Say } from "./recheck/finding.ts";
import { plainBasis } from "./check/check.ts";
import { assumptions as words } from "./messages/assumptions.ts";
import { type AuditOptions, recheck, type Recheck } from "./recheck/index.ts";
import type { Table } from "./types/table.ts";

export type { AuditOptions };

/** Rechecks one table. Without forms, only what the table says of itself is checked. */
export function audit(table: Table, options: AuditOptions = {}): Audit {
  const key = options.lang === "en" ? "en" : "zh";
  const say: Say = (zh, en) => (key === "en" ? en : zh);
  const checked = recheck(table, options);
  const assumed = new Map<string, Assumption>();
  const assume: Assume = (id, facts = {}, basis) => {
    const message = words[id][key](facts);
    if (!assumed.has(message)) assumed.set(message, { id, message, ...(basis === undefined || basis.document === "" ? {} : { basis: plainBasis(basis) }) });
  };
  assumptionsOf(checked, assume, say);
  const findings: AuditFinding[] = [];
  for (const kind of findingKinds) {
    const report = (found: Found): void => {
      if (found.assumption !== undefined) assume(found.assumption.id, found.assumption.facts, found.assumption.basis);
      findings.push(makeFinding(kind, found, options.lang ?? "zh-CN"));
    };
    kind.find(checked, report, say);
  }
  const { file, sheet, id, title } = table;
  return {
    ...(file === undefined ? {} : { file }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
    form: formOf(checked, say),
    assumptions: [...assumed.values()],
    findings: inOrder(findings, table),
  };
}

/** In the order of the table: the money block, the rows, the totals; what has no cell last. */
function inOrder(findings: readonly AuditFinding[], table: Table): readonly AuditFinding[] {
  const cells = [...table.money, ...table.rows].flatMap((row) => Object.values(row).flat()).concat(table.totalWeight ?? [], table.total ?? []);
  const places = new Map<string, number>();
  cells.forEach((cell, place) => {
    if (typeof cell === "object" && !places.has(cell.at)) places.set(cell.at, place);
  });
  const placeOf = ({ cell }: AuditFinding): number => (cell === undefined ? cells.length : (places.get(cell) ?? cells.length));
  return [...findings].sort((a, b) => placeOf(a) - placeOf(b));
}

function formOf({ layout, declared, form, table, options }: Recheck, say: Say): Audit["form"] {
  if (layout === undefined) {
    const why = form === undefined ? say("没有给出自评表格式", "no forms are given") : options.form === undefined ? say("分值分布与已知的格式都不相符", "the weights agree with none of the known layouts") : say(`没有编号为 ${options.form} 的格式`, `there is no layout ${options.form}`);
    return { title: say("未知格式", "unknown"), declared: false, why };
  }
  const why = declared ? say("由选项指定", "declared by an option") : table.truncated ? say("可见部分的分值与其相符", "the visible weights agree with it") : say("分值分布与其相符", "the weights agree with it");
  return { id: layout.id, title: layout.title, declared, why, basis: plainBasis(layout.basis) };
}
