// The evaluations of the batch benchmark as a CSV file: the records of records.mjs, one a row, with an id, a name and a
// department. A file of any length is written in pieces, and can be gone through again.
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { makeRecords } from "./records.mjs";

const PIECE = 5000;

/** `count` records, the same on every machine. */
export function* records(count) {
  for (let made = 0, seed = 1; made < count; made += PIECE, seed++) yield* makeRecords(Math.min(PIECE, count - made), seed);
}

const flat = (values) => Object.entries(values).flatMap(([id, value]) => (typeof value === "string" ? [[id, value]] : Object.entries(value).map(([name, text]) => [`${id}.${name}`, text])));

export async function writeRows(count, file) {
  const stream = createWriteStream(file);
  let number = 0;
  for (const values of records(count)) {
    const columns = flat(values);
    const head = number === 0 ? `id,name,department,${columns.map(([name]) => name).join()}\n` : "";
    number++;
    if (!stream.write(`${head}P${number},项目${number},部门${number % 50},${columns.map(([, text]) => text).join()}\n`)) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "finish");
}
