const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");
const k8s = require("@pulumi/kubernetes");

const east = new aws.Provider("east", { region: "us-east-1" });
const unknown = new aws.Provider("unknown", { region: new aws.s3.Bucket("source").region });
new aws.s3.Bucket("by-config");
new aws.s3.Bucket("by-provider", {}, { provider: east });
new aws.s3.Bucket("by-itself", { region: "ap-south-1" }, { provider: east });
new aws.s3.Bucket("by-unknown", {}, { provider: unknown });
class Group extends pulumi.ComponentResource {
  constructor(name, opts) {
    super("acme:index:Group", name, {}, opts);
    new aws.s3.Bucket(`${name}-inherited`, {}, { parent: this });
  }
}
new Group("group", { providers: [east] });
class Remote extends pulumi.ComponentResource {
  constructor(name, args, opts) {
    super("acme:index:Remote", name, args, opts, true);
  }
}
new Remote("remote", {});
new Remote("remote-by-provider", {}, { provider: east });
new Remote("remote-by-unknown", {}, { providers: { aws: unknown } });
new Remote("remote-by-itself", { region: "ap-south-1" });
new Remote("remote-inherited", {}, { parent: new Group("outer", { providers: [east] }) });
const cluster = new k8s.Provider("cluster", { kubeconfig: "x" });
new k8s.core.v1.Namespace("space", {}, { provider: cluster });
