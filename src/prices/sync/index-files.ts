import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { InputError } from "../../core/diagnostic.ts";
import { nearest } from "../../core/nearest.ts";

const offersIndex = z.object({
  offers: z.record(z.string(), z.object({ currentRegionIndexUrl: z.string().optional() })),
});
const regionIndex = z.object({ regions: z.record(z.string(), z.object({ currentVersionUrl: z.string() })) });
/** Savings Plans list their regions in an array, under another name. */
const planRegionIndex = z.object({ regions: z.array(z.object({ regionCode: z.string(), versionUrl: z.string() })) });

/** Where the list of all services lies. https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/using-the-aws-price-list-bulk-api.html */
export const OFFERS_INDEX = "/offers/v1.0/aws/index.json";

/** The address of a service's list of regions. Throws `InputError` for a service that the index does not have. */
export const regionIndexOf = (service: string, index: string): string => {
  if (service.endsWith("SavingsPlan") || service.endsWith("SavingsPlans"))
    return `/savingsPlan/v1.0/aws/${service}/current/region_index.json`;
  const { offers } = readJson(index, offersIndex, "the index of services");
  const address = offers[service]?.currentRegionIndexUrl;
  if (address !== undefined) return address;
  const meant = nearest(service, Object.keys(offers));
  throw new InputError({
    severity: "error",
    code: "unknown-service",
    message: `AWS lists no prices of a service ${service}.`,
    hint:
      meant.length > 0 ? `Did you mean ${meant.join(" or ")}?` : "Service codes are as AmazonEC2, AmazonS3, AWSELB.",
  });
};

/** The place of what is sold for all regions at once or by edge location: CloudFront, Route 53, Global Accelerator. */
const EVERYWHERE = "aws-other";

/** Where current prices lie, and what they are of: a region, or `aws-other`. */
export interface OfferAddress {
  readonly scope: string;
  readonly address: string;
}

/**
 * The addresses of a service's current prices in a region and for all regions, as CSV. Throws `InputError` where it has
 * neither.
 */
export const offersOf = (service: string, region: string, file: string): readonly OfferAddress[] => {
  const savingsPlan = service.endsWith("SavingsPlan") || service.endsWith("SavingsPlans");
  const addresses: ReadonlyMap<string, string> = savingsPlan
    ? new Map(
        readJson(file, planRegionIndex, `the regions of ${service}`).regions.map((one) => [
          one.regionCode,
          one.versionUrl,
        ]),
      )
    : new Map(
        Object.entries(readJson(file, regionIndex, `the regions of ${service}`).regions).map(([name, one]) => [
          name,
          one.currentVersionUrl,
        ]),
      );
  const found = [region, EVERYWHERE].flatMap((scope) => {
    const address = addresses.get(scope);
    // The same prices lie beside the JSON as CSV, which can be read as a stream.
    return address === undefined ? [] : { scope, address: address.replace(/\.json$/, ".csv") };
  });
  if (found.length > 0) return found;
  const meant = nearest(region, addresses.keys());
  throw new InputError({
    severity: "error",
    code: "unknown-region",
    message: `AWS lists no prices of ${service} in ${region}.`,
    hint:
      meant.length > 0 ? `Did you mean ${meant.join(" or ")}?` : `It lists ${[...addresses.keys()].sort().join(", ")}.`,
  });
};

const readJson = <T>(file: string, schema: z.ZodType<T>, what: string): T => {
  const bytes = readFileSync(file);
  try {
    const text = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
    return schema.parse(JSON.parse(text.toString("utf8")));
  } catch {
    throw new InputError({
      severity: "error",
      code: "broken-index",
      message: `What the server sent as ${what} is not in the form that AWS documents.`,
    });
  }
};
