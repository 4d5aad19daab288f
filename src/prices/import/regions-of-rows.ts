import { AWS_REGION_NAMES } from "../../model/aws-regions.ts";
import type { OfferRow } from "./offer-row.ts";

const EVERYWHERE: ReadonlySet<string> = new Set(["Any", "Global", "global"]);
const ZONES = /^(?:AWS Local Zone|AWS Wavelength Zone|AWS Outposts)$/;

/** Names in parentheses that differ from those of our list of regions. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  "South America (Sao Paulo)": "sa-east-1",
  "Canada (Central)": "ca-central-1",
  "Canada West (Calgary)": "ca-west-1",
  "Mexico (Central)": "mx-central-1",
  "AWS GovCloud (US)": "us-gov-west-1",
  "AWS GovCloud (US-West)": "us-gov-west-1",
  "AWS GovCloud (US-East)": "us-gov-east-1",
};

let codes: ReadonlyMap<string, string> | undefined;

/** The code of a region that a list names as `EU (Ireland)`. */
const codeOf = (location: string): string | undefined => {
  codes ??= new Map([...AWS_REGION_NAMES].map(([code, name]) => [name, code]));
  return OTHER_NAMES[location] ?? codes.get(/\(([^)]*)\)$/.exec(location)?.[1] ?? "");
};

/** The region that a row is a price of: a code, `global`, `null` for a zone or place that is no region, and a name that is not known. */
export const regionOf = (row: OfferRow): { readonly region: string | null } | { readonly unknown: string } => {
  if (ZONES.test(row.locationType || row.fromLocationType)) return { region: null };
  const region = row.region || row.fromRegion;
  if (region !== "") {
    if (EVERYWHERE.has(region)) return { region: "global" };
    return AWS_REGION_NAMES.has(region) ? { region } : { region: null };
  }
  const location = row.location || row.fromLocation;
  if (EVERYWHERE.has(location)) return { region: "global" };
  const code = codeOf(location);
  return code === undefined ? { unknown: location } : { region: code };
};
