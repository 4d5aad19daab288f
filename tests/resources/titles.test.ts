import { describe, expect, it } from "vitest";
import { settingsSchema } from "../../src/model/settings.ts";
import { assess } from "../../src/resources/assess.ts";
import { HARDWARE } from "./hardware.ts";
import { snapshotOf } from "./snapshot.ts";

const titleOf = (type: string): string | undefined =>
  assess(snapshotOf([{ type }]), { settings: settingsSchema.parse({}), hardware: HARDWARE, today: "2026-11-24" })
    .value[0]?.title;

describe("the name of a resource's kind", () => {
  it.each([
    ["kubernetes:apps/v1:Deployment", "Kubernetes Deployment"],
    ["kubernetes:batch/v1:Job", "Kubernetes Job"],
    ["kubernetes:kubeflow.org/v1:PyTorchJob", "Kubernetes PyTorchJob"],
    ["kubernetes:karpenter.sh/v1:NodePool", "Karpenter node pool"],
    ["aws:rds/cluster:Cluster", "RDS cluster"],
    ["aws:unheard/of:Type", "aws:unheard/of:Type"],
  ])("of %s is %s", (type, title) => {
    expect(titleOf(type)).toBe(title);
  });
});
