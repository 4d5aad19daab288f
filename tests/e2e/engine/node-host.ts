import { createRequire } from "node:module";
import { join } from "node:path";
import { runnerOptions, serveLanguage } from "./language-host.ts";
import type { LanguageProto, StructProto } from "./protocol.ts";

/** A runner of the SDK that the program, or the pack, would itself load. */
const runner = (folder: string, name: "run" | "run-policy-pack"): string =>
  createRequire(join(folder, "package.json")).resolve(`@pulumi/pulumi/cmd/${name}/index.js`);

const usesTypescript = (info: LanguageProto.ProgramInfo | undefined): boolean => {
  const options = (info?.getOptions() as StructProto.Struct | undefined)?.toJavaScript();
  return options?.typescript !== false;
};

void serveLanguage({
  program: (request, engine) => {
    const info = request.getInfo();
    const options = Object.entries(runnerOptions(request, engine)).map(([name, value]) => `--${name}=${value}`);
    return {
      command: process.execPath,
      args: [
        runner(info?.getProgramDirectory() ?? request.getPwd(), "run"),
        ...options,
        ...(request.getDryrun() ? ["--dry-run"] : []),
        info?.getEntryPoint() || ".",
        ...request.getArgsList(),
      ],
      env: { PULUMI_NODEJS_TYPESCRIPT: String(usesTypescript(info)) },
    };
  },
  pack: (folder, args) => ({
    command: process.execPath,
    args: [runner(folder, "run-policy-pack"), ...args, folder],
  }),
});
