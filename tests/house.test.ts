// The rules of the house as tests. A law is a pure function from a tree { path → text } to the sentences that say
// what is wrong. Each is called on the real tree, where it must find nothing, and on a small tree that breaks it,
// where it must find exactly that.
import { readdirSync, readFileSync } from "node:fs";
import { join, posix, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

type Tree = Readonly<Record<string, string>>;
type Law = (tree: Tree) => readonly string[];

// ---- the layers, lowest first: a row imports only from rows above it -------------------------------------------

const LAYERS = [
  ["messages/", "text/"],
  ["types/"],
  ["numbers/", "wording/", "csv/"],
  ["expression/", "source/", "reports/", "xlsx/"],
  ["reading/", "model/", "tables/"],
  ["methods/", "rules/"],
  ["link/"],
  ["check/"],
  ["compile/", "scoring/"],
  ["recheck/", "analysis/", "manual/"],
  ["audit/", "checks/"],
  ["audit", "documents/"],
  ["verify/"],
  ["scorer", "proof", "diff/"],
  ["manuals/", "what-if", "batch/"],
  ["testing/", "pages/", "workbook/"],
  ["check-formats/", "coverage/", "node/"],
  ["index", "cli/"],
];
/** Folders of units: one file each, none knows another. */
const UNIT_FOLDERS = ["methods", "rules", "checks", "reports", "manuals", "check-formats", "audit"];
/** The one file that may import a package. */
const GATES: Readonly<Record<string, string>> = {
  "decimal.js": "src/numbers/number.ts",
  yaml: "src/source/source.ts",
  zod: "src/source/shape.ts",
  "@noble/hashes": "src/text/digest.ts",
  fflate: "src/xlsx/unpack.ts",
  hucre: "src/xlsx/write.ts",
  "d3-scale": "src/pages/scales.ts",
  "d3-shape": "src/pages/shapes.ts",
  "d3-hierarchy": "src/pages/trees.ts",
};
/** The places that may touch Node. */
const outside = (path: string): boolean => path.startsWith("src/cli/") || path.startsWith("src/node/");

// ---- reading the tree ------------------------------------------------------------------------------------------

const sources = (tree: Tree): [path: string, text: string][] => Object.entries(tree).filter(([path]) => path.startsWith("src/") && path.endsWith(".ts"));
const imports = (text: string): string[] => ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
const inner = (path: string, text: string): string[] => imports(text).filter((name) => name.startsWith(".")).map((name) => posix.join(posix.dirname(path), name));
const layerName = (path: string): string => /^src\/([^/]+\/)/.exec(path)?.[1] ?? posix.basename(path, ".ts");
const stem = (path: string): string => posix.basename(path, ".ts");
const filesIn = (tree: Tree, folder: string): string[] => sources(tree).map(([path]) => path).filter((path) => posix.dirname(path) === `src/${folder}` && stem(path) !== "index");

function visit(path: string, text: string, see: (node: ts.Node) => void): void {
  const walk = (node: ts.Node): void => {
    see(node);
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true));
}
const lineOf = (node: ts.Node): number => node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;

// ---- the laws --------------------------------------------------------------------------------------------------

const layers: Law = (tree) => {
  const height = new Map(LAYERS.flatMap((row, index) => row.map((name) => [name, index] as const)));
  return sources(tree).flatMap(([path, text]) => {
    const own = height.get(layerName(path));
    if (own === undefined) return [`${path} is in no layer: write it into LAYERS`];
    return inner(path, text).flatMap((target) => {
      if (layerName(target) === layerName(path)) return [];
      return (height.get(layerName(target)) ?? Infinity) < own ? [] : [`${path} imports ${target}, which is not below it`];
    });
  });
};

const unitsApart: Law = (tree) =>
  UNIT_FOLDERS.flatMap((folder) =>
    filesIn(tree, folder).flatMap((path) =>
      inner(path, tree[path] ?? "").filter((target) => posix.dirname(target) === `src/${folder}`).map((target) => `${path} imports its neighbour ${target}`),
    ),
  );

const gates: Law = (tree) =>
  sources(tree).flatMap(([path, text]) =>
    imports(text).flatMap((name) => {
      if (name.startsWith(".") || name.startsWith("node:")) return [];
      const gate = Object.entries(GATES).find(([dependency]) => name === dependency || name.startsWith(`${dependency}/`))?.[1];
      return gate === path ? [] : [`${path} imports ${name}, ${gate === undefined ? "which is no dependency" : `whose gate is ${gate}`}`];
    }),
  );

const nodeOutside: Law = (tree) =>
  sources(tree).flatMap(([path, text]) => (outside(path) ? [] : imports(text).filter((name) => name.startsWith("node:")).map((name) => `${path} imports ${name}`)));

const publicDoor: Law = (tree) =>
  sources(tree).flatMap(([path, text]) => (outside(path) ? [] : inner(path, text).filter((target) => target === "src/index.ts").map(() => `${path} imports the public door`)));

const noCycles: Law = (tree) => {
  const edges = new Map(sources(tree).map(([path, text]) => [path, inner(path, text)]));
  const done = new Set<string>();
  const found: string[] = [];
  const follow = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
    else if (!done.has(path)) {
      for (const target of edges.get(path) ?? []) follow(target, [...trail, path]);
      done.add(path);
    }
  };
  for (const path of edges.keys()) follow(path, []);
  return found;
};

const nothingForgotten: Law = (tree) => {
  const reached = new Set<string>();
  const follow = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    inner(path, tree[path] ?? "").forEach(follow);
  };
  ["src/index.ts", "src/pages/index.ts", "src/tables/index.ts", "src/batch/index.ts", "src/workbook/index.ts", "src/node/index.ts", "src/cli/main.ts"].forEach(follow);
  return sources(tree).filter(([path]) => !reached.has(path)).map(([path]) => `${path} is imported by nobody`);
};

const FORBIDDEN = /^(?:Date|Intl|localeCompare|toLocale\w+|parseFloat|eval|Function|process|Buffer|performance|setTimeout)$/;

const pureCore: Law = (tree) =>
  sources(tree).flatMap(([path, text]) => {
    const found: string[] = [];
    const say = (node: ts.Node, what: string): void => void found.push(`${path}:${lineOf(node)} ${what}`);
    if (!outside(path)) {
      visit(path, text, (node) => {
        if (ts.isIdentifier(node) && FORBIDDEN.test(node.text)) say(node, node.text);
        if (ts.isClassLike(node)) say(node, "class");
        if (ts.isPropertyAccessExpression(node) && node.getText() === "Math.random") say(node, "Math.random");
      });
    }
    return found;
  });

const LONGEST = 250;
const MEDIAN = 80;
const lengthOf = (text: string): number => text.trimEnd().split("\n").length;

const short: Law = (tree) => {
  const lengths = sources(tree).map(([path, text]) => [path, lengthOf(text)] as const);
  const median = lengths.map(([, length]) => length).sort((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0;
  return [
    ...lengths.filter(([, length]) => length > LONGEST).map(([path, length]) => `${path} has ${length} lines, at most ${LONGEST}`),
    ...(median > MEDIAN ? [`the median file has ${median} lines, at most ${MEDIAN}`] : []),
  ];
};

const headers: Law = (tree) => sources(tree).filter(([, text]) => !/^\/\/ \S|^\/\*\* ?\S/.test(text)).map(([path]) => `${path} does not begin with a comment that says what it is`);

/** Every figure written in the code of units: whole numbers, decimals and figures inside texts. */
const ALLOWED_FIGURES = new Set(["0", "1", "2", "100"]);
const JUDGING_FOLDERS = ["methods", "rules", "checks", "compile", "audit"];

const noFigures: Law = (tree) =>
  sources(tree).flatMap(([path, text]) => {
    const found: string[] = [];
    if (!JUDGING_FOLDERS.some((folder) => path.startsWith(`src/${folder}/`)) && path !== "src/model/method-parts.ts") return [];
    visit(path, text, (node) => {
      const literal = ts.isLiteralExpression(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
      if (!literal || ts.isImportDeclaration(node.parent) || isListLength(node) || isProse(node)) return;
      const written = node.text.match(/\d+(?:\.\d+)?/g) ?? [];
      for (const figure of written) if (!ALLOWED_FIGURES.has(figure)) found.push(`${path}:${lineOf(node)} holds the figure ${figure}: figures belong in a signed file`);
    });
    return found;
  });
/** `z.array(…).min(1).max(50)`: how long a list may be, not what it is worth. */
const isListLength = (node: ts.Node): boolean =>
  ts.isCallExpression(node.parent) && ts.isPropertyAccessExpression(node.parent.expression) && /^(?:min|max)$/.test(node.parent.expression.name.text) && node.parent.getText().startsWith("z");

/** What a check says about itself, and the document it quotes: read, never judged by. */
const isProse = (node: ts.Node): boolean =>
  ts.isPropertyAssignment(node.parent) ? /^(?:document|clause)$/.test(node.parent.name.getText()) : ts.isCallExpression(node.parent) && ts.isPropertyAssignment(node.parent.parent) && /^(?:title|why|mend)$/.test(node.parent.parent.name.getText());

/** The value of `key` in the object given to `define…({ … })`. */
function definedAs(path: string, text: string, key: string): string | undefined {
  let found: string | undefined;
  visit(path, text, (node) => {
    if (!ts.isCallExpression(node) || !/^define[A-Z]/.test(node.expression.getText())) return;
    const [argument] = node.arguments;
    if (argument === undefined || !ts.isObjectLiteralExpression(argument)) return;
    for (const property of argument.properties) {
      if (ts.isPropertyAssignment(property) && property.name.getText() === key && ts.isStringLiteral(property.initializer)) found ??= property.initializer.text;
    }
  });
  return found;
}
/** Names that stand in a list: elements of array literals and members of object literals. */
function listed(path: string, text: string): Set<string> {
  const names = new Map<string, string>();
  const used = new Set<string>();
  visit(path, text, (node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier) && node.moduleSpecifier.text.startsWith("./")) {
      const from = stem(node.moduleSpecifier.text);
      const bindings = node.importClause?.namedBindings;
      if (bindings && ts.isNamedImports(bindings)) for (const one of bindings.elements) names.set(one.name.text, from);
    }
    if (ts.isArrayLiteralExpression(node)) for (const one of node.elements) used.add(one.getText());
    if (ts.isShorthandPropertyAssignment(node)) used.add(node.name.text);
    if (ts.isPropertyAssignment(node)) used.add(node.initializer.getText());
  });
  return new Set([...names].filter(([name]) => used.has(name)).map(([, from]) => from));
}

const complete = (folder: string, key: "kind" | "id" | "code" | undefined, ending = ".test.yaml"): Law => (tree) => {
  const index = `src/${folder}/index.ts`;
  const inList = listed(index, tree[index] ?? "");
  return filesIn(tree, folder).flatMap((path) => {
    const name = stem(path);
    const fixture = `fixtures/${folder}/${name}${ending}`;
    const defined = key === undefined ? name : definedAs(path, tree[path] ?? "", key);
    return [
      ...(inList.has(name) ? [] : [`${index} does not list ${name}`]),
      ...(defined === name ? [] : [`${path} has ${key} ${defined ?? "nowhere"}, should be ${name}`]),
      ...(key === undefined || tree[fixture] !== undefined ? [] : [`${fixture} is missing`]),
    ];
  });
};

// ---- the laws on the real tree, and on trees that break them ---------------------------------------------------

const ROOT = resolve(import.meta.dirname, "..");
const HOUSE: Tree = Object.fromEntries(
  ["src", "fixtures"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:ts|yaml)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(ROOT.length + 1).replaceAll("\\", "/"), readFileSync(file, "utf8")] as const),
  ),
);
const unit = (kind: string): string => `// a unit\nexport const it = defineMethod({ kind: "${kind}" });`;

const laws: readonly { readonly law: string; readonly find: Law; readonly broken: Tree; readonly says: readonly string[] }[] = [
  {
    law: "imports go downwards only",
    find: layers,
    broken: { "src/numbers/number.ts": 'import type { A } from "../scorer.ts";', "src/rules/a.ts": 'import "../methods/index.ts";', "src/new-idea.ts": "", "src/scorer.ts": 'import "./numbers/number.ts";' },
    says: ["src/numbers/number.ts imports src/scorer.ts, which is not below it", "src/rules/a.ts imports src/methods/index.ts, which is not below it", "src/new-idea.ts is in no layer: write it into LAYERS"],
  },
  {
    law: "units of one folder do not know each other",
    find: unitsApart,
    broken: { "src/methods/a.ts": 'export { b } from "./b.ts";', "src/methods/b.ts": 'import "../method.ts";', "src/methods/index.ts": 'import "./a.ts";', "src/reports/c.ts": 'import type { D } from "./index.ts";' },
    says: ["src/methods/a.ts imports its neighbour src/methods/b.ts", "src/reports/c.ts imports its neighbour src/reports/index.ts"],
  },
  {
    law: "each dependency has one gate",
    find: gates,
    broken: { "src/numbers/number.ts": 'import { Decimal } from "decimal.js";', "src/scoring/score.ts": 'import type { Decimal } from "decimal.js";', "src/text/digest.ts": 'import "@noble/hashes/sha2";', "src/text/text.ts": 'const a = await import("lodash");' },
    says: ["src/scoring/score.ts imports decimal.js, whose gate is src/numbers/number.ts", "src/text/text.ts imports lodash, which is no dependency"],
  },
  {
    law: "only cli and node touch Node",
    find: nodeOutside,
    broken: { "src/source/source.ts": 'import { readFileSync } from "node:fs";', "src/cli/main.ts": 'import "node:fs";', "src/node/index.ts": 'import "node:fs";' },
    says: ["src/source/source.ts imports node:fs"],
  },
  {
    law: "the public door is for those outside",
    find: publicDoor,
    broken: { "src/testing/testing.ts": 'import { score } from "../index.ts";', "src/reports/a.ts": 'import type { S } from "../index.ts";', "src/reports/b.ts": 'import "./index.ts";', "src/cli/main.ts": 'import "../index.ts";' },
    says: ["src/testing/testing.ts imports the public door", "src/reports/a.ts imports the public door"],
  },
  {
    law: "no import cycles, types included",
    find: noCycles,
    broken: { "src/a.ts": 'import "./b.ts";', "src/b.ts": 'import "./c.ts";', "src/c.ts": 'import type { A } from "./a.ts";', "src/d.ts": 'import "./a.ts";' },
    says: ["src/a.ts → src/b.ts → src/c.ts → src/a.ts"],
  },
  {
    law: "every file is used",
    find: nothingForgotten,
    broken: { "src/index.ts": 'export * from "./a.ts";', "src/a.ts": "", "src/old.ts": "" },
    says: ["src/old.ts is imported by nobody"],
  },
  {
    law: "the core has no clock, no locale, no chance, no floats from text, no code from text, no classes",
    find: pureCore,
    broken: {
      "src/a.ts": '// Date, eval and Intl in words are fine\nconst t = "new Date()";\nconst now = new Date();\nclass A {}\nMath.random();\nlist.sort((a, b) => a.localeCompare(b));\nx.toLocaleString();\nparseFloat("1");\neval("1");\nnew Function("1");\nIntl;\nprocess.env;',
      "src/cli/main.ts": "new Date(); class B {}",
    },
    says: ["3 Date", "4 class", "5 Math.random", "6 localeCompare", "7 toLocaleString", "8 parseFloat", "9 eval", "10 Function", "11 Intl", "12 process"].map((one) => `src/a.ts:${one}`),
  },
  {
    law: `files are short: none above ${LONGEST} lines, the median at most ${MEDIAN}`,
    find: short,
    broken: { "src/a.ts": "a\n".repeat(251), "src/b.ts": "b\n".repeat(81), "src/c.ts": "c\n" },
    says: ["src/a.ts has 251 lines, at most 250", "the median file has 81 lines, at most 80"],
  },
  {
    law: "every file says first what it is",
    find: headers,
    broken: { "src/a.ts": "// 摘要: what it is\n", "src/b.ts": "export {};\n", "src/c.ts": "//\nexport {};\n" },
    says: ["src/b.ts does not begin with a comment that says what it is", "src/c.ts does not begin with a comment that says what it is"],
  },
  {
    law: "no weight, threshold or band in code",
    find: noFigures,
    broken: {
      "src/methods/a.ts": '// 60 in a comment is an example\nconst pass = exact("60");\nconst share = 0.6;\nconst full = percent("100%");\nz.array(tier).max(50);\nconst words = `满意度不低于 90 分${1}`;\nconst weight = 15n;',
      "src/numbers/number.ts": "const PRECISION = 60;",
    },
    says: ["2 holds the figure 60", "3 holds the figure 0.6", "6 holds the figure 90", "7 holds the figure 15"].map((one) => `src/methods/a.ts:${one}: figures belong in a signed file`),
  },
  {
    law: "methods: listed, named like their file, with a fixture",
    find: complete("methods", "kind"),
    broken: {
      "src/methods/index.ts": '// list\nimport { twoSided } from "./two-sided.ts";\nimport { pool } from "./pool.ts";\nexport const methods = [twoSided] as const;\nexport const p = pool;',
      "src/methods/two-sided.ts": unit("twosided"),
      "src/methods/pool.ts": unit("pool"),
      "src/methods/new.ts": unit("new"),
      "fixtures/methods/two-sided.test.yaml": "",
      "fixtures/methods/pool.test.yaml": "",
    },
    says: ["src/methods/two-sided.ts has kind twosided, should be two-sided", "src/methods/index.ts does not list pool", "src/methods/index.ts does not list new", "fixtures/methods/new.test.yaml is missing"],
  },
  {
    law: "rules: listed, named like their file, with a fixture",
    find: complete("rules", "kind"),
    broken: { "src/rules/index.ts": "export const rules = [];", "src/rules/floor.ts": unit("floor") },
    says: ["src/rules/index.ts does not list floor", "fixtures/rules/floor.test.yaml is missing"],
  },
  {
    law: "checks: listed, named like their file, with a fixture",
    find: complete("checks", "id"),
    broken: { "src/checks/index.ts": 'import { a } from "./a.ts";\nexport const checks = [a];', "src/checks/a.ts": unit("a") },
    says: ["src/checks/a.ts has id nowhere, should be a", "fixtures/checks/a.test.yaml is missing"],
  },
  {
    law: "findings: listed, named like their file, with a fixture",
    find: complete("audit", "code", ".yaml"),
    broken: { "src/audit/index.ts": 'import { a } from "./a.ts";\nexport const findingKinds = [a];', "src/audit/a.ts": 'export const a = defineFinding({ code: "b" });' },
    says: ["src/audit/a.ts has code b, should be a", "fixtures/audit/a.yaml is missing"],
  },
  {
    law: "reports: listed",
    find: complete("reports", undefined),
    broken: { "src/reports/index.ts": 'import { text } from "./text.ts";\nexport const reports = { text };', "src/reports/text.ts": "", "src/reports/html.ts": "" },
    says: ["src/reports/index.ts does not list html"],
  },
  {
    law: "formats of check: listed",
    find: complete("check-formats", undefined),
    broken: { "src/check-formats/index.ts": 'import { text } from "./text.ts";\nexport const formats = { text };', "src/check-formats/text.ts": "", "src/check-formats/sarif.ts": "" },
    says: ["src/check-formats/index.ts does not list sarif"],
  },
];

describe.each(laws)("$law", ({ find, broken, says }) => {
  test("holds in this house", () => expect(find(HOUSE)).toEqual([]));
  test("finds what breaks it", () => expect(find(broken)).toEqual(says));
});
