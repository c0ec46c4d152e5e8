import { defineConfig } from "vitest/config";

// Laws run a thousand times and packages are installed: slow machines need the time, and every core.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 180_000, maxWorkers: "100%" } });
