// 配置: which configurable checks run, how grave their findings are, and the figures they judge by. A configuration
// may extend another; what it says of a check is laid over what the other says, option by option.
import { configurable } from "../checks/index.ts";
import type { Check } from "../check/check.ts";
import { diagnose, type Diagnostic, type Severity } from "../types/diagnostics.ts";
import { placeIn } from "../link/link.ts";
import type { Place } from "../model/linked.ts";
import { type Document, isKind, type Loaded } from "../types/loaded.ts";
import { nearest } from "../text/nearest.ts";
import type { Basis, CheckSetting, Label } from "../types/types.ts";

const ENABLED = Symbol.for("jixiao.enabled");

/** The checks that a configuration switches on. Immutable. */
export interface Configuration {
  readonly checks: readonly { readonly id: string; readonly title: Label; readonly severity: Severity }[];
}

type Inside = Configuration & { readonly [ENABLED]: readonly Enabled[] };

const configurationOf = (enabled: readonly Enabled[]): Inside => ({ checks: enabled.map(({ check: { id, title }, severity }) => ({ id, title, severity })), [ENABLED]: enabled });

/** No configurable check at all. */
export const NO_CHECKS: Configuration = configurationOf([]);

export const enabledOf = (configuration: Configuration): readonly Enabled[] => (configuration as Inside)[ENABLED];

/** A check that runs, with everything it needs. */
export interface Enabled {
  readonly check: Check;
  readonly severity: Severity;
  readonly options: unknown;
  /** the norm behind the figures, where the configuration gives one */
  readonly basis: Basis;
}

type Settings = Readonly<Record<string, CheckSetting>>;
type Layer = { readonly settings: Settings; readonly place: (...path: readonly string[]) => Place };
type Report = (one: Diagnostic) => void;

/** The configurations that are shipped, from the milder to the stricter. */
export const PRESETS = ["recommended", "strict"] as const;
export type Preset = (typeof PRESETS)[number];

/** The checks that a configuration document switches on; `known` holds the configurations it may extend, `preset` takes the place of the shipped one at its base. */
export function configure(config: Loaded, known: readonly Loaded[], preset?: Preset): { readonly configuration: Configuration; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [...config.diagnostics];
  const report: Report = (one) => void diagnostics.push(one);
  if (!isKind(config, "config")) {
    if (config.kind !== undefined && config.kind !== "config") report(diagnose("kind-other", { found: config.kind, expected: "config" }, placeIn(config, ["kind"])));
    return { configuration: NO_CHECKS, diagnostics };
  }
  const chain = chainOf(config, known.filter((one) => isKind(one, "config")), preset, report);
  const layers = chain.map((one): Layer => ({ settings: one.data.checks ?? {}, place: (...path) => placeIn(one, ["checks", ...path]) }));
  return { configuration: configurationOf(enable(layers, report)), diagnostics };
}

/** The checks that settings written elsewhere (a test document) switch on. */
export function configureBy(settings: readonly Settings[], place: Layer["place"]): { readonly configuration: Configuration; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  return { configuration: configurationOf(enable(settings.map((one) => ({ settings: one, place })), (one) => void diagnostics.push(one))), diagnostics };
}

/** The configuration and those it extends, the farthest first. */
function chainOf(config: Document<"config">, known: readonly Document<"config">[], preset: Preset | undefined, report: Report): readonly Document<"config">[] {
  const chain: Document<"config">[] = [config];
  const isShipped = (id: string | undefined): boolean => PRESETS.some((one) => one === id);
  const baseOf = ({ data }: Document<"config">): string | undefined => (preset !== undefined && !isShipped(data.id) && (data.extends === undefined || isShipped(data.extends)) ? preset : data.extends);
  for (let last = config; baseOf(last) !== undefined; ) {
    const id = baseOf(last) ?? "";
    const found = known.find((one) => one.data.id === id);
    if (found === undefined) {
      const guess = nearest(id, known.map((one) => one.data.id ?? ""));
      report(diagnose("config-unknown", { id, ...(guess ? { guess } : {}) }, placeIn(last, ["extends"])));
      break;
    }
    if (chain.includes(found)) {
      report(diagnose("config-cycle", { id }, placeIn(last, ["extends"])));
      break;
    }
    chain.unshift(found);
    last = found;
  }
  return chain;
}

function enable(layers: readonly Layer[], report: Report): readonly Enabled[] {
  return configurable.flatMap((check): Enabled[] => {
    let severity: Severity | "off" = "off";
    let basis = check.basis;
    let place: Place = { path: [] };
    const options: Record<string, unknown> = {};
    for (const { settings, place: placeOf } of layers) {
      const setting = Object.hasOwn(settings, check.id) ? settings[check.id] : undefined;
      if (setting === undefined) continue;
      place = placeOf(check.id);
      const { severity: said, basis: norm, ...figures } = typeof setting === "string" ? { severity: setting } : setting;
      severity = said ?? severity;
      basis = norm ?? basis;
      Object.assign(options, figures);
    }
    if (severity === "off") return [];
    const missing = Object.keys(check.options ?? {}).filter((name) => options[name] === undefined);
    for (const option of missing) report(diagnose("check-option-missing", { check: check.id, option }, place));
    return missing.length > 0 ? [] : [{ check, severity, options, basis }];
  });
}
