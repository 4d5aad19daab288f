import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { previewCosts } from "rackrate/hook";

const config = new pulumi.Config();
if (config.getBoolean("loud")) delete process.env.RACKRATE_PREVIEW;
const limit = config.get("limit");
previewCosts(limit === undefined ? {} : { maxMonthlyIncrease: limit });

class Fleet extends pulumi.ComponentResource {
  constructor(name: string) {
    super("acme:index:Fleet", name);
    const template = new aws.ec2.LaunchTemplate(`${name}-template`, { instanceType: "p5.48xlarge" }, { parent: this });
    new aws.autoscaling.Group(
      `${name}-group`,
      {
        minSize: 2,
        maxSize: 4,
        desiredCapacity: config.getNumber("nodes") ?? 2,
        availabilityZones: ["us-east-1a"],
        launchTemplate: { id: template.id, version: "$Latest" },
        tags: [{ key: "password", value: pulumi.secret("hunter2"), propagateAtLaunch: true }],
      },
      { parent: this },
    );
    this.registerOutputs({});
  }
}

new Fleet("fleet");
new aws.ec2.Vpc("network", { cidrBlock: "10.0.0.0/16" });
