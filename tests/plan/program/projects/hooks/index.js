const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

const seen = new pulumi.ResourceHook("seen", (args) => {
  const text = JSON.stringify(args.newInputs, (key, value) => (pulumi.isUnknown?.(value) ? "unknown" : value));
  pulumi.log.warn(`hook ${args.name} ${text}`);
}, { onDryRun: true });
const silent = new pulumi.ResourceHook("silent", () => { throw new Error("not in a preview"); });
const role = new aws.iam.Role("role", { assumeRolePolicy: "{}" });
new aws.iam.RolePolicy("policy", { role: role.id, policy: "{}" }, { hooks: { beforeCreate: [seen, silent] } });
