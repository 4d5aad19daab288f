import { InputError } from "../../core/diagnostic.ts";

/** A stack's name in its parts. */
export interface StackName {
  /** A local backend's is called `organization`. */
  readonly organization: string;
  readonly name: string;
}

/** As Pulumi has it (`tokens.ParseStackName`); dots alone would be a step in a path. */
const NAME = /^(?!\.+$)[\w.-]{1,100}$/;
const ORGANIZATION = /^[A-Za-z\d][\w-]*$/;

/** Whether a stack could be called so. */
export const isStackName = (text: string): boolean => NAME.test(text);

/**
 * Reads `stack`, `organization/stack` or `organization/project/stack`.
 * @throws InputError for anything else, and for a stack of another project.
 */
export const readStackName = (text: string, project: string): StackName => {
  const parts = text.split("/");
  const name = parts.at(-1)!;
  const organization = parts.length > 1 ? parts[0]! : "organization";
  if (
    parts.length > 3 ||
    !parts.slice(1).every(isStackName) ||
    !isStackName(name) ||
    !ORGANIZATION.test(organization)
  ) {
    throw new InputError({
      severity: "error",
      code: "bad-stack-name",
      message: `${JSON.stringify(text)} is not the name of a stack.`,
      hint: "A name has letters, digits, hyphens, underscores and periods, as in dev, acme/dev or acme/shop/dev.",
    });
  }
  if (parts.length === 3 && parts[1] !== project) {
    throw new InputError({
      severity: "error",
      code: "other-project",
      message: `${text} is a stack of the project ${parts[1]}; this is the project ${project}.`,
      hint: `Name it as ${name}, or the folder of its program with \`--cwd\`.`,
    });
  }
  return { organization, name };
};
