const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

class Inner extends pulumi.ComponentResource {
  constructor(name, args, opts) {
    super("acme:index:Inner", name, args, opts);
    const template = new aws.ec2.LaunchTemplate(`${name}-template`, { instanceType: args.instanceType }, { parent: this });
    new aws.autoscaling.Group(`${name}-group`, { maxSize: 2, minSize: 1, launchTemplate: { id: template.id } }, { parent: this });
    this.registerOutputs({ instanceType: args.instanceType });
  }
}
class Outer extends pulumi.ComponentResource {
  constructor(name, args) {
    super("acme:index:Outer", name, args);
    new Inner(`${name}-inner`, args, { parent: this });
    this.registerOutputs({});
  }
}
new Outer("fleet", { instanceType: "p5.48xlarge" });
