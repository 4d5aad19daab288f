import type { Options } from "yargs";
import { ESTIMATE_OPTIONS, type EstimateArguments } from "./options.ts";

export const FORGES = ["github", "gitlab"] as const;
export type ForgeName = (typeof FORGES)[number];

export const COMMENT_OPTIONS = {
  ...ESTIMATE_OPTIONS,
  tag: {
    type: "string",
    requiresArg: true,
    describe: "Keeps several comments on one pull request apart, as those of two stacks",
    group: "Comment:",
  },
  "dry-run": {
    type: "boolean",
    default: false,
    describe: "Show the comment and post nothing; needs no token",
    group: "Comment:",
  },
  "skip-unchanged": {
    type: "boolean",
    default: false,
    describe: "Make no first comment where cost and return stay as they are and the gate has nothing to say",
    group: "Comment:",
  },
  forge: {
    type: "string",
    choices: FORGES,
    requiresArg: true,
    describe: "Where to comment; by default as the job's environment tells",
    group: "Comment:",
  },
  repository: {
    type: "string",
    requiresArg: true,
    describe: "GitHub's owner/name, or GitLab's project by number or path; by default that of the job",
    group: "Comment:",
  },
  "pull-request": {
    type: "number",
    requiresArg: true,
    describe: "Number of the pull or merge request; by default that of the job",
    group: "Comment:",
  },
  "api-url": {
    type: "string",
    requiresArg: true,
    describe: "The forge's API, of GitHub Enterprise or a self-managed GitLab; by default that of the job",
    group: "Comment:",
  },
} as const satisfies Record<string, Options>;

/** The arguments of `rackrate comment`. */
export interface CommentArguments extends EstimateArguments {
  readonly tag?: string;
  readonly "dry-run": boolean;
  readonly "skip-unchanged": boolean;
  readonly forge?: ForgeName;
  readonly repository?: string;
  readonly "pull-request"?: number;
  readonly "api-url"?: string;
}
