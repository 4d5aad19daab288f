import { defineResource } from "../define.ts";
import { counted } from "../quantities.ts";
import { fargateLines } from "./parts/fargate.ts";

/** A Fargate profile of EKS: its pods decide what it costs; one pod of 1 vCPU and 1 GB stands for them. */
export const fargateProfile = defineResource({
  type: "aws:eks/fargateProfile:FargateProfile",
  title: "EKS Fargate profile",
  source: "https://aws.amazon.com/fargate/pricing/",
  compute: true,
  usage: { instances: { unit: "pods", description: "Average number of pods of 1 vCPU and 1 GB." } },
  cost: (subject) => {
    const stated = subject.usage.has("instances");
    if (!stated) subject.assume("Its pods are not stated: one of 1 vCPU and 1 GB.");
    const pods = stated ? subject.usage.quantity("instances", "pods") : counted(subject, "pods", 1);
    return {
      lines: fargateLines(
        pods,
        counted(subject, "memory of a pod", 1, "GB"),
        counted(subject, "vCPUs of a pod", 1, "vCPU"),
      ),
    };
  },
});
