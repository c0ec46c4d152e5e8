// 样本量矛盾: numbers of people and questionnaires that cannot be.
// Basis: derived – both are whole numbers, at least one was answered, no more than were asked.
// Example: { population: 320, valid-responses: 400 } → a finding at the responses.
import { defineCheck } from "../check/check.ts";
import { entryPlace, sizeOf } from "../link/entered.ts";
import { label } from "../expression/expression.ts";
import { compare, decimalPlaces, ZERO } from "../numbers/number.ts";

export const surveySizeImplausible = defineCheck({
  id: "survey-size-implausible",
  title: label("样本量矛盾", "Survey size implausible"),
  why: label("有效问卷多于总体人数，或不是正整数，说明两项填反或填错。", "More answers than people, or no whole number, means the two were mistyped or swapped."),
  mend: label("核对总体人数和有效问卷数。", "Check the population and the number of valid questionnaires."),
  basis: { document: "由两项的含义推得", clause: "均为正整数，有效问卷数不大于总体人数", status: "illustrative" },
  codes: ["survey-size-implausible"],
  actuals({ actuals, results }, report) {
    for (const result of results) {
      const { leaf: { leaf }, entry } = result;
      const wrong = (["population", "valid-responses"] as const).filter((note) => {
        const size = sizeOf(result, note);
        return entry.entered[note] !== undefined && (size === undefined || decimalPlaces(size) !== 0 || compare(size, ZERO) <= 0);
      });
      for (const note of wrong) report("survey-size-implausible", { indicator: leaf.name, note, found: entry.entered[note] ?? "" }, entryPlace(actuals, leaf, note));
      const [population, responses] = [sizeOf(result, "population"), sizeOf(result, "valid-responses")];
      if (wrong.length > 0 || population === undefined || responses === undefined || compare(responses, population) <= 0) continue;
      report("survey-size-implausible", { indicator: leaf.name, note: "valid-responses", found: entry.entered["valid-responses"] ?? "", population: entry.entered["population"] ?? "" }, entryPlace(actuals, leaf, "valid-responses"));
    }
  },
});
