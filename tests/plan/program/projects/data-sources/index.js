const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

module.exports = async () => {
  const zones = await aws.getAvailabilityZones({ state: "available" });
  const vpc = await aws.ec2.getVpc({ default: true });
  const { ids } = await aws.ec2.getSubnets({ filters: [{ name: "vpc-id", values: [vpc.id] }] });
  const ami = await aws.ec2.getAmi({ owners: ["amazon"], mostRecent: true, filters: [{ name: "name", values: ["al2023-ami-*-arm64"] }] });
  zones.names.forEach((zone, index) => new aws.ec2.Instance(`node-${index}`, { ami: ami.id, instanceType: "m7g.large", availabilityZone: zone, subnetId: ids[index] }));
  const east = new aws.Provider("east", { region: "us-east-1" });
  const eastZones = aws.getAvailabilityZonesOutput({}, { provider: east });
  new aws.ebs.Volume("east", { availabilityZone: eastZones.names[0], size: 10 }, { provider: east });
  const document = aws.iam.getPolicyDocumentOutput({ statements: [{ actions: ["s3:GetObject", "s3:ListBucket"], resources: ["*"], principals: [{ type: "Service", identifiers: ["ec2.amazonaws.com"] }], conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: ["1"] }] }] });
  new aws.iam.Role("role", { assumeRolePolicy: document.json });
  const wanted = await aws.ssm.getParameter({ name: "/team/instance-type" });
  new aws.ec2.Instance("wished", { ami: ami.id, instanceType: wanted.value, subnetId: wanted.value.split(",")[0] });
  const later = aws.ssm.getParameterOutput({ name: "/team/instance-type" });
  new aws.ec2.Instance("wished-later", { ami: ami.id, instanceType: later.value.apply((type) => type.trim()), tags: { from: later.arn } });
  const account = await aws.getCallerIdentity({});
  const unheard = aws.transfer.getServerOutput({ serverId: "s-1" });
  new aws.s3.Bucket("unheard", { bucket: unheard.endpoint });
  new aws.s3.Bucket("secret", { bucket: aws.secretsmanager.getSecretVersionOutput({ secretId: "db" }).secretString });
  return { account: account.accountId };
};
