// Whether more points for an indicator can never give a lower total: read off the form of the expression. Sums,
// extremes, roundings and products with what is not negative keep the order; what applies and which knock-outs hold
// are taken as given.
import { type Condition, type Expression, inputsOf, operands } from "../expression/expression.ts";

const isPoints = (name: string): boolean => name.startsWith("points ");
const readsPoints = (one: Expression): boolean => inputsOf(one).some(({ name }) => isPoints(name));

/** Rising, or standing still, in the points of every indicator, while all else stays. */
export function risesWithPoints(one: Expression): boolean {
  if (!readsPoints(one)) return true;
  switch (one.op) {
    case "input":
      return true;
    case "named":
    case "round":
      return risesWithPoints(one.of);
    case "sum":
    case "min":
    case "max":
      return one.of.every(risesWithPoints);
    case "difference":
      return risesWithPoints(one.left) && !readsPoints(one.right);
    case "product":
      return one.of.every((each) => (readsPoints(each) ? risesWithPoints(each) : neverNegative(each))) && one.of.filter(readsPoints).length === 1;
    case "quotient":
      return risesWithPoints(one.left) && !readsPoints(one.right) && neverNegative(one.right);
    case "choice":
      return one.cases.every(({ when, then }) => !conditionReads(when) && risesWithPoints(then)) && risesWithPoints(one.otherwise.then);
    default:
      return false;
  }
}

const conditionReads = (when: Condition): boolean => operands(when).some(readsPoints);

/** Put together from figures that are not negative: weights, and 1 or 0 for what applies. */
function neverNegative(one: Expression): boolean {
  switch (one.op) {
    case "constant":
      return one.value.n >= 0n;
    case "input":
      return one.options !== undefined || one.name.startsWith("applies ");
    case "named":
    case "round":
      return neverNegative(one.of);
    case "sum":
    case "product":
    case "min":
    case "max":
      return one.of.every(neverNegative);
    case "quotient":
      return neverNegative(one.left) && neverNegative(one.right);
    default:
      return false;
  }
}
