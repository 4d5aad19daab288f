const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

const gate = new pulumi.ResourceHook("cost-gate", () => { throw new Error("too expensive"); }, { onDryRun: true });
new aws.s3.Bucket("data", {}, { hooks: { beforeCreate: [gate] } });
