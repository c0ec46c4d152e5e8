// Manuals: the scoring standard of every method as an exact sentence, and the files that a notice can annex.
import { describe, expect, test } from "vitest";
import { INDICATOR, listingOf, listingText } from "../src/cli/listing.ts";
import { load, manual, manualFormats, normManual } from "../src/index.ts";
import { link } from "../src/link/link.ts";
import { groupMethods, methods } from "../src/methods/index.ts";
import { builtin, builtinExample } from "../src/node/index.ts";
import { percent, z } from "../src/source/shape.ts";
import type { PackRule } from "../src/types/types.ts";
import { looseLeaf } from "../src/manual/table.ts";
import { parameterWords, scopeWords } from "../src/manual/parameters.ts";
import { combineOf, formulaOf, gradeWords, notApplicableWords, roundingOf, roundingWords, ruleSentence, standardOf } from "../src/manual/standard.ts";

const frameworkText = (indicators: readonly string[], more = ""): string => `
kind: framework
id: docs
version: 1.0.0
category: project
purpose: self-evaluation
title: 说明书测试
basis: { document: 测试, status: illustrative }
effective: { from: 2020-01-01 }
packs: []
total: ${indicators.length * 10}
rounding: { places: 2, mode: half-up }
grades: [{ name: 优, from: 8 }, { name: 差, from: 0 }]
not-applicable: rescale-total
missing: block
${more}
indicators:
${indicators.map((one) => `  - ${one}`).join("\n")}
`;

const SENTENCES: readonly (readonly [name: string, node: string, zh: string, en?: string])[] = [
  [
    "比例法，正向，及格门槛，超额调减",
    'target: ">= 137.5", method: { kind: proportional, over: { reduce: [{ above: 130%, share: 90% }] }, pass: 20% }',
    "完成率超过 130%，得分值的 90%；达到年度指标值，得满分；实际完成值不大于 0，不得分；完成率低于及格门槛 20%，不得分；其余按完成比例得分：得分 = 完成率 × 分值。其中完成率 = 实际完成值 ÷ 年度指标值。",
    "completion above 130% scores 90% of the weight; target reached, scores full marks; actual not above 0, scores nothing; completion below the pass threshold 20%, scores nothing; otherwise in proportion to completion: points = completion × weight. Where completion = actual ÷ target.",
  ],
  [
    "比例法，反向",
    'target: "<= 12.5", method: { kind: proportional, over: cap }',
    "达到年度指标值（实际完成值 ≤ 12.5），得满分；其余按完成比例得分：得分 = 完成率 × 分值。其中完成率 = 年度指标值 ÷ 实际完成值。",
  ],
  [
    "比例法，目标值待定，两个方向",
    'method: { kind: proportional, over: {zero-above: 150%}, pass: 60%, zero-target: met-or-zero }',
    "正向指标（年度指标值为 ≥）：完成率超过 150%，不得分；达到年度指标值，得满分；实际完成值不大于 0，不得分；完成率低于及格门槛 60%，不得分；其余按完成比例得分：得分 = 完成率 × 分值。其中完成率 = 实际完成值 ÷ 年度指标值。年度指标值为 0 的：达到年度指标值，得满分；未达到年度指标值，不得分。反向指标（年度指标值为 ≤）：完成率超过 150%，不得分；达到年度指标值（实际完成值 ≤ 年度指标值），得满分；完成率低于及格门槛 60%，不得分；其余按完成比例得分：得分 = 完成率 × 分值。其中完成率 = 年度指标值 ÷ 实际完成值。年度指标值为 0 的：达到年度指标值（实际完成值 ≤ 年度指标值），得满分；未达到年度指标值，不得分。",
  ],
  [
    "比例法，声明反向，超额须说明",
    'method: { kind: proportional, over: {explain-from: 150%}, direction: lower }',
    "完成率达到 150%，须说明原因，得满分；达到年度指标值（实际完成值 ≤ 年度指标值），得满分；其余按完成比例得分：得分 = 完成率 × 分值。其中完成率 = 年度指标值 ÷ 实际完成值。",
  ],
  [
    "比例法，目标值为 0",
    'target: "<= 0", method: { kind: proportional, over: cap, zero-target: met-or-zero }',
    "达到年度指标值（实际完成值 ≤ 0），得满分；未达到年度指标值，不得分。",
  ],
  [
    "反向扣减法，2 倍扣完，目标值待定",
    'method: { kind: reverse, form: linear, zero-at: 2, zero-target: met-or-zero }',
    "达到年度指标值（实际完成值 ≤ 年度指标值），得满分；达到目标值的 2 倍，不得分；超出部分线性扣减：得分 = (1 − 超出率) × 分值。其中超出率 = (实际完成值 − 年度指标值) ÷ 年度指标值。年度指标值为 0 的：达到年度指标值（实际完成值 ≤ 年度指标值），得满分；未达到年度指标值，不得分。",
    "target reached (actual ≤ target), scores full marks; 2 times the target, scores nothing; otherwise excess deducted linearly: points = (1 − excess) × weight. Where excess = (actual − target) ÷ target. A target of 0: target reached (actual ≤ target), scores full marks; target not reached, scores nothing.",
  ],
  [
    "反向扣减法，1.5 倍扣完",
    'method: { kind: reverse, form: linear, zero-at: 1.5 }',
    "达到年度指标值（实际完成值 ≤ 年度指标值），得满分；达到目标值的 1.5 倍，不得分；超出部分线性扣减：得分 = (1 − 超出率) × 分值。其中超出率 = (实际完成值 − 年度指标值) ÷ (0.5 × 年度指标值)。",
  ],
  [
    "反向扣减法，比值",
    'method: { kind: reverse, form: quotient }',
    "达到年度指标值（实际完成值 ≤ 年度指标值），得满分；其余按目标值与实际值之比得分：得分 = 完成率 × 分值。其中完成率 = 年度指标值 ÷ 实际完成值。",
  ],
  [
    "直接赋分",
    'method: { kind: direct }',
    "符合，得满分；不符合，不得分。",
  ],
  [
    "定性，区间",
    'method: { kind: graded, grades: [{name: 达成, share: "[80%, 100%]"},{name: 部分达成, share: "[60%, 80%)"},{name: 未达成, share: "[0%, 60%)"}] }',
    "评判等级为“达成”，评价人打分须在 [8, 10] 分内；评判等级为“部分达成”，评价人打分须在 [6, 8) 分内；评判等级为“未达成”，评价人打分须在 [0, 6) 分内；打分不在等级区间内，视为未填。",
    "grade 达成, points given within [8, 10] points; grade 部分达成, points given within [6, 8) points; grade 未达成, points given within [0, 6) points; points outside the grade's interval, counts as missing.",
  ],
  [
    "定性，固定比例",
    'method: { kind: graded, grades: [{name: 有效, share: "100%"},{name: 部分有效, share: "60%"},{name: 无效, share: "0%"}] }',
    "评判等级为“有效”，得分值的 100%；评判等级为“部分有效”，得分值的 60%；评判等级为“无效”，不得分。",
  ],
  [
    "满意度，按比例，取值范围",
    'unit: "%", domain: "[0%, 100%]", method: { kind: satisfaction, between: proportional }',
    "达到年度指标值，得满分；实际完成值不大于 0，不得分；零分线与目标值之间，按声明比例计分：得分 = 完成率 × 分值；但实际完成值超出取值范围（实际完成值 ＜ 0% 或 实际完成值 ＞ 100%），视为未填。其中完成率 = 实际完成值 ÷ 年度指标值。",
  ],
  [
    "满意度，线性，零分线",
    'unit: "%", target: ">= 92%", method: { kind: satisfaction, between: linear, zero-below: 60% }',
    "达到年度指标值，得满分；低于 60%，不得分；零分线与目标值之间，按声明线性计分：得分 = 内插系数 × 分值。其中内插系数 = (实际完成值 − 60%) ÷ 32%。",
    "target reached, scores full marks; below 60% scores nothing; otherwise between zero line and target, linear as declared: points = position × weight. Where position = (actual − 60%) ÷ 32%.",
  ],
  [
    "满意度，线性，目标值待定",
    'unit: "%", method: { kind: satisfaction, between: linear, zero-below: 60% }',
    "达到年度指标值，得满分；低于 60%，不得分；零分线与目标值之间，按声明线性计分：得分 = 内插系数 × 分值。其中内插系数 = (实际完成值 − 60%) ÷ (年度指标值 − 60%)。",
  ],
  [
    "满意度，分档",
    'unit: "%", method: { kind: satisfaction, zero-below: 60%, between: {tiers: [{when: ">= 90%", share: 100%},{when: "[80%, 90%)", share: 80%},{when: "< 80%", points: 0}]} }',
    "低于 60%，不得分；按满意度分档：≥ 90% 得 10 分；[80%, 90%) 得 8 分；＜ 80% 不得分。",
  ],
  [
    "分档法",
    'unit: "%", method: { kind: tiered, tiers: [{when: ">= 90%", share: 100%},{when: "[80%, 90%)", points: 4},{when: "< 80%", points: 0}] }',
    "按实际完成值分档：≥ 90% 得 10 分；[80%, 90%) 得 4 分；＜ 80% 不得分。",
  ],
  [
    "分档法，有档名",
    'unit: "%", method: { kind: tiered, tiers: [{when: ">= 90%", share: 100%, name: 优},{when: "[80%, 90%)", points: 4, name: 良},{when: "< 80%", points: 0, name: 差}] }',
    "按实际完成值分档：优（实际完成值 ≥ 90%），得 10 分；良（80% ≤ 实际完成值 ＜ 90%），得 4 分；其余（差），不得分。",
    "by actual: 优 (actual ≥ 90%), scores 10 points; 良 (80% ≤ actual ＜ 90%), scores 4 points; otherwise 差, scores nothing.",
  ],
  [
    "扣分法，按比例计",
    'unit: "%", method: { kind: deduction, per: unit, from: 100%, direction: above, each: 1%, deduct: {points: 0.5}, step: linear }',
    "未超出界线（实际完成值 ≤ 100%），得满分；每超出界线 1 个百分点扣 0.5 分（不足 1 个百分点的按比例计），扣完为止。",
    "not above the line (actual ≤ 100%), scores full marks; 0.5 points off for each 1 percentage points above the line (a part of it counts in proportion), never below zero.",
  ],
  [
    "扣分法，不足的按一个计",
    'unit: 天, target: "<= 30天", method: { kind: deduction, per: unit, from: target, direction: above, each: 5天, deduct: {points: 0.5}, step: ceil }',
    "未超出界线（实际完成值 ≤ 30 天），得满分；每超出界线 5 天扣 0.5 分（不足 5 天的按 5 天计），扣完为止。",
  ],
  [
    "扣分法，不足的不计，目标值待定",
    'unit: 户, method: { kind: deduction, per: unit, from: target, direction: below, each: 5户, deduct: {share: 10%}, step: floor }',
    "未低于界线（实际完成值 ≥ 年度指标值），得满分；每低于界线 5 户扣 1 分（不足 5 户的不计），扣完为止。",
  ],
  [
    "扣分法，按次数",
    'unit: 次, method: { kind: deduction, per: count, deduct: {points: 1} }',
    "无扣分情形（实际完成值 ≤ 0 次），得满分；实际完成值每 1 次扣 1 分，扣完为止。",
  ],
  [
    "按数累加法",
    'method: { kind: accumulation, each: {points: 2} }',
    "没有完成项（实际完成值 ≤ 0），不得分；实际完成值每 1 项得 2 分，满分为止。",
    "none achieved (actual ≤ 0), scores nothing; 2 points for each item of actual, up to full marks.",
  ],
  [
    "功效系数法",
    'method: { kind: linear, from: {at: 60, points: 0}, to: {at: 90, points: 10}, before: zero }',
    "达到终点（实际完成值 ≥ 90），得 10 分；未到起点（实际完成值 ＜ 60），不得分；两点之间线性内插：得分 = 功效系数 × 10。其中功效系数 = (实际完成值 − 60) ÷ 30。",
  ],
  [
    "功效系数法，终点为目标值",
    'unit: "%", method: { kind: linear, from: {at: 60%, share: 60%}, to: {at: target, share: 100%}, before: hold }',
    "达到终点（实际完成值 ≥ 年度指标值），得 10 分；未到起点（实际完成值 ＜ 60%），得 6 分；两点之间线性内插：得分 = 6 + 功效系数 × 4。其中功效系数 = (实际完成值 − 60%) ÷ (年度指标值 − 60%)。",
  ],
  [
    "两端法，分档",
    'unit: "%", target: "= 100%", method: { kind: two-sided, difference: relative, tiers: [{when: "[0%, 10%]", points: 10},{when: "(10%, 15%]", points: 3},{when: "> 15%", points: 0}] }',
    "按差异分档：[0%, 10%] 得 10 分；(10%, 15%] 得 3 分；＞ 15% 不得分。其中差异 = |实际完成值 − 年度指标值| ÷ 年度指标值 × 100%。",
    "by difference: [0%, 10%] scores 10 points; (10%, 15%] scores 3 points; ＞ 15% scores nothing. Where difference = |actual − target| ÷ target × 100%.",
  ],
  [
    "两端法，线性",
    'unit: "%", method: { kind: two-sided, difference: relative, full-within: 5%, zero-at: 20% }',
    "差异不超过 5%，得满分；差异达到 20%，不得分；其余随差异线性递减：得分 = (1 − 递减率) × 分值。其中差异 = |实际完成值 − 年度指标值| ÷ 年度指标值 × 100%；递减率 = (差异 − 5%) ÷ 15%。",
    "difference within 5%, scores full marks; difference of 20% or more, scores nothing; otherwise declining with the difference: points = (1 − decline) × weight. Where difference = |actual − target| ÷ target × 100%; decline = (difference − 5%) ÷ 15%.",
  ],
  [
    "评价要点法",
    'method: { kind: checklist, check-points: [{id: a, name: 立项依据充分, points: 4},{id: b, name: 程序规范, share: 60%}] }',
    "符合下列要点的分别得分：立项依据充分，4 分；程序规范，6 分。",
    "points for each of: 立项依据充分, 4 points; 程序规范, 6 points.",
  ],
  [
    "预算执行率，及格门槛，先舍入",
    'method: { kind: budget-execution, denominator: adjusted-budget, unit: 万元, zero-denominator: not-applicable, over: cap, pass: 60%, rate-rounding: { places: 2, mode: half-up } }',
    "执行率达到 100%，得满分；没有执行（预算执行率 ≤ 0%），不得分；执行率低于 60%，不得分；其余按执行率得分：得分 = 预算执行率 ÷ 100% × 分值；但全年预算数为 0，按不适用处理。其中预算执行率 = 全年执行数 ÷ 全年预算数 × 100%（四舍五入，保留 2 位小数）。",
    "fully executed (execution rate ≥ 100%), scores full marks; nothing executed (execution rate ≤ 0%), scores nothing; rate below 60%, scores nothing; otherwise in proportion to the rate: points = execution rate ÷ 100% × weight; except: full-year budget is 0, is not applicable. Where execution rate = executed ÷ full-year budget × 100% (half up, 2 decimals).",
  ],
  [
    "预算执行率，分档",
    'method: { kind: budget-execution, denominator: received-funds, unit: 万元, zero-denominator: zero, tiers: [{when: ">= 90%", share: 100%},{when: "[80%, 90%)", points: 4},{when: "< 80%", points: 0}] }',
    "到位资金为 0，不得分；按执行率分档：≥ 90% 得 10 分；[80%, 90%) 得 4 分；＜ 80% 不得分。其中预算执行率 = 全年执行数 ÷ 到位资金 × 100%。",
  ],
  [
    "公式，分母为 0",
    'unit: "%", measure: {formula: a / b, inputs: {a: {name: 完成数}, b: {name: 计划数}}, zero-denominator: missing}, target: ">= 90%", method: { kind: proportional, over: cap }',
    "达到年度指标值，得满分；实际完成值不大于 0，不得分；其余按完成比例得分：得分 = 完成率 × 分值；但公式的分母为 0，视为未填。其中完成率 = 实际完成值 ÷ 年度指标值。",
  ],
];

describe("the scoring standard of an indicator", () => {
  test.each(SENTENCES)("%s", (_, node, zh, en) => {
    const { linked, diagnostics } = link({ framework: load(frameworkText([`{ id: one, name: 指标, weight: 10, ${node} }`])) });
    expect(diagnostics).toEqual([]);
    const leaf = linked?.leaves[0];
    if (linked === undefined || leaf === undefined) throw new Error("no indicator");
    const rounding = roundingOf(linked.framework.data);
    expect(standardOf(leaf, rounding, "zh-CN", linked)).toBe(zh);
    if (en !== undefined) expect(standardOf(leaf, rounding, "en", linked)).toBe(en);
  });

  test("every method has a sentence here", () => {
    for (const { kind } of methods) expect(SENTENCES.filter(([, node]) => node.includes(`kind: ${kind}`)).length, kind).toBeGreaterThan(0);
  });

  test("no sentence shows a stand-in for an open weight or target", () => {
    for (const [, node] of SENTENCES) {
      const { linked } = link({ framework: load(frameworkText([`{ id: one, name: 指标, weight: 10, ${node} }`])) });
      const leaf = linked?.leaves[0];
      if (leaf === undefined) throw new Error("no indicator");
      const open = looseLeaf({ id: leaf.id, unit: leaf.unit, measure: leaf.measure, method: leaf.method }, leaf.basis);
      for (const lang of ["zh-CN", "en"] as const) expect(standardOf(open, { places: 2, mode: "half-up" }, lang)).not.toMatch(/0000|9999/);
    }
  });

  test("an open weight reads as a share", () => {
    const method = { kind: "graded", grades: [{ name: "好", share: "[60%, 100%]" }, { name: "差", share: "[0%, 60%)" }] };
    expect(standardOf(looseLeaf({ id: "q", method }, { document: "测试", status: "illustrative" }), { places: 2, mode: "half-up" }, "zh-CN")).toBe(
      "评判等级为“好”，评价人打分须在 [分值 × 60%, 分值] 内；评判等级为“差”，评价人打分须在 [0, 分值 × 60%) 内；打分不在等级区间内，视为未填。",
    );
    const tiers = { kind: "tiered", tiers: [{ when: ">= 90%", share: "100%" }, { when: "< 90%", share: "50%" }] };
    expect(standardOf(looseLeaf({ id: "t", method: tiers }, { document: "测试", status: "illustrative" }), { places: 2, mode: "half-up" }, "zh-CN")).toBe("按实际完成值分档：≥ 90% 得满分；＜ 90% 得分值的 50%。");
  });

  test("the formula of a derived measure, with its rounding", () => {
    const node = '{ id: one, name: 完成率, weight: 10, unit: "%", target: ">= 90%", measure: { formula: done / planned, inputs: { done: { name: 完成数 }, planned: { name: 计划数 } }, zero-denominator: missing, rounding: { places: 1, mode: half-even } }, method: { kind: proportional, over: cap } }';
    const { linked } = link({ framework: load(frameworkText([node])) });
    const leaf = linked?.leaves[0];
    if (leaf === undefined) throw new Error("no indicator");
    expect(formulaOf(leaf, { places: 2, mode: "half-up" }, "zh-CN")).toBe("完成率 = 完成数 ÷ 计划数 × 100%（四舍六入五成双，保留 1 位小数）");
  });
});

describe("groups, policies, grades", () => {
  test.each([
    [{ kind: "either-of", choose: "best" }, "下级指标择一计分，取得分最高的一项"],
    [{ kind: "either-of", choose: "declared" }, "下级指标择一计分，取绩效目标表选定的一项"],
    [{ kind: "pool", min: "2", split: "equal" }, "至少选用 2 项，所选指标平均分配该组分值，余数归最后一项"],
    [{ kind: "pool", min: "1", split: "given" }, "至少选用 1 项，所选指标共享该组分值，各项分值由绩效目标表给出"],
    [{ kind: "bonus", cap: "5" }, "加分项，不计入满分；各项得分之和最高 5 分"],
  ])("%j", (combine, zh) => {
    expect(combineOf({ combine }, "zh-CN")).toBe(zh);
  });

  test("every group method has words of its own", () => {
    for (const one of groupMethods) expect(one.sentence, one.kind).toBeTypeOf("function");
  });

  test("policies, rounding and grades", () => {
    expect(notApplicableWords("spread", "zh-CN")).toBe("不适用指标的分值按适用指标数均摊到同组其他指标");
    expect(notApplicableWords({ "move-to": "output" }, "zh-CN", () => "产出")).toBe("不适用指标的分值移到“产出”");
    expect(roundingWords({ places: 2, mode: "half-up" }, "zh-CN")).toBe("每项得分四舍五入，保留 2 位小数；总分为各项所示得分之和");
    expect(gradeWords([{ name: "优", from: "90" }, { name: "良", from: "80" }, { name: "差", from: "0" }], "zh-CN")).toEqual(["优：90 分及以上", "良：80 分及以上、低于 90 分", "差：低于 80 分"]);
    expect(gradeWords([{ name: "优", from: "90" }, { name: "差", from: "10" }], "zh-CN")).toEqual(["优：90 分及以上", "差：10 分及以上、低于 90 分"]);
  });
});

describe("rules of a pack", () => {
  const basis = { document: "甲市办法", clause: "第三条", status: "published" } as const;
  const RULES: readonly (readonly [PackRule, string])[] = [
    [{ id: "a", basis, kind: "weight-floor", of: { tag: "social" }, "at-least": { "public-service": "15", "social-security": "10" } }, "标签为 social 的指标，分值合计：公共服务类不低于 15 分，社会保障类不低于 10 分。"],
    [{ id: "b", basis, kind: "target-floor", of: { indicator: "x" }, above: "90" }, "指标 x，目标值须高于 90。"],
    [{ id: "c", basis, kind: "knock-out", when: { tag: "social", "actual-below": "60" }, then: "zero" }, "标签为 social 的指标，实际完成值低于 60 的，该指标不得分。"],
    [{ id: "d", basis, kind: "knock-out", when: { tag: "social", "actual-at-least": "60" }, then: { cap: "80" } }, "标签为 social 的指标，实际完成值不低于 60 的，总分不超过 80 分。"],
    [{ id: "e", basis, kind: "knock-out", when: { fact: "fraud", is: true }, then: "zero" }, "“弄虚作假”为是的，总分不得分。"],
    [{ id: "f", basis, kind: "knock-out", when: { fact: "drop", is: "2" }, then: { multiply: "0.8" } }, "“降档数”为2的，总分乘以 0.8。"],
    [{ id: "g", basis, kind: "knock-out", when: { fact: "fraud", is: true }, then: { "cap-grade": "中" } }, "“弄虚作假”为是的，等级不高于 中。"],
    [{ id: "h", basis, kind: "knock-out", when: { fact: "fraud", is: true }, then: "reject" }, "“弄虚作假”为是的，不予通过。"],
  ];
  test.each(RULES)("%j", (rule, zh) => {
    expect(ruleSentence(rule, { fraud: "弄虚作假", drop: "降档数" }, "zh-CN")).toBe(zh);
  });
  test("a kind without words of its own is named, with its clause", () => {
    expect(ruleSentence({ id: "z", basis, kind: "of-tomorrow" }, {}, "zh-CN")).toBe("of-tomorrow：第三条");
  });
  test("a kind without a sentence is read from the words of its parameters", () => {
    const share = z
      .strictObject({
        kind: z.literal("weight-share"),
        groups: z.array(z.string()).describe("合并计算的一级指标；没有的不计"),
        within: z.enum(["category", "all"]).describe("比较的范围：category 同一类别的指标体系；all 全部指标体系"),
        "at-least": percent("占满分的比例不低于（含）").optional(),
      })
      .describe("权重占比");
    const rule = { id: "s", basis, kind: "weight-share", groups: ["output", "benefit"], within: "all", "at-least": "60%" };
    expect(parameterWords(share, { zh: "权重占比", en: "Weight share" }, rule, "zh-CN")).toBe("权重占比：合并计算的一级指标 output、benefit；全部指标体系；占满分的比例不低于（含） 60%。");
    expect(parameterWords(share, { zh: "权重占比", en: "Weight share" }, rule, "en")).toBe("Weight share: groups output, benefit; within all; at-least 60%.");
  });
  test("whom a rule applies to, and how strictly", () => {
    expect(scopeWords({ id: "s", basis, kind: "x", applies: { category: ["project"], sector: ["public-service"] }, severity: "warning" }, "zh-CN")).toBe("\n适用范围：项目支出、公共服务类\n不符合时只作提示。");
    expect(scopeWords({ id: "s", basis, kind: "x" }, "zh-CN")).toBe("");
  });
});

/** A strict reading of the tags: every one closed, in order, and no attribute that would fetch or run anything. */
function openTags(html: string): readonly string[] {
  const open: string[] = [];
  for (const [, close, name = "", rest = ""] of html.replace(/^<!DOCTYPE html>/, "").replace(/<style>[^<]*<\/style>/, "").matchAll(/<(\/?)([a-z0-9]+)((?:\s[^<>]*)?)>/g)) {
    expect(rest).toMatch(/^(?: (?:lang|charset|name|http-equiv|content|class|style|scope|rowspan|colspan|tabindex)="[^"<>]*")*$/);
    if (["meta", "col"].includes(name)) continue;
    if (close === "") open.push(name);
    else expect(open.pop()).toBe(name);
  }
  return open;
}

const DEMO = frameworkText(
  [
    '{ id: a, name: "一级 <b>&\\"单项\'", weight: 10, definition: "<script>alert(1)</script>", method: { kind: direct } }',
    "{ id: b, name: 产出, weight: 10, indicators: [{ id: c, name: 数量, indicators: [{ id: d, name: 甲, weight: 3, method: { kind: direct } }, { id: e, name: 乙, weight: 3, method: { kind: direct }, not-applicable: full-marks }] }, { id: f, name: 质量, weight: 4, method: { kind: checklist, check-points: [{ id: p, name: 要点一, points: 1 }, { id: q, name: 要点二, points: 3 }] } }] }",
  ],
  "description: a | b",
);

describe("a manual", () => {
  const page = (text: string) => manual({ framework: load(text) }, "html").text ?? "";

  test("html: closed, inert, escaped, self-contained", () => {
    const html = page(DEMO);
    expect(openTags(html)).toEqual([]);
    expect(html).not.toMatch(/<(?:script|link|img|iframe|object)\b|\b(?:src|href|on\w+)=|@import|url\(|https?:/);
    expect(html).toContain("一级 &lt;b&gt;&amp;&quot;单项&#39;");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).toContain('<html lang="zh-CN">');
    for (const rule of ["@page { size: A4 landscape; margin: 15mm 12mm; }", "thead { display: table-header-group; }", "tr { break-inside: avoid; }"]) expect(html).toContain(rule);
  });

  test("html: level cells merge, and every row fills nine columns", () => {
    const html = page(DEMO);
    expect(html).toContain('<th scope="row" colspan="3">一级 &lt;b');
    expect(html).toContain('<th scope="rowgroup" rowspan="3">产出\n（10 分）</th><th scope="rowgroup" rowspan="2">数量\n（6 分）</th><th scope="row">甲</th>');
    expect(html).toContain('<th scope="row" colspan="2">质量</th>');
    expect(html).toContain("符合，得满分；不符合，不得分。\n不适用时：不适用的指标得满分。");
    expect(html).toContain("<td>1. 要点一\n2. 要点二</td><td>符合下列要点的分别得分：要点一，1 分；要点二，3 分。</td>");
    const table = /<tbody>([\s\S]*?)<\/tbody>/.exec(html)?.[1] ?? "";
    const below: number[] = [];
    for (const row of table.trim().split("</tr>\n")) {
      let width = below.filter((rows) => rows > 0).length;
      below.forEach((rows, index) => (below[index] = rows - 1));
      for (const [, attributes = ""] of row.matchAll(/<t[hd]((?:\s[^<>]*)?)>/g)) {
        const columns = Number(/colspan="(\d+)"/.exec(attributes)?.[1] ?? 1);
        const rows = Number(/rowspan="(\d+)"/.exec(attributes)?.[1] ?? 1);
        width += columns;
        for (let index = 0; index < columns; index++) below.push(rows - 1);
      }
      expect(width).toBe(9);
    }
  });

  test("markdown: pipes and tags cannot break the table", () => {
    const text = manual({ framework: load(DEMO) }).text ?? "";
    expect(text).toContain("- **说明** a \\| b");
    expect(text).toContain('| 一级 &lt;b>&amp;"单项\' |  |  | &lt;script>alert(1)&lt;/script> | 10 |');
    for (const line of text.split("\n").filter((one) => one.startsWith("|"))) expect(line.replaceAll("\\|", "").split("|").length - 2).toBe(9);
  });

  test("what is not published is said", () => {
    const text = manual({ framework: load(DEMO) }).text ?? "";
    expect(text).toContain("- **依据** 测试（示意）");
    expect(text).toContain("同本体系依据（示意）");
    expect(text).toContain("- 本体系：测试（示意）");
  });

  test("a faulty framework has none, and says why", () => {
    const { text, diagnostics } = manual({ framework: load(DEMO.replace("kind: direct", "kind: indirect")) });
    expect(text).toBeUndefined();
    expect(diagnostics.length).toBeGreaterThan(0);
  });

  test("every shipped framework, library, pack and example, in both formats and languages", () => {
    const known = builtin();
    const libraries = known.filter((one) => one.kind === "indicator-library");
    const packs = known.filter((one) => one.kind === "pack");
    for (const lang of ["zh-CN", "en"] as const) {
      for (const format of manualFormats) {
        const texts = [
          ...known.filter((one) => one.kind === "framework").map((framework) => manual({ framework, libraries, packs }, format, lang).text),
          ...[...libraries, ...packs].map((one) => normManual(one, format, lang, packs).text),
        ];
        for (const text of texts) {
          expect(text).toBeTypeOf("string");
          expect(text).not.toMatch(/undefined|\[object|1000000007|100000000000000003/);
          if (format === "html") expect(openTags(text ?? "")).toEqual([]);
        }
      }
    }
  });

  test("bound to objectives: the subject, its own indicators and their targets", () => {
    const example = builtinExample("student-aid-2022");
    const framework = example.find((one) => one.kind === "framework");
    if (framework === undefined) throw new Error("no example");
    const { text } = manual({ framework, objectives: example.find((one) => one.kind === "objectives") });
    expect(text).toContain("- **评价对象** 学生资助项目（云南省某县）");
    expect(text).toContain("| 学生受资助人数 |  | 10 | 年度指标值：≥ 735人次 | 达到年度指标值，得满分；");
    expect(text).not.toContain("个性指标，由绩效目标表填报");
  });

  test("the same manual each time", () => {
    expect(page(DEMO)).toBe(page(DEMO));
  });
});

describe("list", () => {
  const LIBRARY = load("kind: indicator-library\nid: lib\nversion: 1.0.0\ntitle: 满意度指标库\nbasis: { document: 测试, status: illustrative }\nindicators:\n  - { id: s, name: 服务对象满意度, tags: [social-evaluation, survey], method: { kind: direct } }\n  - { id: t, name: 到位及时率, method: { kind: direct } }\n");
  const documents = [LIBRARY, load(DEMO)];
  const ids = (filters: Parameters<typeof listingOf>[1]) => listingOf(documents, filters).map((one) => `${one.kind} ${one.id}`);

  test("without filters: the documents only", () => {
    expect(ids({})).toEqual(["indicator-library lib", "framework docs"]);
  });
  test("filters combine", () => {
    expect(ids({ name: "满意度" })).toEqual(["indicator-library lib", "indicator s"]);
    expect(ids({ name: "率" })).toEqual(["indicator t"]);
    expect(ids({ tag: "social-evaluation" })).toEqual(["indicator s"]);
    expect(ids({ tag: "social-evaluation", name: "及时" })).toEqual([]);
    expect(ids({ category: "project" })).toEqual(["framework docs"]);
    expect(ids({ kind: "framework" })).toEqual(["framework docs"]);
    expect(ids({ kind: "framework", name: "满意度" })).toEqual([]);
    expect(ids({ kind: INDICATOR })).toEqual(["indicator s", "indicator t"]);
  });
  test("the text of an indicator: id, name, tags, method, library", () => {
    expect(listingText(listingOf(documents, { tag: "survey" }))).toBe("indicator\ts\t服务对象满意度\tsocial-evaluation,survey\tdirect\tlib\n");
    expect(listingText(listingOf(documents, { name: "及时" }))).toBe("indicator\tt\t到位及时率\t-\tdirect\tlib\n");
  });
});
