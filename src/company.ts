// 成套文档: which other documents one document stands on.
import type { Loaded } from "./loaded.ts";
import type { DocumentKind } from "./types.ts";

export const idOf = (one: Loaded): string | undefined => (one.data as { id?: string } | undefined)?.id;

export const ofKind = (documents: readonly Loaded[], kind: DocumentKind): readonly Loaded[] => documents.filter((one) => one.kind === kind);

export interface Company {
  /** absent when it is not among the known documents */
  readonly framework: Loaded | undefined;
  readonly objectives: Loaded | undefined;
  readonly libraries: readonly Loaded[];
  readonly packs: readonly Loaded[];
  /** the id that was looked up */
  readonly named: string | undefined;
}

/** The framework and objectives that actuals or objectives stand on, among the known documents. */
export function companyOf(one: Loaded, known: readonly Loaded[]): Company {
  const find = (kind: DocumentKind, id: string | undefined): Loaded | undefined => (id === undefined ? undefined : known.find((other) => other.kind === kind && idOf(other) === id));
  const named = one.kind === "actuals" ? (one.data as { objectives?: string } | undefined)?.objectives : undefined;
  const objectives = one.kind === "objectives" ? one : find("objectives", named);
  const frameworkId = (objectives?.data as { framework?: string } | undefined)?.framework?.split("@")[0] ?? named;
  const framework = one.kind === "framework" ? one : find("framework", frameworkId);
  return { framework, objectives, libraries: ofKind(known, "indicator-library"), packs: ofKind(known, "pack"), named: named ?? frameworkId };
}
