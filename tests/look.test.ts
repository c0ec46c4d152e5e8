// A look at the pages in a browser: nothing on its console, nothing wider than a phone or an A4 page, no text of a chart
// outside of it, no page that fetches anything. Chromium is no dependency of the project: where there is none (neither
// at CHROMIUM nor where Linux keeps it) these tests are skipped, and say so, but with JIXIAO_BROWSER=required, as in CI,
// they fail; what needs no browser is in pages.test.ts.
//
//   LOOK=folder npm run look     also leaves every page there as HTML, PDF and PNG (A4, phone), for a person to look at
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { batchPage } from "../src/pages/batch-page.ts";
import { reportPage } from "../src/pages/report.ts";
import type { Written } from "../src/manuals/index.ts";
import { batchCards, evaluation, evaluationNames, everything, example, exampleWhatIf, illFormed, recheck } from "./report-cards.ts";

const browser = [process.env["CHROMIUM"] ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => path !== "" && existsSync(path) && spawnSync(path, ["--version"]).status === 0);
if (browser === undefined && process.env["JIXIAO_BROWSER"] === "required") throw new Error("Chromium is required (JIXIAO_BROWSER) and not there: apt-get install --no-install-recommends chromium");
const look = process.env["LOOK"];

const PAGES: Readonly<Record<string, () => Promise<Written>>> = {
  example: () => reportPage(example(), { audit: recheck("table-05.json"), whatIf: exampleWhatIf() }),
  english: () => reportPage(example(), { lang: "en", audit: recheck("table-05.json", "en"), whatIf: exampleWhatIf() }),
  policy: () => reportPage(evaluation("policy"), { audit: recheck("table-12.json") }),
  "forty-indicators": () => reportPage(everything()),
  incomplete: () => reportPage(everything({ many: 8, missing: ["q2", "satisfaction", "two"], facts: {} })),
  rejected: () => reportPage(everything({ many: 8, facts: { "false-data": "true" } })),
  "ill-formed": () => reportPage(illFormed()),
  "batch-of-none": () => batchPage([]),
  "batch-of-one": () => batchPage([example()]),
  "batch-of-37": () => batchPage([...batchCards(30), ...evaluationNames.map(evaluation), everything({ many: 6, facts: { "false-data": "true" } })], { previous: batchCards(28, { year: 2023, seed: 99 }), unscored: [{ name: "actuals-99.yaml", reason: "第 3 行：“12万”不是数值" }] }),
  "batch-of-80": () => batchPage(batchCards(80), { previous: batchCards(70, { year: 2023, seed: 5 }), rank: "dense", lang: "en" }),
};

/** Widths in CSS pixels: a phone, and what A4 leaves between its margins, upright and across. */
const PHONE = 375;
const A4 = Math.floor((182 / 25.4) * 96);
const ACROSS = Math.floor((269 / 25.4) * 96);

// What is wider than the window or than the box it stands in, unless that box scrolls, and texts outside of their chart.
const MEASURE = `<script>addEventListener("load", () => {
  const found = [];
  if (document.documentElement.scrollWidth > innerWidth) found.push("page " + document.documentElement.scrollWidth + " > " + innerWidth);
  for (const one of document.querySelectorAll("td, th, dd, dt, p, h1, h2, h3, h4, li, article, caption, dl, .result")) if (one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1) found.push(one.tagName + " " + one.scrollWidth + " > " + one.clientWidth + ": " + one.textContent.slice(0, 40));
  for (const svg of document.querySelectorAll("svg.chart")) { const box = svg.getBoundingClientRect(); for (const text of svg.querySelectorAll("text")) { const own = text.getBoundingClientRect(); if (own.left < box.left - 1 || own.right > box.right + 1 || own.top < box.top - 2 || own.bottom > box.bottom + 2) found.push("text outside: " + text.textContent); } }
  parent.postMessage({ of: window.name, found, elements: document.querySelectorAll("*").length }, "*");
});</script>`;

describe.skipIf(browser === undefined)("in a browser", () => {
  const home = look === undefined ? mkdtempSync(join(tmpdir(), "jixiao-look-")) : resolve(look);
  const at = (file: string): string => join(home, file);
  const chromium = (...args: readonly string[]): { readonly out: string; readonly err: string } => {
    const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--enable-logging=stderr", `--user-data-dir=${at("profile")}`];
    const { stdout, stderr, status } = spawnSync(browser ?? "", [...flags, ...args], { encoding: "utf8", maxBuffer: 1 << 28 });
    expect(status, stderr).toBe(0);
    return { out: stdout, err: stderr };
  };
  const names = Object.keys(PAGES);

  beforeAll(async () => {
    mkdirSync(home, { recursive: true });
    for (const name of names) writeFileSync(at(`${name}.html`), (await PAGES[name]?.())?.text ?? "");
  }, 120_000);
  afterAll(() => {
    if (look === undefined) rmSync(home, { recursive: true, force: true });
    else rmSync(at("profile"), { recursive: true, force: true });
  });

  test("the browser has nothing to complain about", () => {
    writeFileSync(at("all.html"), `<!DOCTYPE html><meta charset="utf-8">${names.map((name) => `<iframe src="${name}.html"></iframe>`).join("")}`);
    const { err } = chromium("--virtual-time-budget=10000", "--dump-dom", `file://${at("all.html")}`);
    expect(err.split("\n").filter((line) => /CONSOLE|Refused|ERR_/.test(line))).toEqual([]);
    // It would have been heard: a page that breaks its own policy is.
    writeFileSync(at("all.html"), readFileSync(at("example.html"), "utf8").replace("</body>", '<script>1</script><img src="https://example.invalid/a.png"></body>'));
    expect(chromium("--virtual-time-budget=10000", "--dump-dom", `file://${at("all.html")}`).err.split("\n").filter((line) => /CONSOLE/.test(line)).length).toBeGreaterThan(0);
  }, 120_000);

  test("nothing is wider than a phone, or than a printed page", () => {
    // A page allows no script: copies that do are measured, each in a frame; for paper, with the style of print.
    const measured = (html: string): string => html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "").replace("</body>", `${MEASURE}</body>`);
    const printed = (html: string): string => html.replaceAll("@media screen and", "@media not all and").replaceAll("@media screen", "@media not all").replaceAll("@media print", "@media all");
    const frames = names.flatMap((name): readonly (readonly [name: string, width: number])[] => {
      const html = readFileSync(at(`${name}.html`), "utf8");
      writeFileSync(at(`${name}.phone.html`), measured(html));
      const upright = printed(html).replace("</style>", ".across { display: none; }</style>");
      writeFileSync(at(`${name}.a4.html`), measured(upright));
      if (html.includes(`class="across"`)) writeFileSync(at(`${name}.across.html`), measured(printed(html)));
      return [[`${name}.phone`, PHONE], [`${name}.a4`, A4], ...(html.includes(`class="across"`) ? ([[`${name}.across`, ACROSS]] as const) : [])];
    });
    const listen = '<pre id="said"></pre><script>addEventListener("message", ({ data }) => { document.getElementById("said").textContent += JSON.stringify(data) + "\\n"; });</script>';
    writeFileSync(at("all.html"), `<!DOCTYPE html><meta charset="utf-8">${listen}${frames.map(([name, width]) => `<iframe name="${name}" src="${name}.html" style="border:0;width:${width}px;height:900px"></iframe>`).join("")}`);
    const { out } = chromium("--virtual-time-budget=60000", "--dump-dom", `file://${at("all.html")}`);
    const text = /<pre id="said">([^]*?)<\/pre>/.exec(out)?.[1]?.replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&") ?? "";
    const said = text.trim().split("\n").map((line) => JSON.parse(line) as { readonly of: string; readonly found: readonly string[]; readonly elements: number });
    expect(said.map((one) => one.of).sort()).toEqual(frames.map(([name]) => name).sort());
    expect(said.filter((one) => one.elements < 10)).toEqual([]);
    expect(said.flatMap((one) => one.found.map((what) => `${one.of}: ${what}`))).toEqual([]);
  }, 180_000);

  test.runIf(look !== undefined)("pictures for a person", () => {
    for (const name of names) {
      const url = `file://${at(`${name}.html`)}`;
      chromium("--no-pdf-header-footer", `--print-to-pdf=${at(`${name}.pdf`)}`, url);
      chromium(`--window-size=${Math.max(PHONE, 500)},3000`, `--screenshot=${at(`${name}-screen.png`)}`, url);
      execFileSync("pdftoppm", ["-r", "70", "-png", at(`${name}.pdf`), at(`${name}-a4`)]);
    }
  }, 600_000);
});

if (browser === undefined) test.skip("pages in a browser: no Chromium here (CHROMIUM=path names one)", () => undefined);
