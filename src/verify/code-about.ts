// 问题代码: what stands behind a code — the check that reports it, why, how to mend it, on what basis.
import type { Check } from "../check/check.ts";
import { blocking, configurable } from "../checks/index.ts";
import { configuration } from "../messages/configuration.ts";
import { documents } from "../messages/documents.ts";
import { type Code, messages } from "../messages/index.ts";
import { methods } from "../messages/methods.ts";
import { rules } from "../messages/rules.ts";
import { source } from "../messages/source.ts";
import { verification } from "../messages/verification.ts";
import type { Label } from "../types/types.ts";
import { AREAS } from "../wording/check.ts";

export interface AboutCode {
  readonly code: Code;
  readonly title: Label;
  /** absent where no check reports it: a fault of text, shape or value, which its message explains */
  readonly check: Check | undefined;
  readonly area: keyof typeof AREAS;
}

const areas = { source, documents, methods, rules, configuration, verification } as const;

export function aboutCode(code: Code): AboutCode {
  const check = [...configurable, ...blocking].find((one) => one.codes.includes(code));
  const area = (Object.keys(areas) as (keyof typeof areas)[]).find((name) => Object.hasOwn(areas[name], code)) ?? "other";
  return { code, check, area, title: check?.title ?? AREAS[area] };
}

/** Whether a word is a code at all. */
export const isCode = (code: string): code is Code => Object.hasOwn(messages, code);
