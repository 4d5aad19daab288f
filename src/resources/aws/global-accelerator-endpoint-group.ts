import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { known } from "../inputs.ts";
import { type UsageLine, usageLines, whereStated } from "../usage-lines.ts";

/** Places that traffic goes to or comes from, by usage key. Source: https://aws.amazon.com/global-accelerator/pricing/ */
const PLACES: Readonly<Record<string, string>> = {
  us: "US, Mexico, Canada",
  europe: "Europe",
  south_africa: "South Africa, Kenya",
  south_america: "South America",
  south_korea: "South Korea",
  middle_east: "Middle East",
  australia: "Australia, New Zealand",
  asia_pacific: "Asia Pacific",
  india: "India, Indonesia, Philippines, Thailand",
};

const rowsOf = (way: "inbound" | "outbound"): readonly UsageLine[] =>
  Object.entries(PLACES).map(([key, part]) => ({
    meter: `${way}-${key.replaceAll("_", "-")}`,
    description: `${way === "inbound" ? "Inbound" : "Outbound"} DT-premium fee`,
    usage: `monthly_${way}_data_transfer_gb.${key}`,
    unit: "GB",
    item: `premium/${way}/${key.replaceAll("_", "-")}`,
    part,
  }));

const INBOUND = rowsOf("inbound");
const OUTBOUND = rowsOf("outbound");

/** An endpoint group: data in the direction that has more of it, by the place at its other end. */
export const globalAcceleratorEndpointGroup = defineResource({
  type: "aws:globalaccelerator/endpointGroup:EndpointGroup",
  title: "Global accelerator endpoints",
  source: "https://aws.amazon.com/global-accelerator/pricing/",
  usage: Object.fromEntries(
    [...INBOUND, ...OUTBOUND].map(({ usage, unit, description, part }) => [
      usage,
      { unit, description: `${description}: ${part}` },
    ]),
  ),
  cost: (subject) => {
    const inbound = usageLines(subject, "AWSGlobalAccelerator", "network", whereStated(subject, INBOUND));
    const outbound = usageLines(subject, "AWSGlobalAccelerator", "network", whereStated(subject, OUTBOUND));
    if (inbound.length + outbound.length === 0)
      return { lines: usageLines(subject, "AWSGlobalAccelerator", "network", OUTBOUND) };
    const way = sumOf(inbound) > sumOf(outbound) ? "inbound" : "outbound";
    if (inbound.length > 0 && outbound.length > 0)
      subject.assume(`Of both directions AWS charges the one that has more data: ${way}.`);
    sayWhereRatesAreOf(subject, way);
    return { lines: way === "inbound" ? inbound : outbound };
  },
});

/** The rate depends on the endpoints' region too; those that are held are of Europe inbound and North America outbound. */
const RATES_OF = {
  inbound: { regions: /^eu-/, name: "Europe" },
  outbound: { regions: /^(us|ca|mx)-/, name: "North America" },
} as const;

const sayWhereRatesAreOf = (subject: Subject, way: keyof typeof RATES_OF): void => {
  const region = known(subject.inputs.text("endpointGroupRegion"), subject.region ?? "an unknown region");
  const { regions, name } = RATES_OF[way];
  if (!regions.test(region))
    subject.assume(`Its ${way} rates are those of endpoints in ${name}; endpoints in ${region} may pay others.`);
};

const sumOf = (lines: readonly LineDraft[]): number =>
  lines.reduce((sum, { quantity }) => sum + (quantity.value?.toNumber() ?? 0), 0);
