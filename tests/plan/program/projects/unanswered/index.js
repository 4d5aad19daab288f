const aws = require("@pulumi/aws");
const instances = aws.ssoadmin.getInstances({});
new aws.ssoadmin.PermissionSet("readers", {
  instanceArn: instances.then((found) => found.arns[0]),
});
