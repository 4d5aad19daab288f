import { readFileSync } from "node:fs";
import { InputError } from "../core/diagnostic.ts";
import { apiUrl } from "../forge/api.ts";
import { GITHUB_API, GITHUB_MAX_LENGTH, githubPullRequest } from "../forge/github.ts";
import { GITLAB_API, GITLAB_MAX_LENGTH, gitlabMergeRequest } from "../forge/gitlab.ts";
import type { PullRequest } from "../forge/pull-request.ts";
import { badUse } from "./bad-use.ts";
import type { CommentArguments, ForgeName } from "./comment-options.ts";
import type { Host } from "./host.ts";

/** Where a comment goes. */
export interface CommentTarget {
  readonly request: PullRequest;
  /** A request from a fork: its job has no token that may write, and should not have. */
  readonly fromFork: boolean;
}

type Environment = Host["environment"];

/** A variable that is set and not empty. */
const variable = (environment: Environment, name: string): string | undefined => environment[name] || undefined;

const forgeOf = ({ forge }: CommentArguments, { environment }: Host): ForgeName | undefined => {
  if (forge !== undefined) return forge;
  if (variable(environment, "GITHUB_REPOSITORY") !== undefined) return "github";
  return variable(environment, "CI_PROJECT_ID") === undefined ? undefined : "gitlab";
};

/** Characters that the comment of a dry run may have: as where it would go, else as at GitHub, which takes fewer. */
export const lengthOfComment = (args: CommentArguments, host: Host): number =>
  forgeOf(args, host) === "gitlab" ? GITLAB_MAX_LENGTH : GITHUB_MAX_LENGTH;

/** The pull request that options and the job's environment name. @throws InputError where they do not, or give no token. */
export const commentTarget = (args: CommentArguments, host: Host): CommentTarget => {
  switch (forgeOf(args, host)) {
    case "github":
      return githubTarget(args, host.environment);
    case "gitlab":
      return gitlabTarget(args, host.environment);
    case undefined:
      throw badUse(
        "It is not known where to comment: this is neither a job of GitHub Actions nor of GitLab CI.",
        "Name it with --forge, --repository and --pull-request, or see the comment with --dry-run.",
      );
  }
};

const githubTarget = (args: CommentArguments, environment: Environment): CommentTarget => {
  const event = eventOf(variable(environment, "GITHUB_EVENT_PATH"));
  const repository = args.repository ?? variable(environment, "GITHUB_REPOSITORY");
  if (repository === undefined || !/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    throw badUse("The repository at GitHub is named as owner/name.", "Name it with --repository or GITHUB_REPOSITORY.");
  }
  const number = args["pull-request"] ?? event.number;
  const api = args["api-url"] ?? variable(environment, "GITHUB_API_URL") ?? GITHUB_API;
  return {
    request: githubPullRequest({
      apiUrl: apiUrl(api),
      token: tokenOf(environment, "GITHUB_TOKEN", "In a workflow, set it in the env of the step, from github.token."),
      repository,
      number: numberOf(number, "the workflow was started by no `pull_request` event"),
    }),
    fromFork: event.fromFork,
  };
};

const gitlabTarget = (args: CommentArguments, environment: Environment): CommentTarget => {
  const read = (name: string): string | undefined => variable(environment, name);
  // In a pipeline of a fork CI_PROJECT_ID is the fork; the merge request is in the project that it goes to.
  const [own, targeted] = [read("CI_PROJECT_ID"), read("CI_MERGE_REQUEST_PROJECT_ID")];
  const project = args.repository ?? targeted ?? own;
  if (project === undefined) {
    throw badUse("The project at GitLab is not known.", "Name it with --repository or CI_PROJECT_ID.");
  }
  const iid = read("CI_MERGE_REQUEST_IID");
  const tokenKind = read("GITLAB_TOKEN") === undefined && read("CI_JOB_TOKEN") !== undefined ? "job" : "access";
  const hint = "Put a project access token with the scope `api` into the masked CI/CD variable GITLAB_TOKEN.";
  return {
    request: gitlabMergeRequest({
      apiUrl: apiUrl(args["api-url"] ?? read("CI_API_V4_URL") ?? GITLAB_API),
      token: tokenOf(environment, tokenKind === "job" ? "CI_JOB_TOKEN" : "GITLAB_TOKEN", hint),
      tokenKind,
      project,
      number: numberOf(
        args["pull-request"] ?? (iid === undefined ? undefined : Number(iid)),
        "the pipeline is none of a merge request",
      ),
    }),
    fromFork: own !== undefined && targeted !== undefined && own !== targeted,
  };
};

const numberOf = (number: number | undefined, otherwise: string): number => {
  if (number === undefined) {
    throw badUse(`The number of the pull request is not known: ${otherwise}.`, "Name it with --pull-request.");
  }
  if (!Number.isSafeInteger(number) || number < 1) throw badUse("--pull-request must be a whole number above zero.");
  return number;
};

/** A token is never shown, not even a wrong one. */
const tokenOf = (environment: Environment, name: string, hint: string): string => {
  const token = variable(environment, name)?.trim();
  if (token === undefined) throw badUse(`There is no token to comment with: ${name} is not set.`, hint);
  if (!/^[\x21-\x7e]+$/.test(token)) throw badUse(`${name} holds something that cannot be a token.`, hint);
  return token;
};

interface PullRequestEvent {
  readonly number?: number;
  readonly fromFork: boolean;
}

/** As much of a workflow's event as is needed ("Webhook events and payloads", GitHub documentation). */
interface Payload {
  readonly pull_request?: {
    readonly number?: number;
    readonly head?: { readonly repo?: { readonly full_name?: string } | null };
    readonly base?: { readonly repo?: { readonly full_name?: string } };
  };
  /** A comment on a pull request is an event of an issue. */
  readonly issue?: { readonly number?: number; readonly pull_request?: object };
}

const eventOf = (file: string | undefined): PullRequestEvent => {
  if (file === undefined) return { fromFork: false };
  const { pull_request: request, issue } = payloadOf(file);
  const number = request?.number ?? (issue?.pull_request === undefined ? undefined : issue.number);
  return {
    ...(number !== undefined && { number }),
    fromFork: request !== undefined && request.head?.repo?.full_name !== request.base?.repo?.full_name,
  };
};

const payloadOf = (file: string): Payload => {
  try {
    return (JSON.parse(readFileSync(file, "utf8")) ?? {}) as Payload;
  } catch {
    throw new InputError({
      severity: "error",
      code: "unreadable-event",
      message: `The event of this workflow, GITHUB_EVENT_PATH, cannot be read: ${file}.`,
      hint: "Name the pull request with --pull-request, and unset GITHUB_EVENT_PATH.",
    });
  }
};
