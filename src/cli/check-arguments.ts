// The arguments of `jixiao check`.
import { type CheckFormat, checkFormats } from "../check-formats/index.ts";
import { type Preset, PRESETS } from "../verify/configuration.ts";
import type { Severity } from "../types/diagnostics.ts";
import { nearest } from "../text/nearest.ts";
import { date } from "../source/shape.ts";
import type { Language } from "../types/types.ts";
import { say } from "./words.ts";

export interface Output {
  readonly format: CheckFormat;
  /** standard output without one */
  readonly file: string | undefined;
}

export interface CheckArguments {
  readonly config: string | undefined;
  readonly preset: Preset | undefined;
  readonly asOf: string | undefined;
  readonly maxWarnings: number | undefined;
  readonly failSeverity: Severity;
  readonly baseline: string | undefined;
  readonly writeBaseline: boolean;
  readonly prune: boolean;
  readonly fix: boolean;
  readonly dryRun: boolean;
  /** where findings are written out as test cases */
  readonly writeTests: string | undefined;
  /** whether what was proved is said as well */
  readonly proof: boolean;
  readonly outputs: readonly Output[];
}

export const CHECK_OPTIONS = {
  config: { type: "string" },
  preset: { type: "string" },
  "as-of": { type: "string" },
  "max-warnings": { type: "string" },
  "fail-severity": { type: "string" },
  baseline: { type: "string" },
  "write-baseline": { type: "boolean" },
  prune: { type: "boolean" },
  fix: { type: "boolean" },
  "dry-run": { type: "boolean" },
  "write-tests": { type: "string" },
  proof: { type: "boolean" },
} as const;

export type CheckValues = { readonly [Name in keyof typeof CHECK_OPTIONS]?: ((typeof CHECK_OPTIONS)[Name]["type"] extends "string" ? string : boolean) | undefined };

/** What a bad argument is told by; it does not return. */
export type Refuse = (words: string) => never;

export function readCheckArguments(values: CheckValues, formats: readonly string[], lang: Language, refuse: Refuse): CheckArguments {
  const oneOf = <T extends string>(option: string, value: string | undefined, allowed: readonly T[]): T | undefined => {
    const found = allowed.find((one) => one === value);
    if (value !== undefined && found === undefined) {
      const guess = nearest(value, allowed);
      refuse(`${say(lang, "bad-value", `--${option} ${value}`, allowed.join(lang === "en" ? ", " : "、"))}${guess === undefined ? "" : say(lang, "did-you-mean", guess)}`);
    }
    return found;
  };
  const asOf = values["as-of"];
  if (asOf !== undefined && !date("").safeParse(asOf).success) refuse(say(lang, "bad-value", `--as-of ${asOf}`, "2026-12-31"));
  const most = values["max-warnings"];
  if (most !== undefined && !/^\d{1,9}$/.test(most)) refuse(say(lang, "bad-value", `--max-warnings ${most}`, "0, 1, 2 …"));
  const needs = (option: keyof CheckValues, other: keyof CheckValues): void => {
    if (values[option] === true && values[other] === undefined) refuse(say(lang, "option-needs", `--${option}`, `--${other}`));
  };
  needs("write-baseline", "baseline");
  needs("prune", "baseline");
  needs("dry-run", "fix");
  const outputs = (formats.length === 0 ? ["text"] : formats).map((one): Output => {
    const at = one.indexOf("=");
    const file = at < 0 ? undefined : one.slice(at + 1);
    if (file === "") refuse(say(lang, "format-file", one));
    return { format: oneOf("format", at < 0 ? one : one.slice(0, at), checkFormats) ?? "text", file };
  });
  const shown = outputs.filter((one) => one.file === undefined);
  if (shown.length > 1) refuse(say(lang, "one-output", shown.map((one) => one.format).join(lang === "en" ? ", " : "、")));
  if (values["dry-run"] === true && formats.length > 0 && shown.length > 0) refuse(say(lang, "dry-run-output", shown[0]?.format ?? ""));
  return {
    config: values.config,
    preset: oneOf("preset", values.preset, PRESETS),
    asOf,
    maxWarnings: most === undefined ? undefined : Number(most),
    failSeverity: oneOf("fail-severity", values["fail-severity"], ["error", "warning", "info"] as const) ?? "error",
    baseline: values.baseline,
    writeBaseline: values["write-baseline"] === true,
    prune: values.prune === true,
    fix: values.fix === true,
    dryRun: values["dry-run"] === true,
    writeTests: values["write-tests"],
    proof: values.proof === true,
    outputs: values["dry-run"] === true ? outputs.filter((one) => one.file !== undefined) : outputs,
  };
}
