import { PersistentVolumeClaim } from "@pulumi/kubernetes/core/v1/persistentVolumeClaim.js";
import type { Provider } from "@pulumi/kubernetes/provider.js";
import { StorageClass } from "@pulumi/kubernetes/storage/v1/storageClass.js";
import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { z } from "zod";
import { checkArguments } from "../arguments.ts";
import { GpuCluster } from "../gpu-cluster.ts";
import { Tenancy } from "../kubernetes/tenancy.ts";
import { SERVING_PORT } from "../workloads/ports.ts";

const argumentsSchema = z
  .strictObject({
    /** Server model of the hardware catalogue: `DGX H100`. */
    server: z.string().min(1),
    servers: z.number().int().positive(),
    /** Accelerators in one server; they become the namespace's quota. */
    acceleratorsPerServer: z.number().int().positive().default(8),
    /** Shared storage, usable TiB; 0 for none. */
    storageTib: z.number().nonnegative().default(0),
    /** CSI driver of the shared storage; needed where there is storage. */
    storageProvisioner: z.string().min(1).optional(),
    namespace: z.string().min(1).default("ml"),
  })
  .refine((args) => args.storageTib === 0 || args.storageProvisioner !== undefined, {
    path: ["storageProvisioner"],
    message: "must name the CSI driver of the shared storage, since storageTib is above 0",
  });

export type OnPremGpuClusterArgs = z.input<typeof argumentsSchema>;

/**
 * Bought servers under Kubernetes, in a rack of one's own or of a colocation provider. The servers themselves are
 * priced by the specification; the Kubernetes objects below are free. The cluster is reached by the Kubernetes provider
 * among the options, else by the program's default one. Its operators (GPU operator, Kubeflow training operator, a load
 * balancer such as MetalLB) are the platform's own.
 */
export class OnPremGpuCluster extends GpuCluster {
  readonly namespace: Output<string>;
  readonly kubernetes: Provider | undefined;
  readonly sharedStorageClaim: Output<string> | undefined;

  constructor(
    name: string,
    args: OnPremGpuClusterArgs,
    options: ComponentResourceOptions & { readonly provider?: Provider } = {},
  ) {
    const given = checkArguments("OnPremGpuCluster", name, argumentsSchema, args);
    const { server, servers, storageTib } = given;
    super(name, { kind: "gpu-cluster", version: 1, platform: "on-premises", server, servers, storageTib }, options);
    this.kubernetes = options.provider;
    const accelerators = servers * given.acceleratorsPerServer;
    const tenancy = new Tenancy(
      name,
      { namespace: given.namespace, accelerators, servingPort: SERVING_PORT },
      { parent: this },
    );
    this.namespace = tenancy.namespace;
    this.sharedStorageClaim =
      given.storageProvisioner === undefined ? undefined : this.claim(name, given.storageProvisioner, storageTib);
    this.finish({ namespace: this.namespace, sharedStorageClaim: this.sharedStorageClaim });
  }

  private claim(name: string, provisioner: string, storageTib: number): Output<string> {
    const child = { parent: this };
    const storageClass = new StorageClass(
      `${name}-shared`,
      { metadata: { name: `${name}-shared` }, provisioner, reclaimPolicy: "Retain", allowVolumeExpansion: true },
      child,
    );
    const claim = new PersistentVolumeClaim(
      `${name}-shared`,
      {
        metadata: { name: "shared", namespace: this.namespace },
        spec: {
          accessModes: ["ReadWriteMany"],
          storageClassName: storageClass.metadata.name,
          resources: { requests: { storage: `${Math.floor(storageTib * 1024)}Gi` } },
        },
      },
      child,
    );
    return claim.metadata.name;
  }
}
