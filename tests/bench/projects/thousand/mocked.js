// The same program under the SDK's own mocks, at their default settings: what the runner is measured against.
const pulumi = require("@pulumi/pulumi");

pulumi.runtime.setMocks({ newResource: (args) => ({ id: `${args.name}-id`, state: args.inputs }), call: (args) => args.inputs }, "thousand", "dev", true);
require("./index.js");
