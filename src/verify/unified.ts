// 差异: two versions of a text as a unified diff, three lines of context, that `patch` and `git apply` read.

const CONTEXT = 3;
const NO_END = "\\ No newline at end of file";

interface Line {
  readonly mark: " " | "-" | "+";
  readonly text: string;
}

/** Empty where nothing differs. */
export function unifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return "";
  const script = scriptOf(linesOf(before), linesOf(after));
  const hunks = hunksOf(script);
  return `--- a/${file}\n+++ b/${file}\n${hunks.join("")}`;
}

/** With their line ends, so that a change of those shows. */
const linesOf = (text: string): string[] => text.split(/(?<=\n)/).filter((line) => line !== "");

/** The shortest way from one list of lines to the other. */
function scriptOf(a: readonly string[], b: readonly string[]): readonly Line[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const [x, y] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const same = (lines: readonly string[]): Line[] => lines.map((text) => ({ mark: " ", text }));
  return [...same(a.slice(0, head)), ...middle(x, y), ...same(a.slice(a.length - tail))];
}

function middle(x: readonly string[], y: readonly string[]): readonly Line[] {
  // Longest common subsequence from the end, so that the script reads forwards.
  const width = y.length + 1;
  const longest = new Uint32Array((x.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = x.length - 1; i >= 0; i--) for (let j = y.length - 1; j >= 0; j--) longest[i * width + j] = x[i] === y[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const script: Line[] = [];
  let i = 0;
  let j = 0;
  while (i < x.length || j < y.length) {
    const [from, to] = [x[i], y[j]];
    if (from !== undefined && from === to) {
      script.push({ mark: " ", text: from });
      i++;
      j++;
    } else if (from !== undefined && (to === undefined || at(i + 1, j) >= at(i, j + 1))) {
      script.push({ mark: "-", text: from });
      i++;
    } else if (to !== undefined) {
      script.push({ mark: "+", text: to });
      j++;
    }
  }
  return script;
}

function hunksOf(script: readonly Line[]): readonly string[] {
  const hunks: string[] = [];
  let [from, to] = [1, 1]; // the next line of each text
  let index = 0;
  while (index < script.length) {
    const change = script.findIndex((one, at) => at >= index && one.mark !== " ");
    if (change < 0) break;
    const start = Math.max(index, change - CONTEXT);
    for (; index < start; index++) [from, to] = [from + 1, to + 1];
    let end = change;
    for (let at = change; at < script.length && at <= end + 2 * CONTEXT + 1; at++) if (script[at]?.mark !== " ") end = at;
    const lines = script.slice(start, end + CONTEXT + 1);
    const count = (mark: string): number => lines.filter((one) => one.mark === " " || one.mark === mark).length;
    const place = (line: number, size: number): string => `${size === 0 ? line - 1 : line}${size === 1 ? "" : `,${size}`}`;
    const shown = lines.map(({ mark, text }) => `${mark}${text.endsWith("\n") ? text : `${text}\n${NO_END}\n`}`);
    hunks.push(`@@ -${place(from, count("-"))} +${place(to, count("+"))} @@\n${shown.join("")}`);
    from += count("-");
    to += count("+");
    index = start + lines.length;
  }
  return hunks;
}
