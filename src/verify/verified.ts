// 编译并核对: a compiled program that also passes the checks which stand in the way of scoring.
import { reporter } from "../check/check.ts";
import { blocking } from "../checks/index.ts";
import { type Compiled, compileProgram } from "../compile/index.ts";
import { diagnose, type Diagnostic, sortDiagnostics } from "../types/diagnostics.ts";
import type { Parts } from "../link/link.ts";

/** Everything that is wrong, at once; no program while any of it is an error. */
export function compileVerified(parts: Parts): Compiled {
  const compiled = compileProgram(parts);
  if (compiled.linked === undefined) return compiled;
  const found: Diagnostic[] = [...compiled.diagnostics];
  const report = reporter(found);
  for (const check of blocking) check.framework?.(compiled.linked, report, undefined);
  const program = found.some((one) => one.severity === "error") ? undefined : compiled.program;
  return { ...compiled, program, diagnostics: sortDiagnostics(found) };
}

/** Says that a sound framework cannot score yet: slots and targets wait for an objectives document. */
export function stillOpen({ program, linked, diagnostics }: Compiled): readonly Diagnostic[] {
  if (program !== undefined || linked === undefined || diagnostics.some((one) => one.severity === "error")) return [];
  const { data, file } = linked.framework;
  return [diagnose("objectives-needed", { framework: data.id }, file === undefined ? {} : { file })];
}
