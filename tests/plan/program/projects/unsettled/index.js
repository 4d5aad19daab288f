import * as aws from "@pulumi/aws";
new aws.s3.Bucket("data");
await new Promise(() => {});
new aws.s3.Bucket("never");
