import { defineConfig } from "vitest/config";

/** Where a JSON report goes beside the usual output, for the count at the end of a CI run. */
const report = process.env.RACKRATE_TEST_REPORT;

const REPORTERS = ["default", "./tests/support/left-out.ts"];

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/**/projects/**", "tests/e2e/**", "node_modules/**"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: report ? [...REPORTERS, ["json", { outputFile: report }]] : REPORTERS,
  },
});
