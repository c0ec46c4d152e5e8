// 覆盖报告（网页）: one page that stands alone, without script, that prints well and reads in black and white:
// what was not reached carries a mark and a word, not only a colour.
import { type Coverage, type CoverageItem, type CoverageUnit, unreached } from "./coverage.ts";
import { coverageWord, ITEM_KINDS, itemPlace, unitTitle } from "./words.ts";
import { escaped } from "../text/markup.ts";
import { page } from "../text/page.ts";

const STYLE = `
body { max-width: 64em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.6em; margin: 0 0 .2em; }
h2 { font-size: 1.2em; margin: 2em 0 .4em; border-bottom: 2px solid #000; }
p { margin: .3em 0; }
table { margin: .6em 0; }
caption { text-align: left; font-weight: bold; padding: .3em 0; }
th, td { border: 1px solid #666; padding: .25em .5em; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #eee; }
td:first-child { white-space: nowrap; }
table.units td:first-child { white-space: normal; }
td.number, th.number { text-align: right; white-space: nowrap; }
tr.open td { font-weight: bold; border-left-width: 4px; }
tr.open td ~ td { font-weight: normal; border-left-width: 1px; }
.bar { display: block; height: .8em; min-width: 8em; border: 1px solid #000; }
.bar i { display: block; height: 100%; background: #444; }
code { font-family: "Sarasa Mono SC", Consolas, Menlo, monospace; font-size: .92em; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } h2 { break-after: avoid; } .bar i { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;

const LANG = "zh-CN";
const bar = (percent: string): string => `<span class="bar" role="img" aria-label="${percent}%"><i style="width:${percent}%"></i></span>`;

export function coveragePage(all: Coverage): string {
  const open = all.total - all.reached;
  const body = `<h1>用例覆盖报告</h1>
<p>共 ${all.total} 项，用例覆盖 ${all.reached} 项（${all.percent}%），未覆盖 ${open} 项。</p>
<p>一项是用例可以走到的一处：评分办法的一个分支、评价要点的一种取值、一个等级、一种不适用或未填的处理、一条规则的遵守或违反、触发或不触发。走不到的分支不计。</p>
<table class="units">
<thead><tr><th>文档</th><th class="number">覆盖</th><th class="number">共</th><th class="number">比例</th><th>图示</th></tr></thead>
<tbody>
${all.units.map((unit, index) => `<tr><td><a href="#unit-${index + 1}">${escaped(unitTitle(unit, LANG))}</a></td><td class="number">${unit.reached}</td><td class="number">${unit.total}</td><td class="number">${unit.percent}%</td><td>${bar(unit.percent)}</td></tr>`).join("\n")}
</tbody>
</table>
${all.units.map(section).join("\n")}`;
  return page({ lang: LANG, title: "用例覆盖报告", style: STYLE, body });
}

function section(unit: CoverageUnit, index: number): string {
  const open = unreached(unit);
  const done = unit.items.filter((one) => one.cases > 0);
  return `<section id="unit-${index + 1}">
<h2>${escaped(unitTitle(unit, LANG))}</h2>
<p>${unit.file === undefined ? "" : `<code>${escaped(unit.file)}</code>　`}覆盖 ${unit.reached}/${unit.total}（${unit.percent}%）</p>
${open.length === 0 ? `<p>${coverageWord("all", LANG)}。</p>` : table(`○ 未覆盖（${open.length} 项）`, open)}
${done.length === 0 ? "" : table(`● 已覆盖（${done.length} 项）`, done)}
</section>`;
}

function table(caption: string, items: readonly CoverageItem[]): string {
  return `<table>
<caption>${caption}</caption>
<thead><tr><th>状态</th><th>指标或规则</th><th>类型</th><th>内容</th><th>位置</th><th class="number">用例数</th></tr></thead>
<tbody>
${items.map(row).join("\n")}
</tbody>
</table>`;
}

function row(one: CoverageItem): string {
  const of = one.of === "" || one.of === one.name ? "" : ` <code>${escaped(one.of)}</code>`;
  return `<tr${one.cases === 0 ? ' class="open"' : ""}><td>${one.cases === 0 ? "○ 未覆盖" : "● 已覆盖"}</td><td>${escaped(one.name)}${of}</td><td>${ITEM_KINDS[one.kind].zh}</td><td>${escaped(one.label.zh)} <code>${escaped(one.id)}</code></td><td><code>${escaped(itemPlace(one))}</code></td><td class="number">${one.cases}</td></tr>`;
}
