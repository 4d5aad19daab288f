import { defineResource, type LineDraft } from "../define.ts";
import { known } from "../inputs.ts";
import { usageLines } from "../usage-lines.ts";

/** A file transfer server: hours of each protocol, and the data that it moves. */
export const transferServer = defineResource({
  type: "aws:transfer/server:Server",
  title: "File transfer server",
  source: "https://aws.amazon.com/aws-transfer-family/pricing/",
  usage: {
    monthly_data_downloaded_gb: { unit: "GB", description: "Data that is downloaded in a month." },
    monthly_data_uploaded_gb: { unit: "GB", description: "Data that is uploaded in a month." },
  },
  cost: (subject) => {
    const reading = subject.inputs.texts("protocols");
    if (reading.state === "unknown")
      subject.gap(reading, "the protocols are not known before deployment: SFTP is assumed");
    const protocols: readonly string[] = known(reading, ["SFTP"]);
    const hours = [...protocols].sort().map(
      (protocol): LineDraft => ({
        meter: `${protocol.toLowerCase()}-hours`,
        description: `${protocol} protocol enabled`,
        category: "network",
        quantity: subject.hoursPerMonth,
        unit: "hours",
        price: { service: "AWSTransfer", item: "protocol/hours" },
      }),
    );
    return {
      lines: [
        ...hours,
        ...usageLines(subject, "AWSTransfer", "network", [
          {
            meter: "downloaded",
            description: "Data downloaded",
            usage: "monthly_data_downloaded_gb",
            unit: "GB",
            item: "data/downloaded",
          },
          {
            meter: "uploaded",
            description: "Data uploaded",
            usage: "monthly_data_uploaded_gb",
            unit: "GB",
            item: "data/uploaded",
          },
        ]),
      ],
    };
  },
});
