import type { LineDraft, Subject } from "../define.ts";
import { defineResource } from "../define.ts";
import { known } from "../inputs.ts";
import { counted } from "../quantities.ts";
import type { UsageKey } from "../usage.ts";
import { type UsageLine, usageLines } from "../usage-lines.ts";
import { shieldPlace } from "./cloudfront-shield.ts";

/** The places that CloudFront charges apart, by their name in usage. Source: https://aws.amazon.com/cloudfront/pricing/ */
const PLACES = {
  us: "US, Mexico, Canada",
  europe: "Europe, Israel",
  south_africa: "South Africa, Kenya, Middle East",
  south_america: "South America",
  japan: "Japan",
  australia: "Australia, New Zealand",
  asia_pacific: "Hong Kong, Philippines, Asia Pacific",
  india: "India",
} as const;

/** What leaves an edge, by the usage that states it for each place. */
const METERS: readonly Omit<UsageLine, "part">[] = [
  {
    meter: "internet",
    description: "Data transfer out to internet",
    usage: "monthly_data_transfer_to_internet_gb",
    unit: "GB",
    item: "data-transfer/internet",
  },
  {
    meter: "origin",
    description: "Data transfer out to origin",
    usage: "monthly_data_transfer_to_origin_gb",
    unit: "GB",
    item: "data-transfer/origin",
  },
  {
    meter: "http",
    description: "HTTP requests",
    usage: "monthly_http_requests",
    unit: "10k requests",
    per: 10_000,
    item: "requests/http",
  },
  {
    meter: "https",
    description: "HTTPS requests",
    usage: "monthly_https_requests",
    unit: "10k requests",
    per: 10_000,
    item: "requests/https",
  },
];

const SHIELD_PLACES = [
  "us",
  "europe",
  "south_america",
  "japan",
  "australia",
  "singapore",
  "south_korea",
  "indonesia",
  "india",
] as const;

const REGIONAL_USAGE: Readonly<Record<string, UsageKey>> = Object.fromEntries(
  Object.entries(PLACES).flatMap(([place, title]) =>
    METERS.map(({ usage, description, unit, per = 1 }) => [
      `${usage}.${place}`,
      { unit: per === 1 ? unit : "requests", description: `${description} a month: ${title}.` },
    ]),
  ),
);

/** A content delivery network: what leaves its edges, by place, and the options that are charged apart. */
export const cloudfrontDistribution = defineResource({
  type: "aws:cloudfront/distribution:Distribution",
  title: "CloudFront distribution",
  source: "https://aws.amazon.com/cloudfront/pricing/",
  usage: {
    ...REGIONAL_USAGE,
    ...Object.fromEntries(
      SHIELD_PLACES.map((place) => [
        `monthly_shield_requests.${place}`,
        { unit: "requests", description: "Requests that Origin Shield passes on in a month, by the shield's place." },
      ]),
    ),
    monthly_invalidation_requests: { unit: "paths", description: "Paths invalidated in a month; 1,000 are free." },
    monthly_encryption_requests: { unit: "requests", description: "Requests with field-level encryption in a month." },
    monthly_log_lines: { unit: "lines", description: "Lines of real-time logs in a month." },
    custom_ssl_certificates: { unit: "certificates", description: "Certificates on dedicated addresses." },
  },
  cost: (subject) => ({ lines: [...optionLines(subject), ...placeLines(subject)] }),
});

/** A distribution is everywhere: its prices have no region of their own. */
const everywhere = (lines: readonly LineDraft[]): LineDraft[] =>
  lines.map((line) => ({ ...line, price: { ...line.price, region: "global" } }));

/** Every place that usage names; the first one, open, where it names none. */
const placeLines = (subject: Subject): LineDraft[] => {
  const stated = Object.entries(PLACES).filter(([place]) =>
    METERS.some(({ usage }) => subject.usage.has(`${usage}.${place}`)),
  );
  const places = stated.length > 0 ? stated : Object.entries(PLACES).slice(0, 1);
  const rows = places.flatMap(([place, part]) => {
    const slug = place.replace("_", "-");
    return METERS.map((row) => ({
      ...row,
      part,
      meter: `${row.meter}-${slug}`,
      usage: `${row.usage}.${place}`,
      item: `${row.item}/${slug}`,
    }));
  });
  return everywhere(usageLines(subject, "AmazonCloudFront", "network", rows));
};

const optionLines = (subject: Subject): LineDraft[] => {
  const { inputs } = subject;
  const rows: UsageLine[] = [];
  if (encryptsFields(subject))
    rows.push({
      meter: "field-level-encryption",
      description: "Field level encryption requests",
      usage: "monthly_encryption_requests",
      unit: "10k requests",
      per: 10_000,
      item: "field-level-encryption/requests",
    });
  if (inputs.value("loggingConfig.bucket").state !== "absent")
    rows.push({
      meter: "real-time-logs",
      description: "Real-time log requests",
      usage: "monthly_log_lines",
      unit: "1M lines",
      per: 1_000_000,
      item: "real-time-logs/lines",
    });
  const place = shieldPlace(subject);
  if (place !== null)
    rows.push({
      meter: "origin-shield",
      description: "Origin shield HTTP requests",
      usage: `monthly_shield_requests.${place}`,
      unit: "10k requests",
      per: 10_000,
      item: `origin-shield/requests/${place.replace("_", "-")}`,
    });
  rows.push({
    meter: "invalidations",
    description: "Invalidation requests",
    usage: "monthly_invalidation_requests",
    unit: "paths",
    item: "invalidations/paths",
  });
  return everywhere([...certificateLines(subject), ...usageLines(subject, "AmazonCloudFront", "network", rows)]);
};

const encryptsFields = ({ inputs }: Subject): boolean =>
  [inputs.below("defaultCacheBehavior"), ...known(inputs.list("orderedCacheBehaviors"), [])].some((behaviour) => {
    const id = behaviour.text("fieldLevelEncryptionId");
    return id.state === "unknown" || known(id, "") !== "";
  });

/** A certificate on addresses of its own, for clients that know no SNI. */
const certificateLines = (subject: Subject): LineDraft[] => {
  if (subject.orAssume(subject.inputs.text("viewerCertificate.sslSupportMethod"), "", "ssl support method") !== "vip")
    return [];
  return [
    {
      meter: "custom-ssl",
      description: "Dedicated IP custom SSLs",
      category: "network",
      quantity: subject.usage.has("custom_ssl_certificates")
        ? subject.usage.quantity("custom_ssl_certificates", "certificates")
        : counted(subject, "certificates", 1),
      unit: "certificates",
      price: { service: "AmazonCloudFront", item: "custom-ssl/certificates" },
    },
  ];
};
