const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");
const things = pulumi.runtime.invoke("elsewhere:index/getThings:getThings", {});
new aws.ssoadmin.PermissionSet("readers", {
  instanceArn: things.then((found) => found.arns[0]),
});
