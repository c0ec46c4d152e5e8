// Records for the benchmark: deterministic, decimals as text, ties at the rounding boundary, tier edges and grade
// lines well represented. Figures are hundredths (整数，百分之一) until they are written.

/** xorshift32: the same records on every machine. */
export function generator(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

/** [id, unit, decimals, lowest, highest, full marks, no marks, edges, line]; between, hundredths of points = (p × a + q) ÷ r. */
const figures = [
  ["funds-compliance", "%", 2, 5000, 10000, 10000, 0, [9600, 9599, 9601], [200, 0, 9600]],
  ["procurement-faults", "", 0, 0, 500, 0, 300, [0, 100, 200, 300], undefined],
  ["renovated-homes", "", 0, 20000, 90000, 80000, 0, [80000, 79900], [400, 0, 80000]],
  ["renovated-area", "", 2, 1000, 4200, 3680, 0, [3680, 3679, 1], [450, 0, 3680]],
  ["pipes", "", 2, 300, 1500, 1280, 0, [1280, 1279, 0], [350, 0, 1280]],
  ["acceptance", "%", 2, 7000, 10000, 9600, 0, [9600, 9599], [400, 0, 9600]],
  ["defects", "%", 2, 0, 400, 160, 320, [160, 161, 319, 320, 321], [-400, 400 * 320, 160]],
  ["rework", "%", 2, 0, 700, 50, 500, [0, 50, 51, 200, 201, 499, 500], undefined],
  ["delay", "", 0, 0, 7000, 0, 6000, [0, 100, 500, 600, 1000, 1100, 5500, 5600, 6000], undefined],
  ["on-time", "%", 2, 4500, 10000, 9500, 5999, [9500, 9499, 8500, 8499, 6000, 5999, 10000], undefined],
  ["total-cost", "", 2, 90000, 270000, 128000, 256000, [128000, 128001, 255999, 256000], [-400, 400 * 256000, 128000]],
  ["unit-cost", "", 2, 25000, 54000, 34240, 51360, [34240, 34241, 51359, 51360], [-400, 400 * 51360, 17120]],
  ["savings", "", 2, 2000, 10000, 8640, 0, [8640, 8639], [500, 0, 8640]],
  ["energy-costs", "%", 2, -50, 800, 640, 0, [640, 639, 0, -1], [500, 0, 640]],
  ["complaints", "", 0, 0, 4000, 300, 3100, [0, 300, 400, 1000, 1100, 3000, 3100], undefined],
  ["energy-saving", "%", 2, 5500, 10000, 9200, 6000, [6000, 5999, 9200, 9199], [300, -300 * 6000, 3200]],
  ["dust", "", 2, 0, 5000, 1200, 4400, [1200, 1201, 1599, 1600, 4399, 4400], undefined],
  ["maintenance-fund", "%", 2, 4000, 10000, 8000, 4799, [4800, 4799, 8000, 7999], [400, 0, 8000]],
  ["residents", "%", 2, 5000, 10000, 9120, 5999, [6000, 5999, 9120, 9119], [400, 0, 9120]],
  ["owners-committees", "%", 2, 5000, 10000, 9000, 6000, [6000, 5999, 9000, 8999], [300, -300 * 6000, 3000]],
  ["merchants", "%", 2, 5000, 10000, 9600, 5999, [6000, 5999, 9600, 9599], [300, 0, 9600]],
].map(([id, unit, decimals, low, high, full, none, edges, line]) => ({ id, unit, decimals, low, high, full, none, edges, ties: tiesOf(line, low, high, decimals) }));

/** Every figure that lands exactly half-way between two hundredths of points. */
function tiesOf(line, low, high, decimals) {
  if (line === undefined) return [];
  const [p, q, r] = line;
  const found = [];
  for (let a = low; a <= high; a += decimals === 0 ? 100 : 1) {
    const twice = 2 * (p * a + q);
    if (twice > 0 && twice % r === 0 && (twice / r) % 2 === 1) found.push(a);
  }
  return found;
}

const write = (hundredths, decimals, unit) => (decimals === 0 ? `${Math.trunc(hundredths / 100)}` : `${hundredths < 0 ? "-" : ""}${Math.trunc(Math.abs(hundredths) / 100)}.${String(Math.abs(hundredths) % 100).padStart(2, "0")}`) + unit;

/** Where the total lies on a grade line, or one hundredth beside it: what is lost adds up to 10, 20 or 40 with `living-conditions` for the cents. */
const LOST = [
  [],
  ["residents", "owners-committees", "merchants"],
  ["residents", "owners-committees", "merchants", "savings", "energy-costs", "renovated-area", "pipes", "funds-compliance"],
];

export function makeRecords(count, seed = 20241231) {
  const next = generator(seed);
  const upTo = (n) => next() % n;
  const pick = (list) => list[upTo(list.length)];
  /** Executed and budget: shares of 20.00 × m meet ties of weights 10 and 4. */
  const budget = (denominator) => {
    const m = 1 + upTo(90);
    const kind = upTo(10);
    if (kind < 2) return { [denominator]: write(2000 * m, 2, ""), executed: write(m * (2 * upTo(1000) + 1), 2, "") };
    if (kind === 2) return { [denominator]: "0.00", executed: write(upTo(50000), 2, "") };
    const total = 10000 + upTo(200000);
    return { [denominator]: write(total, 2, ""), executed: write(kind === 3 ? total : Math.trunc((total * (400 + upTo(650))) / 1000), 2, "") };
  };
  const figure = ({ unit, decimals, low, high, full, edges, ties }) => {
    const kind = upTo(20);
    if (kind < 4 && ties.length > 0) return write(pick(ties), decimals, unit);
    if (kind < 7) return write(pick(edges), decimals, unit);
    if (kind < 11) return write(full, decimals, unit);
    return write(low + upTo(high - low + 1), decimals, unit);
  };
  const judged = () => {
    const [grade, low, high] = pick([["达成预期指标", 400, 500], ["部分达成预期指标", 300, 399], ["未达成预期指标", 0, 299]]);
    return { grade, points: write(pick([low, high, low + upTo(high - low + 1)]), 2, "") };
  };
  const onGradeLine = () => {
    const lost = pick(LOST);
    const values = {
      "budget-execution": { "adjusted-budget": "800.00", executed: "400.00" },
      "funds-execution": { "received-funds": "800.00", executed: "300.00" },
      "system-soundness": "健全",
      "living-conditions": { grade: "未达成预期指标", points: pick(["2.49", "2.50", "2.51"]) },
    };
    for (const { id, unit, decimals, full, none } of figures) values[id] = write(lost.includes(id) ? none : full, decimals, unit);
    return values;
  };
  const plain = () => {
    const values = { "budget-execution": budget("adjusted-budget"), "funds-execution": budget("received-funds"), "system-soundness": pick(["健全", "基本健全", "不健全"]), "living-conditions": judged() };
    for (const one of figures) values[one.id] = figure(one);
    return values;
  };
  const records = Array.from({ length: count }, () => (upTo(8) === 0 ? onGradeLine() : plain()));
  return asReceived(records.map(inOrder));
}

/** The same records with nine decimals each, more than a fast range takes; ends of a domain keep their value. */
export function widen(records, seed = 20250101) {
  const next = generator(seed);
  const digits = () => (next() % 8 === 0 ? "0000000" : String(next() % 10000000).padStart(7, "0"));
  const wide = (text) => {
    const match = /^(-?)(\d+)(?:\.(\d\d))?(%?)$/.exec(text);
    if (match === null) return text;
    const [, sign, whole, cents = "00", unit] = match;
    const fixed = unit === "%" && whole === "100";
    return `${sign}${whole}.${cents}${fixed ? "0000000" : digits()}${unit}`;
  };
  return asReceived(
    records.map((values) =>
      Object.fromEntries(
        Object.entries(values).map(([id, value]) => {
          if (typeof value === "string") return [id, wide(value)];
          return [id, Object.fromEntries(Object.entries(value).map(([name, text]) => [name, name === "points" ? text : wide(text)]))];
        }),
      ),
    ),
  );
}

const ORDER = ["budget-execution", "funds-execution", "funds-compliance", "system-soundness", "procurement-faults", "renovated-homes", "renovated-area", "pipes", "acceptance", "defects", "rework", "delay", "on-time", "total-cost", "unit-cost", "savings", "energy-costs", "living-conditions", "complaints", "energy-saving", "dust", "maintenance-fund", "residents", "owners-committees", "merchants"];
const inOrder = (values) => Object.fromEntries(ORDER.map((id) => [id, values[id]]));

/** As a service receives them: parsed from JSON. */
const asReceived = (records) => JSON.parse(JSON.stringify(records));
