import { createHash } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { defineConfig, type Options } from "tsup";

const shared: Options = {
  target: "es2022",
  removeNodeProtocol: false,
  splitting: false,
  // optional: loaded when a workbook is met, or when a page is made
  external: ["fflate", "hucre", "d3-scale", "d3-shape", "d3-hierarchy"],
  esbuildOptions: (esbuild) => void (esbuild.charset = "utf8"),
};

/** What the shipped documents say (those without any finding), for a quick start. */
async function snapshot(): Promise<void> {
  rmSync("dist/rules.json", { force: true });
  const { builtin, rulesFolder } = (await import(pathToFileURL(resolve("dist/node/index.js")).href)) as typeof import("./src/node/index.ts");
  const kept = builtin().flatMap(({ file = "", text, data, diagnostics }) =>
    data === undefined || diagnostics.length > 0 ? [] : [[relative(rulesFolder(), file).replaceAll("\\", "/"), { digest: createHash("sha256").update(text).digest("hex"), data }] as const],
  );
  writeFileSync("dist/rules.json", JSON.stringify(Object.fromEntries(kept)));
}

export default defineConfig([
  {
    ...shared,
    entry: { index: "src/index.ts", "tables/index": "src/tables/index.ts", "batch/index": "src/batch/index.ts", "workbook/index": "src/workbook/index.ts", "report/index": "src/pages/index.ts" },
    format: ["esm", "cjs"],
    platform: "neutral",
    dts: { entry: { index: "src/index.ts", "tables/index": "src/tables/index.ts", "batch/index": "src/batch/index.ts", "workbook/index": "src/workbook/index.ts", "report/index": "src/pages/index.ts", "node/index": "src/node/index.ts" } },
    clean: ["!cli.js", "!node/index.js", "!node/index.cjs", "!rules.json"],
  },
  {
    ...shared,
    entry: { "node/index": "src/node/index.ts" },
    onSuccess: snapshot,
    format: ["esm", "cjs"],
    platform: "node",
    // CommonJS has no import.meta.url
    banner: ({ format }) => (format === "cjs" ? { js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' } : {}),
    esbuildOptions(esbuild, { format }) {
      esbuild.charset = "utf8";
      if (format === "cjs") esbuild.define = { ...esbuild.define, "import.meta.url": "importMetaUrl" };
    },
  },
  {
    ...shared,
    entry: { cli: "src/cli/main.ts" },
    format: "esm",
    platform: "node",
    banner: { js: "#!/usr/bin/env node" },
  },
]);
