import yargs, { type Options } from "yargs";
import { nearest } from "../core/nearest.ts";
import { COMMENT_OPTIONS, type CommentArguments } from "./comment-options.ts";
import { COMMANDS, helpText } from "./help.ts";
import {
  BASELINE_OPTIONS,
  type BaselineArguments,
  COMPARE_OPTIONS,
  type CompareArguments,
  EXPLAIN_OPTIONS,
  type ExplainArguments,
  PREVIEW_OPTIONS,
  type PreviewArguments,
  USAGE_OPTIONS,
  type UsageArguments,
} from "./options.ts";
import { PRICES_ACTIONS, PRICES_OPTIONS, type PricesArguments } from "./prices-options.ts";

/** What a command line asks for: a command with its arguments, a text to show, or why it is not understood. */
export type Request =
  | { readonly command: "preview"; readonly args: PreviewArguments }
  | { readonly command: "explain"; readonly args: ExplainArguments }
  | { readonly command: "compare"; readonly args: CompareArguments }
  | { readonly command: "comment"; readonly args: CommentArguments }
  | { readonly command: "usage"; readonly args: UsageArguments }
  | { readonly command: "baseline"; readonly args: BaselineArguments }
  | { readonly command: "prices"; readonly args: PricesArguments }
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
        .example("$0 preview --from plan.json", "a plan: pulumi preview --json --show-sames > plan.json"),
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
    .command(COMMANDS.comment.usage, COMMANDS.comment.description, (y) =>
      y
        .options(COMMENT_OPTIONS)
        .example("$0 comment --base origin/main", "in the job of a pull request")
        .example("$0 comment --from preview.json --dry-run", "shows the comment of a plan"),
    )
    .command(COMMANDS.baseline.usage, COMMANDS.baseline.description, (y) =>
      y
        .options(BASELINE_OPTIONS)
        .example("pulumi stack export | $0 baseline --from - --out baseline.json", "what is deployed")
        .example("$0 baseline --base main --out baseline.json", "what main declares"),
    )
    .command("usage <action>", COMMANDS.usage.description, (y) =>
      y
        .positional("action", { type: "string", choices: ["sync"], describe: "sync adds keys and changes none" })
        .options(USAGE_OPTIONS)
        .example("$0 usage sync", "the program in this folder")
        .example("$0 usage sync --from plan.json --out usage.yml", ""),
    )
    .command("prices <action> [what..]", COMMANDS.prices.description, (y) =>
      y
        .positional("action", { type: "string", choices: PRICES_ACTIONS, describe: "What to do with prices" })
        .positional("what", { type: "string", describe: "import: files, or - for standard input. show: aws and what" })
        .options(PRICES_OPTIONS)
        .example("$0 prices show aws p5.48xlarge", "every region and way to buy it, cheapest first")
        .example("$0 prices import AmazonEC2.csv", "AWS's own price files, CSV or JSON")
        .example("$0 prices sync --regions us-east-1 --services AmazonEC2", "fetches and imports them")
        .example("$0 prices lock", "pins the prices of the program in this folder; update moves them"),
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
const NO_ACTION = /^Not enough non-option arguments/;
const UNKNOWN = /^Unknown (?:argument|command)s?: (.*)$/;

const dashed = (name: string): string => (name.length === 1 ? `-${name}` : `--${name}`);

/** yargs' words about a command line in ours: which option, what is wrong, what was probably meant. */
const describeFault = (message: string, argv: readonly string[]): string => {
  const [, choice, given, choices] = CHOICES.exec(message) ?? [];
  if (choice !== undefined) {
    const what = choice === "action" ? `The action of ${argv[0]}` : dashed(choice);
    return `${what} cannot be ${given}; it is one of ${choices}.`;
  }
  if (NO_ACTION.test(message)) return "rackrate usage needs an action: sync.";
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
    ? Object.keys({
        ...PREVIEW_OPTIONS,
        ...EXPLAIN_OPTIONS,
        ...COMPARE_OPTIONS,
        ...USAGE_OPTIONS,
        ...BASELINE_OPTIONS,
        ...COMMENT_OPTIONS,
        ...PRICES_OPTIONS,
        help: true,
      })
    : Object.keys(COMMANDS);
  const meant = name.length > 2 ? nearest(name, known, 1)[0] : undefined;
  const what = isOption ? `option ${dashed(name)}` : `command or argument ${name}`;
  return `There is no ${what}.${meant === undefined ? "" : ` Did you mean ${isOption ? dashed(meant) : meant}?`} rackrate --help shows all.`;
};

/** Stands for a lone dash, which yargs drops where it is no option's value. No file has such a name. */
const LONE_DASH = "\u0000-";

/** yargs takes a lone dash for an argument of its own, where it is the value of the option before it. */
const withDashes = (argv: readonly string[]): string[] =>
  argv.flatMap((word, at) => {
    if (word === "--from" && argv[at + 1] === "-") return ["--from=-"];
    if (word !== "-") return [word];
    if (argv[at - 1] === "--from") return [];
    return argv[0] === "prices" ? [LONE_DASH] : [word];
  });

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
    {
      explain: EXPLAIN_OPTIONS,
      compare: COMPARE_OPTIONS,
      comment: COMMENT_OPTIONS,
      baseline: BASELINE_OPTIONS,
      usage: USAGE_OPTIONS,
      prices: PRICES_OPTIONS,
    }[command] ?? PREVIEW_OPTIONS;
  const twice = repeated(args, options);
  if (twice !== undefined) return { command: "refused", message: `--${twice} ${SINGLE}.` };
  if (command === "explain") return { command, args: args as unknown as ExplainArguments };
  if (command === "compare") return { command, args: args as unknown as CompareArguments };
  if (command === "comment") return { command, args: args as unknown as CommentArguments };
  if (command === "baseline") return { command, args: args as unknown as BaselineArguments };
  if (command === "prices") {
    const what = (args.what as readonly string[] | undefined)?.map((word) => (word === LONE_DASH ? "-" : word));
    return { command, args: { ...args, what } as unknown as PricesArguments };
  }
  if (command === "usage") return { command, args: args as unknown as UsageArguments };
  return { command: "preview", args: args as unknown as PreviewArguments };
};
