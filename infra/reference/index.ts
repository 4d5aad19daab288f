import { Provider } from "@pulumi/kubernetes/provider.js";
import { Config, type Output } from "@pulumi/pulumi";
import {
  AwsGpuCluster,
  type AwsGpuClusterArgs,
  type GpuCluster,
  InferenceService,
  OnPremGpuCluster,
  TrainingJob,
} from "../index.ts";
import { type ReferenceConfiguration, readConfiguration } from "./configuration.ts";

/**
 * The reference stack: one cluster of 32 H100 accelerators, in AWS or on premises by configuration, on which the same
 * model is fine-tuned every month and served all the time. `Pulumi.cloud.yaml` and `Pulumi.onprem.yaml` price it both ways.
 */
const configuration = readConfiguration(new Config());

type On<Platform> = Extract<ReferenceConfiguration, { platform: Platform }>;

const purchase = (given: On<"aws">): AwsGpuClusterArgs["purchase"] => {
  switch (given.purchase) {
    case "capacity-reservation":
      return { kind: given.purchase, availabilityZone: given.availabilityZones[0]! };
    case "capacity-block":
      return { kind: given.purchase, offeringId: given.capacityBlockOfferingId! };
    default:
      return { kind: given.purchase };
  }
};

const inAws = (given: On<"aws">): AwsGpuCluster =>
  new AwsGpuCluster("gpu", {
    instanceType: given.instanceType,
    nodes: { min: given.nodes, desired: given.nodes, max: given.nodes },
    purchase: purchase(given),
    network: { availabilityZones: given.availabilityZones },
    lustre: { capacityGib: given.lustreGib },
    serving: {},
  });

const onPremises = (given: On<"on-premises">): OnPremGpuCluster => {
  const { server, servers, storageTib, storageProvisioner, kubernetesContext: context } = given;
  const options = context === undefined ? {} : { provider: new Provider("onprem", { context }) };
  return new OnPremGpuCluster("gpu", { server, servers, storageTib, storageProvisioner }, options);
};

/** The cluster, and the load balancer's target group where the platform has one. */
const declare = (): { readonly cluster: GpuCluster; readonly targetGroupArn?: Output<string> | undefined } => {
  if (configuration.platform === "on-premises") return { cluster: onPremises(configuration) };
  const cluster = inAws(configuration);
  return { cluster, targetGroupArn: cluster.targetGroupArn };
};

const { cluster, targetGroupArn } = declare();
const { model, accelerator, training, inference } = configuration;

new TrainingJob("tune", {
  cluster,
  model,
  accelerator,
  ...training,
  precision: "bf16",
  image: "pytorch/pytorch:2.8.0-cuda12.8-cudnn9-runtime",
  command: ["torchrun", "/shared/tune.py"],
});

new InferenceService("chat", {
  cluster,
  model,
  accelerator,
  precision: "fp8",
  acceleratorsPerReplica: inference.acceleratorsPerReplica,
  replicas: { min: inference.minReplicas, max: inference.maxReplicas },
  modelSource: "/shared/tuned",
  targetGroupArn,
});

/** Namespace in which the workloads run. */
export const namespace = cluster.namespace;
