// A fleet whose parts are switched by configuration, so that one program shows every operation of the engine.
const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");

const config = new pulumi.Config();
if (config.getBoolean("hook")) require("rackrate/hook").previewCosts(config.getObject("hookOptions"));
const ami = "ami-0123456789abcdef0";

const template = new aws.ec2.LaunchTemplate("nodes", {
  instanceType: config.require("nodeType"),
  imageId: ami,
  blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeSize: 200, volumeType: "gp3" } }],
});

// The template's id is unknown until it stands: only the property's dependency leads to the machine.
new aws.eks.NodeGroup("workers", {
  clusterName: "training",
  nodeRoleArn: "arn:aws:iam::123456789012:role/nodes",
  subnetIds: ["subnet-0a"],
  launchTemplate: { id: template.id, version: "1" },
  scalingConfig: { minSize: 0, desiredSize: config.requireNumber("nodes"), maxSize: 8 },
});

for (const [name, { instanceType, importId, alias }] of Object.entries(config.requireObject("instances"))) {
  const aliases = alias === undefined ? [] : [{ name: alias }];
  new aws.ec2.Instance(name, { ami, instanceType }, { aliases, import: importId });
}

new aws.ebs.Volume("scratch", { availabilityZone: config.require("zone"), size: 500, type: "gp3" });
new aws.s3.Bucket("data", {}, { protect: false });

const existing = config.get("existing");
if (existing !== undefined) aws.ec2.Instance.get("existing", existing);

exports.template = template.id;
