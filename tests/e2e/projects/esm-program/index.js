import { Volume } from "@pulumi/aws/ebs/index.js";
import { Instance } from "@pulumi/aws/ec2/index.js";
import { Provider } from "@pulumi/aws/provider.js";
import { Config } from "@pulumi/pulumi";

if (new Config().getBoolean("hook")) (await import("rackrate/hook")).previewCosts();

// Two regions in one stack: the explicit provider's and the default one's.
const provider = new Provider("ireland", { region: "eu-west-1" });
new Instance("far", { ami: "ami-0123456789abcdef0", instanceType: "g5.xlarge" }, { provider });
new Instance("near", { ami: "ami-0123456789abcdef0", instanceType: "g5.xlarge" });

export const volume = new Volume("scratch", { availabilityZone: "us-east-1a", size: 500, type: "gp3" }).id;
