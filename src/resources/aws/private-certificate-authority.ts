import { defineResource } from "../define.ts";
import { counted } from "../quantities.ts";
import { usageLines } from "../usage-lines.ts";

/** A private certificate authority: itself by the month, and the certificates that it issues. */
export const privateCertificateAuthority = defineResource({
  type: "aws:acmpca/certificateAuthority:CertificateAuthority",
  title: "Private certificate authority",
  source: "https://aws.amazon.com/private-ca/pricing/",
  usage: { monthly_requests: { unit: "requests", description: "Certificates that are issued in a month." } },
  cost: (subject) => {
    const short =
      subject.orAssume(subject.inputs.text("usageMode"), "GENERAL_PURPOSE", "usage mode") === "SHORT_LIVED_CERTIFICATE";
    const mode = short ? "short-lived" : "general";
    return {
      lines: [
        {
          meter: "authority",
          description: short
            ? "Private certificate authority (short-lived certificate mode)"
            : "Private certificate authority",
          category: "security",
          quantity: counted(subject, "months", 1),
          unit: "months",
          price: { service: "AWSCertificateManager", item: `authority/${mode}` },
        },
        ...usageLines(subject, "AWSCertificateManager", "security", [
          {
            meter: "certificates",
            description: short ? "Certificates (short-lived)" : "Certificates",
            usage: "monthly_requests",
            unit: "requests",
            item: `certificates/${mode}`,
          },
        ]),
      ],
    };
  },
});
