// 词表：检查的配置.
import { error } from "./entry.ts";

export const configuration = {
  "check-option-missing": error(
    (f) => `检查 ${f.check} 没有给出 ${f.option}，应写明，或依据给出它的配置（extends）`,
    (f) => `check ${f.check} lacks ${f.option}, give it or extend a configuration that does`,
  ),
  "config-cycle": error(
    (f) => `配置 ${f.id} 互为依据，应逐级向上`,
    (f) => `the configurations extend each other (${f.id}), should lead upwards`,
  ),
  "config-unknown": error(
    (f) => `没有编号为 ${f.id} 的配置${f.guess ? `，是否指 ${f.guess}` : ""}`,
    (f) => `there is no configuration ${f.id}${f.guess ? `, did you mean ${f.guess}` : ""}`,
  ),
} as const;
