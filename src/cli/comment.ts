import { appendFileSync } from "node:fs";
import { InputError } from "../core/diagnostic.ts";
import type { PullRequest } from "../forge/pull-request.ts";
import { RefusedRequest } from "../forge/refused-request.ts";
import { framed, keepComment, type Posted, roomForReport } from "../forge/sticky-comment.ts";
import type { Estimate } from "../model/estimate.ts";
import { renderMarkdown } from "../report/markdown.ts";
import { visible } from "../report/sanitize.ts";
import { summaryLines } from "../report/summary.ts";
import { badUse } from "./bad-use.ts";
import type { CommentArguments } from "./comment-options.ts";
import { type CommentTarget, commentTarget, lengthOfComment } from "./comment-target.ts";
import { estimatesOf } from "./estimates.ts";
import { exitCodeOf } from "./exit-code.ts";
import { showDiagnostics } from "./failure.ts";
import type { ExitCode, Host } from "./host.ts";
import { isUnchanged } from "./unchanged.ts";

/** `rackrate comment`: the report of `rackrate preview`, kept as one comment on the pull request of this job. */
export const comment = async (args: CommentArguments, host: Host): Promise<ExitCode> => {
  requireTag(args.tag);
  // Where to comment is known before a program runs for a minute.
  const target = args["dry-run"] ? undefined : commentTarget(args, host);
  const { value: estimates, diagnostics } = await estimatesOf(args, host);
  showDiagnostics(diagnostics, host, args.color);
  const length = target?.request.maxLength ?? lengthOfComment(args, host);
  const report = renderMarkdown(estimates, { maxLength: roomForReport(length, args.tag) });
  if (target === undefined) host.stdout.write(framed(report, args.tag));
  else {
    host.stdout.write(`${estimates.flatMap(logLines).join("\n")}\n`);
    appendJobSummary(estimates, host);
    await post(target, report, { ...args, onlyUpdate: args["skip-unchanged"] && estimates.every(isUnchanged) }, host);
  }
  return exitCodeOf(estimates);
};

/** It stands in an HTML comment, which it must not end. */
const requireTag = (tag: string | undefined): void => {
  if (tag === undefined || (/^[\w./-]{1,60}$/.test(tag) && !tag.includes("--"))) return;
  throw badUse("--tag takes up to 60 letters, digits, dots, slashes, underscores and single dashes.");
};

/** What the log of a job says of a stack: the figures, and why it fails. */
const logLines = (estimate: Estimate): readonly string[] => [
  ...summaryLines(estimate),
  ...estimate.verdicts
    .filter(({ outcome }) => outcome === "fail")
    .flatMap(({ rule, findings }) => findings.map(({ message }) => visible(`Gate failed (${rule}): ${message}`))),
];

/** GitHub takes a megabyte of UTF-8 a step ("Workflow commands", GitHub documentation); no character here needs over 3 bytes a unit. */
const JOB_SUMMARY_LENGTH = 300_000;

const appendJobSummary = (estimates: readonly Estimate[], { environment }: Host): void => {
  const file = environment.GITHUB_STEP_SUMMARY;
  if (!file) return;
  try {
    appendFileSync(file, `${renderMarkdown(estimates, { maxLength: JOB_SUMMARY_LENGTH })}\n`);
  } catch (error) {
    throw new InputError({
      severity: "error",
      code: "unwritable-summary",
      message: `The summary of this job cannot be written: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`,
      hint: "Leave GITHUB_STEP_SUMMARY as GitHub sets it, or unset it.",
    });
  }
};

const WORDS: Readonly<Record<Posted["action"], string>> = {
  created: "Commented on",
  updated: "Updated the comment on",
  unchanged: "The comment says this already on",
  withheld: "Nothing changes, so there is no comment on",
};

/** What a token of a fork's job is answered. */
const NOT_ALLOWED: readonly (number | null)[] = [401, 403, 404];

const post = async (
  { request, fromFork }: CommentTarget,
  report: string,
  { tag, onlyUpdate, color }: Pick<CommentArguments, "tag" | "color"> & { readonly onlyUpdate: boolean },
  host: Host,
): Promise<void> => {
  try {
    const { action, url } = await keepComment(request, report, { ...(tag !== undefined && { tag }), onlyUpdate });
    host.stdout.write(`${WORDS[action]} ${request.name}${url === null ? "" : `: ${visible(url)}`}\n`);
  } catch (error) {
    if (!(error instanceof RefusedRequest)) throw error;
    if (!fromFork || !NOT_ALLOWED.includes(error.status)) throw notPosted(request, error);
    const message = `There is no comment on ${request.name}, for it comes from a fork, whose job may not write one. The gate is judged all the same.`;
    showDiagnostics([{ severity: "warning", code: "comment-from-fork", message }], host, color);
  }
};

const notPosted = ({ name, hints }: PullRequest, { message, status }: RefusedRequest): InputError => {
  const hint = status === null ? undefined : hints[status];
  return new InputError({
    severity: "error",
    code: "comment-refused",
    message: `The comment on ${name} could not be posted. ${message}`,
    ...(hint !== undefined && { hint }),
  });
};
