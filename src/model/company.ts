// 成套文档: which other documents one document stands on.
import { type Directory, directoryOf, idOf, usedBy, versionOf } from "./directory.ts";
import { type Document, isKind, type Loaded } from "../types/loaded.ts";
import type { DocumentKind, Effective } from "../types/types.ts";

export { idOf };

export const ofKind = (documents: readonly Loaded[], kind: DocumentKind): readonly Loaded[] => documents.filter((one) => one.kind === kind);

export interface Company {
  /** absent when it is not among the known documents */
  readonly framework: Loaded | undefined;
  readonly objectives: Loaded | undefined;
  readonly libraries: readonly Loaded[];
  readonly packs: readonly Loaded[];
  /** the id that was looked up */
  readonly named: string | undefined;
}

/** The framework and objectives that actuals or objectives stand on, and the libraries and packs that these draw on. */
export function companyOf(one: Loaded, known: readonly Loaded[] | Directory): Company {
  const directory = "versions" in known ? known : directoryOf(known);
  const named = isKind(one, "actuals") ? one.data.objectives : undefined;
  const day = isKind(one, "actuals") ? one.data["as-of"] : undefined;
  const objectives = one.kind === "objectives" ? one : directory.versions("objectives", named)[0];
  const reference = isKind(objectives, "objectives") ? objectives.data.framework : named;
  const [frameworkId, major] = reference?.split("@") ?? [];
  const versions = directory.versions("framework", frameworkId);
  const fitting = versions.filter((each) => fits(each, major));
  const framework = one.kind === "framework" ? one : inForce(fitting.length > 0 ? fitting : versions, day);
  return { framework, objectives, libraries: librariesOf(framework, directory), packs: packsOf(framework, directory, day), named: named ?? frameworkId };
}

const fits = (framework: Loaded, major: string | undefined): boolean => major === undefined || versionOf(framework) === major || versionOf(framework).startsWith(`${major}.`);

/** Of several versions the first in force on a day, else the first. */
function inForce(versions: readonly Loaded[], day: string | undefined): Loaded | undefined {
  const holds = (one: Loaded): boolean => {
    const range = (one.data as { effective?: Effective } | undefined)?.effective;
    return day !== undefined && range !== undefined && range.from <= day && (range.to === undefined || range.to >= day);
  };
  return versions.length < 2 ? versions[0] : (versions.find(holds) ?? versions[0]);
}

/** Those that define what a framework uses; all of them when one of its indicators is in none. */
function librariesOf(framework: Loaded | undefined, directory: Directory): readonly Loaded[] {
  const all = directory.all("indicator-library");
  if (!isKind(framework, "framework")) return all;
  const sources = [...new Set(usedBy(framework.data.indicators))].map((id) => directory.defining(id));
  const needed = new Set(sources.flat());
  return sources.some((one) => one.length === 0) ? all : all.filter((one) => needed.has(one));
}

/** Those that a framework names and those above them, in the version in force on a day, else when it comes into force. */
function packsOf(framework: Loaded | undefined, directory: Directory, day: string | undefined): readonly Loaded[] {
  if (!isKind(framework, "framework")) return directory.all("pack");
  return packsAbove(framework.data.packs, directory, day ?? framework.data.effective.from);
}

/** The packs of some ids and those above them; all of them when one is not there. */
export function packsAbove(ids: readonly string[], directory: Directory, day?: string): readonly Loaded[] {
  const { packs, complete } = packChain(ids, directory, day);
  return complete ? packs : directory.all("pack");
}

/** The packs of some ids and those above them, as far as they are there. */
export function packChain(ids: readonly string[], directory: Directory, day?: string): { readonly packs: readonly Document<"pack">[]; readonly complete: boolean } {
  const found = new Set<Document<"pack">>();
  let complete = true;
  for (const named of ids) {
    for (let id: string | undefined = named; id !== undefined; ) {
      const pack = inForce(directory.versions("pack", id), day);
      if (!isKind(pack, "pack")) {
        complete = false;
        break;
      }
      if (found.has(pack)) break;
      found.add(pack);
      id = pack.data.extends;
    }
  }
  return { packs: [...found], complete };
}
