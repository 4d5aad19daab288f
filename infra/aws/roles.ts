import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import type { Resource } from "@pulumi/pulumi";

/** A role that one AWS service may take, with AWS's managed policies of the given names. */
export const serviceRole = (name: string, service: string, policies: readonly string[], parent: Resource): Role => {
  const role = new Role(
    name,
    {
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        // EKS tags the sessions that it gives to pods; other services do not use that action.
        Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: ["sts:AssumeRole", "sts:TagSession"] }],
      }),
    },
    { parent },
  );
  for (const policy of policies) {
    const policyArn = `arn:aws:iam::aws:policy/${policy}`;
    new RolePolicyAttachment(`${name}-${policy}`, { role: role.name, policyArn }, { parent });
  }
  return role;
};
