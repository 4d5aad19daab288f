import { type PropertyMap, UNKNOWN } from "../../../core/value.ts";
import { type DataSource, text, texts, zonesOf } from "./data-source.ts";

/**
 * Choices among what AWS offers: the program names what it would take, in order, and AWS says what can be had. The first
 * wish is taken to be on offer; without a wish the choice is unknown, because it decides the price.
 */
export const offerDataSources: readonly DataSource[] = [
  {
    name: "getOrderableDbInstance",
    modules: ["rds", "docdb", "neptune"],
    regional: true,
    assumption: ({ args }) =>
      `The first wanted instance class of ${text(args, "engine") ?? "the database engine"} is taken to be on offer.`,
    answer: ({ args, region }) => {
      const instanceClass = wish(args, "instanceClass", "preferredInstanceClasses") ?? UNKNOWN;
      const engineVersion = wish(args, "engineVersion", "preferredEngineVersions");
      return {
        id: instanceClass,
        instanceClass,
        // Left out and not unknown: one unknown property would hide the instance class from an output's `apply`.
        ...(engineVersion !== undefined && { engineVersion }),
        availabilityZones: zonesOf(region),
      };
    },
  },
  {
    name: "getOrderableCluster",
    modules: ["redshift"],
    regional: true,
    assumption: () => "The first wanted node type of Redshift is taken to be on offer.",
    answer: ({ args, region }) => {
      const nodeType = wish(args, "nodeType", "preferredNodeTypes") ?? UNKNOWN;
      return { id: nodeType, nodeType, availabilityZones: zonesOf(region) };
    },
  },
  {
    name: "getKafkaVersion",
    modules: ["msk"],
    regional: true,
    assumption: () => "The first wanted version of Kafka is taken to be on offer.",
    answer: ({ args }) => {
      const version = wish(args, "version", "preferredVersions") ?? UNKNOWN;
      return { id: version, version, status: "ACTIVE" };
    },
  },
];

const wish = (args: PropertyMap, one: string, several: string): string | undefined =>
  text(args, one) ?? texts(args[several])[0];
