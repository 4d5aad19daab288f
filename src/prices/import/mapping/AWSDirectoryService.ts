import { HOURS, HOURS_IN_MONTH, type MappingRule, type ServiceMapping, type Units } from "./rule.ts";

const IN_MONTH: Units = Object.fromEntries(Object.keys(HOURS).map((unit) => [unit, HOURS_IN_MONTH]));

const controller = (usage: RegExp, item: string): MappingRule => ({
  usage,
  units: IN_MONTH,
  unit: "controllers",
  item,
  note: `one controller for a month of ${HOURS_IN_MONTH} hours`,
});

/**
 * Directories, of which the larger edition of Microsoft AD is the one without a size. Usage types: AWS price list, offer
 * AWSDirectoryService, as Cloud Carbon Footprint and public price tables name them.
 */
export const awsDirectoryService: ServiceMapping = {
  service: "AWSDirectoryService",
  rules: [
    controller(/^Std-MicrosoftAD-DC-Usage$/, "microsoft-ad/standard"),
    controller(/^MicrosoftAD-DC-Usage$/, "microsoft-ad/enterprise"),
    controller(/^Small-SimpleAD-Usage$/, "simple-ad/small"),
    controller(/^Small-Directory-Usage$/, "ad-connector/small"),
  ],
};
