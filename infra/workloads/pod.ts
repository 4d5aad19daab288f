import type { GpuCluster } from "../gpu-cluster.ts";

/** Where the cluster's shared storage appears in a container. */
const SHARED_PATH = "/shared";

/** Accelerator nodes are tainted, so that only pods that ask for accelerators stand on them. */
export const GPU_TOLERATIONS = [{ key: "nvidia.com/gpu", operator: "Exists", effect: "NoSchedule" }];

/** Volumes of a workload's pod and their mounts: memory for what accelerators of one node exchange, and the shared storage. */
export const podStorage = (cluster: GpuCluster) => {
  const claimName = cluster.sharedStorageClaim;
  return {
    volumes: [
      { name: "memory", emptyDir: { medium: "Memory" } },
      ...(claimName ? [{ name: "shared", persistentVolumeClaim: { claimName } }] : []),
    ],
    volumeMounts: [
      { name: "memory", mountPath: "/dev/shm" },
      ...(claimName ? [{ name: "shared", mountPath: SHARED_PATH }] : []),
    ],
  };
};
