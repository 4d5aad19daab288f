const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

class Cluster extends pulumi.ComponentResource {
  constructor(name, args, opts) {
    super("acme:index:Cluster", name, { ...args, endpoint: undefined }, opts, true);
  }
  token() {
    return pulumi.runtime.call("acme:index:Cluster/token", { __self__: this }, this);
  }
}
const bucket = new aws.s3.Bucket("data");
const cluster = new Cluster("gpu", { nodes: 4, instanceType: "p5.48xlarge", bucket: bucket.id });
new aws.s3.Bucket("endpoint", { bucket: cluster.endpoint });
new aws.s3.Bucket("token", { bucket: cluster.token().apply((result) => result.token) });
