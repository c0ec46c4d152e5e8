// The list of scoring methods: one line each.
import type { GroupMethod, Method } from "../model/method.ts";
import { accumulation } from "./accumulation.ts";
import { bonus } from "./bonus.ts";
import { budgetExecution } from "./budget-execution.ts";
import { checklist } from "./checklist.ts";
import { deduction } from "./deduction.ts";
import { direct } from "./direct.ts";
import { eitherOf } from "./either-of.ts";
import { graded } from "./graded.ts";
import { linear } from "./linear.ts";
import { pool } from "./pool.ts";
import { proportional } from "./proportional.ts";
import { reverse } from "./reverse.ts";
import { satisfaction } from "./satisfaction.ts";
import { tiered } from "./tiered.ts";
import { twoSided } from "./two-sided.ts";

/** Methods that score one indicator. */
export const methods = [accumulation, budgetExecution, checklist, deduction, direct, graded, linear, proportional, reverse, satisfaction, tiered, twoSided] as const;
/** Methods that combine the indicators of a group. */
export const groupMethods = [bonus, eitherOf, pool] as const;

export const methodOf = (kind: string): Method | undefined => methods.find((one) => one.kind === kind) as Method | undefined;
export const groupMethodOf = (kind: string): GroupMethod | undefined => groupMethods.find((one) => one.kind === kind) as GroupMethod | undefined;
