const aws = require("@pulumi/aws");
process.exitCode = 5;
new aws.s3.Bucket("data");
