import { fileURLToPath } from "node:url";
import { pythonBinary } from "../../../tools/engine-location.ts";
import { runnerOptions, serveLanguage } from "./language-host.ts";

const RUNNER = fileURLToPath(new URL("run-python.py", import.meta.url));

void serveLanguage({
  program: (request, engine) => ({
    command: pythonBinary(process.env.RACKRATE_ENGINE_CACHE),
    args: [
      RUNNER,
      JSON.stringify({ ...runnerOptions(request, engine), "dry-run": request.getDryrun() }),
      request.getInfo()?.getEntryPoint() || ".",
    ],
  }),
});
