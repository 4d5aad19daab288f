// One machine and what each scenario adds to it. A copied image's id is unknown until it stands, as is anything made of it.
const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");

const config = new pulumi.Config();
if (config.getBoolean("hook")) require("rackrate/hook").previewCosts(config.getObject("hookOptions"));
const scenario = config.get("scenario") ?? "ordinary";
const has = (name) => scenario.split("+").includes(name);

const image = new aws.ec2.AmiCopy("image", { sourceAmiId: "ami-0123456789abcdef0", sourceAmiRegion: "us-east-1" });
const unknownText = image.id.apply((id) => (id.startsWith("ami") ? "p5.48xlarge" : "g5.xlarge"));
const unknownNumber = image.id.apply(() => 4);

const password = config.getSecret("password");
new aws.ec2.Instance("trainer", {
  ami: image.id,
  instanceType: has("unknown-type") ? unknownText : (config.get("instanceType") ?? "g5.xlarge"),
  region: has("region") ? "eu-west-1" : undefined,
  userData: password,
  tags: password && { password },
});
new aws.s3.Bucket("data", {});

if (has("unknown-count")) {
  new aws.eks.NodeGroup("workers", {
    clusterName: "training",
    nodeRoleArn: "arn:aws:iam::123456789012:role/nodes",
    subnetIds: ["subnet-0a"],
    instanceTypes: ["p5.48xlarge"],
    scalingConfig: { minSize: 1, desiredSize: unknownNumber, maxSize: unknownNumber },
  });
}
if (has("secret-type")) {
  new aws.ec2.Instance("hidden", { ami: "ami-0123456789abcdef0", instanceType: pulumi.secret("p5.48xlarge") });
}
