// Documents of a git revision: `main:rules/frameworks/x.yaml`, `HEAD~1:rules`. git itself reads its objects; nothing of
// the working tree is touched.
import { spawnSync } from "node:child_process";
import { load } from "../documents/document.ts";
import type { Loaded } from "../types/loaded.ts";
import type { Language } from "../types/types.ts";
import { Unusable } from "./arguments.ts";
import { say } from "./words.ts";

const YAML_FILE = /\.(?:ya?ml|json)$/;
const MOST = 1 << 28; // bytes of all documents of a revision together

export interface Revision {
  readonly ref: string;
  /** from the top of the repository; `./x` from here, as git has it */
  readonly path: string;
}

/** `ref:path`; undefined where the text is none, a drive letter among them. */
export function revisionOf(name: string): Revision | undefined {
  const match = /^([^:]{2,}|@):(.*)$/s.exec(name);
  return match?.[1] === undefined || match[1].startsWith("-") ? undefined : { ref: match[1], path: match[2] ?? "" };
}

/** The document at the path and its neighbours; or those of a folder, whose names begin with `folder`. */
export function readRevision({ ref, path }: Revision, lang: Language): { readonly given: readonly Loaded[]; readonly neighbours: readonly Loaded[]; readonly folder: string | undefined } {
  const object = `${ref}:${path.replace(/\/+$/, "")}`;
  const type = git(["cat-file", "-t", object]);
  if (type.status !== 0) throw new Unusable(why(ref, path, lang));
  if (type.stdout.toString("utf8").trim() === "tree") return { given: folderOf(object, lang), neighbours: [], folder: prefixOf(object) };
  const parent = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
  const one = load(decode(run(["cat-file", "blob", object], lang)), object);
  const around = folderOf(`${ref}:${parent === "." ? "./" : parent}`, lang);
  return { given: [one], neighbours: around.filter((other) => other.kind !== undefined && other.file !== object), folder: undefined };
}

const git = (args: readonly string[], input?: Buffer) => spawnSync("git", [...args], { maxBuffer: MOST, ...(input === undefined ? {} : { input }) });

function run(args: readonly string[], lang: Language, input?: Buffer): Buffer {
  const { status, stdout, error, stderr } = git(args, input);
  if (error !== undefined || status !== 0) throw new Unusable(say(lang, "git-failed", args.join(" "), error?.message ?? stderr.toString("utf8").trim()));
  return stdout;
}

const prefixOf = (tree: string): string => (tree.endsWith(":") || tree.endsWith("/") ? tree : `${tree}/`);
const decode = (bytes: Buffer): string => new TextDecoder("utf-8").decode(bytes);

/** Every YAML or JSON document below a folder of a revision, in path order; hidden folders and links are left out. */
function folderOf(tree: string, lang: Language): readonly Loaded[] {
  const entries = run(["ls-tree", "-r", "-z", "--full-tree", tree], lang).toString("utf8").split("\0").flatMap((line) => {
    const match = /^(\d+) (\w+) ([0-9a-f]+)\t(.+)$/s.exec(line);
    const [, mode, type, hash = "", name = ""] = match ?? [];
    const seen = type === "blob" && mode !== "120000" && YAML_FILE.test(name) && !name.split("/").some((part) => part.startsWith(".") || part === "node_modules");
    return seen ? [{ hash, name }] : [];
  });
  if (entries.length === 0) return [];
  const output = run(["cat-file", "--batch"], lang, Buffer.from(entries.map(({ hash }) => `${hash}\n`).join("")));
  let at = 0;
  const loaded = entries.map(({ name }) => {
    const end = output.indexOf(10, at);
    const size = Number(output.subarray(at, end).toString("utf8").split(" ")[2]);
    const text = decode(output.subarray(end + 1, end + 1 + size));
    at = end + size + 2;
    return load(text, `${prefixOf(tree)}${name}`);
  });
  return loaded.sort((a, b) => ((a.file ?? "") < (b.file ?? "") ? -1 : 1));
}

/** What of a revision is wrong: git, the repository, the revision or the path. */
function why(ref: string, path: string, lang: Language): string {
  const { error } = git(["--version"]);
  if (error !== undefined) return say(lang, "no-git", `${ref}:${path}`);
  if (git(["rev-parse", "--git-dir"]).status !== 0) return say(lang, "no-repository", `${ref}:${path}`);
  if (git(["rev-parse", "--verify", "--quiet", `${ref}^{tree}`]).status !== 0) return say(lang, "no-revision", ref);
  const here = git(["cat-file", "-e", `${ref}:./${path}`]).status === 0;
  return say(lang, "no-path", `${ref}:${path}`, here ? `${ref}:./${path}` : "");
}
