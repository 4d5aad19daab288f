const pulumi = require("@pulumi/pulumi");

class Cluster extends pulumi.ComponentResource {
  constructor(name) {
    super("acme:index:Cluster", name, {}, {}, true);
  }
}
new Cluster("cluster");
