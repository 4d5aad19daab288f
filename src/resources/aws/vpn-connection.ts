import { defineResource, type LineDraft } from "../define.ts";
import { type UsageLine, usageLines } from "../usage-lines.ts";

const DATA: UsageLine = {
  meter: "data-processed",
  description: "Data processed",
  usage: "monthly_data_processed_gb",
  unit: "GB",
  item: "transit-gateway/data-processed",
};

/** A VPN connection: its hours, and those of its attachment where it ends at a transit gateway. */
export const vpnConnection = defineResource({
  type: "aws:ec2/vpnConnection:VpnConnection",
  title: "VPN connection",
  source: "https://aws.amazon.com/vpn/pricing/",
  usage: { monthly_data_processed_gb: { unit: "GB", description: "Data that passes the transit gateway in a month." } },
  cost: (subject) => {
    const line = (meter: string, description: string, item: string): LineDraft => ({
      meter,
      description,
      category: "network",
      quantity: subject.hoursPerMonth,
      unit: "hours",
      price: { service: "AmazonVPC", item },
    });
    const lines = [line("hours", "VPN connection", "vpn/hours")];
    if (subject.inputs.value("transitGatewayId").state === "absent") return { lines };
    return {
      lines: [
        ...lines,
        line("attachment", "Transit gateway attachment", "transit-gateway/attachment"),
        ...usageLines(subject, "AmazonVPC", "network", [DATA]),
      ],
    };
  },
});
