import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { counted } from "../quantities.ts";
import { type UsageLine, usageLines } from "../usage-lines.ts";

const requests = (meter: string, description: string, usage: string): UsageLine => ({
  meter,
  description,
  usage,
  unit: "10k requests",
  per: 10_000,
  item: `requests/${meter}`,
});

const SYMMETRIC: readonly UsageLine[] = [
  requests("symmetric", "Requests", "monthly_requests"),
  requests("ecc-data-key-pair", "ECC GenerateDataKeyPair requests", "monthly_ecc_generate_data_key_pair_requests"),
  requests("rsa-data-key-pair", "RSA GenerateDataKeyPair requests", "monthly_rsa_generate_data_key_pair_requests"),
];

const keyLine = (subject: Subject, quantity = 1): LineDraft => ({
  meter: "key",
  description: "Customer master key",
  category: "security",
  quantity: counted(subject, "months", quantity),
  unit: "months",
  price: { service: "awskms", item: "key" },
});

/** A key in KMS: a month of it, and the requests to it. */
export const kmsKey = defineResource({
  type: "aws:kms/key:Key",
  title: "KMS key",
  source: "https://aws.amazon.com/kms/pricing/",
  usage: Object.fromEntries(SYMMETRIC.map(({ usage, description }) => [usage, { unit: "requests", description }])),
  cost: (subject) => {
    const { inputs } = subject;
    const spec = subject.orAssume(
      inputs.text("customerMasterKeySpec"),
      "SYMMETRIC_DEFAULT",
      "customer master key spec",
    );
    if (subject.orAssume(inputs.flag("enableKeyRotation"), false, "enable key rotation")) {
      subject.assume("Priced before its first rotation: each of the first two adds a month's price of a key.");
    }
    const rows =
      spec === "SYMMETRIC_DEFAULT"
        ? SYMMETRIC
        : [
            spec === "RSA_2048"
              ? requests("rsa-2048", "Requests (RSA 2048)", "monthly_requests")
              : requests("asymmetric", "Requests (asymmetric)", "monthly_requests"),
          ];
    return { lines: [keyLine(subject), ...usageLines(subject, "awskms", "security", rows)] };
  },
});

/** A key whose material is brought along; it costs the same. */
export const kmsExternalKey = defineResource({
  type: "aws:kms/externalKey:ExternalKey",
  title: "KMS key with imported material",
  source: "https://aws.amazon.com/kms/pricing/",
  cost: (subject) => ({ lines: [keyLine(subject)] }),
});

/** A replica of a multi-region key is charged as a key of its own. */
export const kmsReplicaKey = defineResource({
  ...kmsExternalKey,
  type: "aws:kms/replicaKey:ReplicaKey",
  title: "KMS replica key",
});
