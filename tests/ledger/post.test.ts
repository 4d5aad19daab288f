import { describe, expect, it } from "vitest";
import { Decimal } from "../../src/core/decimal.ts";
import { stated } from "../../src/core/figure.ts";
import { post } from "../../src/ledger/post.ts";
import { viewsOf } from "../../src/ledger/views.ts";
import type { PricedLine, PricedResource } from "../../src/model/cost.ts";
import { settingsSchema } from "../../src/model/settings.ts";

const settings = settingsSchema.parse({ horizonMonths: 12 });
const rate = { name: "monthly rate", unit: "1/month", value: new Decimal(0) };

const line = (dollars: number): PricedLine => ({
  meter: "use",
  description: "Use of it",
  category: "storage",
  quantity: stated("use", 1, "GB", "index.ts"),
  unit: "GB",
  usageBased: false,
  query: { vendor: "aws", service: "AmazonS3", region: "eu-west-1", item: "x" },
  price: null,
  unitPrice: stated("price", dollars, "USD/GB", "index.ts"),
  amount: stated("cost", dollars, "USD/month", "index.ts"),
});

const resource = (name: string, parts: Partial<PricedResource>): PricedResource => ({
  resource: {
    urn: `urn:pulumi:prod::shop::aws:x/y:Y::${name}`,
    type: "aws:x/y:Y",
    name,
    custom: true,
    external: false,
    region: null,
    inputs: {},
    propertyDependencies: {},
    aliases: [],
  },
  title: "Y",
  compute: false,
  status: "priced",
  complete: true,
  lines: [],
  assumptions: [],
  gaps: [],
  ...parts,
});

const viewsWith = (...resources: readonly PricedResource[]) =>
  viewsOf(post({ resources, benefits: { entries: [], drivers: [] }, settings }), rate);

const lost = resource("lost", { status: "unsupported", complete: false, reason: "aws:x/y:Y is not supported yet" });

describe("a resource whose cost nobody knows", () => {
  it("leaves the sums unknown where it stands alone", () => {
    const { monthlyCost, costs, costsPresentValue } = viewsWith(lost);
    for (const sum of [monthlyCost, costs, costsPresentValue]) {
      expect(sum.value).toBeNull();
      expect(sum.leavesOut).toEqual(["lost: aws:x/y:Y is not supported yet"]);
    }
  });

  it("is named by sums of what else is known", () => {
    const { monthlyCost } = viewsWith(resource("bucket", { lines: [line(5)] }), lost);
    expect(monthlyCost.value?.toNumber()).toBe(5);
    expect(monthlyCost.leavesOut).toEqual(["lost: aws:x/y:Y is not supported yet"]);
  });

  it("is named once where a line of it says so already", () => {
    const open = { ...line(5), amount: { name: "cost", unit: "USD/month", value: null } };
    const { monthlyCost } = viewsWith(resource("disk", { status: "unpriced", complete: false, lines: [open] }));
    expect(monthlyCost.leavesOut).toEqual(["disk: Use of it"]);
  });

  it("is not a free one", () => {
    const { monthlyCost } = viewsWith(resource("role", { status: "free", reason: "a role" }));
    expect(monthlyCost.value?.isZero()).toBe(true);
    expect(monthlyCost.leavesOut).toBeUndefined();
  });
});

describe("a line that holds for a part of the horizon", () => {
  const cheap = { ...line(5), holds: { from: 0, until: 3 } };
  const dear = { ...line(8), holds: { from: 3, until: 9 } };
  const last = { ...line(6), holds: { from: 9 } };
  const views = viewsWith(resource("bucket", { lines: [cheap], later: [dear, last] }));

  it("is paid in its months, and what takes its place after them", () => {
    const months = [0, 5, 5, 5, 8, 8, 8, 8, 8, 8, 6, 6, 6];
    expect(views.cashFlow.costs.map((cost) => cost.toNumber())).toEqual(months);
    expect(views.costs.value?.toNumber()).toBe(3 * 5 + 6 * 8 + 3 * 6);
  });

  it("is alone in the steady month", () => {
    expect(views.monthlyCost.value?.toNumber()).toBe(5);
  });

  it("leaves the total open where nobody knows what follows it, and the steady month known", () => {
    const unknown = { ...dear, amount: { name: "cost", unit: "USD/month", value: null } };
    const { monthlyCost, costs } = viewsWith(resource("bucket", { lines: [cheap], later: [unknown, last] }));
    expect(monthlyCost.leavesOut).toBeUndefined();
    expect(costs.leavesOut).toEqual(["bucket: Use of it, from month 4 on"]);
    expect(costs.value?.toNumber()).toBe(3 * 5 + 3 * 6);
  });
});

describe("a fee that is paid in advance", () => {
  const schedule = { kind: "prepaid", termMonths: stated("term", 6, "months", "index.ts") } as const;
  const fee = (dollars: number): PricedLine => ({ ...line(dollars), schedule });

  it("is renewed at the price that then holds", () => {
    const { cashFlow, upfrontCost, monthlyCost } = viewsWith(
      resource("node", {
        lines: [{ ...fee(60), holds: { from: 0, until: 4 } }],
        later: [{ ...fee(90), holds: { from: 4 } }],
      }),
    );
    const paid = cashFlow.costs.map((cost) => cost.toNumber());
    expect([paid[0], paid[6], ...paid.slice(7)]).toEqual([60, 90, 0, 0, 0, 0, 0, 0]);
    expect([upfrontCost.value?.toNumber(), monthlyCost.value?.toNumber()]).toEqual([60, 10]);
  });
});
