// What a test needs to know of records.mjs.
export function makeRecords(count: number, seed?: number): Record<string, unknown>[];
