import { product } from "../../../core/figure.ts";
import type { LineDraft, Subject } from "../../define.ts";
import { known } from "../../inputs.ts";
import { counted } from "../../quantities.ts";
import { vcpusOfSize } from "./instance-families.ts";

/** A major version of an engine: when extended support is first charged, and when its third year begins, YYYY-MM-DD. */
interface Support {
  readonly engine: string;
  readonly version: RegExp;
  readonly charged: string;
  readonly thirdYear: string;
}

/**
 * Versions that AWS supports for a fee. Source: RDS User Guide, "Supported MySQL major versions" (as kept by
 * endoflife.date, 2026-05); RDS for PostgreSQL and Aurora release calendars. Newer versions are in standard support.
 */
const VERSIONS: readonly Support[] = [
  { engine: "mysql", version: /^5\.7/, charged: "2024-03-01", thirdYear: "2026-03-01" },
  { engine: "mysql", version: /^8\.0/, charged: "2026-08-01", thirdYear: "2028-08-01" },
  { engine: "postgres", version: /^11\b/, charged: "2024-04-01", thirdYear: "2026-04-01" },
  { engine: "postgres", version: /^12\b/, charged: "2025-03-01", thirdYear: "2027-03-01" },
  { engine: "postgres", version: /^13\b/, charged: "2026-03-01", thirdYear: "2028-03-01" },
  { engine: "aurora-mysql", version: /^5\.7/, charged: "2024-12-01", thirdYear: "2026-12-01" },
  { engine: "aurora-postgresql", version: /^11\b/, charged: "2024-04-01", thirdYear: "2026-04-01" },
  { engine: "aurora-postgresql", version: /^12\b/, charged: "2025-03-01", thirdYear: "2027-03-01" },
  { engine: "aurora-postgresql", version: /^13\b/, charged: "2026-03-01", thirdYear: "2028-03-01" },
];

/** What a version past its standard support costs by vCPU and hour; a second zone runs as many vCPUs again. */
export const supportLines = (
  subject: Subject,
  engine: string,
  instanceClass: string,
  zones: number,
  stated = subject.inputs.text("engineVersion"),
): LineDraft[] => {
  const { inputs, today } = subject;
  if (stated.state === "unknown" && VERSIONS.some((one) => one.engine === engine))
    subject.gap(stated, "its version is not known before deployment: standard support is assumed");
  const version = known(stated, "");
  const support = VERSIONS.find((one) => one.engine === engine && one.version.test(version));
  if (support === undefined) return [];
  if (
    subject
      .orAssume(inputs.text("engineLifecycleSupport"), "", "engine lifecycle support")
      .endsWith("extended-support-disabled")
  )
    return [];
  if (today < support.charged) {
    subject.assume(
      `Standard support of ${engine} ${version} ends on ${support.charged}; extended support then costs more.`,
    );
    return [];
  }
  const third = today >= support.thirdYear;
  const vcpus = vcpusOfSize(instanceClass.split(".")[2] ?? "");
  if (vcpus === null) {
    subject.gap("instanceClass", "its vCPUs are not known, so extended support cannot be priced");
    return [];
  }
  return [
    {
      meter: "extended-support",
      description: `Extended support (year ${third ? "3" : "1 or 2"})`,
      category: "database",
      quantity: product("vCPU-hours", "vCPU-hours", [
        counted(subject, "vCPUs", vcpus * zones, "vCPU"),
        subject.hoursPerMonth,
      ]),
      unit: "vCPU-hours",
      price: { service: "AmazonRDS", item: `extended-support/${third ? "year-3" : "years-1-2"}` },
    },
  ];
};
