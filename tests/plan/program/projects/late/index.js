const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

const bucket = new aws.s3.Bucket("now", { bucket: "known" });
bucket.bucket.apply((name) => new aws.s3.BucketObject("in-apply", { bucket: name, content: "x" }));
setTimeout(() => new aws.s3.Bucket("after-timer"), 300);
pulumi.output(aws.getRegion({})).apply((region) => new aws.s3.Bucket(`after-invoke-${region.name}`));
