import { nearest } from "../core/nearest.ts";

/**
 * AWS regions with the names people use: commercial, GovCloud, China and the European sovereign cloud, as of 2026-11. A
 * code that is not here is taken for a typing error.
 * https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 */
export const AWS_REGION_NAMES: ReadonlyMap<string, string> = new Map([
  ["af-south-1", "Cape Town"],
  ["ap-east-1", "Hong Kong"],
  ["ap-east-2", "Taipei"],
  ["ap-northeast-1", "Tokyo"],
  ["ap-northeast-2", "Seoul"],
  ["ap-northeast-3", "Osaka"],
  ["ap-south-1", "Mumbai"],
  ["ap-south-2", "Hyderabad"],
  ["ap-southeast-1", "Singapore"],
  ["ap-southeast-2", "Sydney"],
  ["ap-southeast-3", "Jakarta"],
  ["ap-southeast-4", "Melbourne"],
  ["ap-southeast-5", "Malaysia"],
  ["ap-southeast-6", "New Zealand"],
  ["ap-southeast-7", "Thailand"],
  ["ca-central-1", "Canada Central"],
  ["ca-west-1", "Calgary"],
  ["cn-north-1", "Beijing"],
  ["cn-northwest-1", "Ningxia"],
  ["eu-central-1", "Frankfurt"],
  ["eu-central-2", "Zurich"],
  ["eu-north-1", "Stockholm"],
  ["eu-south-1", "Milan"],
  ["eu-south-2", "Spain"],
  ["eu-west-1", "Ireland"],
  ["eu-west-2", "London"],
  ["eu-west-3", "Paris"],
  ["eusc-de-east-1", "European Sovereign Cloud (Brandenburg)"],
  ["il-central-1", "Tel Aviv"],
  ["me-central-1", "UAE"],
  ["me-south-1", "Bahrain"],
  ["mx-central-1", "Mexico Central"],
  ["sa-east-1", "São Paulo"],
  ["us-east-1", "N. Virginia"],
  ["us-east-2", "Ohio"],
  ["us-gov-east-1", "GovCloud (US-East)"],
  ["us-gov-west-1", "GovCloud (US-West)"],
  ["us-west-1", "N. California"],
  ["us-west-2", "Oregon"],
]);

/** AWS region codes, in alphabetical order. */
export const AWS_REGIONS: readonly string[] = [...AWS_REGION_NAMES.keys()];

/** Which regions may have been meant by one that does not exist, as a sentence. */
export const meantRegion = (region: string): string => {
  const meant = nearest(region, AWS_REGIONS);
  return meant.length > 0 ? `Did you mean ${meant.join(" or ")}?` : `Known regions are ${AWS_REGIONS.join(", ")}.`;
};
