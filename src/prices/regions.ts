import { readFileSync } from "node:fs";
import { nearest } from "../core/nearest.ts";

let names: ReadonlyMap<string, string> | undefined;

/** AWS region codes with the names people use, as of 2026-11. https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
export const awsRegions = (): ReadonlyMap<string, string> => {
  names ??= new Map(
    Object.entries(JSON.parse(readFileSync(new URL("./data/aws/regions.json", import.meta.url), "utf8"))),
  );
  return names;
};

/** Null for a region that exists; otherwise what is wrong with it and what may have been meant. */
export const regionProblem = (region: string): { readonly problem: string; readonly hint: string } | null => {
  const regions = awsRegions();
  if (regions.has(region)) return null;
  const meant = nearest(region, regions.keys());
  return {
    problem: `${region} is not an AWS region that rackrate knows`,
    hint:
      meant.length > 0 ? `Did you mean ${meant.join(" or ")}?` : `Known regions are ${[...regions.keys()].join(", ")}.`,
  };
};

/** Regions of China and of the European sovereign cloud have prices and currencies of their own: no other region stands for theirs. */
export const isApart = (region: string): boolean => region.startsWith("cn-") || region.startsWith("eusc-");
