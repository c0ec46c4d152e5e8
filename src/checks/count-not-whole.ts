// 计数不是整数: people, households and pieces are counted whole.
// Basis: derived – a count with decimals is a mean, a mistyped figure, or in another unit (万户 read as 户).
// Example: 改造户数, unit 户, actual 412.5 → a finding. 户均人数 and 平均 are no counts; 1.2万人次 is 12000人次.
import { defineCheck } from "../check/check.ts";
import { entryPlace, measuredOf } from "../link/entered.ts";
import { label } from "../expression/expression.ts";
import type { LinkedLeaf } from "../model/linked.ts";
import { decimalPlaces, type Exact, show } from "../numbers/number.ts";
import { wordIn } from "../text/phrases.ts";
import { phrases } from "../source/shape.ts";

interface Options {
  readonly units: string[];
  readonly means: string[];
}

const broken = ({ unit, name, measure }: LinkedLeaf, value: Exact, { units, means }: Options): boolean =>
  unit !== undefined && measure === undefined && units.includes(unit) && decimalPlaces(value) !== 0 && wordIn(name, means) === undefined;

export const countNotWhole = defineCheck<Options>({
  id: "count-not-whole",
  title: label("计数不是整数", "Count not whole"),
  why: label("“412.5 户”不是数出来的，多半是计量单位或小数点有误。", "412.5 households were not counted: the unit or the decimal point is wrong."),
  mend: label("写整数，或改用实际的计量单位；平均数在名称中写明平均。", "Write a whole number or the right unit; call a mean a mean."),
  basis: { document: "由计量单位推得", clause: "以人、户、台等计数的为整数", status: "illustrative" },
  codes: ["count-not-whole"],
  options: { units: phrases("计数的单位，如 人、户、台"), means: phrases("平均数名称含有的字眼，如 均") },
  framework({ leaves }, report, options) {
    for (const leaf of leaves) if (leaf.target && broken(leaf, leaf.target.value, options)) report("count-not-whole", { indicator: leaf.name, found: leaf.target.text, unit: leaf.unit ?? "", what: "target" }, leaf.place("target"));
  },
  actuals({ actuals, results }, report, options) {
    for (const result of results) {
      const { leaf } = result.leaf;
      const actual = measuredOf(result);
      if (actual !== undefined && broken(leaf, actual, options)) report("count-not-whole", { indicator: leaf.name, found: `${show(actual)}${leaf.unit ?? ""}`, unit: leaf.unit ?? "", what: "actual" }, entryPlace(actuals, leaf));
    }
  },
});
