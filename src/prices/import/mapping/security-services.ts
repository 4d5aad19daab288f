import { HOURS, requestsBy, type ServiceMapping, type Units } from "./rule.ts";

const MONTHLY: Units = {
  keys: 1,
  key: 1,
  "key-months": 1,
  secrets: 1,
  secret: 1,
  "secret-months": 1,
  month: 1,
  months: 1,
};
const CERTIFICATES: Units = requestsBy(1, "certificates", "certificate");
const BY_TEN_THOUSAND = requestsBy(10_000);

/** Keys and the requests to them. Usage types: AWS price list, offer awskms. */
export const awsKms: ServiceMapping = {
  service: "awskms",
  rules: [
    { usage: /^KMS-Keys$/, units: MONTHLY, unit: "months", item: "key" },
    { usage: /^KMS-Requests$/, units: BY_TEN_THOUSAND, unit: "10k requests", item: "requests/symmetric" },
    { usage: /^KMS-Requests-Asymmetric$/, units: BY_TEN_THOUSAND, unit: "10k requests", item: "requests/asymmetric" },
    {
      usage: /^KMS-Requests-Asymmetric-RSA_2048$/,
      units: BY_TEN_THOUSAND,
      unit: "10k requests",
      item: "requests/rsa-2048",
    },
    {
      usage: /^KMS-Requests-GenerateDatakeyPair-ECC$/,
      units: BY_TEN_THOUSAND,
      unit: "10k requests",
      item: "requests/ecc-data-key-pair",
    },
    {
      usage: /^KMS-Requests-GenerateDatakeyPair-RSA$/,
      units: BY_TEN_THOUSAND,
      unit: "10k requests",
      item: "requests/rsa-data-key-pair",
    },
  ],
};

/** Secrets and the requests to them. Usage types: AWS price list, offer AWSSecretsManager. */
export const awsSecretsManager: ServiceMapping = {
  service: "AWSSecretsManager",
  rules: [
    { usage: /^AWSSecretsManager-Secrets$/, units: MONTHLY, unit: "months", item: "secret" },
    { usage: /^AWSSecretsManagerAPIRequest$/, units: BY_TEN_THOUSAND, unit: "10k requests", item: "requests" },
  ],
};

/** Web access control lists. Usage types: AWS price list, offer awswaf. */
export const awsWaf: ServiceMapping = {
  service: "awswaf",
  rules: [
    {
      usage: /^WebACLV2$/,
      units: { "webacl-mo": 1, "webacl-month": 1, month: 1, months: 1 },
      unit: "months",
      item: "web-acl/v2",
    },
    {
      usage: /^RuleV2$/,
      units: { "rule-mo": 1, "rule-month": 1, month: 1, months: 1 },
      unit: "rules",
      item: "rule/v2",
    },
    {
      usage: /^WebACL$/,
      units: { "webacl-mo": 1, "webacl-month": 1, month: 1, months: 1 },
      unit: "months",
      item: "web-acl/classic",
    },
    {
      usage: /^Rule$/,
      units: { "rule-mo": 1, "rule-month": 1, month: 1, months: 1 },
      unit: "rules",
      item: "rule/classic",
    },
    { usage: /^RequestV2-Tier1$/, units: requestsBy(1_000_000), unit: "1M requests", item: "requests/v2" },
    { usage: /^Request$/, units: requestsBy(1_000_000), unit: "1M requests", item: "requests/classic" },
  ],
};

/** Private certificate authorities. Usage types: AWS price list, offer AWSCertificateManager, as Infracost's acmpca_certificate_authority.go matches them. */
export const awsCertificateManager: ServiceMapping = {
  service: "AWSCertificateManager",
  rules: [
    { usage: /^PaidPrivateCA$/, units: MONTHLY, unit: "months", item: "authority/general" },
    { usage: /^ShortLivedCertificatePrivateCA$/, units: MONTHLY, unit: "months", item: "authority/short-lived" },
    { usage: /^PrivateCertificatesIssued$/, units: CERTIFICATES, unit: "requests", item: "certificates/general" },
    {
      usage: /^ShortLivedCertificatesIssued$/,
      units: CERTIFICATES,
      unit: "requests",
      item: "certificates/short-lived",
    },
  ],
};

/** Modules of the first type; the second has a usage type of its own. Usage types: AWS price list, offer CloudHSM, as Infracost's cloudhsm_v2_hsm.go matches them. */
export const cloudHsm: ServiceMapping = {
  service: "CloudHSM",
  rules: [{ usage: /^CloudHSMv2Usage$/, units: HOURS, unit: "hours", item: "hsm/hours" }],
};
