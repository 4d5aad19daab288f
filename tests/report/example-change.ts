import { estimateOf, urnOf } from "./estimate-fixture.ts";

const CLUSTER = "shop:infra:Cluster";
const BUCKET = "aws:s3/bucket:Bucket";
const parent = urnOf("cluster", CLUSTER);
const cluster = {
  name: "cluster",
  type: CLUSTER,
  title: CLUSTER,
  status: "free",
  reason: "a component: its children are priced",
} as const;
const nat = { name: "nat", parent, title: "NAT gateway", price: "0.045" };

/** A cluster that grows from four to six machines, gains a bucket, and loses a bastion; two resources cannot be priced. */
export const exampleChange = estimateOf({
  before: [
    cluster,
    { name: "nodes", parent, quantity: 2920, price: "55.04" },
    nat,
    { name: "bastion", price: "0.0126" },
  ],
  after: [
    cluster,
    { name: "nodes", parent, quantity: 4380, price: "55.04", assumptions: ["The image is taken to be Linux."] },
    { name: "data", parent, type: BUCKET, title: "S3 bucket", quantity: null, price: "0.023", unit: "GB" },
    nat,
    {
      name: "farm",
      type: "acme:gpu:Farm",
      title: "acme:gpu:Farm",
      status: "unsupported",
      reason: "acme:gpu:Farm is not supported yet",
    },
    { name: "mars", price: null },
  ],
  operations: new Map([
    [urnOf("nodes"), "update"],
    [urnOf("bastion"), "delete"],
    [urnOf("data", BUCKET), "create"],
    [urnOf("mars"), "create"],
    [urnOf("farm", "acme:gpu:Farm"), "create"],
  ]),
  earns: true,
  verdicts: [
    {
      rule: "monthly-increase",
      title: "Monthly increase",
      outcome: "fail",
      findings: [
        {
          message: "The monthly cost rises by more than 10%.",
          measured: "0.5",
          limit: "0.1",
          hint: "Make it smaller.",
        },
      ],
    },
    { rule: "monthly-cost", title: "Monthly cost", outcome: "pass", findings: [] },
    {
      rule: "tco",
      title: "Total cost",
      outcome: "overridden",
      findings: [{ message: "The total cost is too high.", measured: "2", limit: "1", hint: "Make it smaller." }],
      override: { reason: "Agreed for the launch", expires: "2026-12-31" },
    },
  ],
});
