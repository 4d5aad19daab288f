import type { LustreFileSystem } from "@pulumi/aws/fsx/lustreFileSystem.js";
import { PersistentVolume } from "@pulumi/kubernetes/core/v1/persistentVolume.js";
import { PersistentVolumeClaim } from "@pulumi/kubernetes/core/v1/persistentVolumeClaim.js";
import type { Provider } from "@pulumi/kubernetes/provider.js";
import { ComponentResource, type ComponentResourceOptions, type Input, interpolate, type Output } from "@pulumi/pulumi";

export interface SharedStorageArgs {
  readonly fileSystem: LustreFileSystem;
  readonly namespace: Input<string>;
}

/** A Lustre file system as pods see it: a volume of the FSx driver and the claim on it. */
export class SharedStorage extends ComponentResource {
  readonly claim: Output<string>;

  constructor(
    name: string,
    args: SharedStorageArgs,
    options: ComponentResourceOptions & { readonly provider: Provider },
  ) {
    super("rackrate:infra:SharedStorage", name, {}, options);
    const child = { parent: this };
    const { fileSystem, namespace } = args;
    const storage = interpolate`${fileSystem.storageCapacity}Gi`;
    const accessModes = ["ReadWriteMany"];
    const volume = new PersistentVolume(
      name,
      {
        metadata: { name },
        spec: {
          accessModes,
          capacity: { storage },
          persistentVolumeReclaimPolicy: "Retain",
          storageClassName: "",
          csi: {
            driver: "fsx.csi.aws.com",
            volumeHandle: fileSystem.id,
            volumeAttributes: { dnsname: fileSystem.dnsName, mountname: fileSystem.mountName },
          },
        },
      },
      child,
    );
    const claim = new PersistentVolumeClaim(
      name,
      {
        metadata: { name: "shared", namespace },
        spec: {
          accessModes,
          // The empty class binds this very volume and keeps the default class from making another.
          storageClassName: "",
          volumeName: volume.metadata.name,
          resources: { requests: { storage } },
        },
      },
      child,
    );
    this.claim = claim.metadata.name;
    this.registerOutputs({ claim: this.claim });
  }
}
