import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/global-setup.ts"],
    testTimeout: 30_000,
    // Hooks make keys and start servers, which on a busy machine takes longer than the default of ten seconds.
    hookTimeout: 60_000,
    pool: "forks",
  },
});
