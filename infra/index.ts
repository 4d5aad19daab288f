/** What a platform team declares: `import { AwsGpuCluster, TrainingJob } from "rackrate/infra"`. */
export { AwsGpuCluster, type AwsGpuClusterArgs } from "./aws/cluster.ts";
export { GpuCluster } from "./gpu-cluster.ts";
export { OnPremGpuCluster, type OnPremGpuClusterArgs } from "./on-premises/cluster.ts";
export { InferenceService, type InferenceServiceArgs } from "./workloads/inference-service.ts";
export { TrainingJob, type TrainingJobArgs } from "./workloads/training-job.ts";
