import { propertyMap } from "../../../core/value.ts";
import { ACCOUNT, arn, type DataSource, digestOf, domainOf, partitionOf, text, zonesOf } from "./data-source.ts";

/** Account, partition, regions and zones. */
export const accountDataSources: readonly DataSource[] = [
  {
    name: "getAvailabilityZones",
    modules: [],
    regional: true,
    assumption: ({ region }) => `The region ${region} is taken to have the zones ${zonesOf(region).join(", ")}.`,
    answer: ({ region }) => ({
      id: region,
      names: zonesOf(region),
      zoneIds: zonesOf(region).map((_, index) => `${shortRegion(region)}-az${index + 1}`),
      groupNames: [region],
    }),
  },
  {
    name: "getAvailabilityZone",
    modules: [],
    regional: true,
    assumption: ({ args, region }) => `The zone ${text(args, "name") ?? zonesOf(region)[0]} is taken to be available.`,
    answer: ({ args, region }) => {
      const name = text(args, "name") ?? zonesOf(region)[0]!;
      const zoneId = `${shortRegion(region)}-az1`;
      return {
        id: name,
        name,
        nameSuffix: name.slice(region.length),
        zoneId,
        groupName: region,
        networkBorderGroup: region,
        optInStatus: "opt-in-not-required",
        parentZoneId: "",
        parentZoneName: "",
        zoneType: "availability-zone",
        state: "available",
      };
    },
  },
  {
    name: "getRegion",
    modules: [],
    regional: true,
    assumption: ({ args, region }) => `The region is taken to be ${text(args, "name", "region") ?? region}.`,
    answer: ({ args, region }) => {
      const name = text(args, "name", "region") ?? region;
      return { id: name, name, region: name, description: name, endpoint: `ec2.${name}.${domainOf(name)}` };
    },
  },
  {
    name: "getRegions",
    modules: [],
    regional: true,
    assumption: ({ region }) => `Only the region ${region} is taken to be enabled.`,
    answer: ({ region }) => ({ id: region, names: [region] }),
  },
  {
    name: "getCallerIdentity",
    modules: [],
    regional: false,
    assumption: () => `The AWS account is taken to be ${ACCOUNT}.`,
    answer: ({ region }) => ({
      id: ACCOUNT,
      accountId: ACCOUNT,
      userId: "AIDAEXAMPLE",
      arn: arn(region, "iam", "user/example", "global"),
    }),
  },
  {
    name: "getPartition",
    modules: [],
    regional: false,
    assumption: ({ region }) => `The AWS partition is taken to be ${partitionOf(region)}.`,
    answer: ({ region }) => ({
      id: partitionOf(region),
      partition: partitionOf(region),
      dnsSuffix: domainOf(region),
      reverseDnsPrefix: domainOf(region).split(".").reverse().join("."),
    }),
  },
  {
    name: "getServicePrincipal",
    modules: [],
    regional: false,
    assumption: ({ args }) =>
      `The principal of ${text(args, "serviceName") ?? "the service"} is taken to be its usual name.`,
    answer: ({ args }) => {
      const name = `${text(args, "serviceName") ?? "service"}.amazonaws.com`;
      return { id: name, name, suffix: "amazonaws.com" };
    },
  },
  {
    name: "getDefaultTags",
    modules: [],
    regional: false,
    assumption: () => "The AWS provider is taken to have no default tags.",
    answer: () => ({ id: "default-tags", tags: propertyMap([]) }),
  },
  {
    name: "getIpRanges",
    modules: [],
    regional: false,
    assumption: () => "The list of AWS address ranges is taken to be one documentation range.",
    answer: () => ({ id: "ip-ranges", cidrBlocks: ["192.0.2.0/24"], ipv6CidrBlocks: [], createDate: "", syncToken: 0 }),
  },
  {
    name: "getCanonicalUserId",
    modules: ["s3"],
    regional: false,
    assumption: () => "The account's canonical user id is made up.",
    answer: () => ({ id: digestOf(ACCOUNT), displayName: "example" }),
  },
];

/** `use1` of `us-east-1`, as in zone ids. */
const shortRegion = (region: string): string => {
  const [country = "", direction = "", number = ""] = region.split("-");
  return `${country}${direction.replace(/(north|south|east|west|central)/g, (word) => word[0]!)}${number}`;
};
