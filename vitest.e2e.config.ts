import { defineConfig } from "vitest/config";

const report = process.env.RACKRATE_TEST_REPORT;

/** The end-to-end tests: the real Pulumi engine, which `tools/build-engine.ts` builds first. */
export default defineConfig({
  test: {
    include: ["tests/e2e/*.test.ts"],
    globalSetup: "tests/e2e/engine/installed.ts",
    testTimeout: 300_000,
    hookTimeout: 900_000,
    // Each file keeps an engine, a program and a provider busy: more of them at once only wait for each other.
    maxWorkers: 2,
    reporters: report ? ["default", ["json", { outputFile: report }]] : ["default"],
  },
});
