// 指标重复: two indicators of one framework (with its objectives), of one library, or one written out beside the
// library's, have the same name once marks, widths and declared words are left out (资金到位比例、资金到位率).
// Two whose definitions are both written and differ stand apart where they stand in different groups.
import { alike } from "../text/alike.ts";
import { type Corpus, defineCheck, type Report } from "../check/check.ts";
import { type Entry, entriesOf, isSigned, writtenOut } from "../check/copies.ts";
import { groupBy } from "../model/directory.ts";
import { label } from "../expression/expression.ts";
import type { Linked, LinkedLeaf, Place } from "../model/linked.ts";
import { bareName, coreName, type SameWords } from "../text/naming.ts";
import { text, z } from "../source/shape.ts";

const groupOf = ({ path }: LinkedLeaf): string => path.replace(/[^/]*$/, "");
const toldApart = (a: { readonly definition?: string | undefined }, b: { readonly definition?: string | undefined }): boolean =>
  a.definition !== undefined && b.definition !== undefined && !alike(a.definition, b.definition);

export const indicatorRepeated = defineCheck<SameWords>({
  id: "indicator-repeated",
  title: label("指标重复", "Indicator repeated"),
  why: label("同一件事两项指标考核，等于加倍计分；填报人也不知道各填什么。", "Where two indicators measure one thing it counts twice, and nobody knows what to enter where."),
  mend: label("并为一项；确是两项的，名称和指标解释写明区别。", "Make them one; if they are two, let names and definitions say what differs."),
  basis: { document: "财预〔2020〕10号项目支出绩效评价指标体系框架（参考）", clause: "与相关部门同类项目或部门内部相关项目不重复", status: "published" },
  codes: ["indicator-repeated"],
  options: {
    synonyms: z.record(text("名称末尾的词"), text("与之同义的词")).describe("名称末尾的同义词，如 比例: 率"),
    fillers: z.array(text("词")).max(100).describe("名称两端可有可无的词，如 指标"),
  },
  corpus(corpus, report, words) {
    for (const linked of corpus.linked) withinFramework(linked, corpus, report, words);
    const entries = entriesOf(corpus);
    const byCore = groupBy(entries, ({ node }) => [coreName(node.name ?? "", words)]);
    for (const group of byCore.values()) {
      group.forEach((entry, index) => {
        const other = group.slice(0, index).find((each) => each.node.id !== entry.node.id && !toldApart(each.node, entry.node));
        if (other === undefined || !corpus.given.has(entry.library)) return;
        report("indicator-repeated", { indicator: entry.node.name ?? "", other: other.node.name ?? "", library: other.library.data.title }, entry.place("name"), { related: [other.place("name")] });
      });
    }
    besideLibrary(corpus, byCore, report, words);
  },
});

/** Where a framework names its indicator: an indicator of the library has its name there, and is used here. */
const nameIn = (leaf: LinkedLeaf): Place => leaf.place(leaf.use === undefined ? "name" : "use");

function withinFramework({ leaves, framework, objectives }: Linked, { given }: Corpus, report: Report, words: SameWords): void {
  if (!given.has(objectives ?? framework)) return;
  for (const group of groupBy(leaves, ({ name }) => [coreName(name, words)]).values()) {
    group.forEach((leaf, index) => {
      const other = group.slice(0, index).find((each) => groupOf(each) === groupOf(leaf) || !toldApart(each, leaf));
      // With objectives, only what these bring: the framework's own was told where it stands alone.
      if (other === undefined || (objectives !== undefined && !leaf.own && !other.own)) return;
      const [here, there] = leaf.own || !other.own ? [leaf, other] : [other, leaf];
      report("indicator-repeated", { indicator: here.name, other: there.name, library: "" }, nameIn(here), { related: [nameIn(there)] });
    });
  }
}

/** Written out under another name than the library's that means the same; under the very same it is a copy. */
function besideLibrary(corpus: Corpus, byCore: ReadonlyMap<string, readonly Entry[]>, report: Report, words: SameWords): void {
  for (const { linked, leaf } of writtenOut(corpus)) {
    const twins = byCore.get(coreName(leaf.name, words)) ?? [];
    const [twin] = twins;
    if (twin === undefined || isSigned(linked, leaf, twin)) continue;
    if (twins.some(({ node }) => node.id === leaf.id || bareName(node.name ?? "") === bareName(leaf.name) || linked.leaves.some((one) => one.use === node.id))) continue;
    report("indicator-repeated", { indicator: leaf.name, other: twin.node.name ?? "", library: twin.library.data.title }, leaf.place("name"), { related: [twin.place("name")] });
  }
}
