import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { plural } from "../src/words.ts";

export interface FleetArgs {
  readonly nodes: number;
  readonly instanceType: string;
  readonly tags: Record<string, string>;
}

export class Fleet extends pulumi.ComponentResource {
  constructor(name: string, args: FleetArgs, options?: pulumi.ComponentResourceOptions) {
    super("acme:index:Fleet", name, args, options);
    new aws.ec2.LaunchTemplate(plural(name), { instanceType: args.instanceType, tags: args.tags }, { parent: this });
    this.registerOutputs(args);
  }
}
