// What the test of the benchmark needs to know of verify.mjs.
export interface Verified {
  readonly compared: number;
  readonly onGradeLine: number;
  readonly grades: readonly string[];
  readonly differences: readonly string[];
}
export function verify(library: object, frameworkText: string, count: number): Verified;
