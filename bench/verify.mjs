// Before anything is timed: every score, total and grade of every engine equals the exact reference (B0).
import { scoreWithDecimal } from "./decimal-baseline.mjs";
import { makeRecords, widen } from "./records.mjs";
import { decimalText, grades, ids, reference } from "./reference.mjs";

/** The scorer of the benchmark's framework; a framework with a diagnostic is a fault of the benchmark. */
export function compileFramework({ load, compile }, text) {
  const { scorer, diagnostics } = compile({ framework: load(text, "framework.yaml") });
  if (scorer === undefined || diagnostics.length > 0) throw new Error(`the benchmark's framework is not clean: ${JSON.stringify(diagnostics)}`);
  const found = scorer.indicators.map((one) => one.id);
  if (JSON.stringify(found) !== JSON.stringify(ids)) throw new Error(`indicators: ${found.join()} instead of ${ids.join()}`);
  return scorer;
}

export const actualsOf = (scorer, values) => ({ kind: "actuals", objectives: scorer.subject, "as-of": "2024-12-31", values });

const engines = {
  "decimal.js": (_, __, values) => {
    const { points, total, grade } = scoreWithDecimal(values);
    return { points: points.map((one) => one.toFixed(2)), total: total.toFixed(2), grade };
  },
  tally: ({ tally }, scorer, values) => {
    const found = tally(scorer, values);
    if (found === undefined) return undefined;
    const text = (one) => decimalText(BigInt(one));
    return { points: [...found.points].map(text), total: text(found.total), grade: scorer.grades[found.grade] };
  },
  score: ({ score }, scorer, values) => {
    const { scorecard } = score(scorer, actualsOf(scorer, values));
    if (scorecard === undefined) return undefined;
    return { points: scorecard.indicators.map((one) => one.points), total: scorecard.total.points, grade: scorecard.grade };
  },
};

/** Compares text with text, digit by digit. `ties` says how many points lay exactly between two hundredths or on a grade line. */
export function verify(library, frameworkText, count) {
  const scorer = compileFramework(library, frameworkText);
  const records = makeRecords(count);
  const differences = [];
  let compared = 0;
  let onGradeLine = 0;
  for (const [kind, list] of [["plain", records], ["wide", widen(records)]]) {
    list.forEach((values, index) => {
      const { points, total, grade } = reference(values);
      if ([9000n, 8000n, 6000n].includes(total)) onGradeLine++;
      const expected = { points: points.map(decimalText), total: decimalText(total), grade };
      for (const [name, run] of Object.entries(engines)) {
        const found = run(library, scorer, values);
        const note = (what, want, have) => void (have === want || differences.push(`${name}, ${kind} record ${index}, ${what}: ${have} instead of ${want}`));
        ids.forEach((id, at) => note(id, expected.points[at], found?.points[at]));
        note("total", expected.total, found?.total);
        note("grade", expected.grade, found?.grade);
        compared += ids.length + 2;
      }
    });
  }
  return { compared, onGradeLine, grades, differences };
}
