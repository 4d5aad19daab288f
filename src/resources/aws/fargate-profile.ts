import type { Figure } from "../../core/figure.ts";
import { defineResource } from "../define.ts";
import { counted } from "../quantities.ts";
import { fargateLines } from "./parts/fargate.ts";

/** A Fargate profile of EKS: its pods decide what it costs; one pod of 1 vCPU and 1 GB stands for them. */
export const fargateProfile = defineResource({
  type: "aws:eks/fargateProfile:FargateProfile",
  title: "EKS Fargate profile",
  source: "https://aws.amazon.com/fargate/pricing/",
  compute: true,
  usage: {
    instances: { unit: "pods", description: "Average number of pods." },
    pod_vcpu: { unit: "vCPU", description: "vCPUs that Fargate gives a pod; 1 where absent." },
    pod_memory_gb: { unit: "GB", description: "Memory that Fargate gives a pod; 1 GB where absent." },
  },
  cost: (subject) => {
    const { usage } = subject;
    const size = (key: string, name: string, unit: string): Figure =>
      usage.has(key) ? usage.quantity(key, unit) : counted(subject, name, 1, unit);
    if (!usage.has("instances")) subject.assume("Its pods are not stated: one of 1 vCPU and 1 GB.");
    return {
      lines: fargateLines(
        size("instances", "pods", "pods"),
        size("pod_memory_gb", "memory of a pod", "GB"),
        size("pod_vcpu", "vCPUs of a pod", "vCPU"),
      ),
    };
  },
});
