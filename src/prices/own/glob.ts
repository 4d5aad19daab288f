/** A pattern in which `*` stands for any text, slashes too, and everything else for itself. */
export const globPattern = (glob: string): RegExp =>
  new RegExp(
    `^${glob
      .split("*")
      .map((part) => part.replaceAll(/[\\^$.+?()[\]{}|]/g, String.raw`\$&`))
      .join(".*")}$`,
  );
