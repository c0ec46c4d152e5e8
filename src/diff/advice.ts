// 版本建议: what a version number must say of the changes below it. Scores or keys that change are major, what may change
// scores is minor, words are patch; before 1.0.0 the minor number stands for the major one.
import type { Bump, ChangeClass } from "./types.ts";

const ORDER: readonly Bump[] = ["none", "patch", "minor", "major"];

export const highest = (bumps: readonly Bump[]): Bump => bumps.reduce((a, b) => (ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b), "none");

export const bumpFor = (one: { readonly class: ChangeClass; readonly breaks: boolean }): Bump => (one.breaks || one.class === "scores" ? "major" : one.class === "may" ? "minor" : "patch");

type Version = readonly [number, number, number];
const read = (text: string): Version => text.split(".").map(Number) as unknown as Version;

/** The least version that says so. */
export function leastVersion(old: string, bump: Bump): string {
  const [major, minor, patch] = read(old);
  const asked = major > 0 || bump === "none" ? bump : bump === "major" ? "minor" : "patch";
  if (asked === "major") return `${major + 1}.0.0`;
  if (asked === "minor") return `${major}.${minor + 1}.0`;
  return asked === "patch" ? `${major}.${minor}.${patch + 1}` : old;
}

/** Below, equal to or above. */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [read(a), read(b)];
  const at = x.findIndex((part, index) => part !== y[index]);
  return at < 0 ? 0 : (x[at] ?? 0) - (y[at] ?? 0);
}
