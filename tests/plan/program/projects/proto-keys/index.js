const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

const tags = JSON.parse('{"__proto__": {"polluted": "yes"}, "constructor": "c", "kept": "k"}');
new aws.s3.Bucket("__proto__", { tags });
new aws.s3.Bucket("constructor", { tags: { "\u001b[31mred": "\u001b[31m" } });
