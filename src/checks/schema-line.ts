// 编辑器提示: a document begins with the comment by which editors find its schema, and so underline mistakes at once.
// Example: a framework that begins with `kind: framework` → a finding at its first line.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { positionsOf } from "../text/text.ts";

const LINE = /^#[ \t]*yaml-language-server:[ \t]*\$schema=(\S+)/;
const fileName = (address: string): string => address.split(/[/\\]/).at(-1) ?? "";

export const schemaLine = defineCheck({
  id: "schema-line",
  title: label("编辑器提示", "Schema line"),
  why: label("没有这一行，编辑器不能在书写时提示键名和取值，错误到提交时才发现。", "Without this line an editor cannot suggest keys and values, and mistakes show only when the document is checked."),
  mend: label("首行写 # yaml-language-server: $schema=…，或用 --fix 补上。", "Begin with # yaml-language-server: $schema=…, or let --fix add it."),
  basis: { document: "本库的书写规范", clause: "首行写明 schema 的位置", status: "illustrative" },
  codes: ["schema-line"],
  document(document, report, _options, { data, comments, schema }) {
    const { text, file, kind } = document;
    if (schema === undefined || data === undefined || kind === undefined || /^\ufeff?\s*\{/.test(text)) return;
    const own = (document.data as { $schema?: string } | undefined)?.$schema;
    if (own !== undefined && fileName(own) === `${kind}.json`) return;
    const line = comments.find((one) => one.head && LINE.test(text.slice(one.start, one.end)));
    const found = line && LINE.exec(text.slice(line.start, line.end))?.[1];
    if (found !== undefined && fileName(found) === `${kind}.json`) return;
    const start = line === undefined || found === undefined ? (text.startsWith("\ufeff") ? 1 : 0) : line.start + text.slice(line.start).indexOf(found);
    const end = start + (found?.length ?? 0);
    const position = positionsOf(text);
    const eol = /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
    const written = found === undefined ? `# yaml-language-server: $schema=${schema}${eol}` : schema;
    const place = { path: [], span: { start: position(start), end: position(end) }, ...(file === undefined ? {} : { file }) };
    report("schema-line", { found: found ?? "", expected: `# yaml-language-server: $schema=${schema}` }, place, { edits: [{ start, end, text: written }] });
  },
});
