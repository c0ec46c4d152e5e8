// Output while it is made: to a file, or to standard output, at the pace at which it is taken.
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import type { Sink } from "./io.ts";

/** Characters that are handed on together. */
const PIECE = 64 * 1024;

export function sinkTo(output: string | undefined): Sink {
  const stream = output === undefined ? process.stdout : createWriteStream(output);
  const done = output === undefined ? undefined : finished(stream);
  // A reader that has gone (head) is no fault; what cannot be written is told when it is waited for.
  done?.catch(() => undefined);
  let waiting = "";
  const push = async (data: string | Uint8Array): Promise<void> => {
    if (stream.destroyed || stream.write(data)) return;
    await new Promise<void>((resolve) => {
      const go = (): void => {
        for (const event of ["drain", "close", "error"]) stream.off(event, go);
        resolve();
      };
      for (const event of ["drain", "close", "error"]) stream.on(event, go);
    });
  };
  return {
    async write(data) {
      if (typeof data !== "string") return push(data);
      waiting += data;
      if (waiting.length < PIECE) return;
      const text = waiting;
      waiting = "";
      await push(text);
    },
    async end() {
      if (waiting !== "") await push(waiting);
      waiting = "";
      if (done === undefined) return;
      stream.end();
      await done;
    },
  };
}
