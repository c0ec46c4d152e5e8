// jixiao diff: two versions of documents — files, folders, revisions of git, standard input — and on demand evaluations
// scored again under both. Exit codes as those of diff(1).
import { diff } from "../diff/diff.ts";
import { renderDiff } from "../diff/render.ts";
import { renderReplay } from "../diff/replay-render.ts";
import { replay } from "../diff/replay.ts";
import type { DiffChange, DiffSide } from "../diff/types.ts";
import type { Diagnostic } from "../types/diagnostics.ts";
import type { Loaded } from "../types/loaded.ts";
import { readFolder, rulesFolder } from "../node/index.ts";
import { type Arguments, Unusable } from "./arguments.ts";
import type { Io } from "./io.ts";
import { type Inputs, nearName, readInputs } from "./inputs.ts";
import { readSide, unmatched } from "./sides.ts";
import { say } from "./words.ts";

type Talk = (diagnostics: readonly Diagnostic[], inputs: Inputs, args: Arguments, io: Io) => void;

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
  const left = [...unmatched(old, next), ...unmatched(next, old)];
  for (const { file = "-" } of left) io.err(`${say(lang, "not-compared", file)}\n`);
  const compared = (all: readonly Loaded[]): readonly Loaded[] => all.filter((one) => one.data !== undefined && !left.includes(one));
  if (compared(old.documents).length + compared(next.documents).length === 0) return 2;
  const beside = evaluations?.known.filter((one) => one.kind === "objectives") ?? [];
  const side = ({ documents, neighbours }: typeof old): DiffSide => ({ documents: compared(documents), known: [...left, ...neighbours, ...beside, ...shipped] });
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
