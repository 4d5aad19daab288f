const aws = require("@pulumi/aws");
new aws.s3.Bucket("names", { bucket: Object.keys(process.env).sort().join(",") });
console.log("printed by the program");
console.error("complained by the program");
