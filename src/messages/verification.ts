// 词表：核验. Findings that are suppressed with a reason, and the baseline.
import { error } from "./entry.ts";

export const verification = {
  "baseline-stale": error(
    (f) => `基线中的 ${f.check}（${f.file}${f.at ? `，${f.at}` : ""}）已不再出现，应删去这一条（--prune）`,
    (f) => `${f.check} of the baseline (${f.file}${f.at ? `, ${f.at}` : ""}) no longer occurs, the entry should be removed (--prune)`,
  ),
  "suppression-form": error(
    (f) => `“${f.found}”写法不对，应为“${f.expected}”`,
    (f) => `“${f.found}” has not the right form, should be “${f.expected}”`,
  ),
  "suppression-not-allowed": error(
    (f) => `${f.check} 不能抑制：应改正它所指的问题（只有可配置的检查，以及规则包的警告和提示可以抑制）`,
    (f) => `${f.check} cannot be suppressed: mend what it points at (only configurable checks, and warnings and infos of packs, can be)`,
  ),
  "suppression-unknown": error(
    (f) => `没有名为 ${f.check} 的问题代码${f.guess ? `，是否指 ${f.guess}` : ""}`,
    (f) => `there is no code ${f.check}${f.guess ? `, did you mean ${f.guess}` : ""}`,
  ),
  "suppression-unused": error(
    (f) => `此处没有 ${f.check} 的问题，应删去这一抑制`,
    (f) => `there is no finding ${f.check} here, the suppression should be removed`,
  ),
  "suppression-without-reason": error(
    (f) => `抑制没有写理由，应为“${f.expected}”`,
    (f) => `the suppression gives no reason, should be “${f.expected}”`,
  ),
} as const;
