const aws = require("@pulumi/aws");

function broken() {
  const nothing = undefined;
  return nothing.size;
}
new aws.s3.Bucket("data", { bucket: broken() });
