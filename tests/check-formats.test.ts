// The formats of `jixiao check`, each judged by those who read it: the official SARIF schema, the structure that
// JUnit servers accept, the fields that GitLab documents, the escaping that GitHub Actions undoes.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { checkFormats, type CheckFormat, type CheckReport, configure, type Language, load, renderCheck, type Reported, verification } from "../src/index.ts";
import { builtin } from "../src/node/index.ts";

const ROOT = resolve(import.meta.dirname, "..");
const shipped = builtin();
const strict = configure(load("kind: config\nextends: strict\n"), shipped).configuration;

type Files = Readonly<Record<string, string>>;
function reportOf(files: Files, more: Partial<CheckReport> = {}): CheckReport {
  const documents = Object.entries(files).map(([file, text]) => load(text, file));
  const found = verification(documents, { configuration: strict, known: [...documents, ...shipped], schemaOf: () => undefined });
  return { verification: found, configuration: strict, failSeverity: "error", lang: "zh-CN", version: "1.2.3", textOf: (file) => files[file], ...more };
}
const rendered = (format: CheckFormat, files: Files, more?: Partial<CheckReport>): string => renderCheck(reportOf(files, more), format);

const LIBRARY = "kind: indicator-library\nid: own\nversion: 1.0.0\ntitle: 指标库\nbasis: { document: 甲, status: illustrative }\nindicators:\n";
const ENTRY = "  - { id: a, name: 甲, method: { kind: direct } }\n";
const framework = readFileSync(join(ROOT, "rules", "frameworks", "project-evaluation.yaml"), "utf8").replace("id: project-evaluation\n", "id: own-framework\n").replace("purpose: finance-evaluation\n", "purpose: finance-evaluation\nsector: public-service\n").replace("weight: 15 }", "weight: 12 }");
/** A breach of a pack with its basis and related places, faults of shape and of text, an edit, a suppression, names that need escaping. */
const FILES: Files = {
  "目录 1/50%#a&b.yaml": framework,
  "a.yaml": `${LIBRARY}  - { name: 甲, id: a, method: { kind: direct } }\n  - { name: 乙, id: b, method: { kind: direct } } # jixiao-disable-line key-order -- 照录：“<&>” | 100%\n`,
  "b.yaml": "kind： config\n",
  "c.yaml": "kind: config\ntitl: \"a|b<script>::warning::%0A\\n甲]]>\"\n",
  "d.yaml": `${LIBRARY.replace("id: own", "id: clean")}${ENTRY}`,
};
const CLEAN: Files = { "d.yaml": `${LIBRARY.replace("id: own", "id: clean")}${ENTRY}` };

test("the findings used here are of every kind", () => {
  const { findings } = reportOf(FILES).verification;
  expect(findings.map((one) => [one.file, one.code, one.suppressed?.reason]).sort()).toEqual([
    ["a.yaml", "key-order", "照录：“<&>” | 100%"],
    ["a.yaml", "key-order", undefined],
    ["b.yaml", "full-width-colon", undefined],
    ["c.yaml", "unknown-key", undefined],
    ["目录 1/50%#a&b.yaml", "weight-below-floor", undefined],
    ["目录 1/50%#a&b.yaml", "weights-sum-group", undefined],
  ].sort());
});

describe("sarif", () => {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  (formats as unknown as (one: Ajv) => void)(ajv);
  // Written as draft-04, whose `id` later drafts call `$id`; nothing else in it has changed its meaning.
  const { id, $schema, ...schema } = JSON.parse(readFileSync(join(ROOT, "fixtures", "sarif", "sarif-schema-2.1.0.json"), "utf8")) as Record<string, unknown>;
  test("the schema is the official one", () => expect([id, $schema]).toEqual(["https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json", "http://json-schema.org/draft-04/schema#"]));
  const validate = ajv.compile(schema);
  interface Region { startLine: number; startColumn: number; endLine: number; endColumn: number }
  interface Log {
    runs: [{
      columnKind: string;
      tool: { driver: { rules: { id: string; help: { text: string; markdown: string }; defaultConfiguration: { level: string } }[] } };
      artifacts: { location: { uri: string } }[];
      results: {
        ruleId: string; ruleIndex: number; level: string; message: { text: string }; suppressions: object[]; partialFingerprints: Record<string, string>;
        locations: { physicalLocation: { artifactLocation: { uri: string; uriBaseId?: string }; region: Region } }[]; relatedLocations?: object[];
        fixes?: { artifactChanges: { replacements: { deletedRegion: Region; insertedContent: { text: string } }[] }[] }[];
      }[];
    }];
  }
  const logOf = (files: Files, more?: Partial<CheckReport>): Log => JSON.parse(rendered("sarif", files, more)) as Log;

  test.each([["findings", FILES], ["nothing to say", CLEAN]] as const)("%s: valid by the official schema, in both languages", (_, files) => {
    for (const lang of ["zh-CN", "en"] as const) {
      validate(logOf(files, { lang }));
      expect(validate.errors ?? []).toEqual([]);
    }
  });
  test("the schema refuses what is wrong", () => {
    expect(validate({ ...logOf(FILES), version: "2.0.0" })).toBe(false);
    expect(validate({ ...logOf(CLEAN), runs: [{ tool: { driver: {} } }] })).toBe(false);
  });

  const { runs: [run] } = logOf(FILES);
  test("every result points at its rule, and rules say why, how to mend, and on what basis", () => {
    for (const one of run.results) expect(run.tool.driver.rules[one.ruleIndex]?.id).toBe(one.ruleId);
    const rule = run.tool.driver.rules.find((one) => one.id === "weight-below-floor");
    expect(rule?.help.text).toMatch(/^遵守规则包\n\n理由：.*\n\n改法：.*\n\n依据：/s);
    expect(rule?.help.markdown).toMatch(/^# 遵守规则包\n\n\*\*理由\*\*：.*\n---\n\n# Obeys its packs\n\n\*\*Why\*\*: /s);
    const levels = new Map(run.tool.driver.rules.map((one) => [one.id, one.defaultConfiguration.level]));
    expect([levels.get("key-order"), levels.get("weight-below-floor"), levels.get("sign-style")]).toEqual(["warning", "error", "warning"]);
  });
  test("columns are UTF-16 units: the region cut from the text is what the finding is about", () => {
    expect(run.columnKind).toBe("utf16CodeUnits");
    const text = `${LIBRARY}  - { name: 𠮷甲, id: a, method: { kind: direct } }\n`;
    const { region } = logOf({ "a.yaml": text }).runs[0].results[0]?.locations[0]?.physicalLocation ?? {};
    const line = text.split("\n")[(region?.startLine ?? 0) - 1] ?? "";
    expect(line.slice((region?.startColumn ?? 0) - 1, (region?.endColumn ?? 0) - 1)).toBe("id");
  });
  test("files are relative and encoded; a file elsewhere is a file URI", () => {
    const uris = run.results.map((one) => one.locations[0]?.physicalLocation.artifactLocation);
    expect(uris).toContainEqual({ uri: "%E7%9B%AE%E5%BD%95%201/50%25%23a%26b.yaml", uriBaseId: "%SRCROOT%" });
    for (const one of uris) expect(FILES[decodeURIComponent(one?.uri ?? "")], one?.uri).toBeDefined();
    expect(logOf({ "/a b/c.yaml": "kind： config\n" }).runs[0].results[0]?.locations[0]?.physicalLocation.artifactLocation).toEqual({ uri: "file:///a%20b/c.yaml" });
    expect(logOf({ "C:\\甲\\c.yaml": "kind： config\n" }).runs[0].results[0]?.locations[0]?.physicalLocation.artifactLocation).toEqual({ uri: "file:///C:/%E7%94%B2/c.yaml" });
  });
  test("what was accepted is there, with its reason; every other result says that it was not", () => {
    expect(run.results.map((one) => one.suppressions.length).sort()).toEqual([0, 0, 0, 0, 0, 1]);
    expect(run.results.flatMap((one) => one.suppressions)).toEqual([{ kind: "inSource", status: "accepted", justification: "照录：“<&>” | 100%" }]);
  });
  test("the breach of a pack has its basis and its related place", () => {
    const breach = run.results.find((one) => one.ruleId === "weight-below-floor");
    expect(breach?.message.text).toContain("依据：常州市");
    expect(breach?.relatedLocations).toHaveLength(1);
  });
  test("a fix deletes and inserts what --fix would", () => {
    const fixed = run.results.find((one) => one.ruleId === "full-width-colon")?.fixes?.[0]?.artifactChanges[0]?.replacements;
    expect(fixed).toEqual([{ deletedRegion: { startLine: 1, startColumn: 5, endLine: 1, endColumn: 6 }, insertedContent: { text: ":" } }]);
  });
  test("fingerprints are unique", () => {
    const prints = run.results.map((one) => one.partialFingerprints["jixiaoFinding/v1"]);
    expect(new Set(prints).size).toBe(prints.length);
  });
});

describe("fingerprints", () => {
  const bare = (...names: readonly string[]): string => `${framework.slice(0, framework.indexOf("indicators:"))}indicators:\n${names.map((name) => `  - { id: ${name}, name: ${name}, weight: 50, method: { kind: direct } }\n`).join("")}`;
  const printsOf = (text: string, file = "a.yaml"): Record<string, string> =>
    Object.fromEntries(reportOf({ [file]: text }).verification.findings.filter((one) => one.code === "definition-missing").map((one) => [one.facts["indicator"] ?? "", one.fingerprint]));
  const before = printsOf(bare("甲", "乙"));
  test("there are two to follow", () => expect(Object.keys(before)).toEqual(["甲", "乙"]));
  test("lines that move and lists that are reordered change nothing", () => {
    expect(printsOf(`# 说明\n\n${bare("甲", "乙")}`)).toEqual(before);
    expect(printsOf(bare("乙", "甲"))).toEqual(before);
    expect(printsOf(bare("丙", "甲", "乙"))).toMatchObject(before);
  });
  test("another file, another id or another code is another finding", () => {
    expect(printsOf(bare("甲", "乙"), "b.yaml")["甲"]).not.toBe(before["甲"]);
    expect(printsOf(bare("甲2", "乙"))["甲2"]).not.toBe(before["甲"]);
  });
  test("the figures of a message do not count", () => {
    const sum = (weight: string): Reported | undefined => reportOf({ "a.yaml": bare("甲", "乙").replace("weight: 50", `weight: ${weight}`) }).verification.findings.find((one) => one.code === "weights-sum-total");
    expect(sum("40")?.message).not.toBe(sum("30")?.message);
    expect(sum("40")?.fingerprint).toBe(sum("30")?.fingerprint);
  });
  test("what is alike in everything is numbered", () => {
    const { findings } = reportOf({ "a.yaml": "a: [甲，乙，丙]\n" }).verification;
    expect(findings.map((one) => one.identity.nth)).toEqual([1, 2]);
    expect(new Set(findings.map((one) => one.fingerprint)).size).toBe(2);
  });
});

describe("junit", () => {
  interface Element { name: string; attributes: Record<string, string>; children: Element[] }
  const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
  /** A strict little reader of XML: every tag is closed, no bare & or <. */
  function read(xml: string): Element {
    const root: Element = { name: "", attributes: {}, children: [] };
    const open = [root];
    const body = xml.replace(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/, "");
    for (const [, close, name, attributes, lone, text] of body.matchAll(/<(\/?)([a-z-]+)((?: [a-z]+="[^"<&]*(?:&(?:amp|lt|gt|quot|#\d+);[^"<&]*)*")*)(\/?)>|([^<]+)/g)) {
      if (text !== undefined) {
        expect(text.replace(/&(?:amp|lt|gt|quot|#\d+);/g, "")).not.toMatch(/[&<]/);
        continue;
      }
      if (close === "/") {
        expect(open.pop()?.name).toBe(name);
        continue;
      }
      const pairs = [...(attributes ?? "").matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key, (value ?? "").replace(/&(?:amp|lt|gt|quot|#39);/g, (one) => ENTITIES[one] ?? one)]);
      const element: Element = { name: name ?? "", attributes: Object.fromEntries(pairs), children: [] };
      open.at(-1)?.children.push(element);
      if (lone !== "/") open.push(element);
    }
    expect(open).toHaveLength(1);
    const [suites] = root.children;
    if (suites === undefined) throw new Error("no element");
    return suites;
  }
  const CHILDREN: Readonly<Record<string, readonly string[]>> = { testsuites: ["testsuite"], testsuite: ["testcase"], testcase: ["skipped", "error", "failure", "system-out"], skipped: [], error: [], failure: [], "system-out": [] };
  const REQUIRED: Readonly<Record<string, readonly string[]>> = { testsuite: ["name", "tests", "failures", "errors", "skipped"], testcase: ["name", "classname"], error: ["message", "type"], failure: ["message", "type"] };
  function judge(one: Element): void {
    for (const key of REQUIRED[one.name] ?? []) expect(one.attributes[key], `${one.name} ${key}`).toBeDefined();
    for (const child of one.children) {
      expect(CHILDREN[one.name]).toContain(child.name);
      judge(child);
    }
    if (one.name !== "testsuite" && one.name !== "testsuites") return;
    const cases = one.name === "testsuite" ? one.children : one.children.flatMap((suite) => suite.children);
    const count = (name: string): string => String(cases.filter((each) => each.children.some((child) => child.name === name)).length);
    expect([one.attributes["tests"], one.attributes["failures"], one.attributes["errors"]]).toEqual([String(cases.length), count("failure"), count("error")]);
    expect(one.attributes["skipped"] ?? count("skipped")).toBe(count("skipped"));
  }
  const outcomes = (files: Files, more?: Partial<CheckReport>): [string, string][] =>
    read(rendered("junit", files, more)).children.flatMap((suite) => suite.children.map((one): [string, string] => [suite.attributes["name"] ?? "", one.children[0]?.name ?? "passed"]));

  test("a suite for each file; failures, errors and skipped cases are counted apart", () => {
    const suites = read(rendered("junit", FILES));
    judge(suites);
    expect(outcomes(FILES)).toEqual([
      ["目录 1/50%#a&b.yaml", "failure"], ["目录 1/50%#a&b.yaml", "failure"],
      ["a.yaml", "system-out"], ["a.yaml", "skipped"],
      ["b.yaml", "error"], ["c.yaml", "error"], ["d.yaml", "passed"],
    ]);
  });
  test("valid when nothing was found", () => {
    judge(read(rendered("junit", CLEAN)));
    expect(outcomes(CLEAN)).toEqual([["d.yaml", "passed"]]);
  });
  test("the bound decides what is a failure", () => expect(outcomes({ "a.yaml": FILES["a.yaml"] ?? "" }, { failSeverity: "warning" })).toEqual([["a.yaml", "failure"], ["a.yaml", "skipped"]]));
  test("names of cases hold no line, so that a server can follow them", () => {
    const names = (text: string): (string | undefined)[] => read(rendered("junit", { "a.yaml": text })).children.flatMap((suite) => suite.children.map((one) => one.attributes["name"]));
    expect(names(FILES["a.yaml"] ?? "")).toEqual(["key-order indicators/a/id", "key-order indicators/b/id"]);
    expect(names(`# 说明\n${FILES["a.yaml"]}`)).toEqual(["key-order indicators/a/id", "key-order indicators/b/id"]);
  });
});

describe("gitlab", () => {
  interface Issue { description: string; check_name: string; fingerprint: string; severity: string; location: { path: string; lines: { begin: number } } }
  const issues = JSON.parse(rendered("gitlab", FILES)) as Issue[];
  test("the fields that are documented, and no others", () => {
    for (const one of issues) {
      expect(Object.keys(one)).toEqual(["description", "check_name", "fingerprint", "severity", "location"]);
      expect(["info", "minor", "major", "critical", "blocker"]).toContain(one.severity);
      expect(one.location.path).not.toMatch(/^(?:\.\/|\/)/);
      expect(Number.isInteger(one.location.lines.begin) && one.location.lines.begin >= 1).toBe(true);
      expect(one.description).not.toBe("");
    }
  });
  test("fingerprints are unique, what was accepted is left out", () => {
    expect(issues).toHaveLength(5);
    expect(new Set(issues.map((one) => one.fingerprint)).size).toBe(5);
    expect(JSON.parse(rendered("gitlab", CLEAN))).toEqual([]);
  });
});

describe("github", () => {
  const lines = rendered("github", FILES).split("\n").slice(0, -1);
  const undo = (text: string, properties: boolean): string => (properties ? text.replace(/%3A/g, ":").replace(/%2C/g, ",") : text).replace(/%0D/g, "\r").replace(/%0A/g, "\n").replace(/%25/g, "%");
  /** As the runner reads a command: up to the first `::` properties, behind it the message. */
  const commands = lines.map((line) => {
    const [, kind = "", properties = "", message = ""] = /^::([a-z]+) ([^]*?)::([^]*)$/.exec(line) ?? [];
    return { kind, message: undo(message, false), ...Object.fromEntries(properties.split(",").map((one) => [one.slice(0, one.indexOf("=")), undo(one.slice(one.indexOf("=") + 1), true)])) } as { kind: string; message: string; file?: string; line?: string; title?: string };
  });
  test("one command a line, the gravest first, and nothing in a text can end one", () => {
    expect(commands.map(({ kind, title }) => [kind, title])).toEqual([["error", "full-width-colon"], ["error", "unknown-key"], ["error", "weights-sum-group"], ["error", "weight-below-floor"], ["warning", "key-order"]]);
    const { findings } = reportOf(FILES).verification;
    for (const one of commands) expect(findings.map(({ message, file }) => [file, message])).toContainEqual([one.file, one.message]);
  });
});

describe("markdown and html", () => {
  test("no text of a document becomes markup", () => {
    const text = rendered("markdown", FILES);
    expect(text).toContain("照录：“\\<&\\>” \\| 100% (注释)");
    expect(text.split("\n").filter((line) => line.startsWith("| ")).every((line) => [4, 5].includes(line.replace(/\\\|/g, "").split("|").length - 2))).toBe(true);
    const page = rendered("html", FILES);
    expect(page).not.toMatch(/<script|<img|<link|https?:|url\(|@import/);
    expect(page).toContain("照录：“&lt;&amp;&gt;” | 100%");
    expect(page).toContain("Content-Security-Policy");
  });
  test("every tag of the page is closed, and its headings go down one step at a time", () => {
    for (const lang of ["zh-CN", "en"] as const) {
      const page = rendered("html", FILES, { lang });
      const open: string[] = [];
      for (const [, close, name] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
        if (name === "meta") continue;
        if (close === "/") expect(open.pop()).toBe(name);
        else open.push(name ?? "");
      }
      expect(open).toEqual([]);
      expect([...page.matchAll(/<h(\d)/g)].map(([, level]) => level)).toEqual(["1", ...Array.from({ length: 6 }, () => "2")]);
      expect(page).toContain(`<html lang="${lang}">`);
    }
  });
  test("nothing to say is said", () => {
    expect(rendered("markdown", CLEAN)).toBe("# 检查报告\n\n1 个文档：0 个错误，0 个警告\n\n没有发现问题。\n");
    expect(rendered("html", CLEAN)).toContain("<p>没有发现问题。</p>");
    expect(rendered("markdown", CLEAN, { lang: "en" })).toBe("# Check report\n\n1 documents: 0 errors, 0 warnings\n\nNothing was found.\n");
  });
});

describe("text", () => {
  test("colours only when asked for", () => {
    expect(rendered("text", FILES)).not.toContain("\u001b");
    expect(rendered("text", FILES, { coloured: true })).toContain("\u001b[31m错误\u001b[0m full-width-colon");
    expect(rendered("text", FILES, { coloured: true }).replace(/\u001b\[\d+m/g, "")).toBe(rendered("text", FILES));
  });
});

test("every format gives the same bytes for the same report, and Chinese words stay out of English ones", () => {
  const HAN = /[\u4e00-\u9fff]/;
  for (const format of checkFormats) {
    expect(rendered(format, FILES)).toBe(rendered(format, FILES));
    const english = rendered(format, { "b.yaml": "kind: config\ntitl: a\n" }, { lang: "en" satisfies Language });
    if (format !== "sarif" && format !== "json") expect(HAN.test(english), format).toBe(false);
  }
});
