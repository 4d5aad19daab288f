/**
 * What the program may see of the caller's environment. It is untrusted code, so this is a list of what passes, not of
 * what does not: no token of a forge, a cloud or Pulumi is on it. `NODE_OPTIONS` is not, since it could load code.
 */
const PASSED = [
  "PATH",
  "HOME",
  "USERPROFILE",
  "SYSTEMROOT",
  "TMPDIR",
  "TEMP",
  "TMP",
  "LANG",
  "LC_ALL",
  "TZ",
  "NODE_ENV",
  "NODE_PATH",
  "AWS_REGION",
  "AWS_DEFAULT_REGION",
];

/** The child's whole environment. */
export const programEnvironment = (
  caller: NodeJS.ProcessEnv,
  own: Readonly<Record<string, string>>,
): Record<string, string> => {
  const environment: Record<string, string> = {};
  for (const name of PASSED) {
    const value = caller[name];
    if (value !== undefined) environment[name] = value;
  }
  return { ...environment, ...own };
};
