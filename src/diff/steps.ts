// 步骤: a change, and the document as it stands once the change is made. Applied in their order, the steps lead from
// the old documents to the new ones.
import { placeIn } from "../link/link.ts";
import type { Loaded } from "../types/loaded.ts";
import type { Path } from "../types/diagnostics.ts";
import type { DocumentKind, Label } from "../types/types.ts";
import { type ChangeCode, kindOf } from "./codes.ts";
import { narrowed, shown } from "./shown.ts";
import { type Branch, type Fields, nodesOf } from "./tree.ts";
import type { ChangeClass, ChangePlace } from "./types.ts";

/** A change before it is known what it does to scores. */
export interface Draft {
  readonly code: ChangeCode;
  readonly document: { readonly kind: DocumentKind; readonly id: string };
  readonly path: string;
  readonly name: string;
  readonly field: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly old?: ChangePlace | undefined;
  readonly new?: ChangePlace | undefined;
  /** what is known before anything is compiled: it is at least this */
  readonly floor: ChangeClass;
  /** it is that, whatever is compiled */
  readonly settled: boolean;
  readonly reason?: Label | undefined;
  readonly breaks: boolean;
  readonly graver: boolean;
}

/** What a generator says of a change; the rest follows from its code. */
export interface Said {
  readonly path?: string;
  readonly name?: string;
  readonly field?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly old?: Path | undefined;
  readonly new?: Path | undefined;
  readonly floor?: ChangeClass;
  readonly settled?: true;
  readonly breaks?: boolean;
  readonly graver?: boolean;
}

export interface Step {
  readonly draft: Draft;
  /** which document, by the key of its pair */
  readonly key: string;
  /** the whole document after the change; undefined when it is gone */
  readonly data: unknown;
}

/** Two versions of one document. */
export interface Pair<D> {
  readonly key: string;
  readonly kind: DocumentKind;
  readonly id: string;
  readonly old: Loaded;
  readonly next: Loaded;
  readonly before: D;
  readonly after: D;
}

/** A document while it is edited: its own keys, and its indicators where it has a tree of them. */
export interface Working {
  readonly top: Fields;
  readonly tree: readonly Branch[] | undefined;
}
export type Edit = (working: Working) => Working;

export const dataOf = ({ top, tree }: Working): Fields => (tree === undefined ? top : { ...top, indicators: nodesOf(tree) });

const FLOORS = { measured: "text", text: "text", may: "may", scores: "scores" } as const;

export function draftOf(code: ChangeCode, document: Draft["document"], said: Said, sides: { readonly old?: Loaded | undefined; readonly next?: Loaded | undefined }): Draft {
  const kind = kindOf(code);
  const at = (loaded: Loaded | undefined, path: Path | undefined): ChangePlace | undefined => (loaded === undefined || path === undefined ? undefined : placeIn(loaded, path));
  const [before, after] = said.before === undefined || said.after === undefined ? [said.before, said.after] : narrowed(said.before, said.after);
  return {
    code,
    document: { kind: document.kind, id: document.id },
    path: said.path ?? "",
    name: said.name ?? "",
    field: said.field ?? "",
    before: before === undefined ? undefined : shown(before),
    after: after === undefined ? undefined : shown(after),
    old: at(sides.old, said.old),
    new: at(sides.next, said.new),
    floor: said.floor ?? FLOORS[kind.nature],
    settled: said.settled === true,
    breaks: said.breaks ?? kind.breaks === true,
    graver: said.graver ?? kind.severity !== undefined,
  };
}

export interface Recorder {
  /** Notes a change and makes it. */
  record(code: ChangeCode, said: Said, edit: Edit): void;
  now(): Working;
  readonly steps: readonly Step[];
}

export function recorder<D>(pair: Pair<D>, start: Working): Recorder {
  const steps: Step[] = [];
  let working = start;
  return {
    steps,
    now: () => working,
    record(code, said, edit) {
      working = edit(working);
      steps.push({ draft: draftOf(code, pair, said, pair), key: pair.key, data: dataOf(working) });
    },
  };
}

export const setTop =
  (key: string, value: unknown): Edit =>
  ({ top, tree }) => {
    const { [key]: _, ...others } = top;
    return { tree, top: value === undefined ? others : { ...top, [key]: value } };
  };
