import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import { z } from "zod";
import { TRAINING_JOB, type TrainingJobSpecification, trainingJobSchema } from "../../src/model/specification.ts";
import { checkArguments, inputText, instanceOf } from "../arguments.ts";
import { GpuCluster } from "../gpu-cluster.ts";
import { GPU_TOLERATIONS, podStorage } from "./pod.ts";

const argumentsSchema = trainingJobSchema
  .omit({ kind: true, version: true, cluster: true })
  .extend({
    cluster: instanceOf(GpuCluster, "an AwsGpuCluster or OnPremGpuCluster"),
    image: inputText,
    command: z.array(z.string()).optional(),
    acceleratorsPerNode: z.number().int().positive().default(8),
  })
  .strict()
  .refine((args) => args.accelerators > 0 && args.accelerators % args.acceleratorsPerNode === 0, {
    path: ["accelerators"],
    message: "must be a whole number of nodes: a positive multiple of acceleratorsPerNode",
  });

export type TrainingJobArgs = z.input<typeof argumentsSchema>;

/** A training run spread over whole nodes: a PyTorchJob of the Kubeflow training operator, submitted `runsPerMonth` times. */
export class TrainingJob extends ComponentResource {
  readonly specification: TrainingJobSpecification;

  constructor(name: string, args: TrainingJobArgs, options: ComponentResourceOptions = {}) {
    const given = checkArguments("TrainingJob", name, argumentsSchema, args);
    const { cluster, image, command, acceleratorsPerNode, ...workload } = given;
    const specification = trainingJobSchema.parse({
      kind: "training-job",
      version: 1,
      cluster: cluster.clusterName,
      ...workload,
    });
    super(TRAINING_JOB, name, { specification }, options);
    this.specification = specification;

    const nodes = specification.accelerators / acceleratorsPerNode;
    const { volumes, volumeMounts } = podStorage(cluster);
    const container = {
      name: "pytorch",
      image,
      ...(command && { command }),
      resources: { limits: { "nvidia.com/gpu": acceleratorsPerNode } },
      volumeMounts,
    };
    const template = {
      spec: {
        containers: [container],
        tolerations: GPU_TOLERATIONS,
        volumes,
      },
    };
    const replicas = (count: number) => ({ replicas: count, restartPolicy: "OnFailure", template });
    new CustomResource(
      name,
      {
        apiVersion: "kubeflow.org/v1",
        kind: "PyTorchJob",
        metadata: { name, namespace: cluster.namespace },
        spec: {
          nprocPerNode: String(acceleratorsPerNode),
          runPolicy: { cleanPodPolicy: "Running" },
          pytorchReplicaSpecs: { Master: replicas(1), ...(nodes > 1 && { Worker: replicas(nodes - 1) }) },
        },
      },
      { parent: this, ...(cluster.kubernetes && { provider: cluster.kubernetes }) },
    );
    this.registerOutputs({ specification });
  }
}
