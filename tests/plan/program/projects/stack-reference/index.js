const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

module.exports = async () => {
  const network = new pulumi.StackReference(`${pulumi.getOrganization()}/network/${pulumi.getStack()}`);
  const subnets = network.requireOutput("subnetIds");
  new aws.ec2.Instance("node", { ami: "ami-1", instanceType: "m5.large", subnetId: subnets[0] });
  subnets.apply((ids) => ids.map((id) => new aws.s3.Bucket(`never-${id}`)));
  const details = await network.getOutputDetails("vpcId");
  new aws.ec2.SecurityGroup("group", { vpcId: details.value });
  const existing = aws.s3.Bucket.get("existing", "my-bucket");
  new aws.s3.BucketObject("object", { bucket: existing, content: "x" });
  return { first: subnets[0] };
};
