// 报告的样式: A4 upright, wide tables across, every page numbered; on a screen and on a phone tables scroll in their box.

const SONG = '"FZXiaoBiaoSong-B05S", "方正小标宋简体", "Source Han Serif SC", "Noto Serif CJK SC", STZhongsong, SimSun, "WenQuanYi Micro Hei", serif';

export const styleOf = (pageOf: readonly [before: string, between: string, after: string]): string => `
@page { size: A4; margin: 18mm 14mm 20mm; @bottom-center { content: "${pageOf[0]}" counter(page) "${pageOf[1]}" counter(pages) "${pageOf[2]}"; font: 9pt SimSun, "WenQuanYi Micro Hei", serif; } }
@page across { size: A4 landscape; margin: 15mm 14mm 18mm; }
body { max-width: 1000px; padding: 24px 16px 48px; }
header { margin: 0 0 20px; text-align: center; }
h1 { margin: 4px 0; font: normal 26px/1.35 ${SONG}; }
header p { margin: 2px 0; }
h2 { margin: 30px 0 8px; padding: 0 0 4px; border-bottom: 2px solid #1d3b57; font-size: 17px; break-after: avoid; }
h2 + .note, h3 + .note { break-after: avoid; }
h3 { margin: 18px 0 6px; font-size: 14px; break-after: avoid; }
p { margin: 6px 0; }
ul, ol { margin: 6px 0; padding-left: 1.6em; }
li { break-inside: avoid; }
.note { font-size: 12.5px; line-height: 1.55; }
.scroll { margin: 6px 0; overflow-x: auto; }
table { font-size: 12.5px; line-height: 1.45; }
caption { padding: 4px 0; text-align: left; font-weight: bold; }
th, td { padding: 4px 6px; border: 1px solid #000; vertical-align: middle; text-align: left; }
thead th { background: #e8edf2; font-weight: bold; text-align: center; }
th[scope="row"], th[scope="rowgroup"] { font-weight: normal; }
th[scope="rowgroup"] { text-align: center; }
td.number, th.number { text-align: right; white-space: nowrap; overflow-wrap: normal; }
td.middle, th.middle { text-align: center; }
tr.sum td, tr.sum th { border-top-width: 2px; font-weight: bold; }
th small, td small { display: block; font-size: 11px; font-weight: normal; }
table.whole, section.whole { break-inside: avoid; }
.facts { display: grid; grid-template-columns: max-content 1fr max-content 1fr; margin: 10px 0; border: solid #000; border-width: 1px 0 0 1px; font-size: 13px; text-align: left; }
.facts > * { margin: 0; padding: 4px 8px; border: solid #000; border-width: 0 1px 1px 0; }
.facts dt { background: #e8edf2; }
.result { display: flex; flex-wrap: wrap; gap: 4px 40px; align-items: baseline; justify-content: center; margin: 14px 0 6px; padding: 10px; border: 2px solid #1d3b57; break-inside: avoid; }
.result b { font-size: 28px; line-height: 1.2; }
svg { font-family: inherit; font-size: 12px; }
svg.chart { display: block; width: 100%; max-width: 920px; height: auto; margin: 6px auto; }
svg.inset { display: inline-block; vertical-align: middle; max-width: none; }
svg.fills { position: absolute; }
svg text.strong { font-weight: bold; }
svg text.small { font-size: 10.5px; }
.legend span { display: inline-block; margin-right: 14px; white-space: nowrap; }
article { margin: 8px 0; padding: 6px 10px; border: 1px solid #888; break-inside: avoid; font-size: 13px; line-height: 1.55; }
article h4 { margin: 0 0 2px; font-size: 13px; }
article p { margin: 2px 0; }
article ol { margin: 2px 0; }
.digest { font-size: 11px; }
.heat { table-layout: fixed; }
.heat th, .heat td { padding: 2px; }
.heat td { text-align: center; overflow-wrap: normal; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.shade { display: inline-block; margin: 0 6px 0 0; padding: 0 6px; border: 1px solid #000; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.s0 { background: #fff; } .s1 { background: #dfe7ee; } .s2 { background: #b9cad8; } .s3 { background: #7f9bb3; } .s4 { background: #1d3b57; color: #fff; font-weight: bold; }
thead th, dt { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.narrow { display: none; }
@media screen { .heat th[scope="row"] { position: sticky; left: 0; background: #fff; } .scroll > table.heat { min-width: var(--least); } .scroll > table { min-width: 44em; } .scroll > table.broad { min-width: 60em; } .scroll > svg.chart { min-width: 600px; } }
@media screen and (max-width: 600px) {
  body { padding: 12px 10px 32px; }
  h1 { font-size: 21px; }
  .facts { grid-template-columns: max-content 1fr; }
  .result { gap: 4px 20px; }
  .wide { display: none; }
  .narrow { display: block; }
  .narrow > svg.chart { min-width: 0; }
  .scroll > table.cards { display: block; min-width: 0; }
  .scroll > table.whole { min-width: 0; }
  .cards tbody, .cards th { display: block; }
  .cards thead, .cards .again, .cards td:empty { display: none; }
  .cards tr { display: flex; flex-direction: column; margin: 0 0 8px; border: 1px solid #000; }
  .cards th, .cards td { padding: 3px 8px; border: 0; }
  .cards th[scope="row"] { order: -1; text-align: left; font-weight: bold; background: #e8edf2; }
  .cards th[scope="rowgroup"] { order: -2; padding: 6px 8px; border-bottom: 1px solid #000; font-weight: bold; text-align: left; background: #fff; }
  .cards th[scope="rowgroup"] small { display: inline; margin-left: 6px; font-size: 12px; }
  .cards td { display: flow-root; border-top: 1px dotted #888; text-align: right; white-space: normal; }
  .cards td::before { float: left; max-width: 45%; margin-right: 10px; color: #333; text-align: left; content: attr(data-of); }
}
@media print {
  body { max-width: none; padding: 0 1px; font-size: 10.5pt; }
  h1 { font-size: 18pt; }
  h2 { font-size: 12.5pt; margin-top: 16pt; }
  h3 { font-size: 10.5pt; }
  .scroll { overflow: visible; }
  table { font-size: 9pt; line-height: 1.35; }
  th, td { padding: 2.5pt 3.5pt; }
  th small, td small { font-size: 8pt; }
  .note, article, article h4 { font-size: 9pt; }
  .across { page: across; }
  .heat { font-size: 8pt; }
  svg.chart { break-inside: avoid; }
}
`;
