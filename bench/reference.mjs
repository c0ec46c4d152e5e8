// An independent exact reference for fixtures/bench/framework.yaml, in BigInt. It only verifies; it is never timed.
// Every figure becomes an integer count of 10^-12, every result a count of hundredths of points.
const S = 10n ** 12n;
const POINTS = 100n;

function units(text) {
  const [, sign, whole, decimals = ""] = /^(-?)(\d+)(?:\.(\d{1,12}))?%?$/.exec(text);
  const value = BigInt(whole) * S + BigInt(decimals.padEnd(12, "0"));
  return sign === "-" ? -value : value;
}

/** n ÷ d to the nearest integer, ties up; both are positive here. */
const nearest = (n, d) => (2n * n + d) / (2n * d);
const least = (a, b) => (a < b ? a : b);
const notBelowZero = (a) => (a < 0n ? 0n : a);

const execution = (denominator, weight) => (values) => {
  const budget = units(values[denominator]);
  const executed = units(values.executed);
  return budget === 0n || executed <= 0n ? 0n : least(weight, nearest(executed * weight, budget));
};
/** Above `pass`, in proportion up to the target. */
const proportional = (target, weight, pass = "0") => (text) => {
  const actual = units(text);
  if (actual <= 0n || actual < units(pass)) return 0n;
  return actual >= units(target) ? weight : nearest(actual * weight, units(target));
};
/** Straight from nothing at `none` to the full weight at `full`; the sign of the difference cancels. */
const line = (none, full, weight) => (text) => {
  let [from, to, at] = [units(none), units(full), units(text)];
  if (from > to) [from, to, at] = [-from, -to, -at];
  if (at >= to) return weight;
  return at <= from ? 0n : nearest((at - from) * weight, to - from);
};
const named = (points) => (text) => points[text];
/** [upper end, whether it belongs to the tier, points], in ascending order. */
const tiers = (...list) => (text) => {
  const actual = units(text);
  return list.find(([high, closed]) => high === undefined || (closed ? actual <= units(high) : actual < units(high)))[2];
};
const judged = (text) => {
  const points = units(text.points);
  const [low, high, closed] = { 达成预期指标: ["4", "5", true], 部分达成预期指标: ["3", "4", false], 未达成预期指标: ["0", "3", false] }[text.grade];
  if (points < units(low) || (closed ? points > units(high) : points >= units(high))) throw new Error("points outside the grade");
  return nearest(points * POINTS, S);
};

const indicators = {
  "budget-execution": execution("adjusted-budget", 1000n),
  "funds-execution": execution("received-funds", 400n),
  "funds-compliance": proportional("96", 200n),
  "system-soundness": named({ 健全: 200n, 基本健全: 125n, 不健全: 0n }),
  "procurement-faults": (text) => notBelowZero(nearest(notBelowZero(200n * S - 75n * units(text)), S)),
  "renovated-homes": proportional("800", 400n),
  "renovated-area": proportional("36.8", 450n),
  pipes: proportional("12.8", 350n),
  acceptance: proportional("96", 400n),
  defects: line("3.2", "1.6", 400n),
  rework: tiers(["0.5", true, 400n], ["2", true, 275n], ["5", false, 125n], [undefined, true, 0n]),
  delay: (text) => notBelowZero(400n - 35n * ((units(text) + 5n * S - 1n) / (5n * S))),
  "on-time": tiers(["60", false, 0n], ["85", false, 200n], ["95", false, 320n], [undefined, true, 400n]),
  "total-cost": line("2560", "1280", 400n),
  "unit-cost": line("513.6", "342.4", 400n),
  savings: proportional("86.4", 500n),
  "energy-costs": proportional("6.4", 500n),
  "living-conditions": judged,
  complaints: tiers(["3", true, 500n], ["10", true, 325n], ["30", true, 150n], [undefined, true, 0n]),
  "energy-saving": line("60", "92", 300n),
  dust: (text) => nearest(notBelowZero(3000n - 375n * (notBelowZero(units(text) - 12n * S) / (4n * S))), 10n),
  "maintenance-fund": proportional("80", 400n, "48"),
  residents: proportional("91.2", 400n, "60"),
  "owners-committees": line("60", "90", 300n),
  merchants: proportional("96", 300n, "60"),
};

export const ids = Object.keys(indicators);
export const grades = ["优", "良", "中", "差"];

/** Points and total as hundredths, the grade by name. */
export function reference(values) {
  const points = ids.map((id) => indicators[id](values[id]));
  const total = points.reduce((sum, one) => sum + one, 0n);
  const grade = total >= 9000n ? "优" : total >= 8000n ? "良" : total >= 6000n ? "中" : "差";
  return { points, total, grade };
}

/** Hundredths as decimal text. */
export const decimalText = (hundredths) => `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`;
