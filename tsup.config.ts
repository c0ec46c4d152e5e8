import { defineConfig, type Options } from "tsup";

const shared: Options = {
  target: "es2022",
  removeNodeProtocol: false,
  splitting: false,
  // optional: loaded when a workbook is met, or when a page is made
  external: ["fflate", "hucre", "d3-scale", "d3-shape", "d3-hierarchy"],
  esbuildOptions: (esbuild) => void (esbuild.charset = "utf8"),
};

export default defineConfig([
  {
    ...shared,
    entry: { index: "src/index.ts", "tables/index": "src/tables/index.ts", "report/index": "src/pages/index.ts" },
    format: ["esm", "cjs"],
    platform: "neutral",
    dts: { entry: { index: "src/index.ts", "tables/index": "src/tables/index.ts", "report/index": "src/pages/index.ts", "node/index": "src/node/index.ts" } },
    clean: ["!cli.js", "!node/index.js", "!node/index.cjs"],
  },
  {
    ...shared,
    entry: { "node/index": "src/node/index.ts" },
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
