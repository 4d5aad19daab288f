import { Namespace } from "@pulumi/kubernetes/core/v1/namespace.js";
import { ResourceQuota } from "@pulumi/kubernetes/core/v1/resourceQuota.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";

export interface TenancyArgs {
  readonly namespace: string;
  /** Accelerators that the workloads of the namespace may hold together. */
  readonly accelerators: number;
  /** Port on which serving pods may be reached from outside the namespace. */
  readonly servingPort: number;
}

/** A team's place in a cluster: a namespace, its accelerator quota, and a network closed but for the serving port. */
export class Tenancy extends ComponentResource {
  readonly namespace: Output<string>;

  constructor(name: string, args: TenancyArgs, options?: ComponentResourceOptions) {
    super("rackrate:infra:Tenancy", name, {}, options);
    const child = { parent: this };
    const namespace = new Namespace(name, { metadata: { name: args.namespace } }, child);
    this.namespace = namespace.metadata.name;
    const place = { namespace: this.namespace };

    new ResourceQuota(
      `${name}-accelerators`,
      {
        metadata: { ...place, name: "accelerators" },
        spec: { hard: { "requests.nvidia.com/gpu": String(args.accelerators) } },
      },
      child,
    );
    new NetworkPolicy(
      `${name}-inside`,
      {
        metadata: { ...place, name: "inside-only" },
        spec: { podSelector: {}, policyTypes: ["Ingress"], ingress: [{ from: [{ podSelector: {} }] }] },
      },
      child,
    );
    new NetworkPolicy(
      `${name}-serving`,
      {
        metadata: { ...place, name: "serving" },
        spec: {
          podSelector: { matchLabels: { "rackrate.dev/role": "serving" } },
          policyTypes: ["Ingress"],
          ingress: [{ ports: [{ port: args.servingPort, protocol: "TCP" }] }],
        },
      },
      child,
    );
    this.registerOutputs({ namespace: this.namespace });
  }
}
