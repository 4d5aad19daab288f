import { createRequire } from "node:module";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { previewCosts } from "../../src/hook.ts";

const { withLocalStorage } = createRequire(import.meta.url)("@pulumi/pulumi/runtime/state") as {
  readonly withLocalStorage: <T>(run: () => T) => T;
};
const mocks = { newResource: () => ({ id: "", state: {} }), call: () => ({}) };

/** Runs code as the Automation API runs an inline program: in a process that goes on afterwards. */
const inline = (run: () => void): Promise<void> =>
  withLocalStorage(async () => {
    await pulumi.runtime.setMocks(mocks, "shop", "dev", true);
    run();
  });

describe("previewCosts in an inline program", () => {
  it("does not pass what it could not check, and says what can", async () => {
    await expect(inline(() => previewCosts({ maxMonthlyIncrease: 100 }))).rejects.toThrow(
      /maxMonthlyIncrease cannot be checked: an inline program .* policy pack/,
    );
  });

  it("leaves the program alone where it should check nothing", async () => {
    await expect(inline(() => previewCosts())).resolves.toBeUndefined();
  });
});
