// 评分办法未使用: a method declared by name is used by an indicator, or may be chosen for a slot.
// Example: methods: { old: … }, no slots, and no indicator with method: old → a finding at its name.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { writtenIn } from "../check/framework-view.ts";
import { placeIn } from "../link/link.ts";

export const methodUnused = defineCheck({
  id: "method-unused",
  title: label("评分办法未使用", "Method unused"),
  why: label("声明了而没有用到的评分办法会误导读者；也可能是指标写错了办法的名称。", "A method that nothing uses misleads readers, and may show that an indicator names the wrong one."),
  mend: label("删去，或在应当使用的指标中引用。", "Drop it, or use it where it was meant."),
  basis: { document: "本库指标体系的约定", clause: "methods 中的评分办法供指标按名称引用", status: "illustrative" },
  codes: ["method-unused"],
  framework({ framework }, report) {
    const written = writtenIn(framework);
    if (written.some(({ node }) => node.slot !== undefined)) return;
    for (const name of Object.keys(framework.data.methods ?? {})) {
      if (!written.some(({ node }) => node.method === name)) report("method-unused", { method: name }, placeIn(framework, ["methods", name], "key"));
    }
  },
});
