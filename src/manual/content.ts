// 说明书: a framework, an indicator library or a rule pack as a document that can be annexed to a notice.
import type { Document } from "../types/loaded.ts";
import { groupsOf, type Linked } from "../model/linked.ts";
import { type Manual, type ManualSection, type ManualTable, plainCells } from "./model.ts";
import { methodOf } from "../methods/index.ts";
import { selects } from "../model/rule.ts";
import { ruleOf } from "../rules/index.ts";
import type { Basis, Language, PackRule } from "../types/types.ts";
import { basisText } from "../wording/explanation.ts";
import { howText, indicatorTable, looseLeaf } from "./table.ts";
import { CATEGORIES, effectiveWords, labelled, listed, MANUAL, PURPOSES } from "./words.ts";
import { combineOf, gradeWords, missingWords, notApplicableWords, roundingOf, roundingWords, ruleSentence, standardOf } from "./standard.ts";
import { scopeWords } from "./parameters.ts";
import { key, STATUS, WORDS } from "../wording/words.ts";

type Noted = readonly [name: string, basis: Basis];
type Selection = { readonly tag?: string; readonly indicator?: string };

export function frameworkManual(linked: Linked, lang: Language): Manual {
  const w = key(lang);
  const { data } = linked.framework;
  const subject = linked.objectives?.data;
  const dot = w === "zh" ? "。" : ".";
  const facts: ManualSection["facts"] = [
    ...(subject === undefined ? [] : [[MANUAL.subject[w], [subject.subject.name, subject.subject.department, subject.subject.unit].filter((one) => one !== undefined).join(" · ")], [MANUAL.period[w], subject.period]] as const),
    [MANUAL.id[w], data.id],
    [MANUAL.version[w], data.version],
    [MANUAL.category[w], CATEGORIES[data.category][w]],
    [MANUAL.purpose[w], PURPOSES[data.purpose][w]],
    [MANUAL.effective[w], effectiveWords(data.effective, lang)],
    [MANUAL.full[w], `${data.total}${w === "zh" ? " 分" : ""}${data.maximum === undefined ? "" : w === "zh" ? `（${MANUAL.maximum.zh} ${data.maximum} 分）` : ` (${MANUAL.maximum.en} ${data.maximum})`}`],
    [WORDS.basis[w], basisText(data.basis, lang)],
    [MANUAL.packs[w], listed(linked.packs.map((one) => one.data.title), lang) || MANUAL.none[w]],
    ...(data.description === undefined ? [] : [[MANUAL.description[w], data.description] as const]),
  ];
  const groups = groupsOf(linked.root).filter((one) => one.combine !== undefined);
  const nameOf = (id: string): string => linked.root.find((one) => one.id === id)?.name ?? id;
  const policies = [
    labelled(MANUAL.rounding, roundingWords(roundingOf(data), lang), lang),
    labelled(MANUAL.notApplicable, notApplicableWords(data["not-applicable"], lang, nameOf), lang),
    labelled(MANUAL.missing, missingWords(data.missing, lang), lang),
    ...groups.map((one) => labelled({ zh: `“${one.name}”`, en: one.name }, combineOf(one, lang), lang)),
  ].map((one) => one + dot);
  const methods = Object.entries(data.methods ?? {});
  const rows = methods.map(([name, method]) => plainCells([name, methodOf(method.kind)?.title[w] ?? method.kind, standardOf(looseLeaf({ id: name, method }, data.basis), roundingOf(data), lang)]));
  const methodColumns = [{ title: MANUAL.id[w], width: 14 }, { title: WORDS.method[w], width: 16 }, { title: MANUAL.standard[w], width: 70 }];
  const noted: readonly Noted[] = [
    [MANUAL.whole[w], data.basis],
    ...linked.leaves.filter((one) => one.basis !== data.basis).map((one) => [one.name, one.basis] as const),
    ...data.grades.flatMap((one) => (one.basis === undefined ? [] : [[`${MANUAL.grades[w]} ${one.name}`, one.basis] as const])),
    ...linked.packs.flatMap((pack) => pack.data.rules.map((rule) => [`${pack.data.title} ${rule.id}`, rule.basis] as const)),
  ];
  return {
    lang,
    title: data.title,
    subtitle: `${data.id} ${data.version}`,
    sections: [
      { heading: MANUAL.about[w], facts },
      { heading: MANUAL.table[w], table: indicatorTable(linked, lang) },
      ...(rows.length === 0 ? [] : [{ heading: MANUAL.methods[w], table: { columns: methodColumns, rows } }]),
      { heading: MANUAL.grades[w], list: gradeWords(data.grades, lang) },
      { heading: MANUAL.policies[w], list: policies },
      ...linked.packs.map((pack) => ({ heading: `${MANUAL.packs[w]}${w === "zh" ? "：" : ": "}${pack.data.title}`, table: ruleTable(pack, lang, linked) })),
      notes(noted, lang),
    ],
  };
}

export function packManual({ data }: Document<"pack">, extended: string | undefined, lang: Language): Manual {
  const w = key(lang);
  const facts: ManualSection["facts"] = [
    [MANUAL.id[w], data.id],
    [MANUAL.version[w], data.version],
    [MANUAL.effective[w], effectiveWords(data.effective, lang)],
    ...(data.extends === undefined ? [] : [[MANUAL.extends[w], extended ?? data.extends] as const]),
  ];
  const declared = Object.entries(data.facts ?? {}).map(([id, words]) => labelled({ zh: id, en: id }, words, lang));
  return {
    lang,
    title: data.title,
    subtitle: `${data.id} ${data.version}`,
    sections: [
      { heading: MANUAL.about[w], facts },
      { heading: MANUAL.says[w], table: ruleTable({ data }, lang, undefined) },
      ...(declared.length === 0 ? [] : [{ heading: MANUAL.facts[w], list: declared }]),
      notes(data.rules.map((rule) => [rule.id, rule.basis]), lang),
    ],
  };
}

export function libraryManual({ data }: Document<"indicator-library">, lang: Language): Manual {
  const w = key(lang);
  const rounding = { places: 2, mode: "half-up" } as const;
  const leaves = data.indicators.flatMap((node) => (typeof node.method === "object" ? [looseLeaf({ ...node, method: node.method }, data.basis)] : []));
  const columns = [
    { title: MANUAL.id[w], width: 12 }, { title: MANUAL.library[w], width: 10 }, { title: MANUAL.definition[w], width: 15 }, { title: MANUAL.how[w], width: 14 },
    { title: MANUAL.standard[w], width: 24 }, { title: MANUAL.evidence[w], width: 9 }, { title: WORDS.basis[w], width: 16 },
  ];
  const rows = leaves.map((leaf) =>
    plainCells([leaf.id, leaf.name, leaf.definition ?? "", howText(leaf, rounding, lang), standardOf(leaf, rounding, lang), leaf.evidence ?? "", basisText(leaf.basis, lang)]),
  );
  return {
    lang,
    title: data.title,
    subtitle: `${data.id} ${data.version}`,
    sections: [
      { heading: MANUAL.about[w], facts: [[MANUAL.id[w], data.id], [MANUAL.version[w], data.version], [WORDS.basis[w], basisText(data.basis, lang)]] },
      { heading: MANUAL.library[w], table: { columns, rows } },
      notes(leaves.map((leaf) => [leaf.name, leaf.basis]), lang),
    ],
  };
}

function ruleTable({ data }: Pick<Document<"pack">, "data">, lang: Language, linked: Linked | undefined): ManualTable {
  const w = key(lang);
  const zh = w === "zh";
  const columns = [
    { title: MANUAL.rule[w], width: 15 }, { title: MANUAL.kind[w], width: 10 }, { title: MANUAL.says[w], width: 27 },
    { title: MANUAL.clause[w], width: 26 }, { title: MANUAL.document[w], width: 15 }, { title: MANUAL.status[w], width: 7 },
  ];
  const named = (rule: PackRule): string => {
    const of = (rule["of"] ?? rule["when"]) as Selection | undefined;
    const names = linked === undefined || of === undefined ? [] : linked.leaves.filter((leaf) => selects(of, leaf)).map(({ name }) => name);
    return names.length === 0 ? "" : `\n${labelled(MANUAL.on, listed(names, lang), lang)}`;
  };
  const rows = data.rules.map((rule) =>
    plainCells([rule.id, ruleOf(rule.kind)?.title[w] ?? rule.kind, ruleSentence(rule, data.facts ?? {}, lang) + scopeWords(rule, lang) + named(rule), rule.basis.clause === undefined ? "" : zh ? `“${rule.basis.clause}”` : `“${rule.basis.clause}”`, rule.basis.document, STATUS[rule.basis.status][w]]),
  );
  return { columns, rows };
}

/** What does not rest on a published rule, each with its basis, so that no manual hides it. */
function notes(list: readonly Noted[], lang: Language): ManualSection {
  const w = key(lang);
  const open = list.filter(([, { status }]) => status !== "published");
  if (open.length === 0) return { heading: MANUAL.notes[w], text: MANUAL.allPublished[w] };
  return { heading: MANUAL.notes[w], text: MANUAL.notesText[w], list: open.map(([name, basis]) => labelled({ zh: name, en: name }, basisText(basis, lang), lang)) };
}
