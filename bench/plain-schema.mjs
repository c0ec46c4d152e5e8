// What reading a framework costs without this library: yaml's own parse and a zod schema of similar size.
import { parse } from "yaml";
import { z } from "zod";

const number = z.union([z.number(), z.string()]);
const basis = z.strictObject({ document: z.string(), clause: z.string().optional(), status: z.enum(["published", "unverified", "illustrative"]) });
const award = { points: number.optional(), share: z.string().optional() };
const tier = z.strictObject({ when: z.string(), ...award, name: z.string().optional() });
const method = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("budget-execution"), denominator: z.enum(["initial-budget", "adjusted-budget", "received-funds"]), unit: z.string(), "zero-denominator": z.string(), over: z.string() }),
  z.strictObject({ kind: z.literal("proportional"), pass: z.string().optional(), over: z.string() }),
  z.strictObject({ kind: z.literal("reverse"), form: z.enum(["linear", "quotient"]), "zero-at": number.optional() }),
  z.strictObject({ kind: z.literal("satisfaction"), "zero-below": z.string().optional(), between: z.enum(["proportional", "linear"]) }),
  z.strictObject({ kind: z.literal("tiered"), tiers: z.array(tier).min(1) }),
  z.strictObject({ kind: z.literal("graded"), grades: z.array(z.strictObject({ name: z.string(), share: z.string() })).min(2) }),
  z.strictObject({ kind: z.literal("linear"), from: z.strictObject({ at: z.string(), ...award }), to: z.strictObject({ at: z.string(), ...award }), before: z.enum(["zero", "hold"]) }),
  z.strictObject({ kind: z.literal("deduction"), per: z.enum(["count", "unit"]), from: z.string().optional(), direction: z.enum(["above", "below"]).optional(), each: z.string().optional(), deduct: z.strictObject(award), step: z.enum(["floor", "ceil", "linear"]).optional() }),
]);
const node = z.strictObject({
  id: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u),
  name: z.string().min(1),
  weight: number,
  unit: z.string().optional(),
  domain: z.string().optional(),
  target: z.string().optional(),
  method: z.union([z.string(), method]).optional(),
  get indicators() {
    return z.array(node).optional();
  },
});
const framework = z.strictObject({
  kind: z.literal("framework"),
  id: z.string(),
  version: z.string(),
  category: z.string(),
  purpose: z.string(),
  title: z.string(),
  basis,
  effective: z.strictObject({ from: z.string(), to: z.string().optional() }),
  packs: z.array(z.string()),
  total: number,
  rounding: z.strictObject({ places: number, mode: z.string() }),
  grades: z.array(z.strictObject({ name: z.string(), from: number })).min(1),
  "not-applicable": z.string(),
  missing: z.enum(["block", "zero"]),
  methods: z.record(z.string(), method),
  indicators: z.array(node).min(1),
});

export const parseAndValidate = (text) => framework.parse(parse(text));
