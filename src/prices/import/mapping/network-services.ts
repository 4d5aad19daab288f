import { GB, HOURS, type ServiceMapping } from "./rule.ts";

/** Regions between which data costs less. */
const US_EAST: ReadonlySet<string> = new Set(["us-east-1", "us-east-2"]);
/** The region whose rate stands for that to all others, as Infracost's data_transfer.go takes it. */
const otherRegion = (from: string): string =>
  from === "us-east-1" || from === "us-west-1" ? "us-west-2" : "us-west-1";

/**
 * Traffic that leaves a region or a zone. Usage types and attributes: AWS price list, offer AWSDataTransfer, as Infracost's
 * data_transfer.go matches them; `USE1-APS4-AWS-Out-Bytes` is what leaves the first region for the second.
 */
export const awsDataTransfer: ServiceMapping = {
  service: "AWSDataTransfer",
  rules: [
    { usage: /^DataTransfer-Out-Bytes$/, units: GB, unit: "GB", item: "internet/out" },
    { usage: /^DataTransfer-Regional-Bytes$/, units: GB, unit: "GB", item: "between-zones" },
    {
      usage: /-AWS-Out-Bytes$/,
      where: { transferType: ["InterRegion Outbound"] },
      units: GB,
      unit: "GB",
      item: ({ fromRegion, toRegion }) => {
        if (US_EAST.has(fromRegion) && US_EAST.has(toRegion)) return "between-regions/us-east";
        return toRegion !== "" && toRegion === otherRegion(fromRegion) ? "between-regions/other" : null;
      },
      note: "to a region of the US; to others it may differ",
    },
  ],
};

const place = (location: string): string => location.toLowerCase().replaceAll(/\W/g, "-");

/**
 * What leaves a region by a Direct Connect location: over a public interface as `EqDC2-DataXfer-Out`, over a private one as
 * `EqDC2-DataXfer-Out:dc.3` (AWS Cost and Usage Report guide, "Direct Connect traffic"; Infracost's dx_connection.go). Ports
 * are not taken: they have prices by location, and are asked for without one.
 */
export const awsDirectConnect: ServiceMapping = {
  service: "AWSDirectConnect",
  rules: [
    {
      usage: /^(\w+)-DataXfer-Out:dc\.3$/,
      units: GB,
      unit: "GB",
      item: (row, [location = ""]) => {
        if (row.virtualInterface === "" || /private/i.test(row.virtualInterface)) return `outbound/${place(location)}`;
        return /transit/i.test(row.virtualInterface) ? `outbound/transit/${place(location)}` : null;
      },
    },
    {
      usage: /^(\w+)-DataXfer-Out$/,
      units: GB,
      unit: "GB",
      item: (_, [location = ""]) => `outbound/public/${place(location)}`,
    },
  ],
};

/**
 * The fixed fee (usage type: public price queries of AWSGlobalAccelerator). Data is not taken: its rates depend on both ends,
 * and are asked for by one.
 */
export const awsGlobalAccelerator: ServiceMapping = {
  service: "AWSGlobalAccelerator",
  everywhere: true,
  rules: [{ usage: /^Global-Accelerator-fixed-fee$/, units: HOURS, unit: "hours", item: "accelerator/hours" }],
};

/** Firewalls. Usage types: AWS price list, offer AWSNetworkFirewall, as Infracost's networkfirewall_firewall.go matches them. */
export const awsNetworkFirewall: ServiceMapping = {
  service: "AWSNetworkFirewall",
  rules: [
    { usage: /^Endpoint-Hour$/, units: HOURS, unit: "hours", item: "endpoint/hours" },
    { usage: /^Traffic-GB-Processed$/, units: GB, unit: "GB", item: "data-processed" },
  ],
};
