const aws = require("@pulumi/aws");
new aws.s3.Bucket("data");
new aws.s3.Bucket("data");
