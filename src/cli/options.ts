import type { Options } from "yargs";

/** Where the plan comes from and what it is priced with: shared by every command that estimates. */
export const ESTIMATE_OPTIONS = {
  from: {
    type: "string",
    array: true,
    requiresArg: true,
    describe: "A preview, plan or state file, or - for standard input; may be repeated",
    group: "Plan:",
  },
  cwd: {
    type: "string",
    requiresArg: true,
    describe: "Folder of the Pulumi program; the current one by default",
    group: "Plan:",
  },
  stack: {
    type: "string",
    alias: "s",
    requiresArg: true,
    describe: "Stack to run, or to pick from --from; the selected one, else all of them",
    group: "Plan:",
  },
  c: {
    type: "string",
    array: true,
    requiresArg: true,
    describe: "Configuration of the program as key=value; may be repeated",
    group: "Plan:",
  },
  base: {
    type: "string",
    requiresArg: true,
    describe: "Compare with the program at another git revision",
    group: "Plan:",
  },
  timeout: { type: "number", requiresArg: true, describe: "Seconds that the program may take (300)", group: "Plan:" },
  memory: {
    type: "number",
    requiresArg: true,
    describe: "MiB of memory that the program may take (4096)",
    group: "Plan:",
  },
  config: {
    type: "string",
    requiresArg: true,
    describe: "Settings; rackrate.yaml beside the program by default",
    group: "Estimate:",
  },
  usage: {
    type: "string",
    requiresArg: true,
    describe: "More usage, in Infracost's form or ours; wins over equally exact usage of the settings",
    group: "Estimate:",
  },
  prices: {
    type: "string",
    requiresArg: true,
    describe: "Folder of imported prices; else RACKRATE_PRICES, else .rackrate/prices",
    group: "Estimate:",
  },
  today: {
    type: "string",
    requiresArg: true,
    describe: "Date of the estimate as YYYY-MM-DD, to repeat an earlier one",
    group: "Estimate:",
  },
  color: { type: "boolean", describe: "Colour; by default where the output is a terminal", group: "Output:" },
  debug: {
    type: "boolean",
    default: false,
    describe: "Show the program's own output, and traces of errors",
    group: "Output:",
  },
} as const satisfies Record<string, Options>;

const FORMATS = ["table", "json", "markdown", "html"] as const;
type Format = (typeof FORMATS)[number];

export const PREVIEW_OPTIONS = {
  ...ESTIMATE_OPTIONS,
  format: {
    type: "string",
    choices: FORMATS,
    default: "table",
    requiresArg: true,
    describe: "Form of the report",
    group: "Output:",
  },
  out: { type: "string", requiresArg: true, describe: "Write the report to a file", group: "Output:" },
} as const satisfies Record<string, Options>;

const { stack: _stack, base: _base, ...COMPARED_OPTIONS } = ESTIMATE_OPTIONS;

export const COMPARE_OPTIONS = {
  ...COMPARED_OPTIONS,
  format: {
    type: "string",
    choices: ["table", "json"],
    default: "table",
    requiresArg: true,
    describe: "Form of the report",
    group: "Output:",
  },
  out: PREVIEW_OPTIONS.out,
} as const satisfies Record<string, Options>;

export const EXPLAIN_OPTIONS = {
  ...ESTIMATE_OPTIONS,
  side: {
    type: "string",
    choices: ["before", "after"],
    default: "after",
    requiresArg: true,
    describe: "Side of the plan",
    group: "Output:",
  },
  all: { type: "boolean", default: false, describe: "Every term of a sum, not only the biggest", group: "Output:" },
} as const satisfies Record<string, Options>;

export const USAGE_OPTIONS = {
  ...ESTIMATE_OPTIONS,
  out: {
    type: "string",
    requiresArg: true,
    describe: "The file to list it in, new or not; rackrate.yaml by default",
    group: "Output:",
  },
} as const satisfies Record<string, Options>;

export const BASELINE_OPTIONS = {
  ...ESTIMATE_OPTIONS,
  out: { type: "string", requiresArg: true, describe: "Write the baseline to a file", group: "Output:" },
} as const satisfies Record<string, Options>;

/** The options of an estimate as a command gets them. */
export interface EstimateArguments {
  readonly from?: readonly string[];
  readonly cwd?: string;
  readonly stack?: string;
  readonly c?: readonly string[];
  readonly base?: string;
  readonly timeout?: number;
  readonly memory?: number;
  readonly config?: string;
  readonly usage?: string;
  readonly prices?: string;
  readonly today?: string;
  readonly color?: boolean;
  readonly debug: boolean;
}

export interface PreviewArguments extends EstimateArguments {
  readonly format: Format;
  readonly out?: string;
}

export interface CompareArguments extends EstimateArguments {
  readonly first: string;
  readonly second: string;
  readonly format: "table" | "json";
  readonly out?: string;
}

export interface ExplainArguments extends EstimateArguments {
  readonly figure?: string;
  readonly side: "before" | "after";
  readonly all: boolean;
}

export interface UsageArguments extends EstimateArguments {
  readonly out?: string;
}

export interface BaselineArguments extends EstimateArguments {
  readonly out?: string;
}
