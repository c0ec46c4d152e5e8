// The files of a folder that are wanted, all the way down.
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** In path order; hidden files, lock files of office programs and installed packages are none of ours. */
export const filesBelow = (folder: string, wanted: (name: string) => boolean): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !/^(?:\.|~\$)/.test(name) && name !== "node_modules")
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((one) => (one.isDirectory() ? filesBelow(join(folder, one.name), wanted) : wanted(one.name) ? [join(folder, one.name)] : []));
