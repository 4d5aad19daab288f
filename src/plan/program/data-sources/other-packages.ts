import { propertyMap, type Value } from "../../../core/value.ts";
import { ACCOUNT, digestOf, domainOf, fakeId, partitionOf, type Question, text, zonesOf } from "./data-source.ts";

/** An answer for a token outside the classic AWS provider. */
interface OtherAnswer {
  readonly assumption: (question: Question) => string;
  readonly answer: (question: Question) => Readonly<Record<string, Value>>;
}

/** By whole token. */
export const otherDataSources: Readonly<Record<string, OtherAnswer>> = {
  "awsx:ec2:getDefaultVpc": {
    assumption: ({ region }) =>
      `The default network of ${region} is taken to exist with a subnet in each of three zones.`,
    answer: ({ region }) => ({
      vpcId: fakeId("vpc", region, "default"),
      publicSubnetIds: zonesOf(region).map((zone) => fakeId("subnet", zone, "public")),
      privateSubnetIds: [],
    }),
  },
  "aws-native:index:getAccountId": {
    assumption: () => `The AWS account is taken to be ${ACCOUNT}.`,
    answer: () => ({ accountId: ACCOUNT }),
  },
  "aws-native:index:getRegion": {
    assumption: ({ region }) => `The region is taken to be ${region}.`,
    answer: ({ region }) => ({ region }),
  },
  "aws-native:index:getPartition": {
    assumption: ({ region }) => `The AWS partition is taken to be ${partitionOf(region)}.`,
    answer: ({ region }) => ({ partition: partitionOf(region) }),
  },
  "aws-native:index:getUrlSuffix": {
    assumption: ({ region }) => `The AWS domain is taken to be ${domainOf(region)}.`,
    answer: ({ region }) => ({ urlSuffix: domainOf(region) }),
  },
  "aws-native:index:getAzs": {
    assumption: ({ region }) => `The region ${region} is taken to have the zones ${zonesOf(region).join(", ")}.`,
    answer: ({ region }) => ({ azs: zonesOf(region) }),
  },
  "tls:index/getCertificate:getCertificate": {
    assumption: ({ args }) =>
      `The certificate of ${text(args, "url") ?? "the server"} is not fetched; its fingerprint is made up.`,
    answer: ({ args }) => {
      const digits = digestOf(text(args, "url") ?? "");
      return {
        id: digits,
        certificates: [
          propertyMap([
            ["sha1Fingerprint", digits.slice(0, 40)],
            ["isCa", true],
          ]),
        ],
      };
    },
  },
  "docker:index/getRegistryImage:getRegistryImage": {
    assumption: ({ args }) => `The digest of the image ${text(args, "name") ?? ""} is made up.`,
    answer: ({ args }) => {
      const digest = `sha256:${digestOf(text(args, "name") ?? "")}`;
      return { id: digest, sha256Digest: digest };
    },
  },
};
