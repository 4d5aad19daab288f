import * as pulumi from "@pulumi/pulumi";
import { Fleet, type FleetArgs } from "../fleet.ts";

const config = new pulumi.Config();
const args: FleetArgs = { nodes: config.requireNumber("nodes"), instanceType: config.require("instanceType"), tags: config.requireObject("tags") };
export const fleet = new Fleet("fleet", args).urn;
