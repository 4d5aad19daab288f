import { charged, type TypeRule } from "./type-rule.ts";

/** Young types of which no page says whether and how they are charged (looked for on 2026-11-24): not called free. */
export const AWS_UNDECIDED: readonly TypeRule[] = [
  charged(
    "its use, if at all: no published price was found",
    "accountaccess: application entitlement",
    "agentregistry: registry",
    "cloudfront: trustStore",
    "cloudwatch: otelEnrichment",
    "ec2: secondaryNetwork secondarySubnet",
    "networkfirewall: containerAssociation",
    "observabilityadmin: telemetryEnrichment",
    "sagemaker: mlflowApp",
  ),
];
