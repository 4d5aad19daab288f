const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");
new aws.s3.Bucket("data");
pulumi.output("x").apply(() => {
  throw new Error("later");
});
