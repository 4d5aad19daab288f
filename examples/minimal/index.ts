import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();

const role = new aws.iam.Role("nodes", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "ec2.amazonaws.com" }),
});

const subnets = aws.ec2.getSubnetsOutput({ filters: [{ name: "tag:use", values: ["training"] }] });

const gpus = new aws.eks.NodeGroup("gpus", {
  clusterName: "training",
  nodeRoleArn: role.arn,
  subnetIds: subnets.ids,
  instanceTypes: ["p5.48xlarge"],
  diskSize: 200,
  scalingConfig: { minSize: 0, desiredSize: config.requireNumber("nodes"), maxSize: 8 },
});

export const nodeGroup = gpus.id;
