// The pack's door: the engine loads this file and asks the pack it finds for its policies; constructing it is all there
// is to do. Compiled code is kept between runs, since most of a pack's short life would be compiling.
require("node:module").enableCompileCache?.();
const { RackratePolicies } = require("./index.ts");
new RackratePolicies();
