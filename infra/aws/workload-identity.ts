import { PodIdentityAssociation } from "@pulumi/aws/eks/podIdentityAssociation.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import {
  ComponentResource,
  type ComponentResourceOptions,
  type Input,
  interpolate,
  jsonStringify,
} from "@pulumi/pulumi";
import { serviceRole } from "./roles.ts";

export interface WorkloadIdentityArgs {
  readonly clusterName: Input<string>;
  readonly namespace: Input<string>;
  readonly bucketArns: readonly Input<string>[];
  readonly keyArn: Input<string>;
}

/** Who pods are to AWS: the namespace's default service account may read and write the cluster's buckets, and no more. */
export class WorkloadIdentity extends ComponentResource {
  constructor(name: string, args: WorkloadIdentityArgs, options?: ComponentResourceOptions) {
    super("rackrate:infra:WorkloadIdentity", name, {}, options);
    const child = { parent: this };
    const { clusterName, namespace, bucketArns, keyArn } = args;
    const role = serviceRole(name, "pods.eks.amazonaws.com", [], this);
    const policy = jsonStringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: ["s3:ListBucket"], Resource: bucketArns },
        {
          Effect: "Allow",
          Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
          Resource: bucketArns.map((arn) => interpolate`${arn}/*`),
        },
        { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: keyArn },
      ],
    });
    new RolePolicy(name, { role: role.name, policy }, child);
    new PodIdentityAssociation(name, { clusterName, namespace, serviceAccount: "default", roleArn: role.arn }, child);
    this.registerOutputs({});
  }
}
