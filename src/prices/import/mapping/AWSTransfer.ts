import { GB, HOURS, type MappingRule, type ServiceMapping, type Units } from "./rule.ts";

/** Protocols in front of S3: all have one rate, and those in front of EFS are not listed everywhere. */
const OPERATIONS = ["SFTP:S3", "FTPS:S3", "FTP:S3"];

const rule = (usage: RegExp, units: Units, unit: string, item: string): MappingRule => ({
  usage,
  where: { operation: OPERATIONS },
  units,
  unit,
  item,
});

/** Servers. Rows: AWS price list, offer AWSTransfer, shown whole in Infracost's guide to adding a resource (2021-12). */
export const awsTransfer: ServiceMapping = {
  service: "AWSTransfer",
  rules: [
    rule(/^ProtocolHours$/, { ...HOURS, hourly: 1 }, "hours", "protocol/hours"),
    rule(/^UploadBytes$/, GB, "GB", "data/uploaded"),
    rule(/^DownloadBytes$/, GB, "GB", "data/downloaded"),
  ],
};
