import { GB_MONTHS, HOURS, isFee, type MappingRule, purchaseOf, RESERVATIONS, type ServiceMapping } from "./rule.ts";

const node = (fee: boolean): MappingRule => ({
  usage: /^(?:NodeUsage|HeavyUsage|ReservedNodeUsage):(cache\..+)$/,
  where: { cacheEngine: ["Redis", "Memcached", "Valkey"] },
  units: fee ? RESERVATIONS : HOURS,
  unit: fee ? "reservations" : "hours",
  item: (row, [type]) => {
    const purchase = purchaseOf(row, false);
    return purchase === null || isFee(purchase) !== fee
      ? null
      : `node/${type}/${row.cacheEngine.toLowerCase()}/${purchase}`;
  },
});

/** Cache nodes by engine. Usage types: AWS price list, offer AmazonElastiCache. */
export const amazonElastiCache: ServiceMapping = {
  service: "AmazonElastiCache",
  unitsVerified: true,
  rules: [node(false), node(true), { usage: /^BackupUsage$/, units: GB_MONTHS, unit: "GB", item: "backup" }],
};
