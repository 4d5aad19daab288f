const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

// Nobody made up answers for these; their own package says what they look like.
module.exports = async () => {
  const { arns, identityStoreIds } = await aws.ssoadmin.getInstances({});
  const queue = await aws.batch.getJobQueue({ name: "training" });
  new aws.ssoadmin.PermissionSet("readers", { instanceArn: arns[0], description: identityStoreIds[0].slice(0, 4) });
  queue.computeEnvironmentOrders.forEach(({ order }, index) => {
    new aws.batch.JobQueue(`copy-${index}`, { name: queue.name, priority: order, state: queue.state });
  });
  const output = aws.batch.getJobQueueOutput({ name: "training" });
  new aws.ebs.Volume("volume", { availabilityZone: "us-east-1a", size: output.priority });
  new aws.s3.Bucket("bucket", { bucket: pulumi.interpolate`jobs-of-${output.name}` });
};
