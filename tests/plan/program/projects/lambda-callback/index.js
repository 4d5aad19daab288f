const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

const table = new aws.dynamodb.Table("counts", { attributes: [{ name: "id", type: "S" }], hashKey: "id", billingMode: "PAY_PER_REQUEST" });
const bucket = new aws.s3.Bucket("uploads");
bucket.onObjectCreated("uploaded", async (event) => {
  console.log(table.name.get(), event.Records);
});
new aws.lambda.CallbackFunction("handler", { callback: async () => table.name.get(), memorySize: 512 });
new aws.lambda.Function("zip", {
  role: "arn:aws:iam::123456789012:role/x",
  runtime: "nodejs22.x",
  handler: "index.handler",
  code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = 1;"), "pkg": new pulumi.asset.FileAsset("package.json") }),
});
