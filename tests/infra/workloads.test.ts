import { ComponentResource } from "@pulumi/pulumi";
import { afterEach, describe, expect, it, vi } from "vitest";
import { InferenceService, OnPremGpuCluster, TrainingJob } from "../../infra/index.ts";
import { specificationSchema } from "../../src/model/specification.ts";
import { declared, only } from "./declare.ts";

const MODEL = { name: "Llama-3.3-70B", parametersB: 70.6 };

const program = (targetGroupArn?: string) => () => {
  const cluster = new OnPremGpuCluster("gpu", {
    server: "DGX H100",
    servers: 4,
    storageTib: 100,
    storageProvisioner: "csi.example.com",
  });
  new TrainingJob("tune", {
    cluster,
    model: MODEL,
    tokensB: 20,
    precision: "bf16",
    accelerator: "H100-SXM5-80GB",
    accelerators: 16,
    runsPerMonth: 1,
    image: "pytorch",
  });
  new InferenceService("chat", {
    cluster,
    model: MODEL,
    precision: "fp8",
    accelerator: "H100-SXM5-80GB",
    acceleratorsPerReplica: 4,
    replicas: { min: 2, max: 4 },
    modelSource: "/shared/tuned",
    targetGroupArn,
  });
};

afterEach(() => {
  vi.restoreAllMocks();
});

describe("a component's specification", () => {
  it("goes into its registered outputs as it went into its inputs, and fits its schema", async () => {
    const outputs = vi.spyOn(
      ComponentResource.prototype as unknown as { registerOutputs: (all: unknown) => void },
      "registerOutputs",
    );
    const resources = await declared(program());
    const given = resources.filter(({ type }) =>
      /^rackrate:infra:(GpuCluster|TrainingJob|InferenceService)$/.test(type),
    );
    expect(given.map(({ name }) => name).toSorted()).toEqual(["chat", "gpu", "tune"]);
    const registered = outputs.mock.calls.map(
      ([all]) => (all as { specification?: unknown } | undefined)?.specification,
    );
    for (const { inputs } of given) {
      expect(registered).toContainEqual(inputs.specification);
      expect(specificationSchema.parse(inputs.specification)).toEqual(inputs.specification);
    }
  });

  it("names the cluster that a workload runs on, and nothing that Kubernetes alone needs", async () => {
    const resources = await declared(program());
    expect(only(resources, "rackrate:infra:TrainingJob").inputs).toEqual({
      specification: {
        kind: "training-job",
        version: 1,
        cluster: "gpu",
        model: MODEL,
        tokensB: 20,
        precision: "bf16",
        accelerator: "H100-SXM5-80GB",
        accelerators: 16,
        runsPerMonth: 1,
      },
    });
  });
});

describe("workloads in Kubernetes", () => {
  it("spread a training job over whole nodes, each with all its accelerators and the shared storage", async () => {
    const { spec } = only(await declared(program()), "kubernetes:kubeflow.org/v1:PyTorchJob").inputs as {
      spec: Record<string, unknown>;
    };
    const pod = {
      containers: [{ resources: { limits: { "nvidia.com/gpu": 8 } }, volumeMounts: [{}, { mountPath: "/shared" }] }],
      volumes: [{}, { persistentVolumeClaim: { claimName: "shared" } }],
    };
    expect(spec.pytorchReplicaSpecs).toMatchObject({
      Master: { replicas: 1, template: { spec: pod } },
      Worker: { replicas: 1, template: { spec: pod } },
    });
  });

  it("hold together no more accelerators than the servers have", async () => {
    const { inputs } = only(await declared(program()), "kubernetes:core/v1:ResourceQuota");
    expect(inputs.spec).toEqual({ hard: { "requests.nvidia.com/gpu": "32" } });
  });

  it("scale a service between its bounds, every replica with its accelerators", async () => {
    const resources = await declared(program());
    expect(only(resources, "kubernetes:autoscaling/v2:HorizontalPodAutoscaler").inputs.spec).toMatchObject({
      minReplicas: 2,
      maxReplicas: 4,
    });
    expect(only(resources, "kubernetes:apps/v1:Deployment").inputs.spec).toMatchObject({
      replicas: 2,
      template: {
        spec: {
          containers: [
            { resources: { limits: { "nvidia.com/gpu": "4" } }, volumeMounts: [{}, { mountPath: "/shared" }] },
          ],
        },
      },
    });
  });

  it("ask the cluster for a load balancer where no target group is given", async () => {
    const resources = await declared(program());
    expect(only(resources, "kubernetes:core/v1:Service").inputs.spec).toMatchObject({ type: "LoadBalancer" });
    expect(resources.some(({ type }) => type.endsWith("TargetGroupBinding"))).toBe(false);
  });

  it("are bound to the target group that is given", async () => {
    const resources = await declared(program("arn:targets"));
    expect(only(resources, "kubernetes:core/v1:Service").inputs.spec).toMatchObject({ type: "ClusterIP" });
    expect(only(resources, "kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding").inputs.spec).toMatchObject({
      targetGroupARN: "arn:targets",
      targetType: "ip",
    });
  });
});
