// A component of a provider plugin: only the engine sees what is inside.
const pulumi = require("@pulumi/pulumi");

class Cluster extends pulumi.ComponentResource {
  constructor(name, args, opts) {
    super("eks:index:Cluster", name, args, opts, true);
  }
}

new Cluster("training", { instanceType: "p5.48xlarge", desiredCapacity: new pulumi.Config().requireNumber("nodes") });
