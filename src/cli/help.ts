/** The commands, as the help and the parser know them. */
export const COMMANDS = {
  preview: { usage: "preview", description: "Price a Pulumi program or plan: cost, return and the gate's verdict" },
  explain: { usage: "explain [figure]", description: "Show how a figure comes about, down to its sources" },
  compare: {
    usage: "compare <first> <second>",
    description: "Set two stacks side by side, and say from when the cheaper one pays",
  },
  comment: { usage: "comment", description: "Price a change and keep the report as a comment on its pull request" },
  baseline: {
    usage: "baseline",
    description: "Write down what stands today, for the policy pack to compare with",
  },
  prices: {
    usage: "prices <action>",
    description: "Show, import, fetch and pin prices: show, import, sync, lock, update",
  },
  usage: { usage: "usage sync", description: "List in rackrate.yaml the usage that nobody states yet" },
} as const;

const INDENT = "  ";
const USAGE_WIDTH = 26;

/** `rackrate --help`. It is made without the parser, whose loading takes longer than all the rest of a help. */
export const helpText = (): string =>
  [
    "rackrate <command>",
    "",
    "What a Pulumi change to a GPU cluster will cost and what it will earn, before it is deployed.",
    "",
    "Commands:",
    ...Object.values(COMMANDS).map(
      ({ usage, description }) => `${INDENT}rackrate ${usage.padEnd(USAGE_WIDTH)}${description}`,
    ),
    "",
    "Options:",
    `${INDENT}--help     Show help; after a command, that of the command`,
    `${INDENT}--version  Show the version`,
    "",
    "Exit code: 0 fine, 1 a gate failed, 2 bad input or use.",
    "",
  ].join("\n");
