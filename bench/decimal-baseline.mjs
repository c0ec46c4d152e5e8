// The yardstick: fixtures/bench/framework.yaml written by hand with decimal.js, as a careful engineer would:
// constants made once, multiply first, divide last, round once.
import { Decimal } from "decimal.js";

const D = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });
const constants = (...texts) => texts.map((text) => new D(text));
const ZERO = new D(0);
const [FULL_GRADE, GOOD_GRADE, PASS_GRADE] = constants("90", "80", "60");
const [W2, W3, W35, W4, W45, W5, W10] = constants("2", "3", "3.5", "4", "4.5", "5", "10");
const percent = (text) => new D(text.slice(0, -1));
const round = (value) => value.toDecimalPlaces(2);

function execution(executed, budget, weight) {
  const whole = new D(budget);
  if (whole.isZero()) return ZERO;
  const part = new D(executed);
  if (part.gte(whole)) return weight;
  return part.lte(ZERO) ? ZERO : round(part.times(weight).div(whole));
}
function proportional(actual, target, weight) {
  if (actual.gte(target)) return weight;
  return actual.lte(ZERO) ? ZERO : round(actual.times(weight).div(target));
}
function proportionalFrom(pass, actual, target, weight) {
  return actual.lt(pass) ? ZERO : proportional(actual, target, weight);
}
/** From full at `target` down to nothing at `none`; `room` lies between. */
function falling(actual, target, none, room, weight) {
  if (actual.lte(target)) return weight;
  return actual.gte(none) ? ZERO : round(none.minus(actual).times(weight).div(room));
}
function rising(actual, none, full, room, weight) {
  if (actual.gte(full)) return weight;
  return actual.lt(none) ? ZERO : round(actual.minus(none).times(weight).div(room));
}

const [COMPLIANCE, HOMES, AREA, PIPES, ACCEPTANCE, SAVINGS, ENERGY_COSTS, MAINTENANCE, MAINTENANCE_PASS] = constants("96", "800", "36.8", "12.8", "96", "86.4", "6.4", "80", "48");
const [DEFECTS, DEFECTS_NONE, DEFECTS_ROOM, COST, COST_NONE, COST_ROOM, UNIT_COST, UNIT_COST_NONE, UNIT_COST_ROOM] = constants("1.6", "3.2", "1.6", "1280", "2560", "1280", "342.4", "513.6", "171.2");
const [REWORK_1, REWORK_2, REWORK_3, ON_TIME_1, ON_TIME_2, ON_TIME_3, COMPLAINTS_1, COMPLAINTS_2, COMPLAINTS_3] = constants("0.5", "2", "5", "95", "85", "60", "3", "10", "30");
const [P275, P125, P32, P325, P15, FAULT, DELAY_EACH, DELAY_COST, DUST_FROM, DUST_EACH, DUST_COST] = constants("2.75", "1.25", "3.2", "3.25", "1.5", "0.75", "5", "0.35", "12", "4", "0.375");
const [SIXTY, NINETY, NINETY_TWO, THIRTY, THIRTY_TWO, RESIDENTS, MERCHANTS] = constants("60", "90", "92", "30", "32", "91.2", "96");
const SOUNDNESS = { 健全: W2, 基本健全: new D("1.25"), 不健全: ZERO };
const JUDGED = { 达成预期指标: [W4, W5, true], 部分达成预期指标: [W3, W4, false], 未达成预期指标: [ZERO, W3, false] };

function faults(actual) {
  return actual.lte(ZERO) ? W2 : round(D.max(ZERO, W2.minus(actual.times(FAULT))));
}
function rework(actual) {
  if (actual.lte(REWORK_1)) return W4;
  if (actual.lte(REWORK_2)) return P275;
  return actual.lt(REWORK_3) ? P125 : ZERO;
}
function delay(actual) {
  return actual.lte(ZERO) ? W4 : round(D.max(ZERO, W4.minus(actual.div(DELAY_EACH).ceil().times(DELAY_COST))));
}
function onTime(actual) {
  if (actual.gte(ON_TIME_1)) return W4;
  if (actual.gte(ON_TIME_2)) return P32;
  return actual.gte(ON_TIME_3) ? W2 : ZERO;
}
function judged({ grade, points }) {
  const [low, high, closed] = JUDGED[grade];
  const given = new D(points);
  if (given.lt(low) || (closed ? given.gt(high) : given.gte(high))) throw new RangeError("points outside the grade");
  return round(given);
}
function complaints(actual) {
  if (actual.lte(COMPLAINTS_1)) return W5;
  if (actual.lte(COMPLAINTS_2)) return P325;
  return actual.lte(COMPLAINTS_3) ? P15 : ZERO;
}
function dust(actual) {
  if (actual.lte(DUST_FROM)) return W3;
  return round(D.max(ZERO, W3.minus(actual.minus(DUST_FROM).div(DUST_EACH).floor().times(DUST_COST))));
}

export function scoreWithDecimal(values) {
  const budget = values["budget-execution"];
  const funds = values["funds-execution"];
  const points = [
    execution(budget.executed, budget["adjusted-budget"], W10),
    execution(funds.executed, funds["received-funds"], W4),
    proportional(percent(values["funds-compliance"]), COMPLIANCE, W2),
    SOUNDNESS[values["system-soundness"]],
    faults(new D(values["procurement-faults"])),
    proportional(new D(values["renovated-homes"]), HOMES, W4),
    proportional(new D(values["renovated-area"]), AREA, W45),
    proportional(new D(values.pipes), PIPES, W35),
    proportional(percent(values.acceptance), ACCEPTANCE, W4),
    falling(percent(values.defects), DEFECTS, DEFECTS_NONE, DEFECTS_ROOM, W4),
    rework(percent(values.rework)),
    delay(new D(values.delay)),
    onTime(percent(values["on-time"])),
    falling(new D(values["total-cost"]), COST, COST_NONE, COST_ROOM, W4),
    falling(new D(values["unit-cost"]), UNIT_COST, UNIT_COST_NONE, UNIT_COST_ROOM, W4),
    proportional(new D(values.savings), SAVINGS, W5),
    proportional(percent(values["energy-costs"]), ENERGY_COSTS, W5),
    judged(values["living-conditions"]),
    complaints(new D(values.complaints)),
    rising(percent(values["energy-saving"]), SIXTY, NINETY_TWO, THIRTY_TWO, W3),
    dust(new D(values.dust)),
    proportionalFrom(MAINTENANCE_PASS, percent(values["maintenance-fund"]), MAINTENANCE, W4),
    proportionalFrom(SIXTY, percent(values.residents), RESIDENTS, W4),
    rising(percent(values["owners-committees"]), SIXTY, NINETY, THIRTY, W3),
    proportionalFrom(SIXTY, percent(values.merchants), MERCHANTS, W3),
  ];
  let total = ZERO;
  for (const one of points) total = total.plus(one);
  const grade = total.gte(FULL_GRADE) ? "优" : total.gte(GOOD_GRADE) ? "良" : total.gte(PASS_GRADE) ? "中" : "差";
  return { points, total, grade };
}
