/**
 * The short code of a region that usage types begin with outside us-east-1: `EU-`, `USW2-`, `APN1-`, `UGW1-`. A second
 * one (`USW2-LAX1-`) is that of a local zone and is left, so that its rows match no rule of a region. KMS writes the region
 * itself: `us-east-1-KMS-Keys`.
 */
const REGION_CODE = /^(?:EU|[A-Z]{3,4}\d|[a-z]{2}(?:-[a-z]+)+-\d)-/;

/** A usage type without its region: `EUC1-BoxUsage:p5.48xlarge` is `BoxUsage:p5.48xlarge`. */
export const withoutRegion = (usage: string): string => usage.replace(REGION_CODE, "");
