// 词表：可配置的检查. One entry per check; how grave it is, the configuration says.
import { warning } from "./entry.ts";

export const checks = {
  "definition-missing": warning(
    (f) => `“${f.indicator}”没有指标解释，应写 definition`,
    (f) => `“${f.indicator}” has no definition, should have one`,
  ),
} as const;
