// 建设期与运营期混评: a special-bond project is judged by one framework while it is built and by another while it runs.
// Example: 建设产出 and 运营产出 in one framework of special bonds → a finding at the second, pointing to the first.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { groupsOf } from "../model/linked.ts";
import { wordIn } from "../text/phrases.ts";
import { phrases, purpose, z } from "../source/shape.ts";
import type { Purpose } from "../types/types.ts";

export const bondStagesMixed = defineCheck<{ titles: string[]; purposes: Purpose[]; construction: string[]; operation: string[] }>({
  id: "bond-stages-mixed",
  title: label("建设期与运营期混评", "Bond stages mixed"),
  why: label("在建项目没有运营结果，运营项目没有建设任务，混在一起总有一半指标不适用，分数不可比。", "A project is either being built or running; mixed, half of the indicators never apply and points do not compare."),
  mend: label("建设期、运营期各设一套指标体系。", "Write one framework for construction and one for operation."),
  basis: { document: "已公布的地方专项债券项目评价办法（文号未录）", clause: "建设期、运营期分设指标体系", status: "published" },
  codes: ["bond-stages-mixed"],
  options: {
    titles: phrases("指标体系名称含有时适用，如 专项债"),
    purposes: z.array(purpose).describe("适用的用途"),
    construction: phrases("建设期分组名称的用词"),
    operation: phrases("运营期分组名称的用词"),
  },
  framework({ framework, root }, report, { titles, purposes, construction, operation }) {
    const { title, purpose: to } = framework.data;
    if (!purposes.includes(to) || wordIn(title, titles) === undefined) return;
    const groups = groupsOf(root);
    const [built, run] = [construction, operation].map((words) => groups.find(({ name }) => wordIn(name, words) !== undefined));
    if (built === undefined || run === undefined || built === run) return;
    const [first, second] = groups.indexOf(built) < groups.indexOf(run) ? [built, run] : [run, built];
    report("bond-stages-mixed", { construction: built.name, operation: run.name }, second.place("name"), { related: [first.place("name")] });
  },
});
