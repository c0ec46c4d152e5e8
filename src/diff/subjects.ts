// 比较对象: what is compiled to see what a change does — frameworks in their company, alone and with objectives; and
// probes for what no framework at hand uses.
import { companyOf, idOf } from "../model/company.ts";
import { type Directory, directoryOf, usedBy } from "../model/directory.ts";
import { isKind, type Document, type Loaded } from "../types/loaded.ts";
import type { Parts } from "../link/link.ts";
import { compileProgram } from "../compile/index.ts";
import { ruleOf } from "../rules/index.ts";
import type { FrameworkDocument, IndicatorNode, ObjectivesDocument, PackDocument } from "../types/types.ts";
import { filling as fillingOf, openTargets, type Own } from "./filling.ts";
import type { Meaning } from "./meaning.ts";
import { plain } from "./plain.ts";
import { libraryProbe, ruleProbe, scopesOf, WEIGHTS } from "./probes.ts";
import type { Pair, Step } from "./steps.ts";
import { isGroup } from "./tree.ts";
import { uses } from "./uses.ts";

/** The compared documents at one moment, by the key of their pair. */
export type State = ReadonlyMap<string, Loaded>;

export interface Subject {
  /** it shows what a change can do, not where it does */
  readonly probe?: true;
  /** only its indicators count: what they add up to means nothing */
  readonly partly?: true;
  readonly framework?: string;
  readonly objectives?: string;
  depends(step: Step): boolean;
  /** indicators of its own that fill slots, besides those that make it whole */
  own?(framework: FrameworkDocument): readonly Own[];
  parts(state: State): Parts | undefined;
}

/** What a subject means at one moment; undefined where it cannot be compiled. `fill` stands for what is left open. */
export function meaningOf(subject: Subject, state: State, fill?: ObjectivesDocument): Meaning | undefined {
  const parts = subject.parts(state);
  if (parts === undefined || !isKind(parts.framework, "framework")) return undefined;
  const { data } = parts.framework;
  const given = parts.objectives !== undefined ? undefined : (fill ?? fillingOf(data, parts, subject.own?.(data)));
  // What the framework itself says is not overruled by what is assumed elsewhere.
  const open = new Set(given === undefined ? [] : openTargets(parts).map(({ path }) => path));
  const targets = Object.fromEntries(Object.entries(given?.targets ?? {}).filter(([path]) => open.has(path)));
  const objectives = given === undefined ? parts.objectives : plain("objectives", { ...given, framework: data.id, targets });
  const { program } = compileProgram({ ...parts, objectives, framework: balanced(parts.framework) });
  return program && { program, fill: given, assumed: new Set(Object.keys(targets)) };
}

/** Two moments of a subject with the same things assumed in both, where that can be; `last` is the first of them. */
export function meaningsOf(subject: Subject, last: { readonly state: State; readonly meaning: Meaning }, state: State): { readonly before: Meaning; readonly after: Meaning } | undefined {
  const { fill } = last.meaning;
  const same = meaningOf(subject, state, fill);
  if (same !== undefined) return { before: last.meaning, after: same };
  const after = fill === undefined ? undefined : meaningOf(subject, state);
  return after && { before: meaningOf(subject, last.state, after.fill) ?? last.meaning, after };
}

/**
 * A framework whose plain groups take their weight from what is below them, as the check of weights asks. In between,
 * when one weight has moved and another has not yet, each then counts for itself.
 */
export function balanced(framework: Loaded): Loaded {
  if (!isKind(framework, "framework")) return framework;
  const nodes = (list: readonly IndicatorNode[]): IndicatorNode[] =>
    list.map((node) => {
      const { weight, ...others } = node;
      const inside = node.indicators === undefined ? {} : { indicators: nodes(node.indicators) };
      return { ...others, ...(isGroup(node) && node.combine === undefined ? {} : { weight }), ...inside };
    });
  return { ...framework, data: { ...framework.data, indicators: nodes(framework.data.indicators) } };
}

/** Objectives are bound to the framework they name whatever its version says: versions are compared, not enforced. */
export function bound(objectives: Document<"objectives">, framework: Document<"framework">): Loaded {
  return { ...objectives, data: { ...objectives.data, framework: framework.data.id } };
}

/** The documents around those that are compared. */
export interface Surroundings {
  /** documents that are not compared, on either side */
  readonly known: readonly Loaded[];
  /** where references are looked up at one moment: what is compared stands for every other document of its id */
  at(state: State): Directory;
}

export function surroundings(known: readonly Loaded[], compared: readonly Loaded[]): Surroundings {
  const taken = new Set(compared.map((one) => `${one.kind} ${idOf(one)}`));
  const others = known.filter((one) => !taken.has(`${one.kind} ${idOf(one)}`));
  const directories = new Map<State, Directory>();
  return {
    known: others,
    at(state) {
      const directory = directories.get(state) ?? directoryOf([...state.values()], others);
      directories.set(state, directory);
      return directory;
    },
  };
}

/** The ids of the packs that some versions of a framework obey, with those above them in any version. */
export function packsAbove(ids: readonly string[], packs: readonly Loaded[]): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    for (const one of packs) if (isKind(one, "pack") && one.data.id === id && one.data.extends !== undefined) add(one.data.extends);
  };
  ids.forEach(add);
  return found;
}

/** A framework, with objectives where they are given. `versions` are its data on both sides. */
export function frameworkSubject(
  find: (state: State) => Loaded | undefined,
  key: string | undefined,
  versions: readonly FrameworkDocument[],
  packs: readonly Loaded[],
  around: Surroundings,
  objectives?: { readonly key: string | undefined; readonly id: string; find(state: State): Loaded | undefined },
): Subject {
  const uses = new Set(versions.flatMap((one) => usedBy(one.indicators)));
  const obeyed = packsAbove(versions.flatMap((one) => one.packs), packs);
  const id = versions.at(-1)?.id ?? "";
  return {
    framework: id,
    ...(objectives === undefined ? {} : { objectives: objectives.id }),
    depends: ({ key: touched, draft: { document, path } }) =>
      touched === key || touched === objectives?.key || (document.kind === "pack" && obeyed.has(document.id)) || (document.kind === "indicator-library" && uses.has(path)),
    parts(state) {
      const framework = find(state);
      const own = objectives?.find(state);
      if (!isKind(framework, "framework") || (objectives !== undefined && !isKind(own, "objectives"))) return undefined;
      const { libraries, packs: inForce } = companyOf(framework, around.at(state));
      return { framework, ...(isKind(own, "objectives") ? { objectives: bound(own, framework) } : {}), libraries, packs: inForce };
    },
  };
}

/** A framework's declared methods, as objectives may use them. */
export const methodsSubject = (subject: Subject): Subject => ({ ...subject, probe: true, partly: true, own: uses });

/** One indicator of a library, at several weights. */
export const librarySubjects = (key: string, id: string): readonly Subject[] => WEIGHTS.map((weight) => ({
  probe: true,
  partly: true,
  depends: ({ key: touched, draft: { path } }) => touched === key && path === id,
  parts(state) {
    const library = state.get(key);
    return isKind(library, "indicator-library") ? libraryProbe(library.data, id, weight) : undefined;
  },
}));

/** Every knock-out of a pack, wherever it may apply. */
export function ruleSubjects({ key, before, after }: Pair<PackDocument>): readonly Subject[] {
  const ids = [...new Set([...before.rules, ...after.rules].filter(({ kind }) => ruleOf(kind)?.knockOut !== undefined).map(({ id }) => id))];
  return ids.flatMap((id) => {
    const versions = [before, after].flatMap(({ rules }) => rules.filter((rule) => rule.id === id && ruleOf(rule.kind)?.knockOut !== undefined));
    return scopesOf(versions).map((scope): Subject => ({
      probe: true,
      depends: ({ key: touched, draft: { path } }) => touched === key && path === id,
      parts(state) {
        const pack = state.get(key);
        return isKind(pack, "pack") ? ruleProbe(pack.data, id, versions, scope) : undefined;
      },
    }));
  });
}
