// 词表：书写规范. How a document is written; what it means is not touched.
import { warning } from "./entry.ts";

export const styleChecks = {
  "key-order": warning(
    (f) => `“${f.key}”写在“${f.before}”之后，应在其前`,
    (f) => `“${f.key}” stands after “${f.before}”, should stand before it`,
  ),
  "schema-line": warning(
    (f) => (f.found ? `编辑器提示所指的 schema 为 ${f.found}，不是这一种文档的，首行应为 ${f.expected}` : `没有供编辑器提示的一行，首行应为 ${f.expected}`),
    (f) => (f.found ? `the schema line names ${f.found}, which is not that of this kind of document, should be ${f.expected}` : `there is no schema line for editors, the first line should be ${f.expected}`),
  ),
  "sign-style": warning(
    (f) => `符号写作“${f.found}”，应为“${f.expected}”`,
    (f) => `the sign is written “${f.found}”, should be “${f.expected}”`,
  ),
} as const;
