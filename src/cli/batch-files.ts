// The files of a batch: those that are named, those below a folder, standard input; each opened when its turn comes.
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { documentRecord, readRecords } from "../batch/read.ts";
import type { BatchRecord } from "../batch/record.ts";
import type { Loaded } from "../types/loaded.ts";
import { readDocument } from "../node/index.ts";
import type { Language } from "../types/types.ts";
import { Unusable } from "./arguments.ts";
import { type BatchArguments, isRowFile } from "./batch-arguments.ts";
import { filesBelow } from "./folder.ts";
import { nearName } from "./inputs.ts";
import { say } from "./words.ts";

interface SourceFile {
  readonly path: string;
  readonly name: string;
  readonly size: number;
  readonly document: boolean;
}
export interface BatchFiles {
  readonly sources: readonly SourceFile[];
  /** in the folders: objectives and frameworks beside the evaluations */
  readonly documents: readonly Loaded[];
  /** bytes of all */
  readonly size: number;
  /** bytes read so far, in this pass */
  read(): number;
  records(labels: readonly string[]): AsyncGenerator<BatchRecord>;
  close(): void;
}

const DOCUMENT = /\.(?:ya?ml|json)$/;

export async function batchFiles({ rows, encoding, sheet }: BatchArguments, lang: Language): Promise<BatchFiles> {
  let scratch: string | undefined;
  const sources: SourceFile[] = [];
  const documents: Loaded[] = [];
  const add = (path: string, name: string, document: boolean): void => void sources.push({ path, name, size: statSync(path).size, document });
  for (const given of rows) {
    if (given === "-") {
      // Kept in a file, as it may be gone through twice.
      scratch ??= mkdtempSync(join(tmpdir(), "jixiao-"));
      await pipeline(process.stdin, createWriteStream(join(scratch, "stdin")));
      add(join(scratch, "stdin"), "stdin", false);
    } else if (isFolder(given, lang)) {
      for (const path of filesBelow(given, (name) => isRowFile(name) || DOCUMENT.test(name))) {
        if (isRowFile(path)) add(path, nearName(path), false);
        else {
          const one = readDocument(nearName(path));
          if (isEvaluation(one)) add(path, nearName(path), true);
          else documents.push(one);
        }
      }
    } else add(given, nearName(given), DOCUMENT.test(given));
  }
  if (sources.length === 0) throw new Unusable(say(lang, "no-rows", rows.join(" ")));
  let done = 0;
  return {
    sources,
    documents,
    size: sources.reduce((sum, one) => sum + one.size, 0),
    read: () => done,
    async *records(labels) {
      done = 0;
      for (const { path, name, size, document } of sources) {
        if (document) {
          yield documentRecord(readDocument(name));
          done += size;
        } else yield* readRecords(counted(path, (bytes) => (done += bytes)), { name, labels, ...(encoding === undefined ? {} : { encoding }), ...(sheet === undefined ? {} : { sheet }) });
      }
    },
    close: () => void (scratch !== undefined && rmSync(scratch, { recursive: true, force: true })),
  };
}

/** A document that is an evaluation, or cannot be told not to be one. */
const isEvaluation = ({ kind, diagnostics }: Loaded): boolean => kind === "actuals" || (kind === undefined && !diagnostics.some(({ code }) => code === "kind-missing"));

async function* counted(path: string, add: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const piece of createReadStream(path) as AsyncIterable<Uint8Array>) {
    add(piece.length);
    yield piece;
  }
}

function isFolder(path: string, lang: Language): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw new Unusable(say(lang, "unreadable", path, String((error as { code?: string }).code)));
  }
}

/** What is read may not be written over while it is read. */
export function refuseOutput(sources: readonly SourceFile[], outputs: readonly (string | undefined)[], lang: Language): void {
  const same = outputs.find((output) => output !== undefined && sources.some(({ path }) => resolve(path) === resolve(output)));
  if (same !== undefined) throw new Unusable(say(lang, "output-is-input", same));
}
