// 上下级规则包: no pack that a framework obeys is looser than the one it extends.
import { defineCheck } from "../check.ts";
import { label } from "../expression/expression.ts";
import { compareWithHigher } from "../inheritance.ts";

export const packLevels = defineCheck({
  id: "pack-levels",
  title: label("上下级规则包", "Levels of packs"),
  run({ packs }, report) {
    for (const pack of packs) compareWithHigher(pack, packs, report);
  },
});
