// jixiao: the command line over the same functions the library exports.
import { writeFileSync } from "node:fs";
import { readArguments, Unusable } from "./arguments.ts";
import { checkHelp } from "./check-help.ts";
import { commands } from "./commands.ts";
import { diffHelp } from "./diff-help.ts";
import { formsAmong, isWorkbook } from "./forms.ts";
import { usage } from "./help.ts";
import type { Sink, StreamIo } from "./io.ts";
import { sinkTo } from "./sink.ts";
import { versionOf } from "./version.ts";
import { say } from "./words.ts";

async function main(argv: readonly string[]): Promise<number> {
  let written: string | Uint8Array = "";
  let opened: Sink | undefined;
  const io: StreamIo = {
    out: (content) => void (written = typeof written === "string" && typeof content === "string" ? written + content : content),
    err: (text) => void process.stderr.write(text),
    open: () => (opened ??= sinkTo(args.output)),
  };
  const args = readArguments(argv, takesForms(argv) ? await formsAmong(argv) : new Map());
  if (args.version) io.out(`${versionOf()}\n`);
  else if (args.help) io.out(args.command === "check" ? checkHelp(args.lang) : args.command === "diff" ? diffHelp(args.lang) : usage(args.lang));
  else if (args.command === undefined) {
    io.err(usage(args.lang));
    return 2;
  } else {
    const code = await commands[args.command](args, io);
    if (opened === undefined) finish(written, args.output);
    else await opened.end();
    return code;
  }
  finish(written, args.output);
  return 0;
}

/** Only these look into workbooks before anything else. */
const takesForms = (argv: readonly string[]): boolean => argv.some((one) => one === "score" || one === "explain") && argv.some(isWorkbook);

function finish(text: string | Uint8Array, output: string | undefined): void {
  if (output === undefined) process.stdout.write(text);
  else writeFileSync(output, text);
}

process.stdout.on("error", (error: { code?: string }) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const known = error instanceof Unusable;
  const reading = (error as { code?: string; path?: string }).code;
  const words = known ? error.message : reading !== undefined ? say("zh-CN", "unreadable", (error as { path?: string }).path ?? "", reading) : say("zh-CN", "internal", error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.stderr.write(`jixiao: ${words}\n`);
  process.exitCode = known || reading !== undefined ? 2 : 3;
}
