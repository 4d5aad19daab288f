const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

pulumi.runtime.registerResourceTransform(({ type, props, opts }) =>
  type === "aws:s3/bucket:Bucket" ? { props: { ...props, tags: { ...props.tags, stack: pulumi.getStack() } }, opts } : undefined,
);
pulumi.runtime.registerInvokeTransform(({ args, opts }) => ({ args: { ...args, region: "eu-central-1" }, opts }));

class Store extends pulumi.ComponentResource {
  constructor(name) {
    super("acme:index:Store", name, {}, {
      transforms: [({ props, opts, type }) => (type.startsWith("aws:") ? { props: { ...props, forceDestroy: true }, opts } : undefined)],
    });
    this.bucket = new aws.s3.Bucket(`${name}-bucket`, {}, { parent: this, transforms: [({ props, opts }) => ({ props: { ...props, tags: { own: "yes" } }, opts })] });
    this.registerOutputs({});
  }
}
new Store("store");
const zones = aws.getAvailabilityZonesOutput({});
new aws.ebs.Volume("disk", { availabilityZone: zones.names[0], size: 10 });
