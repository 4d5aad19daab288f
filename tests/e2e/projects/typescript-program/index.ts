// The common `aws-typescript` template: CommonJS, compiled by the SDK itself.
import * as aws from "@pulumi/aws";

const types: readonly string[] = ["p5.48xlarge", "g6e.12xlarge"];
export const ids = types.map(
  (instanceType, index) => new aws.ec2.Instance(`node-${index}`, { ami: "ami-0123456789abcdef0", instanceType }).id,
);
