// The version of this package.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rulesFolder } from "../node/index.ts";

export const versionOf = (): string => (JSON.parse(readFileSync(join(rulesFolder(), "..", "package.json"), "utf8")) as { version: string }).version;
