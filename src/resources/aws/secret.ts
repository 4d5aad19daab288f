import { defineResource, type Subject } from "../define.ts";
import { known } from "../inputs.ts";
import { counted } from "../quantities.ts";
import { usageLines } from "../usage-lines.ts";

/** A secret in Secrets Manager and its replicas, each charged as a secret of its own, and the requests for it. */
export const secret = defineResource({
  type: "aws:secretsmanager/secret:Secret",
  title: "Secret",
  source: "https://aws.amazon.com/secrets-manager/pricing/",
  usage: { monthly_requests: { unit: "requests", description: "API requests in a month." } },
  cost: (subject) => ({
    lines: [
      {
        meter: "secret",
        description: "Secret",
        category: "security",
        quantity: counted(subject, "months", 1 + replicasOf(subject)),
        unit: "months",
        price: { service: "AWSSecretsManager", item: "secret" },
      },
      ...usageLines(subject, "AWSSecretsManager", "security", [
        {
          meter: "requests",
          description: "API requests",
          usage: "monthly_requests",
          unit: "10k requests",
          per: 10_000,
          item: "requests",
        },
      ]),
    ],
  }),
});

const replicasOf = ({ inputs, gap }: Subject): number => {
  const replicas = inputs.list("replicas");
  if (replicas.state === "unknown")
    gap(replicas, "its replicas are not known before deployment, so they are not counted");
  return known(replicas, []).length;
};
