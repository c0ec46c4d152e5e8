// 进度: how far long work has come, on a terminal only — one line on standard error that is written over and then wiped.
import type { Language } from "../types/types.ts";
import { displayWidth } from "../text/width.ts";

export interface Progress {
  /** so much of the whole is done (bytes, files), and so many evaluations or tables */
  at(done: number, count: number): void;
  /** takes the line away before something else is said */
  clear(): void;
}

/** A terminal, or what stands for one in a test. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const EVERY = 100; // milliseconds
const WIDTH = 24;

/** `busy`: results go to the same terminal, where a bar would stand among them. */
export function progressOn(terminal: Terminal, whole: number, lang: Language, busy: boolean, now: () => number = () => Date.now()): Progress {
  if (terminal.isTTY !== true || busy) return { at: () => undefined, clear: () => undefined };
  const start = now();
  let last = start;
  let shown = false;
  return {
    at(done, count) {
      const time = now();
      if (time - last < EVERY) return;
      last = time;
      shown = true;
      terminal.write(`\r${fitting(barOf(done, whole, count, time - start, lang), terminal.columns)}\x1b[K`);
    },
    clear() {
      if (shown) terminal.write("\r\x1b[K");
      shown = false;
    },
  };
}

/** A line that is too wide would go on in the next one, where it is not wiped. */
function fitting(line: string, columns: number | undefined): string {
  const most = columns === undefined || columns === 0 ? WIDTH * 3 : columns - 1;
  const text = [...line];
  while (displayWidth(text.join("")) > most) text.pop();
  return text.join("");
}

function barOf(done: number, whole: number, count: number, elapsed: number, lang: Language): string {
  const share = whole > 0 ? Math.min(1, done / whole) : 0;
  const filled = Math.floor(share * WIDTH);
  const left = share > 0.02 ? Math.ceil((elapsed / share) * (1 - share) / 1000) : undefined;
  const [done100, rest] = lang === "en" ? [`${count} done`, left === undefined ? "" : `, ${left} s left`] : [`已完成 ${count} 条`, left === undefined ? "" : `，约余 ${left} 秒`];
  return `[${"#".repeat(filled)}${"-".repeat(WIDTH - filled)}] ${String(Math.floor(share * 100)).padStart(3)}%  ${done100}${rest}`;
}
