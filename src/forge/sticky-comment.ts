import type { ForgeComment, PullRequest } from "./pull-request.ts";
import { type Wait, wait, withRetries } from "./retry.ts";

/** What became of a comment; `withheld` is one that would have been the first and was not to be. */
export interface Posted {
  readonly action: "created" | "updated" | "unchanged" | "withheld";
  readonly url: string | null;
}

export interface StickyOptions {
  /** Tells several comments on one pull request apart, as those of two stacks. Word characters, dots, dashes, slashes. */
  readonly tag?: string;
  /** True to change an earlier comment, but make no first one. */
  readonly onlyUpdate?: boolean;
  /** How time is passed between attempts. */
  readonly pause?: Wait;
}

/** The invisible first line by which a later run finds its comment. */
const marker = (tag: string | undefined): string => `<!-- rackrate${tag === undefined ? "" : `: ${tag}`} -->`;

const FOOTER = "<sub>This comment follows the pull request: the next run rewrites it.</sub>";

/** A report as it is posted. */
export const framed = (report: string, tag?: string): string => `${marker(tag)}\n${report.trimEnd()}\n\n${FOOTER}\n`;

/** Characters that a report may have in a comment of at most `maxLength`. */
export const roomForReport = (maxLength: number, tag?: string): number => maxLength - framed("", tag).length;

/** Forges change line ends and trailing space. */
const normal = (body: string): string => body.replaceAll("\r\n", "\n").trimEnd();

/**
 * Keeps one comment with a report on a pull request: makes it, rewrites it, or leaves it where it says the same. Each
 * attempt looks for it anew, so that a comment that was made though its answer got lost is not made twice.
 * @throws RefusedRequest where the forge does not let it.
 */
export const keepComment = (
  request: PullRequest,
  report: string,
  { tag, onlyUpdate = false, pause = wait }: StickyOptions = {},
): Promise<Posted> => {
  const body = framed(report, tag);
  if (body.length > request.maxLength) {
    throw new RangeError(
      `A comment of ${body.length} characters, where ${request.maxLength} fit, was not cut to size.`,
    );
  }
  return withRetries(async () => {
    const found = await latest(request, marker(tag));
    if (found === undefined) {
      return onlyUpdate ? { action: "withheld", url: null } : told("created", await request.create(body));
    }
    if (normal(found.body) === normal(body)) return told("unchanged", found);
    return told("updated", await request.update(found.id, body));
  }, pause);
};

const told = (action: Posted["action"], { url }: ForgeComment): Posted => ({ action, url });

/** Of several, the latest: earlier ones are out of sight. A reply that quotes the marker does not begin with it. */
const latest = async (request: PullRequest, mark: string): Promise<ForgeComment | undefined> => {
  let found: ForgeComment | undefined;
  for await (const comment of request.ownComments()) if (comment.body.startsWith(mark)) found = comment;
  return found;
};
