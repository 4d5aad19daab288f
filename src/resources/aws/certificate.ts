import { defineResource } from "../define.ts";
import { usageLines } from "../usage-lines.ts";

/** A certificate: free from the public authority, charged from a private one. */
export const certificate = defineResource({
  type: "aws:acm/certificate:Certificate",
  title: "Certificate",
  source: "https://aws.amazon.com/certificate-manager/pricing/",
  usage: {
    monthly_requests: { unit: "requests", description: "Certificates that a private authority issues in a month." },
  },
  cost: (subject) => {
    if (subject.inputs.value("certificateAuthorityArn").state === "absent")
      return { free: "public certificates are free" };
    return {
      lines: usageLines(subject, "AWSCertificateManager", "security", [
        {
          meter: "certificates",
          description: "Certificate",
          usage: "monthly_requests",
          unit: "requests",
          item: "certificates/general",
        },
      ]),
    };
  },
});
