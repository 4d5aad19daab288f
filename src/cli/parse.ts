import yargs, { type Options } from "yargs";
import { COMMANDS, helpText } from "./help.ts";
import { nearest } from "./nearest.ts";
import {
  COMPARE_OPTIONS,
  type CompareArguments,
  EXPLAIN_OPTIONS,
  type ExplainArguments,
  PREVIEW_OPTIONS,
  type PreviewArguments,
  USAGE_OPTIONS,
  type UsageArguments,
} from "./options.ts";

/** What a command line asks for: a command with its arguments, a text to show, or why it is not understood. */
export type Request =
  | { readonly command: "preview"; readonly args: PreviewArguments }
  | { readonly command: "explain"; readonly args: ExplainArguments }
  | { readonly command: "compare"; readonly args: CompareArguments }
  | { readonly command: "usage"; readonly args: UsageArguments }
  | { readonly command: "help"; readonly text: string }
  | { readonly command: "refused"; readonly message: string };

const SINGLE = "may be given only once";

/** Options that are no list come as one when they are repeated: refused, since either value may be the one that is meant. */
const repeated = (
  args: Readonly<Record<string, unknown>>,
  options: Readonly<Record<string, Options>>,
): string | undefined =>
  Object.entries(options).find(([name, option]) => !option.array && Array.isArray(args[name]))?.[0];

const parser = (): ReturnType<typeof yargs> =>
  yargs()
    .scriptName("rackrate")
    .command(COMMANDS.preview.usage, COMMANDS.preview.description, (y) =>
      y
        .options(PREVIEW_OPTIONS)
        .example("$0 preview", "the program in this folder")
        .example("$0 preview --base main", "what changes against main")
        .example("pulumi preview --json | $0 preview --from -", "a plan of the Pulumi CLI"),
    )
    .command(COMMANDS.explain.usage, COMMANDS.explain.description, (y) =>
      y
        .positional("figure", {
          type: "string",
          describe: "A measure, a resource or <resource>.<meter>; all names where absent",
        })
        .options(EXPLAIN_OPTIONS)
        .example("$0 explain monthlyCost", "")
        .example('$0 explain "nodes.instance-hours"', ""),
    )
    .command(COMMANDS.compare.usage, COMMANDS.compare.description, (y) =>
      y
        .positional("first", { type: "string", demandOption: true, describe: "A stack of the program" })
        .positional("second", { type: "string", demandOption: true, describe: "Another one" })
        .options(COMPARE_OPTIONS)
        .example("$0 compare cloud onprem", ""),
    )
    .command("usage <action>", COMMANDS.usage.description, (y) =>
      y
        .positional("action", { type: "string", choices: ["sync"], describe: "sync adds keys and changes none" })
        .options(USAGE_OPTIONS)
        .example("$0 usage sync", "the program in this folder")
        .example("$0 usage sync --from plan.json --out usage.yml", ""),
    )
    .parserConfiguration({
      "camel-case-expansion": false,
      "greedy-arrays": false,
      "dot-notation": false,
      "strip-aliased": true,
    })
    .strict()
    .demandCommand(
      1,
      1,
      "Which command? rackrate preview prices the program in this folder; --help shows all.",
      "Only one command can be run at a time.",
    )
    .version(false)
    .locale("en")
    .wrap(100)
    .exitProcess(false)
    .showHelpOnFail(false);

const CHOICES = /Argument: (\S+), Given: (.*), Choices: (.*)/;
const NO_VALUE = /^Not enough arguments following: (\S+)/;
const UNKNOWN = /^Unknown (?:argument|command)s?: (.*)$/;

const dashed = (name: string): string => (name.length === 1 ? `-${name}` : `--${name}`);

/** yargs' words about a command line in ours: which option, what is wrong, what was probably meant. */
const describeFault = (message: string, argv: readonly string[]): string => {
  const [, choice, given, choices] = CHOICES.exec(message) ?? [];
  if (choice !== undefined) return `${dashed(choice)} cannot be ${given}; it is one of ${choices}.`;
  const [, valueless] = NO_VALUE.exec(message) ?? [];
  if (valueless !== undefined) return `${dashed(valueless)} needs a value.`;
  const name = UNKNOWN.exec(message)?.[1]?.split(", ")[0];
  return name === undefined ? message.replace(/\n+/g, " ").trim() : describeUnknown(name, argv);
};

const describeUnknown = (name: string, argv: readonly string[]): string => {
  const isOption = argv.some(
    (word) => word.replace(/=.*$/s, "") === `--${name}` || (word.startsWith(`-${name}`) && name.length === 1),
  );
  const known = isOption
    ? Object.keys({ ...PREVIEW_OPTIONS, ...EXPLAIN_OPTIONS, ...COMPARE_OPTIONS, ...USAGE_OPTIONS, help: true })
    : Object.keys(COMMANDS);
  const meant = name.length > 2 ? nearest(name, known) : undefined;
  const what = isOption ? `option ${dashed(name)}` : `command or argument ${name}`;
  return `There is no ${what}.${meant === undefined ? "" : ` Did you mean ${isOption ? dashed(meant) : meant}?`} rackrate --help shows all.`;
};

/** yargs takes a lone dash for an argument of its own, where it is the value of the option before it. */
const withDashes = (argv: readonly string[]): string[] =>
  argv.flatMap((word, at) =>
    word === "-" && argv[at - 1] === "--from" ? [] : word === "--from" && argv[at + 1] === "-" ? ["--from=-"] : [word],
  );

/** Reads a command line. Never throws for what a user typed. */
export const parse = (argv: readonly string[]): Request => {
  let shown = "";
  let fault: string | undefined;
  const args = parser()
    .fail((message, error) => {
      fault ??= message ?? error.message;
    })
    .parseSync(withDashes(argv), {}, (_error, _args, output) => {
      shown = output;
    }) as Record<string, unknown> & { readonly _: readonly (string | number)[] };
  if (fault !== undefined) return { command: "refused", message: describeFault(fault, argv) };
  if (shown !== "") return { command: "help", text: args._.length === 0 ? helpText() : `${shown}\n` };
  const command = String(args._[0]);
  const options =
    { explain: EXPLAIN_OPTIONS, compare: COMPARE_OPTIONS, usage: USAGE_OPTIONS }[command] ?? PREVIEW_OPTIONS;
  const twice = repeated(args, options);
  if (twice !== undefined) return { command: "refused", message: `--${twice} ${SINGLE}.` };
  if (command === "explain") return { command, args: args as unknown as ExplainArguments };
  if (command === "compare") return { command, args: args as unknown as CompareArguments };
  if (command === "usage") return { command, args: args as unknown as UsageArguments };
  return { command: "preview", args: args as unknown as PreviewArguments };
};
