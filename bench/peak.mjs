// Told to a child process by --import: at its end it says on fd 3 how much memory it held at most, and how long it
// kept processors busy.
import { writeSync } from "node:fs";

process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(3, JSON.stringify({ peak: maxRSS * 1024, busy: (userCPUTime + systemCPUTime) / 1e6 }));
});
