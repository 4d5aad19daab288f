import type { Host, Output } from "./host.ts";
import { main } from "./main.ts";

const outputOf = (stream: NodeJS.WriteStream): Output => ({
  write: (part) => void stream.write(part),
  isTerminal: stream.isTTY === true,
  ...(stream.isTTY && { columns: stream.columns }),
});

/** `undefined` where the folder was removed under the shell that stands in it. */
const currentFolder = (): string | undefined => {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
};

/** Ends this process as soon as its readers have every byte, without tidying up memory that its end frees anyway. */
const end = async (code: number): Promise<void> => {
  process.exitCode = code;
  const written = (stream: NodeJS.WriteStream): Promise<void> =>
    new Promise((resolve) => stream.write("", () => resolve()));
  await Promise.all([process.stdout, process.stderr].map(written));
  process.exit();
};

/** Runs the command line of this process. */
export const runProcess = async (): Promise<void> => {
  // A reader that has seen enough (`| head`) is no error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
  const cwd = currentFolder();
  if (cwd === undefined) {
    process.stderr.write("error: The current folder is not there any more: change into one that is.\n");
    return end(2);
  }
  const host: Host = {
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    readStdin: async () => (await import("node:stream/consumers")).buffer(process.stdin),
    environment: process.env,
    cwd,
    today: () => new Date().toISOString().slice(0, 10),
  };
  await end(await main(process.argv.slice(2), host));
};
