// jixiao diff: two versions of documents — files, folders, revisions of git, standard input — and on demand evaluations
// scored again under both. Exit codes as those of diff(1).
import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { diff } from "../diff/diff.ts";
import { renderDiff } from "../diff/render.ts";
import { renderReplay } from "../diff/replay-render.ts";
import { replay } from "../diff/replay.ts";
import type { DiffChange, DiffSide } from "../diff/types.ts";
import type { Diagnostic } from "../diagnostics.ts";
import { load } from "../document.ts";
import type { Loaded } from "../loaded.ts";
import { readDocument, readFolder, rulesFolder } from "../node/index.ts";
import type { Language } from "../types.ts";
import { type Arguments, Unusable } from "./arguments.ts";
import type { Io } from "./io.ts";
import { type Inputs, nearName, readInputs } from "./inputs.ts";
import { readRevision, revisionOf } from "./revisions.ts";
import { say } from "./words.ts";

type Talk = (diagnostics: readonly Diagnostic[], inputs: Inputs, args: Arguments, io: Io) => void;

/** What one argument names; of a folder, files that are no documents of ours are passed over. */
interface Read {
  readonly documents: readonly Loaded[];
  readonly neighbours: readonly Loaded[];
  readonly passed: number;
}

export function runDiff(args: Arguments, io: Io, talk: Talk): number {
  const { lang, format, inputs } = args;
  const [first, second] = inputs;
  if (first === undefined || second === undefined || inputs.length > 2) throw new Unusable(say(lang, "two-sides", String(inputs.length)));
  if (first === "-" && second === "-") throw new Unusable(say(lang, "one-input"));
  const shipped = readFolder(nearName(rulesFolder()));
  const [old, next] = [readSide(first, lang), readSide(second, lang)];
  const evaluations = args.replay.length === 0 ? undefined : readInputs(args.replay, lang);
  const all = [...old.documents, ...next.documents, ...(evaluations?.given ?? [])];
  const broken = all.filter((one) => one.data === undefined);
  talk(broken.flatMap((one) => one.diagnostics), { given: all, known: all, walked: new Set(), owned: new Set() }, args, io);
  for (const { passed, name } of [{ ...old, name: first }, { ...next, name: second }]) if (passed > 0) io.err(`${say(lang, "passed-over", name, String(passed))}\n`);
  if (old.documents.length === 0 || next.documents.length === 0) throw new Unusable(say(lang, "nothing-matched", old.documents.length === 0 ? first : second, "YAML"));
  const beside = evaluations?.known.filter((one) => one.kind === "objectives") ?? [];
  const side = (read: Read): DiffSide => ({ documents: read.documents, known: [...read.neighbours, ...beside, ...shipped] });
  let changes: readonly DiffChange[];
  if (evaluations === undefined) {
    const found = diff(side(old), side(next));
    io.out(renderDiff(found, format as "text", lang));
    changes = found.changes;
  } else {
    const actuals = evaluations.given.filter((one) => one.kind === "actuals" && one.data !== undefined);
    if (actuals.length === 0) throw new Unusable(say(lang, "nothing-matched", args.replay.join(" "), "actuals"));
    const found = replay(side(old), side(next), actuals);
    io.out(renderReplay(found, format as "text", lang));
    changes = found.diff.changes;
  }
  if (broken.length > 0) return 2;
  return changes.some((one) => fails(one, args.failOn)) ? 1 : 0;
}

const FAILING = { scores: ["scores"], may: ["scores", "may"], text: ["scores", "may", "text"], none: [] } as const;
const fails = ({ class: grave }: DiffChange, from: Arguments["failOn"]): boolean => FAILING[from].some((one) => one === grave);

/** A path that exists is a path, whatever else it looks like. */
function readSide(name: string, lang: Language): Read {
  if (name === "-") return { documents: [load(readFileSync(0, "utf8"), "-")], neighbours: [], passed: 0 };
  const kind = kindOf(name);
  if (kind === "folder") return ours(readFolder(nearName(name)));
  if (kind === "file") {
    const one = readDocument(nearName(name));
    return { documents: [one], neighbours: readFolder(nearName(dirname(name))).filter((other) => other.kind !== undefined && other.file !== one.file), passed: 0 };
  }
  const revision = revisionOf(name);
  if (revision !== undefined) {
    const { given, neighbours, folder } = readRevision(revision, lang);
    return folder ? ours(given) : { documents: given, neighbours, passed: 0 };
  }
  return { documents: readInputs([name], lang).given, neighbours: [], passed: 0 };
}

function kindOf(name: string): "file" | "folder" | "none" {
  try {
    return statSync(name).isDirectory() ? "folder" : "file";
  } catch {
    return "none";
  }
}

/** Of a folder, what says of which kind it is; another file there is no fault. */
function ours(all: readonly Loaded[]): Read {
  const foreign = all.filter((one) => one.kind === undefined && one.diagnostics.some(({ code }) => code === "kind-missing"));
  return { documents: all.filter((one) => !foreign.includes(one)), neighbours: [], passed: foreign.length };
}
