// 分档法: ordered intervals with explicit open and closed ends, each with its points.
// Basis: published local tables; they differ in which end belongs to a tier (0-10%（含） against 80%（含）-90%),
// and some leave values undefined (80–99 and 100 leave 99.5 out), so tiers must prove that they cover the domain.
// Example: weight 3, tiers = 0 → 3, (0%, 10%] → 2, (10%, 20%] → 1, …; 10% → 2, 10.01% → 1.
import { label } from "../expression/expression.ts";
import { defineMethod } from "../model/method.ts";
import { bySign, tiers } from "../model/method-parts.ts";
import { tier, z } from "../source/shape.ts";

export const tiered = defineMethod({
  kind: "tiered",
  title: label("分档法", "Tiered"),
  params: z
    .strictObject({ kind: z.literal("tiered"), tiers: z.array(tier).min(1).max(50).describe("各档；须不重不漏地覆盖取值范围") })
    .describe("分档法：按所在的档得分"),
  target: "optional",
  build: (params, context) => tiers(context.measure, context.unit, params.tiers, context.domain, context, ["tiers"]),
  better: (_, { target }) => target && bySign(target),
});
