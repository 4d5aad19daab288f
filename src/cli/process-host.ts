import type { Host, Output } from "./host.ts";
import { main } from "./main.ts";

const outputOf = (stream: NodeJS.WriteStream): Output => ({
  write: (part) => void stream.write(part),
  isTerminal: stream.isTTY === true,
  ...(stream.isTTY && { columns: stream.columns }),
});

/** Runs the command line of this process. The exit code is set, not forced, so that a pipe gets every byte. */
export const runProcess = async (): Promise<void> => {
  // A reader that has seen enough (`| head`) is no error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
  const host: Host = {
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    readStdin: async () => (await import("node:stream/consumers")).text(process.stdin),
    environment: process.env,
    cwd: process.cwd(),
    today: () => new Date().toISOString().slice(0, 10),
  };
  process.exitCode = await main(process.argv.slice(2), host);
};
