// 支出领域没有声明: rules that hold by sector are silent while the sector is unknown.
// Basis: weight floors of 社会评价指标 differ by sector (Changzhou); a rule of a sector cannot be applied without it.
// Example: packs: [changzhou], subject without sector and framework without sector → a finding at the subject.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { rulesInForce } from "../check/inheritance.ts";
import { placeIn } from "../link/link.ts";
import { sectorsOf } from "../model/rule.ts";

export const sectorUndeclared = defineCheck({
  id: "sector-undeclared",
  title: label("支出领域没有声明", "Sector undeclared"),
  why: label("按支出领域规定的下限不会核对，满意度分值不足也不会有人提示。", "Floors that differ by sector are not applied, so a breach of them is not told."),
  mend: label("在 subject 中写 sector：公共服务、经济发展或社会保障；跨领域的写成列表。", "Write the sector in the subject; several as a list."),
  basis: { document: "常州市《关于全面深化预算绩效管理的实施意见》", clause: "社会评价指标权重按公共服务、经济发展、社会保障分别规定", status: "published" },
  codes: ["sector-undeclared"],
  framework(linked, report) {
    const { objectives, packs } = linked;
    if (objectives === undefined || sectorsOf(linked).length > 0) return;
    const bySector = rulesInForce(packs).filter(({ rule }) => rule.applies?.sector !== undefined || rule.kind === "weight-floor");
    const [first] = bySector;
    if (first === undefined) return;
    const rules = bySector.map(({ pack, rule }) => `${pack.data.id}/${rule.id}`).join("、");
    report("sector-undeclared", { rules }, placeIn(objectives, ["subject"]), { related: [placeIn(first.pack, ["rules", first.index])] });
  },
});
