/** A comment as its forge keeps it. */
export interface ForgeComment {
  readonly id: string;
  readonly body: string;
  /** Where people read it; `null` where the forge does not say. */
  readonly url: string | null;
}

/** A pull or merge request, as far as a comment needs it. Every call may throw RefusedRequest. */
export interface PullRequest {
  /** As messages call it: `pull request acme/shop#12`. */
  readonly name: string;
  /** Characters that a comment may have. */
  readonly maxLength: number;
  /** What to do about an answer of this HTTP status, said for people. */
  readonly hints: Readonly<Record<number, string>>;
  /**
   * Comments by whom the token belongs to, oldest first, of all pages. Those of others are left out whatever they hold:
   * who may only comment could else plant a comment that we fill and they rewrite.
   */
  readonly ownComments: () => AsyncIterable<ForgeComment>;
  readonly create: (body: string) => Promise<ForgeComment>;
  readonly update: (id: string, body: string) => Promise<ForgeComment>;
}
