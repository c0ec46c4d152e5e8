// 问题的收集：at most so many problems of one kind, so that a file full of one fault needs no more memory than another.
import { type Code, type Diagnostic, diagnose } from "./diagnostics.ts";

export interface Collector {
  say(diagnostic: Diagnostic): void;
  /** what was said, and for every kind that was cut off, how many more there were */
  list(): readonly Diagnostic[];
}

const MOST = 200;

export function collector(file: string | undefined, most = MOST): Collector {
  const kept: Diagnostic[] = [];
  const counts = new Map<Code, number>();
  return {
    say(diagnostic) {
      const count = (counts.get(diagnostic.code) ?? 0) + 1;
      counts.set(diagnostic.code, count);
      if (count <= most) kept.push(diagnostic);
    },
    list: () => [
      ...kept,
      ...[...counts].flatMap(([code, count]) => {
        const { severity } = kept.find((one) => one.code === code) ?? { severity: "info" as const };
        return count > most ? [diagnose("more-of-a-kind", { kind: code, count: String(count - most), limit: String(most) }, { file, severity })] : [];
      }),
    ],
  };
}
