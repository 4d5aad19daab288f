#!/usr/bin/env node
// The command's door. Its syntax is old, so that an old Node can read it and say what it lacks; and it loads nothing
// for `--version`: everything else is behind the import. The package's root is two folders up, as source and as built.
const NEEDED = [22, 12];

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < NEEDED[0]! || (major === NEEDED[0] && minor < NEEDED[1]!)) {
  process.stderr.write(`rackrate needs Node.js ${NEEDED.join(".")} or newer; this is ${process.version}.\n`);
  process.exitCode = 2;
} else if (process.argv.length === 3 && process.argv[2] === "--version") {
  process.stdout.write(`${require("../../package.json").version}\n`);
} else {
  // Compiled code is kept between runs: most of a short run is compiling.
  require("node:module").enableCompileCache();
  import("./process-host.ts").then((host) => host.runProcess());
}
