import { RunError } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { AwsGpuCluster, InferenceService, OnPremGpuCluster, TrainingJob } from "../../infra/index.ts";
import { declared } from "./declare.ts";

const AWS = {
  instanceType: "p5.48xlarge",
  nodes: { min: 1, desired: 1, max: 1 },
  network: { availabilityZones: ["us-east-1a", "us-east-1b"] },
};
const ON_PREMISES = { server: "DGX H100", servers: 4 };
const MODEL = { name: "Llama-3.3-70B", parametersB: 70.6 };

type Arguments = Readonly<Record<string, unknown>>;

/** What a component says of its arguments; they are typed in a program, so a test must get past the compiler. */
const complaint = async (make: (args: never) => unknown, args: Arguments): Promise<string> => {
  let message = "";
  await declared(() => {
    try {
      make(args as never);
    } catch (error) {
      if (!RunError.isInstance(error as Error)) throw error;
      message = (error as Error).message;
    }
  });
  return message;
};

const cluster = () => new OnPremGpuCluster("gpu", ON_PREMISES);

describe("a wrong argument is named", () => {
  it.each<[string, Arguments, string]>([
    ["no instance type", { instanceType: "h100" }, "instanceType: must be an EC2 instance type: p5.48xlarge"],
    ["nodes out of order", { nodes: { min: 3, desired: 1, max: 4 } }, "nodes: must be in order: min ≤ desired ≤ max"],
    ["an unknown argument", { instancetype: "p5.48xlarge" }, "instancetype"],
    ["an unknown purchase", { purchase: { kind: "reserved" } }, "purchase.kind: "],
    [
      "no offering",
      { purchase: { kind: "capacity-block", offeringId: "x" } },
      "purchase.offeringId: must be the id of an offering",
    ],
    [
      "a Lustre size between two steps",
      { lustre: { capacityGib: 5000 } },
      "lustre.capacityGib: must be 1200 or a multiple of 2400",
    ],
    [
      "a class that is no database's",
      { serving: { database: { instanceClass: "m6g.large" } } },
      "serving.database.instanceClass: must be",
    ],
  ])("AwsGpuCluster with %s", async (_, args, expected) => {
    const message = await complaint((given) => new AwsGpuCluster("gpu", given), { ...AWS, ...args });
    expect(message).toMatch(/^AwsGpuCluster "gpu" has wrong arguments:\n/);
    expect(message).toContain(expected);
  });

  it("OnPremGpuCluster with storage that no driver serves", async () => {
    const args = { ...ON_PREMISES, storageTib: 10 };
    expect(await complaint((given) => new OnPremGpuCluster("gpu", given), args)).toContain(
      "storageProvisioner: must name the CSI driver",
    );
  });

  it.each<[string, Arguments, string]>([
    ["half a node", { accelerators: 12 }, "accelerators: must be a whole number of nodes"],
    ["no cluster", { cluster: "gpu" }, "cluster: must be an AwsGpuCluster or OnPremGpuCluster"],
    ["an impossible utilisation", { mfu: 1.4 }, "mfu: "],
  ])("TrainingJob with %s", async (_, args, expected) => {
    const make = (given: never) =>
      new TrainingJob("tune", {
        cluster: cluster(),
        model: MODEL,
        tokensB: 20,
        precision: "bf16",
        accelerator: "H100-SXM5-80GB",
        accelerators: 16,
        runsPerMonth: 1,
        image: "pytorch",
        ...(given as object),
      });
    expect(await complaint(make, args)).toContain(expected);
  });

  it.each<[string, Arguments, string]>([
    ["replicas out of order", { replicas: { min: 3, max: 1 } }, "replicas.min: must not be above replicas.max"],
    ["half an accelerator", { acceleratorsPerReplica: 0.5 }, "acceleratorsPerReplica: must be whole"],
  ])("InferenceService with %s", async (_, args, expected) => {
    const make = (given: never) =>
      new InferenceService("chat", {
        cluster: cluster(),
        model: MODEL,
        precision: "fp8",
        accelerator: "H100-SXM5-80GB",
        acceleratorsPerReplica: 4,
        replicas: { min: 1, max: 2 },
        modelSource: "/shared/tuned",
        ...(given as object),
      });
    expect(await complaint(make, args)).toContain(expected);
  });

  it("and a right one is not", async () => {
    expect(await complaint((given) => new AwsGpuCluster("gpu", given), AWS)).toBe("");
  });
});
