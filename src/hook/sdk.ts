import { createRequire } from "node:module";
import { join } from "node:path";
import type * as Pulumi from "@pulumi/pulumi";

/** The SDK's exports, without importing it. */
export type Sdk = typeof Pulumi;

/** The program's SDK, and whether it and the engine it talks to know resource hooks. */
export interface ProgramSdk {
  readonly pulumi: Sdk;
  readonly supportsHooks: boolean;
  /** True in an inline program of the Automation API, whose process goes on when it ends. */
  readonly isInline: boolean;
}

/**
 * The Pulumi SDK that the program itself uses, which stands in its own folder's reach. Another copy would know nothing
 * of the running stack. Beside this package is the second place to look: there they are the same once installed.
 * @throws Error where there is none.
 */
export const programSdk = (): ProgramSdk => {
  for (const place of [join(process.cwd(), "index.js"), import.meta.url]) {
    const require = createRequire(place);
    try {
      require.resolve("@pulumi/pulumi");
    } catch {
      continue;
    }
    const pulumi: Sdk = require("@pulumi/pulumi");
    return {
      pulumi,
      supportsHooks: typeof pulumi.ResourceHook === "function" && engineSupportsHooks(require),
      isInline: isInline(require),
    };
  }
  throw new Error("rackrate/hook needs @pulumi/pulumi: run `npm install @pulumi/pulumi`.");
};

/** Only an inline program has a state of its own beside that of the process. */
const isInline = (require: NodeJS.Require): boolean => {
  try {
    return require("@pulumi/pulumi/runtime/state").getLocalStore() !== undefined;
  } catch {
    return false;
  }
};

/** The SDK keeps what the engine answered to itself. Asking for hooks where there are none would break the program. */
const engineSupportsHooks = (require: NodeJS.Require): boolean => {
  try {
    return require("@pulumi/pulumi/runtime/state").getStore().supportsResourceHooks === true;
  } catch {
    return false;
  }
};
