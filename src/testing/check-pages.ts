// 检查说明: the page of one check and the list of all, from the definition of the check, from the settings that the
// presets give it, and from its fixture: the first case that fails and the first that passes.
import type { Check, Stages } from "../check/check.ts";
import { exampleSections } from "./check-examples.ts";
import { blocking, configurable } from "../checks/index.ts";
import { configure, enabledOf } from "../verify/configuration.ts";
import type { Severity } from "../types/diagnostics.ts";
import { type Document, isKind, type Loaded } from "../types/loaded.ts";
import { type Manual, type ManualCell, type ManualSection, plainCells } from "../manual/model.ts";
import { draw, type ManualFormat } from "../manuals/index.ts";
import type { z } from "../source/shape.ts";
import { linesAt } from "../source/snippet.ts";
import type { Label, Language } from "../types/types.ts";
import { basisText } from "../wording/explanation.ts";
import { key, SEVERITIES, WORDS } from "../wording/words.ts";

export interface CheckPageOptions {
  readonly format?: ManualFormat;
  readonly lang?: Language;
  /** the shipped documents: the presets, and what fixtures refer to */
  readonly known: readonly Loaded[];
  /** the text of the check's fixture; without it the page has no examples */
  readonly fixture?: string;
}

const STAGES: Readonly<Record<keyof Stages<unknown>, Label>> = {
  document: { zh: "文档的书写", en: "The writing of a document" },
  framework: { zh: "指标体系和绩效目标表", en: "Frameworks and objectives" },
  program: { zh: "评分规则的静态分析", en: "Static analysis of scoring rules" },
  actuals: { zh: "评价结果", en: "Evaluations" },
  corpus: { zh: "多个文档之间", en: "Documents against each other" },
};
const PAGE = {
  about: { zh: "基本信息", en: "About" },
  id: { zh: "编号", en: "Id" },
  title: { zh: "名称", en: "Title" },
  looks: { zh: "检查对象", en: "Looks at" },
  sort: { zh: "性质", en: "Sort" },
  blocking: { zh: "必要的检查，始终进行，不能关闭", en: "Blocking: always on" },
  configurable: { zh: "可配置的检查", en: "Configurable" },
  codes: { zh: "问题代码", en: "Codes" },
  why: { zh: "理由", en: "Why" },
  mend: { zh: "改法", en: "How to mend" },
  settings: { zh: "轻重", en: "Severity" },
  preset: { zh: "配置", en: "Configuration" },
  off: { zh: "不检查", en: "off" },
  options: { zh: "选项", en: "Options" },
  option: { zh: "选项", en: "Option" },
  meaning: { zh: "含义", en: "Meaning" },
  figures: { zh: "所用的数值、用词和依据", en: "Figures, words and their basis" },
  configure: { zh: "怎样改变", en: "How to change it" },
  checks: { zh: "检查", en: "Checks" },
  all: { zh: "全部检查", en: "All checks" },
} as const satisfies Readonly<Record<string, Label>>;

const every: readonly Check[] = [...blocking, ...configurable];
/** The checks that have a page. */
export const checkIds: readonly string[] = every.map((one) => one.id);

const stagesOf = (check: Check): readonly (keyof Stages<unknown>)[] => (Object.keys(STAGES) as (keyof Stages<unknown>)[]).filter((stage) => check[stage] !== undefined);
const isBlocking = (check: Check): boolean => check.blocking === true;

/** The presets among the shipped documents, each with the severity it gives a check. */
function presetsIn(known: readonly Loaded[]): readonly { readonly config: Document<"config">; readonly title: string; severityOf(id: string): Severity | "off" }[] {
  return known
    .filter((one) => isKind(one, "config"))
    .map((config) => {
      const enabled = enabledOf(configure(config, known).configuration);
      return { config, title: config.data.id ?? config.file ?? "", severityOf: (id) => enabled.find(({ check }) => check.id === id)?.severity ?? "off" };
    });
}

/** The page of a check; undefined where there is no such check. */
export function checkPage(id: string, options: CheckPageOptions): string | undefined {
  const check = every.find((one) => one.id === id);
  return check && draw(pageOf(check, options), options.format ?? "markdown");
}

function pageOf(check: Check, { lang = "zh-CN", known, fixture }: CheckPageOptions): Manual {
  const w = key(lang);
  const dot = w === "zh" ? "、" : ", ";
  const facts: ManualSection["facts"] = [
    [PAGE.id[w], check.id],
    [PAGE.looks[w], stagesOf(check).map((stage) => STAGES[stage][w]).join(dot)],
    [PAGE.sort[w], PAGE[isBlocking(check) ? "blocking" : "configurable"][w]],
    [PAGE.codes[w], check.codes.join(dot)],
    [WORDS.basis[w], basisText(check.basis, lang)],
  ];
  return {
    lang,
    title: check.title[w],
    subtitle: check.id,
    sections: [
      { heading: PAGE.why[w], text: check.why[w] },
      { heading: PAGE.mend[w], text: check.mend[w] },
      ...(fixture === undefined ? [] : exampleSections(check, fixture, known, lang)),
      ...(isBlocking(check) ? [] : settingSections(check, known, lang)),
      { heading: PAGE.about[w], facts },
    ],
  };
}

function settingSections(check: Check, known: readonly Loaded[], lang: Language): readonly ManualSection[] {
  const w = key(lang);
  const presets = presetsIn(known);
  const words = (severity: Severity | "off"): string => (severity === "off" ? PAGE.off[w] : `${severity}${w === "zh" ? ` ${SEVERITIES[severity].zh}` : ""}`);
  const options = Object.entries((check.options ?? {}) as Readonly<Record<string, z.ZodType>>);
  // As the presets themselves write it, with the basis that stands there.
  const written = presets.flatMap(({ config, title }) => {
    const setting = config.data.checks?.[check.id];
    return typeof setting === "object" ? [{ heading: `${PAGE.figures[w]}${w === "zh" ? "：" : ": "}${title}`, code: linesAt(config, ["checks", check.id]).map(({ text }) => text).join("\n") }] : [];
  });
  return [
    { heading: PAGE.settings[w], table: { columns: [{ title: PAGE.preset[w], width: 50 }, { title: PAGE.settings[w], width: 50 }], rows: presets.map(({ title, severityOf }) => plainCells([title, words(severityOf(check.id))])) } },
    ...(options.length === 0 ? [] : [{ heading: PAGE.options[w], table: { columns: [{ title: PAGE.option[w], width: 30 }, { title: PAGE.meaning[w], width: 70 }], rows: options.map(([name, shape]) => plainCells([name, shape.description ?? ""])) } }]),
    ...written,
    { heading: PAGE.configure[w], code: `kind: config\nextends: ${presets[0]?.title ?? ""}\nchecks:\n  ${check.id}: off   # off, info, warning, error` },
  ];
}

/** The list of all checks: those that are always on, and those that a configuration switches on, by what they look at. */
export function checkIndex({ format = "markdown", lang = "zh-CN", known }: CheckPageOptions): string {
  const w = key(lang);
  const presets = presetsIn(known);
  const idCell = (check: Check): ManualCell => ({ text: check.id, ...(format === "markdown" ? { href: `${check.id}.md` } : {}) });
  const always = { columns: [{ title: PAGE.id[w], width: 30 }, { title: PAGE.title[w], width: 30 }, { title: PAGE.why[w], width: 40 }], rows: blocking.map((check) => [idCell(check), ...plainCells([check.title[w], check.why[w]])]) };
  const columns = [{ title: PAGE.id[w], width: 30 }, { title: PAGE.title[w], width: 30 }, ...presets.map(({ title }) => ({ title, width: 40 / presets.length }))];
  const groups = (Object.keys(STAGES) as (keyof Stages<unknown>)[]).flatMap((stage) => {
    const of = configurable.filter((check) => stagesOf(check)[0] === stage);
    const rows = of.map((check) => [idCell(check), ...plainCells([check.title[w], ...presets.map(({ severityOf }) => severityOf(check.id))])]);
    return rows.length === 0 ? [] : [{ heading: `${PAGE.configurable[w]}${w === "zh" ? "：" : ": "}${STAGES[stage][w]}`, table: { columns, rows } }];
  });
  return draw({ lang, title: PAGE.all[w], subtitle: `${PAGE.checks[w]} ${every.length}`, sections: [{ heading: PAGE.blocking[w], table: always }, ...groups] }, format);
}
