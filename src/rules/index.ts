// The list of rule kinds: one line each.
import type { Rule } from "../rule.ts";
import { knockOut } from "./knock-out.ts";
import { targetFloor } from "./target-floor.ts";
import { weightFloor } from "./weight-floor.ts";

export const rules = [knockOut, targetFloor, weightFloor] as const;

export const ruleOf = (kind: string): Rule | undefined => rules.find((one) => one.kind === kind) as Rule | undefined;
