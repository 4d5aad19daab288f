const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

const config = new pulumi.Config();
const password = config.requireSecret("password");
new aws.rds.Instance("marked", { instanceClass: config.require("instanceClass"), password, tags: { url: pulumi.interpolate`postgres://app:${password}@host` } });
new aws.rds.Instance("unmarked", { instanceClass: "db.t4g.micro", password: config.require("password"), finalSnapshotIdentifier: `x-${config.require("password")}` });
new aws.s3.Bucket("port", { bucket: config.requireSecretNumber("port").apply((port) => `${port}`) });
new aws.s3.Bucket("flag", { bucket: config.requireSecretBoolean("flag").apply((flag) => `${flag}`) });
const database = config.requireSecretObject("database");
new aws.s3.Bucket("nested", { bucket: database.apply((value) => value.password) });
new aws.s3.Bucket("own", { bucket: pulumi.secret("hunter2-hunter2") });
new aws.s3.Bucket("given", { bucket: config.require("given") });
