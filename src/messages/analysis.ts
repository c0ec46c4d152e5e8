// 词表：静态分析. What is proved of a rule, with an actual value that shows it.
import { type Facts, warning } from "./entry.ts";

const zhStandIn = (f: Facts): string => (f.standIn ? `（目标值以 ${f.standIn} 代入）` : "");
const enStandIn = (f: Facts): string => (f.standIn ? ` (target taken as ${f.standIn})` : "");
const ZH: Readonly<Record<string, string>> = { higher: "越高越好", lower: "越低越好", nearer: "越接近目标值越好" };
const EN: Readonly<Record<string, string>> = { higher: "higher is better", lower: "lower is better", nearer: "nearer to the target is better" };
const zhDirection = (f: Facts): string => `${ZH[f.direction ?? ""] ?? "评判越好得分越高"}${f.assumed ? "，由各档得分推定" : ""}`;
const enDirection = (f: Facts): string => `${EN[f.direction ?? ""] ?? "a better judgement scores more"}${f.assumed ? ", as the points themselves suggest" : ""}`;

export const analysis = {
  "full-marks-unreachable": warning(
    (f) => `“${f.indicator}”最高只得 ${f.points} 分（${f.actual}），得不到满分，应使最好的情形得 ${f.weight} 分${zhStandIn(f)}`,
    (f) => `“${f.indicator}” scores ${f.points} at most (${f.actual}), should score ${f.weight} at its best${enStandIn(f)}`,
  ),
  "grade-not-attained": warning(
    (f) => `等级“${f.grade}”评不到：没有总分落在 ${f.from}${f.to ? `（含）至 ${f.to}（不含）` : " 以上"}，最近的总分为${[f.below, f.above].filter(Boolean).map((one) => ` ${one}`).join("、")}，应调整等级下限`,
    (f) => `grade “${f.grade}” is never reached: no total lies from ${f.from}${f.to ? ` to below ${f.to}` : " up"}, the nearest are ${[f.below, f.above].filter(Boolean).join(" and ")}; its bounds should be moved`,
  ),
  "knock-out-never": warning(
    (f) => (f.holds === "always" ? `规则 ${f.rule} 对“${f.indicator}”总是触发（如 ${f.actual}），应核对条件的界限和计量单位` : `规则 ${f.rule} 对“${f.indicator}”永不触发：${f.domain ? `取值范围 ${f.domain} 内` : ""}没有符合条件的值（如 ${f.actual} 不符合），应核对条件的界限和计量单位`),
    (f) => (f.holds === "always" ? `rule ${f.rule} always fires for “${f.indicator}” (at ${f.actual}), should be checked for its bound and unit` : `rule ${f.rule} never fires for “${f.indicator}”: no value${f.domain ? ` of ${f.domain}` : ""} fulfils it (${f.actual} does not), should be checked for its bound and unit`),
  ),
  "knock-out-shadowed": warning(
    (f) => `规则 ${f.rule} 不起作用：${f.fact ? `申报同一事实 ${f.fact} 时` : `${f.indicator ? `“${f.indicator}”` : ""}凡符合其条件的（如 ${f.actual}）`}，规则 ${f.other} 已作出同样或更严的处理，应删去或改正界限`,
    (f) => `rule ${f.rule} does nothing: ${f.fact ? `on the same fact ${f.fact}` : `wherever it holds (at ${f.actual}${f.indicator ? ` of “${f.indicator}”` : ""})`} rule ${f.other} decides first or as hard, should be removed or its bound moved`,
  ),
  "not-monotone": warning(
    (f) => `“${f.indicator}”完成得更好得分反而低（${zhDirection(f)}）：${f.worse} 得 ${f.worsePoints} 分，${f.better} 只得 ${f.betterPoints} 分，应使得分不降低${zhStandIn(f)}`,
    (f) => `“${f.indicator}” scores less for a better actual (${enDirection(f)}): ${f.worse} scores ${f.worsePoints}, ${f.better} only ${f.betterPoints}, should not fall${enStandIn(f)}`,
  ),
  "points-above-weight": warning(
    (f) => `“${f.indicator}”最高得 ${f.points} 分（${f.actual}），应不超过分值 ${f.weight}${zhStandIn(f)}`,
    (f) => `“${f.indicator}” scores up to ${f.points} (${f.actual}), should not exceed its weight ${f.weight}${enStandIn(f)}`,
  ),
  "tier-direction": warning(
    (f) => `“${f.indicator}”的档次序颠倒（${zhDirection(f)}）：${f.worse} 得 ${f.worsePoints} 分，${f.better} 只得 ${f.betterPoints} 分，较好的档得分应不低于较差的档${zhStandIn(f)}`,
    (f) => `the tiers of “${f.indicator}” are out of direction (${enDirection(f)}): ${f.worse} scores ${f.worsePoints}, ${f.better} only ${f.betterPoints}, the better tier should not score less${enStandIn(f)}`,
  ),
  "tier-unreachable": warning(
    (f) => `“${f.indicator}”的“${f.branch}”够不到：${f.value ? `${f.value} 时${f.decided ? `由“${f.decided}”决定` : "没有得分"}` : "没有这样的取值"}，应改正界限或删去${zhStandIn(f)}`,
    (f) => `“${f.branchEn}” of “${f.indicator}” is never reached: ${f.value ? `at ${f.value} ${f.decidedEn ? `“${f.decidedEn}” decides` : "nothing is scored"}` : "there is no such value"}, should be corrected or removed${enStandIn(f)}`,
  ),
  "zero-path-silent": warning(
    (f) => `“${f.indicator}”的${f.part}为 0 时${f.of === "target" ? "不论多少都" : ""}得满分${f.actual ? `（${f.actual}）` : ""}，指标解释和依据都没有写明，应写明或另作规定`,
    (f) => `“${f.indicator}” scores full marks when ${f.partEn} is 0${f.of === "target" ? ", whatever the actual" : f.actual ? ` (${f.actual})` : ""}, and neither definition nor basis says so, should say so or be declared otherwise`,
  ),
} as const;
