// Data written as YAML that reads back as the same data: block style for what is long, flow style for what is short.
// Every scalar of a document is text; what could be read as anything else is quoted.

const WIDE = 110;
/** Text that needs no quotes in a block and in brackets: no sign of YAML, no space at an end, nothing that reads as another type. */
const PLAIN = /^[\p{L}\p{N}_+][\p{L}\p{N}_.%/@+ -]*$/u;
const OTHER_TYPE = /^(?:true|false|null|yes|no|on|off|y|n|~)$/i;

const scalar = (value: unknown): string => (typeof value === "string" && PLAIN.test(value) && !value.endsWith(" ") && !OTHER_TYPE.test(value) ? value : JSON.stringify(value));

type Entries = readonly (readonly [string, unknown])[];
const entriesOf = (value: object): Entries => Object.entries(value).filter(([, one]) => one !== undefined);

/** On one line, as in `{ code: tier-direction, line: 29 }`. */
export function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (typeof value !== "object" || value === null) return scalar(value);
  const entries = entriesOf(value);
  return entries.length === 0 ? "{}" : `{ ${entries.map(([key, one]) => `${scalar(key)}: ${flow(one)}`).join(", ")} }`;
}

/** The lines of a value that stands under a key or an item, each with this indentation. */
export function block(value: unknown, indent = ""): readonly string[] {
  const short = flow(value);
  if (typeof value !== "object" || value === null) return [`${indent}${short}`];
  if (Array.isArray(value)) return value.flatMap((one) => itemLines(one, indent));
  return entriesOf(value).flatMap(([key, one]) => {
    const text = flow(one);
    const fits = `${indent}${key}: ${text}`.length <= WIDE;
    return typeof one !== "object" || one === null || fits ? [`${indent}${scalar(key)}: ${text}`] : [`${indent}${scalar(key)}:`, ...block(one, `${indent}  `)];
  });
}

function itemLines(one: unknown, indent: string): readonly string[] {
  const text = flow(one);
  if (typeof one !== "object" || one === null || `${indent}- ${text}`.length <= WIDE) return [`${indent}- ${text}`];
  const [first = "", ...rest] = block(one, `${indent}  `);
  return [`${indent}- ${first.slice(indent.length + 2)}`, ...rest];
}
