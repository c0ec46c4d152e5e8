// 目标值为 0 时未作规定: a ratio is taken of a target that is still to be set, and nothing says what a target of 0 means.
// Example: methods: { proportional: { kind: proportional, over: cap } } in a framework of slots → a finding at it: an
// objectives document with the target “= 0次” would be refused. Where every target is given, the figure itself is judged.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { writtenIn } from "../check/framework-view.ts";
import { placeIn } from "../link/link.ts";
import type { LinkedLeaf } from "../model/linked.ts";

const RATIOS: readonly string[] = ["proportional", "reverse"];
const isOpen = (method: LinkedLeaf["method"]): boolean => RATIOS.includes(method.kind) && method["zero-target"] === undefined;

export const zeroTargetOpen = defineCheck({
  id: "zero-target-open",
  title: label("目标值为 0 时未作规定", "Zero target left open"),
  why: label("“事故 0 起”“投诉 0 次”这类目标值无法相除；没有规定时，填报了这样的目标值才发现不能计分。", "Targets such as “0 accidents” cannot be divided by; without a rule this shows only once somebody sets one."),
  mend: label("写 zero-target：met-or-zero、zero、full-marks 或 not-applicable。", "Declare zero-target: met-or-zero, zero, full-marks or not-applicable."),
  basis: { document: "已运行的省级系统", clause: "目标值为 0 的另作处理", status: "published" },
  codes: ["zero-target-open"],
  framework({ framework, leaves }, report) {
    const named = Object.entries(framework.data.methods ?? {});
    const slots = writtenIn(framework).some(({ node }) => node.slot !== undefined);
    const awaiting = leaves.filter((leaf) => !leaf.own && leaf.target === undefined && !leaf.targetFaulty && isOpen(leaf.method));
    for (const [name, method] of named) {
      if (isOpen(method) && (slots || awaiting.some((leaf) => leaf.method === method))) report("zero-target-open", { method: name, kind: method.kind }, placeIn(framework, ["methods", name]));
    }
    for (const leaf of awaiting) {
      if (!named.some(([, method]) => method === leaf.method)) report("zero-target-open", { indicator: leaf.name, kind: leaf.method.kind }, leaf.place("method"));
    }
  },
});
