// The checks of a framework on what is shipped: silent as it stands, and each small fault found where it is.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { configure, load, verify } from "../src/index.ts";
import { frameworkChecks } from "../src/messages/framework-checks.ts";
import { builtin, readFolder, rulesFolder } from "../src/node/index.ts";

const known = builtin();
const { configuration, diagnostics } = configure(load("kind: config\nextends: strict\n"), known);
const said = (list: ReturnType<typeof verify>) => list.map(({ code, file, span }) => `${file}:${span?.start.line}:${span?.start.column} ${code}`);

test("the shipped frameworks, packs and libraries are silent under strict", () => {
  expect(diagnostics).toEqual([]);
  const norms = known.filter((one) => one.kind === "framework" || one.kind === "pack" || one.kind === "indicator-library");
  expect(said(verify(norms, { configuration, known }))).toEqual([]);
});

test("so are the examples and the complete evaluations, as far as their frameworks are looked at", () => {
  const evaluations = readFolder(join("fixtures", "evaluations")).filter((one) => one.kind !== undefined);
  expect(evaluations.length).toBe(12);
  expect(verify([...known, ...evaluations], { configuration, known }).filter(({ code }) => Object.hasOwn(frameworkChecks, code))).toEqual([]);
});

/** A shipped framework, a text in it and what stands instead; where it must be found, and nothing else. */
const FAULTS: readonly (readonly [id: string, from: string, to: string, ...found: string[]])[] = [
  ["project-self-evaluation", "id: quantity, name: 数量指标, slot: { min: 1 }", "id: quantity, name: 数量指标, slot: { min: 3, max: 2 }", "38:58 slot-bounds"],
  ["project-self-evaluation", "kind: proportional, over: cap, zero-target: met-or-zero", "kind: proportional, over: cap", "22:17 zero-target-open"],
  ["project-self-evaluation", "[60%, 80%)", "[70%, 80%)", "28:7 method-faulty"],
  ["project-self-evaluation", "purpose: self-evaluation", "purpose: finance-evaluation", "7:10 title-contradicts"],
  ["project-self-evaluation", "      - { id: cost, name: 成本指标, slot: { min: 0 } }\n", "", "31:1 cost-missing"],
  ["project-self-evaluation", "      - { id: timeliness, name: 时效指标, slot: { min: 0 } }\n", "", "35:11 output-dimensions-missing"],
  ["project-self-evaluation", "    name: 效益指标\n    weight: 30\n", "    name: 效益指标\n", "43:11 level-weight-undeclared"],
  ["project-self-evaluation", "clause: 单位自评指标的权重, status: unverified", "status: published", "9:8 basis-clause-missing"],
  ["project-self-evaluation", "  - use: budget-execution-rate\n    weight: 10\n", "  - { id: progress, name: 项目进度, weight: 10, definition: 按计划完成, method: { kind: direct }, evidence: 进度表 }\n", "31:1 budget-execution-missing"],
  ["project-evaluation", "total: 100", "total: 100\nmaximum: 110", "15:10 maximum-inconsistent"],
  ["project-evaluation", "received-funds-execution-rate, weight: 5 }\n          - { use: fund-use-compliance, weight: 4", "received-funds-execution-rate, weight: 8.5 }\n          - { use: fund-use-compliance, weight: 0.5", "66:49 weight-scattered"],
  ["policy-evaluation", "policy-exit, weight: 3 }\n      - { use: policy-calculation", "project-procedure, weight: 3 }\n      - { use: policy-calculation", "33:1 policy-indicators-missing"],
  ["policy-evaluation", "weight: 10, slot: { min: 1 }", "weight: 10, slot: { min: 0 }", "60:60 slot-may-stay-empty"],
  ["government-fund-special-bond-construction", "      - { use: financing-cost-rate, weight: 6 }\n      - { use: debt-service-plan, weight: 8 }", "      - { use: debt-service-plan, weight: 14 }", "9:8 debt-indicators-missing"],
  ["government-fund-special-bond-construction", "name: 项目决策", "name: 运营管理", "51:11 bond-stages-mixed"],
  ["objective-review", "definition: 绩效目标填报格式是否规范，内容是否完整，有无缺项错项", "definition: 规范完整性", "39:21 definition-repeats-name"],
  ["objective-review", "        method: four-grades\n        evidence: 绩效目标申报表\n", "        method: four-grades\n", "37:15 evidence-missing"],
  ["department-overall-evaluation", "name: 资产管理", "name: 预算执行", "60:15 group-name-repeated"],
  ["objective-review", "name: 明确清晰性", "name: 明确清晰性≥90%", "45:15 name-contains-target"],
  ["objective-review", "      - id: format", "      - { id: empty, name: 空组, indicators: [] }\n      - id: format", "36:44 indicators-empty"],
];

describe("a small fault in a shipped framework is found where it is, and nothing else", () => {
  test.each(FAULTS)("%s: %j → %j", (id, from, to, ...found) => {
    const one = known.find((each) => each.kind === "framework" && each.file === join(rulesFolder(), "frameworks", `${id}.yaml`));
    expect(one?.text.split(from).length).toBeGreaterThan(1);
    const faulty = load(one?.text.replace(from, to) ?? "", `${id}.yaml`);
    const others = known.filter((each) => each !== one);
    expect(said(verify([faulty], { configuration, known: others }))).toEqual(found.map((one) => `${id}.yaml:${one}`));
  });
});
