import { defineResource } from "../define.ts";
import { known } from "../inputs.ts";
import { counted, hoursOf } from "../quantities.ts";
import { usageLines } from "../usage-lines.ts";

/** A resolver endpoint: an hour of each of its addresses, and the queries that pass it. */
export const route53ResolverEndpoint = defineResource({
  type: "aws:route53/resolverEndpoint:ResolverEndpoint",
  title: "DNS resolver endpoint",
  source: "https://aws.amazon.com/route53/pricing/",
  usage: { monthly_queries: { unit: "queries", description: "Queries in a month." } },
  cost: (subject) => {
    const reading = subject.inputs.list("ipAddresses");
    if (reading.state === "unknown")
      subject.gap(reading, "the addresses are not known before deployment: the least of two is assumed");
    const addresses = known(reading, [null, null]).length;
    return {
      lines: [
        {
          meter: "hours",
          description: "Resolver endpoints",
          category: "network",
          quantity: hoursOf(subject, counted(subject, "addresses", addresses)),
          unit: "hours",
          price: { service: "AmazonRoute53", item: "resolver/hours" },
        },
        ...usageLines(subject, "AmazonRoute53", "network", [
          {
            meter: "queries",
            description: "DNS queries",
            usage: "monthly_queries",
            unit: "1M queries",
            per: 1_000_000,
            item: "resolver/queries",
          },
        ]),
      ],
    };
  },
});
