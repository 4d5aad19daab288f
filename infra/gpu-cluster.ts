import type { Provider } from "@pulumi/kubernetes/provider.js";
import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { ComponentResource } from "@pulumi/pulumi";
import { GPU_CLUSTER, type GpuClusterSpecification, gpuClusterSchema } from "../src/model/specification.ts";

/**
 * A cluster with accelerators, wherever it stands: workloads are declared on it in the same way in AWS and on premises.
 * Its specification goes to the engine twice, as an input and as a registered output, because a preview shows the
 * former and a policy pack the latter.
 */
export abstract class GpuCluster extends ComponentResource {
  /** The name it was declared with; workloads refer to it in their specification. */
  readonly clusterName: string;
  readonly specification: GpuClusterSpecification;
  /** Kubernetes namespace for workloads. */
  abstract readonly namespace: Output<string>;
  /** Claim on the storage that all nodes share, in `namespace`; absent where there is none. */
  abstract readonly sharedStorageClaim: Output<string> | undefined;
  /** Provider that reaches this cluster's Kubernetes API; absent where the program's own default provider does. */
  abstract readonly kubernetes: Provider | undefined;

  constructor(name: string, specification: GpuClusterSpecification, options?: ComponentResourceOptions) {
    const checked = gpuClusterSchema.parse(specification);
    super(GPU_CLUSTER, name, { specification: checked }, options);
    this.clusterName = name;
    this.specification = checked;
  }

  /** Ends the declaration: hands over the specification and what else the component gives. */
  protected finish(outputs: Readonly<Record<string, unknown>>): void {
    this.registerOutputs({ specification: this.specification, ...outputs });
  }
}
