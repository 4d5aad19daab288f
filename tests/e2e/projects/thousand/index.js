// A thousand resources of a large platform, at a scale where a preview's own time shows.
const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");

const config = new pulumi.Config();
if (config.getBoolean("hook")) require("rackrate/hook").previewCosts();
const count = config.getNumber("count") ?? 1000;
const types = ["p5.48xlarge", "g6e.12xlarge", "m7i.4xlarge", "c7g.xlarge"];
const kinds = [
  (i) => new aws.ec2.Instance(`node-${i}`, { ami: "ami-0123456789abcdef0", instanceType: types[(i / 4) % 4] }),
  (i) => new aws.ebs.Volume(`volume-${i}`, { size: 100 + (i % 900), type: "gp3", availabilityZone: "us-east-1a" }),
  (i) => new aws.s3.Bucket(`bucket-${i}`, {}),
  (i) => new aws.cloudwatch.LogGroup(`logs-${i}`, { retentionInDays: 30 }),
];
for (let i = 0; i < count; i++) kinds[i % kinds.length](i);
