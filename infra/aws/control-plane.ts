import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { Addon } from "@pulumi/aws/eks/addon.js";
import { Cluster } from "@pulumi/aws/eks/cluster.js";
import { Provider } from "@pulumi/kubernetes/provider.js";
import { all, ComponentResource, type ComponentResourceOptions, type Input } from "@pulumi/pulumi";
import { serviceRole } from "./roles.ts";

export interface ControlPlaneArgs {
  /** Kubernetes version, `1.35`. */
  readonly version: string;
  readonly subnetIds: Input<string>[];
  readonly keyArn: Input<string>;
  readonly logRetentionDays: number;
}

/** EKS's own part: the control plane with its logs, encrypted secrets and add-ons, and a provider that reaches it. */
export class ControlPlane extends ComponentResource {
  readonly cluster: Cluster;
  readonly kubernetes: Provider;

  constructor(name: string, args: ControlPlaneArgs, options?: ComponentResourceOptions) {
    super("rackrate:infra:ControlPlane", name, {}, options);
    const child = { parent: this };
    const role = serviceRole(`${name}-control-plane`, "eks.amazonaws.com", ["AmazonEKSClusterPolicy"], this);
    // EKS would make the log group by itself and keep it for ever.
    const logs = new LogGroup(
      name,
      { name: `/aws/eks/${name}/cluster`, retentionInDays: args.logRetentionDays },
      child,
    );
    this.cluster = new Cluster(
      name,
      {
        name,
        roleArn: role.arn,
        version: args.version,
        vpcConfig: { subnetIds: args.subnetIds, endpointPrivateAccess: true },
        accessConfig: { authenticationMode: "API" },
        enabledClusterLogTypes: ["api", "audit", "authenticator"],
        encryptionConfig: { provider: { keyArn: args.keyArn }, resources: ["secrets"] },
        // At the end of standard support EKS upgrades by itself, instead of charging six times as much an hour.
        upgradePolicy: { supportType: "STANDARD" },
      },
      { ...child, dependsOn: [logs] },
    );
    for (const addonName of ["vpc-cni", "kube-proxy", "coredns", "eks-pod-identity-agent", "aws-fsx-csi-driver"]) {
      new Addon(`${name}-${addonName}`, { clusterName: this.cluster.name, addonName }, child);
    }
    this.kubernetes = new Provider(name, { kubeconfig: kubeconfig(this.cluster) }, child);
    this.registerOutputs({ clusterName: this.cluster.name });
  }
}

/** Signs in with the caller's own AWS identity, so that it holds no credential. */
const kubeconfig = (cluster: Cluster) =>
  all([cluster.name, cluster.endpoint, cluster.certificateAuthority.data]).apply(([name, server, authority]) =>
    JSON.stringify({
      apiVersion: "v1",
      kind: "Config",
      clusters: [{ name, cluster: { server, "certificate-authority-data": authority } }],
      contexts: [{ name, context: { cluster: name, user: name } }],
      "current-context": name,
      users: [
        {
          name,
          user: {
            exec: {
              apiVersion: "client.authentication.k8s.io/v1beta1",
              command: "aws",
              args: ["eks", "get-token", "--cluster-name", name],
            },
          },
        },
      ],
    }),
  );
