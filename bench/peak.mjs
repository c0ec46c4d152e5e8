// Told to a child process by --import: at its end it says on fd 3 how much memory it held at most.
import { writeSync } from "node:fs";

process.on("exit", () => writeSync(3, JSON.stringify({ peak: process.resourceUsage().maxRSS * 1024 })));
