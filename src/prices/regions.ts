import { AWS_REGION_NAMES, meantRegion } from "../model/aws-regions.ts";

/** Null for a region that exists; otherwise what is wrong with it and what may have been meant. */
export const regionProblem = (region: string): { readonly problem: string; readonly hint: string } | null =>
  AWS_REGION_NAMES.has(region)
    ? null
    : { problem: `${region} is not an AWS region that rackrate knows`, hint: meantRegion(region) };

/** Regions of China and of the European sovereign cloud have prices and currencies of their own: no other region stands for theirs. */
export const isApart = (region: string): boolean => region.startsWith("cn-") || region.startsWith("eusc-");
