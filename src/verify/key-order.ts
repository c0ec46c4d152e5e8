// 键的次序: the order in which a document's schema lists the keys of each of its blocks.
import type { Path } from "../types/diagnostics.ts";
import { settings } from "../documents/config.ts";
import { documents } from "../documents/index.ts";
import type { z } from "../source/shape.ts";
import type { Data } from "../source/source.ts";
import type { DocumentKind } from "../types/types.ts";

type Schema = z.core.$ZodType;
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly valueType?: Schema;
  readonly innerType?: Schema;
  readonly options?: readonly Schema[];
}

const definitionOf = (schema: Schema): Definition => schema._zod.def as unknown as Definition;
type Tree = { readonly [key: string]: Data };
const isTree = (data: Data | undefined): data is Tree => typeof data === "object" && data !== null && !Array.isArray(data);

/** The keys of the block at a path, in the order of the schema; undefined where their order means nothing. */
export function keysIn(data: Data | undefined): (path: Path) => readonly string[] | undefined {
  const kind = isTree(data) && Object.hasOwn(data, "kind") ? data["kind"] : undefined;
  const root = typeof kind === "string" && Object.hasOwn(documents, kind) ? (documents[kind as DocumentKind] as unknown as Schema) : undefined;
  // What stands at each path, and the schema that fits it: asked for once for each block and its children.
  const seen = new Map<string, Spot>();
  const at = (path: Path): Spot => {
    const key = path.join("\n");
    const known = seen.get(key);
    if (known !== undefined) return known;
    const step = path.at(-1);
    const above = step === undefined ? undefined : at(path.slice(0, -1));
    const here = step === undefined ? data : childOf(above?.data, step);
    const schema = step === undefined ? root : above?.schema && childSchema(definitionOf(above.schema), step);
    const spot = { data: here, schema: schema && branch(schema, here) };
    seen.set(key, spot);
    return spot;
  };
  return (path) => {
    const { schema } = at(path);
    // Checks stand in whichever order their author groups them.
    if (schema === (settings as unknown as Schema)) return undefined;
    const shape = schema && definitionOf(schema).shape;
    return shape && Object.keys(shape);
  };
}

interface Spot {
  readonly data: Data | undefined;
  readonly schema: Schema | undefined;
}

const childOf = (data: Data | undefined, step: string | number): Data | undefined =>
  Array.isArray(data) ? (data as readonly Data[])[Number(step)] : isTree(data) && Object.hasOwn(data, step) ? data[String(step)] : undefined;

const childSchema = ({ shape, element, valueType }: Definition, step: string | number): Schema | undefined =>
  shape !== undefined && Object.hasOwn(shape, step) ? shape[String(step)] : (element ?? valueType);

/** The schema without what wraps it; of several, the one that fits the data. */
function branch(schema: Schema, data: Data | undefined): Schema | undefined {
  const { innerType, options } = definitionOf(schema);
  if (innerType !== undefined) return branch(innerType, data);
  if (options === undefined) return schema;
  const fitting = options.flatMap((one) => branch(one, data) ?? []);
  if (!isTree(data)) return fitting.find((one) => definitionOf(one).element !== undefined) ?? fitting[0];
  const keys = Object.keys(data);
  const objects = fitting.filter((one) => definitionOf(one).shape !== undefined);
  return objects.find((one) => ofKind(one, data)) ?? objects.find((one) => keys.every((key) => Object.hasOwn(definitionOf(one).shape ?? {}, key)) && definitionOf(one).shape?.["kind"] === undefined) ?? fitting.find((one) => definitionOf(one).valueType !== undefined);
}

function ofKind(schema: Schema, data: Tree): boolean {
  const kind = definitionOf(schema).shape?.["kind"];
  const values = kind && (definitionOf(kind) as unknown as { readonly values?: readonly unknown[] }).values;
  return values !== undefined && Object.hasOwn(data, "kind") && values.includes(data["kind"]);
}
