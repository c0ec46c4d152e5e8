// What the mutation run offers to tests.
export interface Survivor {
  readonly file: string;
  readonly line: number;
  readonly path: string;
  readonly what: string;
}
export function runMutants(core: object, node: object, options?: { readonly only?: string; readonly every?: number }): { readonly counts: Readonly<Record<"mutants" | "shape" | "check" | "test" | "explained", number>>; readonly survivors: readonly Survivor[] };
