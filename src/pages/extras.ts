// 附加内容: what others found out about an evaluation — the smallest changes (假如), the findings of a recheck (复核发现).
// They are plain data; a page shows them where they are given.
import type { Audit } from "../types/audit-types.ts";
import { element, type Markup } from "../text/markup.ts";
import type { WhatIf } from "../types/what-if-types.ts";
import { basisText } from "../wording/explanation.ts";
import { key, SEVERITIES, WORDS } from "../wording/words.ts";
import { cell, type Context, middle, note, number, row, rowHead, section, small, table } from "./context.ts";
import { bracketed, colon, say } from "./words.ts";

export function whatIfTable(given: WhatIf, context: Context): Markup | undefined {
  const { lang } = context;
  const w = key(lang);
  const rows = given.indicators.flatMap((one) =>
    one.inputs.flatMap(({ label, actual, changes }) =>
      changes.flatMap(({ what, of, shift }) => {
        if (shift === null) return [];
        const aim = `${say(what, lang)}${of === "" ? ` ${WORDS.rejected[w]}` : lang === "en" ? ` “${of}”` : `“${of}”`}`;
        const value = [...Object.values(shift.with ?? {}), shift.value].join(lang === "en" ? ", " : "，");
        return [row([rowHead(one.name, one.groups.length === 0 ? undefined : small(one.groups.join(" / "))), cell(`${label[w]} ${actual}`), cell(aim), number(value), number(shift.points), number(shift.total), middle(shift.grade ?? WORDS.rejected[w])])];
      }),
    ),
  );
  if (rows.length === 0) return undefined;
  const columns = [
    { title: say("indicator", lang), width: 26 },
    { title: WORDS.actual[w], width: 18 },
    { title: say("change", lang), width: 16 },
    { title: say("wouldBe", lang), width: 12 },
    { title: WORDS.points[w], width: 9 },
    { title: WORDS.total[w], width: 10 },
    { title: WORDS.grade[w], width: 9 },
  ];
  return section("whatIf", context, note(say("whatIfNote", lang)), table(columns, rows, { broad: true }));
}

/** How the table was judged, what had to be assumed for it, and every finding with the rule that does not hold. */
export function findingsSection({ form, assumptions, findings }: Audit, context: Context): Markup {
  const { lang } = context;
  const judged = [`${say("form", lang)}${colon(lang)}${form.title}${bracketed(form.why, lang)}`, ...assumptions.map(({ message }) => message)];
  const columns = [
    { title: say("severity", lang), width: 8 },
    { title: say("where", lang), width: 18 },
    { title: say("printed", lang), width: 14 },
    { title: say("expected", lang), width: 16 },
    { title: say("says", lang), width: 44 },
  ];
  const rows = findings.map((one) =>
    row([
      middle(SEVERITIES[one.severity][key(lang)]),
      rowHead(one.row ?? say("wholeTable", lang), one.cell === undefined ? undefined : small(one.cell)),
      cell(one.printed === "" ? say("emptyCell", lang) : one.printed),
      cell(one.expected),
      cell(one.message, small(one.rule, one.assumption === undefined ? "" : bracketed(say("rests", lang), lang)), one.basis === undefined ? undefined : small(`${WORDS.basis[key(lang)]}${colon(lang)}${basisText(one.basis, lang)}`), small(one.code)),
    ]),
  );
  return section("findings", context, element("ul", { class: "note" }, judged.map((text) => element("li", {}, text))), findings.length === 0 ? note(say("findingsNone", lang)) : table(columns, rows, { broad: true }));
}
