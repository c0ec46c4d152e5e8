// JSON Schema (draft-07) of the documents, for editors. It is weaker than our own validation: sums, units and
// references between documents are checked by `jixiao check` only.
import { documents } from "./index.ts";
import { NUMERIC, z } from "../source/shape.ts";
import type { DocumentKind } from "../types/types.ts";

const URN = "urn:jixiao:schema";

/** The published schema of a kind of document, as plain data. */
export function jsonSchema(kind: DocumentKind): Record<string, unknown> {
  const schema = z.toJSONSchema(documents[kind], {
    target: "draft-7",
    io: "input",
    reused: "ref",
    override: ({ jsonSchema: one, path }) => {
      // YAML writes 10 as a number; this library reads its text.
      if (one[NUMERIC] === undefined) return;
      delete one[NUMERIC];
      if (path.at(-1) === "propertyNames") return;
      if (one.type === "string") (one as { type: unknown }).type = ["string", "number"];
      else if (Array.isArray(one.anyOf)) one.anyOf = [...one.anyOf, { type: "number" }];
    },
  }) as Record<string, unknown>;
  const { $schema, ...rest } = schema;
  return { $schema, $id: `${URN}:${kind}`, ...rest };
}
