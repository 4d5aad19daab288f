const pulumi = require("@pulumi/pulumi");
new pulumi.Config().require("instanceType");
