import { defineConfig } from "vitest/config";

// Laws run a thousand times and packages are installed: slow machines need the time.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 180_000 } });
