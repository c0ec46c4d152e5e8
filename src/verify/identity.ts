// 指纹: what makes a finding the same one in the next run — its code, its file and where in the document it stands,
// with the ids of list elements in place of their positions. Figures of the message do not count.
import { digest } from "../text/digest.ts";
import type { Diagnostic, Path } from "../types/diagnostics.ts";
import type { Loaded } from "../types/loaded.ts";
import type { Identity } from "../types/reported.ts";
import { type Data, readSource } from "../source/source.ts";

const NAMES = ["id", "use", "name", "fingerprint", "code", "when"] as const;

export const fingerprintOf = ({ code, file, at, nth }: Identity): string => digest([code, file, at, String(nth)]).slice("sha256:".length, "sha256:".length + 32);

/** The identity of each finding, in their order; files are those of the documents. */
export function identities(list: readonly Diagnostic[], documents: readonly Loaded[]): readonly Identity[] {
  const trees = new Map<string, Data | undefined>();
  const treeOf = (file: string): Data | undefined => {
    if (!trees.has(file)) {
      const one = documents.find((each) => (each.file ?? "-") === file);
      trees.set(file, one && ((one.data as unknown as Data | undefined) ?? readSource(one.text).data));
    }
    return trees.get(file);
  };
  const seen = new Map<string, number>();
  return list.map(({ code, file = "-", path = [] }) => {
    const at = placeOf(path, treeOf(file));
    const key = JSON.stringify([code, file, at]);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return { code, file, at, nth };
  });
}

/** `indicators/output/indicators/quantity/weight` */
function placeOf(path: Path, tree: Data | undefined): string {
  let here = tree;
  const steps = path.map((step) => {
    const list = Array.isArray(here) ? (here as readonly Data[]) : undefined;
    here = childOf(here, step);
    return list === undefined ? String(step) : nameIn(list, Number(step));
  });
  return steps.join("/");
}

const childOf = (data: Data | undefined, step: string | number): Data | undefined => {
  if (Array.isArray(data)) return (data as readonly Data[])[Number(step)];
  return typeof data === "object" && data !== null && Object.hasOwn(data, step) ? (data as { readonly [key: string]: Data })[String(step)] : undefined;
};

/** The name of an element, numbered where an earlier one has the same; its position where it has none. */
function nameIn(list: readonly Data[], index: number): string {
  const name = nameOf(list[index]);
  if (name === undefined) return String(index);
  const alike = list.slice(0, index).filter((one) => nameOf(one) === name).length;
  return alike === 0 ? name : `${name}#${alike + 1}`;
}

function nameOf(element: Data | undefined): string | undefined {
  if (typeof element === "string") return element;
  if (typeof element !== "object" || element === null || Array.isArray(element)) return undefined;
  return NAMES.map((key) => childOf(element, key)).find((one): one is string => typeof one === "string");
}
