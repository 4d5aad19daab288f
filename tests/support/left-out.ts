import { readdirSync } from "node:fs";
import type { Reporter } from "vitest/node";

/** Says in one line, after the summary, which tests `npm test` leaves out, and how to run them. */
export default class LeftOut implements Reporter {
  onTestRunEnd(): void {
    const files = readdirSync(new URL("../e2e", import.meta.url)).filter((name) => name.endsWith(".test.ts"));
    console.log(
      `Left out: ${files.length} files of end-to-end tests on the real Pulumi engine (\`npm run e2e\`; needs Go).`,
    );
  }
}
