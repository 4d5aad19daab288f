import type { Subject } from "../define.ts";
import { known } from "../inputs.ts";

/** Places of Origin Shield by region, under their names in usage. Regions that share a prefix share a place but for these. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/^us-/, "us"],
  [/^(eu|il)-/, "europe"],
  [/^sa-/, "south_america"],
  [/^ap-northeast-[13]$/, "japan"],
  [/^ap-northeast-2$/, "south_korea"],
  [/^ap-southeast-1$/, "singapore"],
  [/^ap-southeast-3$/, "indonesia"],
  [/^ap-southeast-/, "australia"],
  [/^ap-south-/, "india"],
];

/** Where a distribution's Origin Shield is; `null` without one. Throws `InputError` for a region that has none. */
export const shieldPlace = (subject: Subject): string | null => {
  const { inputs } = subject;
  const shielded = known(inputs.list("origins"), []).find((origin) =>
    known(origin.flag("originShield.enabled"), false),
  );
  if (shielded === undefined) return null;
  const region = shielded.text("originShield.originShieldRegion");
  if (region.state === "unknown")
    subject.gap(region, "the region of Origin Shield is not known before deployment: the cheapest is taken");
  const name = known(region, subject.region ?? "us-east-1");
  const place = PLACES.find(([pattern]) => pattern.test(name))?.[1];
  if (place === undefined)
    throw shielded.error(
      "originShield.originShieldRegion",
      `must be a region that has Origin Shield, not ${JSON.stringify(name)}`,
    );
  return place;
};
