// 词表：跨文件的检查. Several documents against each other; how grave a finding is, the configuration says.
import { citeEn, citeZh, error, type Facts, info, warning } from "./entry.ts";

type Words = Readonly<Record<string, readonly [zh: string, en: string]>>;

const KEYS: Words = {
  name: ["名称", "name"], definition: ["指标解释", "definition"], method: ["评分办法", "method"], measure: ["计算公式", "formula"], unit: ["计量单位", "unit"],
  domain: ["取值范围", "domain"], grades: ["等级", "grades"], rounding: ["舍入", "rounding"], "not-applicable": ["不适用的处理", "treatment of what does not apply"],
  missing: ["缺失的处理", "treatment of what is missing"], framework: ["指标体系", "framework"], pack: ["规则包", "pack"], "indicator-library": ["指标库", "indicator library"],
  objectives: ["绩效目标表", "objectives"], config: ["检查配置", "configuration"],
};
const ABOUT: Words = {
  grades: ["等级", "grades"], places: ["舍入位数", "decimals"], mode: ["舍入方式", "rounding"], effect: ["同一条件的后果", "the effect of one condition"],
  actual: ["能得分的实际值", "actual values that earn points"], completion: ["能得分的完成率", "completions that earn points"], weight: ["分值", "weights"], share: ["占满分的比例", "shares of the full marks"],
};
const word = (words: Words, lang: 0 | 1, key = ""): string => words[key]?.[lang] ?? key;
const keysZh = (f: Facts): string => (f.keys ?? "").split("、").map((key) => word(KEYS, 0, key)).join("、");
const keysEn = (f: Facts): string => (f.keys ?? "").split("、").map((key) => word(KEYS, 1, key)).join(", ");
const listEn = (list = ""): string => list.replaceAll("、", ", ");
const otherBasis = (f: Facts): Facts => ({ document: f["other-document"] ?? "", clause: f["other-clause"] ?? "", status: f["other-status"] ?? "" });
const daysZh = (f: Facts): string => (f.count === "" ? `${f.days} 起` : `${f.days}，共 ${f.count} 天`);
const daysEn = (f: Facts): string => (f.count === "" ? `${f.days} onwards` : `${f.days}, ${f.count} days`);

export const corpusChecks = {
  "category-methods-differ": warning(
    (f) => `“${f.indicator}”的评分办法（${f.method}）与同类的《${f.framework}》（${f.other}）的规定不同，应一致`,
    (f) => `“${f.indicator}” is scored otherwise (${f.method}) than in “${f.framework}” of the same category (${f.other}), should be the same`,
  ),
  "category-settings-differ": warning(
    (f) => `${word(KEYS, 0, f.key)}为 ${f.found}，同类的《${f.framework}》为 ${f.other}，应一致`,
    (f) => `the ${word(KEYS, 1, f.key)} is ${listEn(f.found)} but ${listEn(f.other)} in “${f.framework}” of the same category, should be the same`,
  ),
  "category-weights-differ": warning(
    (f) => `“${f.group}”分值为 ${f.weight}，同类的《${f.framework}》为 ${f.other}，相差应不超过 ${f.tolerance}`,
    (f) => `the weight of “${f.group}” is ${f.weight} but ${f.other} in “${f.framework}” of the same category, should differ by at most ${f.tolerance}`,
  ),
  "effective-gap": warning(
    (f) => `${f.id} 的 ${f.before} 版失效后，${f.version} 版未即施行，${daysZh(f)}没有有效的版本，应首尾相接`,
    (f) => `version ${f.version} of ${f.id} begins late after ${f.before}: nothing holds on ${daysEn(f)}; should begin on the next day`,
  ),
  "effective-overlap": error(
    (f) => `${f.id} 的 ${f.before} 版和 ${f.version} 版同时有效（${daysZh(f)}），同日应只有一个版本有效`,
    (f) => `versions ${f.before} and ${f.version} of ${f.id} hold at the same time (${daysEn(f)}), only one should`,
  ),
  "effective-reversed": error(
    (f) => `${f.id} 的失效日期为 ${f.to}，早于施行日期 ${f.from}，应不早于施行日期`,
    (f) => `${f.id} ends on ${f.to}, before it begins on ${f.from}`,
  ),
  "indicator-repeated": warning(
    (f) => `“${f.indicator}”与${f.library ? `指标库《${f.library}》的` : ""}“${f.other}”名称同义，应并为一项，或在名称和指标解释中写明区别`,
    (f) => `“${f.indicator}” means the same as “${f.other}”${f.library ? ` of the library “${f.library}”` : ""}, should be one indicator, or tell them apart by name and definition`,
  ),
  "libraries-differ": error(
    (f) => `“${f.indicator}”（${f.id}）的${keysZh(f)}与指标库《${f.library}》不同，同一编号应只有一种定义`,
    (f) => `“${f.indicator}” (${f.id}) differs from the library “${f.library}” in ${keysEn(f)}, one id should have one definition`,
  ),
  "library-drift": warning(
    (f) => `“${f.indicator}”的${keysZh(f)}与指标库《${f.library}》的“${f.name}”（${f.id}）不同，应${f.own ? "与之一致" : "以 use 引用"}，或写 basis 注明依据`,
    (f) => `“${f.indicator}” differs from “${f.name}” (${f.id}) of the library “${f.library}” in ${keysEn(f)}, should ${f.own ? "agree with" : "use"} it or state a basis of its own`,
  ),
  "library-not-used": info(
    (f) => `“${f.indicator}”与指标库《${f.library}》的 ${f.id} 相同，应写 use: ${f.id}`,
    (f) => `“${f.indicator}” is the same as ${f.id} of the library “${f.library}”, should be use: ${f.id}`,
  ),
  "library-unused": info(
    (f) => `没有指标体系使用“${f.indicator}”（${f.id}），应删去或使用`,
    (f) => `no framework uses “${f.indicator}” (${f.id}), should be removed or used`,
  ),
  "norm-expired": error(
    (f) => `规则包 ${f.pack} 已于 ${f.to} 失效，至 ${f.day} 已 ${f.count} 天，应改用现行的规定`,
    (f) => `the pack ${f.pack} expired on ${f.to}, ${f.count} days before ${f.day}; the norm now in force should be obeyed`,
  ),
  "norm-expires-soon": info(
    (f) => `规则包 ${f.pack} 将于 ${f.to} 失效，距 ${f.day} 还有 ${f.count} 天，应有接续的版本`,
    (f) => `the pack ${f.pack} expires on ${f.to}, ${f.count} days after ${f.day}; a version should continue it`,
  ),
  "pack-indicator-unknown": error(
    (f) => `规则 ${f.rule} 所指的指标 ${f.id} 不存在，应为指标库或指标体系中的编号${f.guess ? `，是否指 ${f.guess}` : ""}`,
    (f) => `rule ${f.rule} names the indicator ${f.id}, which no library or framework has${f.guess ? `, did you mean ${f.guess}` : ""}`,
  ),
  "pack-not-effective": warning(
    (f) => `《${f.framework}》有效而规则包 ${f.pack} 不在有效期：${f.days}，有效期应在规则包的有效期之内`,
    (f) => `“${f.framework}” holds while the pack ${f.pack} does not: ${listEn(f.days)}; should hold only while its packs do`,
  ),
  "pack-unused": info(
    (f) => `没有指标体系或规则包引用规则包 ${f.pack}（${f.title}），应写入 packs 或 extends`,
    (f) => `no framework or pack names the pack ${f.pack} (${f.title}), should stand in packs or extends`,
  ),
  "packs-contradict": error(
    (f) =>
      `规则 ${f.rule} 与规则 ${f.other} 不能同时遵守：${word(ABOUT, 0, f.about)}，前者为 ${f.found}${citeZh(f)}，后者为 ${f.expected}${citeZh(otherBasis(f))}${f.whole ? "，合计超过满分" : ""}，应改其一，或分别写明适用范围`,
    (f) =>
      `rules ${f.rule} and ${f.other} cannot both be obeyed: ${word(ABOUT, 1, f.about)} are ${listEn(f.found)}${citeEn(f)} against ${listEn(f.expected)}${citeEn(otherBasis(f))}${f.whole ? ", together above the full marks" : ""}; one should change, or both should say where they apply`,
  ),
  "version-twice": error(
    (f) => `${word(KEYS, 0, f.kind)} ${f.id}${f.version ? `（${f.version}）` : ""}有两份，内容不同，同一编号${f.version ? "、同一版本" : ""}应只有一份`,
    (f) => `${word(KEYS, 1, f.kind)} ${f.id}${f.version ? ` (${f.version})` : ""} stands twice and says different things, should stand once`,
  ),
} as const;
