import { InputError } from "../core/diagnostic.ts";
import type { Urn } from "../model/plan.ts";
import { malformed } from "./document.ts";
import { parseUrn, urnPrefix } from "./urn.ts";

/** Which stack a document is about. */
export interface StackIdentity {
  readonly project: string;
  readonly stack: string;
}

/** The stack that all URNs name; `undefined` where there are none. Throws InputError where they name more than one. */
export const stackIdentity = (named: Iterable<{ readonly urn: Urn }>, file: string): StackIdentity | undefined => {
  let found: StackIdentity | undefined;
  let prefix = "";
  for (const { urn } of named) {
    if (found && urn.startsWith(prefix)) continue;
    const parts = parseUrn(urn);
    if (parts === undefined) throw malformed({ file }, `"${urn}" is not a URN`);
    if (found) {
      throw new InputError({
        severity: "error",
        code: "plan-mixed-stacks",
        message: `the document holds resources of two stacks, ${nameStack(found)} and ${nameStack(parts)}`,
        place: { file, urn },
      });
    }
    found = { project: parts.project, stack: parts.stack };
    prefix = urnPrefix(parts.stack, parts.project);
  }
  return found;
};

/** `project/stack`, as people write it. */
export const nameStack = ({ project, stack }: StackIdentity): string => `${project}/${stack}`;
