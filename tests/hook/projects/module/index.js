import * as pulumi from "@pulumi/pulumi";
import { previewCosts } from "rackrate/hook";

const config = new pulumi.Config();
previewCosts(JSON.parse(config.get("options") ?? "{}"));

// Declared without the provider's package, whose loading takes longer than everything else here.
class West extends pulumi.ProviderResource {
  constructor() {
    super("aws", "west", { region: "us-west-2" });
  }
}
const provider = new West();
const aws = (type, name, args) => new pulumi.CustomResource(type, name, args, { provider });

aws("aws:ec2/instance:Instance", "one", { ami: "ami-1", instanceType: config.get("type") ?? "p5.48xlarge" });
aws("aws:ec2/instance:Instance", "other", { ami: "ami-1", instanceType: "p5.48xlarge" });
const secret = pulumi.secret("hunter2");
aws("aws:ec2/instance:Instance", "secretive", { ami: "ami-1", instanceType: "g6.xlarge", tags: { password: secret }, userData: secret });
aws("aws:ec2/vpc:Vpc", "network", { cidrBlock: "10.0.0.0/16" });
if (config.getBoolean("remote")) new pulumi.ComponentResource("eks:index:Cluster", "gpu", {}, {}, true);
if (config.getBoolean("fail")) throw new Error("broken on purpose");
