import { isList, propertyMap } from "../../../core/value.ts";
import {
  ACCOUNT,
  ASSUMED_TEXT,
  arn,
  type DataSource,
  fakeId,
  filterValues,
  key,
  tagsOf,
  text,
  texts,
  zonesOf,
} from "./data-source.ts";

/** vCPUs of a size, as EC2 names sizes: 2 for large, then doubling; `48xlarge` is 48 times 4. */
const vcpusOf = (instanceType: string): number => {
  const size = instanceType.split(".")[1] ?? "large";
  const multiple = /^(\d+)xlarge/.exec(size)?.[1];
  if (multiple !== undefined) return Number(multiple) * 4;
  return size === "xlarge" ? 4 : 2;
};

/** GiB of memory per vCPU by family: compute 2, general 4, memory 8. */
const memoryRatio = (instanceType: string): number => ({ c: 2, r: 8, x: 16 })[instanceType[0] ?? ""] ?? 4;

/** Machines, images and clusters. */
export const computeDataSources: readonly DataSource[] = [
  {
    name: "getAmi",
    modules: ["ec2"],
    regional: true,
    assumption: ({ args }) => `The machine image ${nameOfImage(args)} is taken to exist; its id is made up.`,
    answer: ({ args, region }) => {
      const id = text(args, "imageId") ?? fakeId("ami", region, key(args));
      const arm = key(args).includes("arm64") || key(args).includes("aarch64");
      return {
        id,
        imageId: id,
        arn: `arn:aws:ec2:${region}::image/${id}`,
        architecture: arm ? "arm64" : "x86_64",
        blockDeviceMappings: [],
        creationDate: "2025-01-01T00:00:00.000Z",
        description: "",
        enaSupport: true,
        hypervisor: "xen",
        imageType: "machine",
        name: nameOfImage(args),
        ownerId: texts(args.owners).find((owner) => /^\d+$/.test(owner)) ?? ACCOUNT,
        platformDetails: "Linux/UNIX",
        public: true,
        rootDeviceName: "/dev/xvda",
        rootDeviceType: "ebs",
        rootSnapshotId: fakeId("snap", id),
        state: "available",
        virtualizationType: "hvm",
        tags: tagsOf(args),
      };
    },
  },
  {
    name: "getAmiIds",
    modules: ["ec2"],
    regional: true,
    assumption: ({ args }) => `One machine image is taken to match ${nameOfImage(args)}; its id is made up.`,
    answer: ({ args, region }) => ({ id: region, ids: [fakeId("ami", region, key(args))] }),
  },
  {
    name: "getInstanceType",
    modules: ["ec2"],
    regional: true,
    assumption: ({ args }) =>
      `The sizes of ${text(args, "instanceType") ?? "the instance type"} that the program reads are derived from its name.`,
    answer: ({ args }) => {
      const instanceType = text(args, "instanceType") ?? "m5.large";
      const vcpus = vcpusOf(instanceType);
      return {
        id: instanceType,
        instanceType,
        currentGeneration: true,
        defaultVcpus: vcpus,
        defaultCores: Math.max(1, vcpus / 2),
        defaultThreadsPerCore: 2,
        memorySize: vcpus * memoryRatio(instanceType) * 1024,
        supportedArchitectures: [/^[a-z]+\d+g/.test(instanceType) ? "arm64" : "x86_64"],
        supportedUsagesClasses: ["on-demand", "spot"],
        ebsOptimizedSupport: "default",
        bareMetal: instanceType.includes("metal"),
      };
    },
  },
  {
    name: "getInstanceTypeOffering",
    modules: ["ec2"],
    regional: true,
    assumption: ({ args, region }) => `${typesOf(args, 1)} taken to be offered in ${region}.`,
    answer: ({ args, region }) => ({
      id: wantedTypes(args)[0]!,
      instanceType: wantedTypes(args)[0]!,
      location: zonesOf(region)[0]!,
      locationType: text(args, "locationType") ?? "region",
    }),
  },
  {
    name: "getInstanceTypeOfferings",
    modules: ["ec2"],
    regional: true,
    assumption: ({ args, region }) =>
      `${typesOf(args, Number.POSITIVE_INFINITY)} taken to be offered in every zone of ${region}.`,
    answer: ({ args, region }) => {
      const byZone = text(args, "locationType")?.startsWith("availability-zone");
      const offers = wantedTypes(args).flatMap((type) =>
        (byZone ? zonesOf(region) : [region]).map((location) => ({ type, location })),
      );
      return {
        id: region,
        instanceTypes: offers.map((offer) => offer.type),
        locations: offers.map((offer) => offer.location),
        locationTypes: offers.map(() => (byZone ? "availability-zone" : "region")),
      };
    },
  },
  {
    name: "getCapacityBlockOffering",
    modules: ["ec2"],
    regional: true,
    assumption: ({ args }) =>
      `A capacity block of ${String(args.instanceCount ?? 1)} ${text(args, "instanceType") ?? "instances"} for ${String(args.capacityDurationHours ?? "?")} hours is taken to be on offer.`,
    answer: ({ args, region }) => ({
      // The reservation is made from this id alone, so what was asked for is readable in it.
      id: blockId(args),
      capacityBlockOfferingId: blockId(args),
      availabilityZone: zonesOf(region)[0]!,
      currencyCode: "USD",
      tenancy: "default",
    }),
  },
  {
    name: "getInstance",
    modules: ["ec2"],
    regional: true,
    assumption: ({ args }) => `The instance ${text(args, "instanceId") ?? "that matches the query"} is taken to exist.`,
    answer: ({ args, region }) => {
      const id = text(args, "instanceId") ?? fakeId("i", region, key(args));
      return {
        id,
        arn: arn(region, "ec2", `instance/${id}`),
        privateIp: "10.0.0.1",
        publicIp: "192.0.2.1",
        availabilityZone: zonesOf(region)[0]!,
        tags: tagsOf(args),
      };
    },
  },
  {
    name: "getInstances",
    modules: ["ec2"],
    regional: true,
    assumption: () => "One instance is taken to match the query.",
    answer: ({ args, region }) => ({
      id: region,
      ids: [fakeId("i", region, key(args))],
      privateIps: ["10.0.0.1"],
      publicIps: ["192.0.2.1"],
    }),
  },
  {
    name: "getKeyPair",
    modules: ["ec2"],
    regional: true,
    assumption: ({ args }) => `The key pair ${text(args, "keyName", "keyPairId") ?? ""} is taken to exist.`,
    answer: ({ args, region }) => ({
      id: fakeId("key", region, key(args)),
      keyName: text(args, "keyName") ?? "example",
      fingerprint: "",
      publicKey: "",
    }),
  },
  {
    name: "getCluster",
    modules: ["eks"],
    regional: true,
    assumption: ({ args }) => `The EKS cluster ${text(args, "name") ?? ""} is taken to exist.`,
    answer: ({ args, region }) => {
      const name = text(args, "name") ?? "example";
      const oidc = `https://oidc.eks.${region}.amazonaws.com/id/EXAMPLE`;
      return {
        id: name,
        arn: arn(region, "eks", `cluster/${name}`),
        endpoint: `https://example.eks.${region}.amazonaws.com`,
        certificateAuthorities: [propertyMap([["data", ""]])],
        identities: [propertyMap([["oidcs", [propertyMap([["issuer", oidc]])]]])],
        roleArn: arn(region, "iam", `role/${name}`, "global"),
        status: "ACTIVE",
        version: ASSUMED_TEXT,
        vpcConfig: propertyMap([
          ["clusterSecurityGroupId", fakeId("sg", name)],
          ["subnetIds", zonesOf(region).map((zone) => fakeId("subnet", name, zone))],
          ["vpcId", fakeId("vpc", name)],
        ]),
        tags: tagsOf(args),
      };
    },
  },
  {
    name: "getClusterAuth",
    modules: ["eks"],
    regional: true,
    assumption: ({ args }) =>
      `The token for the EKS cluster ${text(args, "name") ?? ""} is made up; nothing is called with it.`,
    answer: ({ args }) => ({ id: text(args, "name") ?? "example", token: "assumed" }),
  },
  {
    name: "getAddonVersion",
    modules: ["eks"],
    regional: true,
    assumption: ({ args }) => `The version of the EKS add-on ${text(args, "addonName") ?? ""} is made up.`,
    answer: ({ args }) => ({ id: text(args, "addonName") ?? "addon", version: "v1.0.0-eksbuild.1" }),
  },
];

const nameOfImage = (args: Parameters<typeof text>[0]): string =>
  filterValues(args, "name")[0] ?? text(args, "nameRegex", "imageId") ?? "that matches the query";

/** The types that the query names; a made-up one would decide the cost. */
const wantedTypes = (args: Parameters<typeof text>[0]): string[] => {
  const preferred = isList(args.preferredInstanceTypes) ? texts(args.preferredInstanceTypes) : [];
  const wanted =
    preferred.length > 0 ? preferred : filterValues(args, "instance-type").filter((type) => !type.includes("*"));
  return wanted.length > 0 ? wanted : [ASSUMED_TEXT];
};

const typesOf = (args: Parameters<typeof text>[0], most: number): string => {
  const [first = "", ...rest] = wantedTypes(args).slice(0, most);
  if (first === ASSUMED_TEXT) return "One instance type, which counts as unknown, is";
  return rest.length === 0 ? `The instance type ${first} is` : `The instance types ${[first, ...rest].join(", ")} are`;
};

const blockId = (args: Parameters<typeof text>[0]): string =>
  `cb-assumed-${text(args, "instanceType") ?? "unknown"}-${String(args.instanceCount ?? 1)}x${String(args.capacityDurationHours ?? 0)}h`;
