// 依据没有条款: a basis that is said to be published quotes its clause, so that a reader can look it up.
// Example: basis: { document: 财预〔2020〕10号, status: published } → a finding at the basis. An unverified or illustrative
// basis need not; nor is one told that an indicator only takes over from its framework or library.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { placeIn } from "../link/link.ts";
import type { Basis } from "../types/types.ts";

const isBare = (basis: Basis | undefined): basis is Basis => basis?.status === "published" && basis.clause === undefined;

export const basisClauseMissing = defineCheck({
  id: "basis-clause-missing",
  title: label("依据没有条款", "Basis without a clause"),
  why: label("只写文件名，读者要翻完全文才知道依据的是哪一条，审计也难以核对。", "With only the name of a document, nobody can look up what it is said to prescribe."),
  mend: label("写 clause：条款号，或所依据的一句话。", "Write the clause: its number, or the sentence that is relied on."),
  basis: { document: "本库的依据约定", clause: "标为已公布的依据应能核对", status: "illustrative" },
  codes: ["basis-clause-missing"],
  framework({ framework, libraries, leaves }, report) {
    const { basis, grades } = framework.data;
    if (isBare(basis)) report("basis-clause-missing", { document: basis.document }, placeIn(framework, ["basis"]));
    grades.forEach((one, index) => {
      if (isBare(one.basis)) report("basis-clause-missing", { document: one.basis.document, of: one.name }, placeIn(framework, ["grades", index, "basis"]));
    });
    const shared: readonly Basis[] = [basis, ...libraries.map((one) => one.data.basis)];
    for (const leaf of leaves) {
      if (!leaf.own && !shared.includes(leaf.basis) && isBare(leaf.basis)) report("basis-clause-missing", { document: leaf.basis.document, of: leaf.name }, leaf.place("basis"));
    }
  },
});
