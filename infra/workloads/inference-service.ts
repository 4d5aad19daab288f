import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import { Deployment } from "@pulumi/kubernetes/apps/v1/deployment.js";
import { HorizontalPodAutoscaler } from "@pulumi/kubernetes/autoscaling/v2/horizontalPodAutoscaler.js";
import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import { ComponentResource, type ComponentResourceOptions, type CustomResourceOptions } from "@pulumi/pulumi";
import type { z } from "zod";
import {
  INFERENCE_SERVICE,
  type InferenceServiceSpecification,
  inferenceServiceSchema,
} from "../../src/model/specification.ts";
import { checkArguments, inputText, instanceOf } from "../arguments.ts";
import { GpuCluster } from "../gpu-cluster.ts";
import { GPU_TOLERATIONS, podStorage } from "./pod.ts";
import { SERVING_PORT } from "./ports.ts";

const argumentsSchema = inferenceServiceSchema
  .omit({ kind: true, version: true, cluster: true })
  .extend({
    cluster: instanceOf(GpuCluster, "an AwsGpuCluster or OnPremGpuCluster"),
    /** Image of an OpenAI-compatible server that takes vLLM's flags. */
    image: inputText.default("vllm/vllm-openai:v0.11.0"),
    /** What the server loads: a model's name, or the path of its weights; the cluster's shared storage is at `/shared`. */
    modelSource: inputText,
    /** AWS: the load balancer's target group; without one the service asks its cluster for a load balancer. */
    targetGroupArn: inputText.optional(),
  })
  .strict()
  .refine((args) => args.replicas.min <= args.replicas.max, {
    path: ["replicas", "min"],
    message: "must not be above replicas.max",
  })
  .refine((args) => Number.isInteger(args.acceleratorsPerReplica), {
    path: ["acceleratorsPerReplica"],
    message: "must be whole: a replica holds whole accelerators in Kubernetes",
  });

export type InferenceServiceArgs = z.input<typeof argumentsSchema>;

/** Running requests per replica above which another replica is started: a batch that still keeps latency low. */
const REQUESTS_PER_REPLICA = 64;

/** A served model: a deployment of inference servers, the service before it, and an autoscaler by running requests. */
export class InferenceService extends ComponentResource {
  readonly specification: InferenceServiceSpecification;

  constructor(name: string, args: InferenceServiceArgs, options: ComponentResourceOptions = {}) {
    const given = checkArguments("InferenceService", name, argumentsSchema, args);
    const { cluster, image, modelSource, targetGroupArn, ...workload } = given;
    const specification = inferenceServiceSchema.parse({
      kind: "inference-service",
      version: 1,
      cluster: cluster.clusterName,
      ...workload,
    });
    super(INFERENCE_SERVICE, name, { specification }, options);
    this.specification = specification;

    const child: CustomResourceOptions = { parent: this, ...(cluster.kubernetes && { provider: cluster.kubernetes }) };
    const metadata = { name, namespace: cluster.namespace };
    const labels = { app: name, "rackrate.dev/role": "serving" };
    const accelerators = specification.acceleratorsPerReplica;
    const { volumes, volumeMounts } = podStorage(cluster);
    const deployment = new Deployment(
      name,
      {
        metadata,
        spec: {
          replicas: specification.replicas.min,
          selector: { matchLabels: { app: name } },
          template: {
            metadata: { labels },
            spec: {
              containers: [
                {
                  name: "server",
                  image,
                  args: ["--model", modelSource, "--tensor-parallel-size", String(accelerators)],
                  ports: [{ name: "http", containerPort: SERVING_PORT }],
                  readinessProbe: { httpGet: { path: "/health", port: "http" }, periodSeconds: 10 },
                  volumeMounts,
                  resources: { limits: { "nvidia.com/gpu": String(accelerators) } },
                },
              ],
              tolerations: GPU_TOLERATIONS,
              volumes,
            },
          },
        },
      },
      // The autoscaler owns the number of replicas from here on.
      { ...child, ignoreChanges: ["spec.replicas"] },
    );
    const service = new Service(
      name,
      {
        metadata,
        spec: {
          type: targetGroupArn ? "ClusterIP" : "LoadBalancer",
          selector: { app: name },
          ports: [{ name: "http", port: 80, targetPort: SERVING_PORT }],
        },
      },
      child,
    );
    new HorizontalPodAutoscaler(
      name,
      {
        metadata,
        spec: {
          scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: deployment.metadata.name },
          // Kubernetes keeps at least one replica, unless its scale-to-zero gate is on.
          minReplicas: Math.max(1, specification.replicas.min),
          maxReplicas: Math.max(1, specification.replicas.max),
          metrics: [
            {
              type: "Pods",
              pods: {
                metric: { name: "vllm:num_requests_running" },
                target: { type: "AverageValue", averageValue: String(REQUESTS_PER_REPLICA) },
              },
            },
          ],
        },
      },
      child,
    );
    if (targetGroupArn) {
      new CustomResource(
        name,
        {
          apiVersion: "elbv2.k8s.aws/v1beta1",
          kind: "TargetGroupBinding",
          metadata,
          spec: {
            targetGroupARN: targetGroupArn,
            targetType: "ip",
            serviceRef: { name: service.metadata.name, port: 80 },
          },
        },
        child,
      );
    }
    this.registerOutputs({ specification });
  }
}
