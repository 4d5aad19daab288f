import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MAPPINGS } from "../../../src/prices/import/mapping/list.ts";
import { withoutRegion } from "../../../src/prices/import/usage-type.ts";
import { readPriceTable } from "../../../src/prices/price-file.ts";
import { importText } from "./folder.ts";
import { machineRow, meterRow, offerCsv } from "./offers.ts";

const DATA = new URL("../../../src/prices/data/aws/", import.meta.url);
const FILES = new Set(readdirSync(DATA));

describe("the items that are read from offers", () => {
  it.each([...MAPPINGS.values()].filter(({ service }) => FILES.has(`${service}.csv`)))(
    "$service have the units of the built-in list",
    ({ service, rules }) => {
      const builtIn = readPriceTable(readFileSync(new URL(`${service}.csv`, DATA), "utf8"), service);
      for (const { item, unit } of rules) {
        const known = typeof item === "string" ? builtIn.get(item)?.[0]?.unit : undefined;
        if (known !== undefined) expect([item, unit]).toEqual([item, known]);
      }
    },
  );

  it("by their first rule only: no two rules of a service can give one item at once", () => {
    for (const { service, rules } of MAPPINGS.values()) {
      const keys = rules.map(({ usage, where, item }) => `${usage} ${JSON.stringify(where ?? {})} ${typeof item}`);
      // Rules with a computed item tell rows apart by more than their usage type.
      const fixed = keys.filter((key) => key.endsWith("string"));
      expect([service, new Set(fixed).size]).toEqual([service, fixed.length]);
    }
  });
});

describe("a usage type", () => {
  it.each([
    ["BoxUsage:p5.48xlarge", "BoxUsage:p5.48xlarge"],
    ["EU-BoxUsage:p5.48xlarge", "BoxUsage:p5.48xlarge"],
    ["APN1-EBS:VolumeUsage.gp3", "EBS:VolumeUsage.gp3"],
    ["USE1-AmazonEKS-Hours:perCluster", "AmazonEKS-Hours:perCluster"],
    ["UGW1-NatGateway-Bytes", "NatGateway-Bytes"],
    ["us-east-1-KMS-Keys", "KMS-Keys"],
    ["us-gov-west-1-KMS-Requests", "KMS-Requests"],
    ["USW2-LAX1-BoxUsage:g4dn.2xlarge", "LAX1-BoxUsage:g4dn.2xlarge"],
    ["TS-LoadBalancerUsage", "TS-LoadBalancerUsage"],
    ["DataTransfer-Out-Bytes", "DataTransfer-Out-Bytes"],
  ])("%s is %s without its region", (usage, expected) => {
    expect(withoutRegion(usage)).toBe(expected);
  });
});

describe("services", () => {
  const databases = {
    "Product Family": "Database Instance",
    serviceCode: "AmazonRDS",
    "Deployment Option": "Multi-AZ",
    "Database Engine": "PostgreSQL",
  };

  it.each([
    [
      "AmazonRDS",
      machineRow("db.r6g.large", "0.4500000000", { ...databases, usageType: "Multi-AZUsage:db.r6g.large" }),
      "database/db.r6g.large/postgres/multi-az/on-demand",
      "0.45",
    ],
    [
      "AmazonRDS",
      meterRow("Database Storage", "RDS:Multi-AZ-GP3-Storage", "GB-Mo", "0.2300000000"),
      "storage/gp3/multi-az/storage",
      "0.23",
    ],
    [
      "AmazonRDS",
      machineRow("db.m6gd.large", "0.7830000000", {
        ...databases,
        "Deployment Option": "Multi-AZ (readable standbys)",
        usageType: "Multi-AZClusterUsage:db.m6gd.large",
      }),
      "database/db.m6gd.large/postgres/multi-az-cluster/on-demand",
      "0.783",
    ],
    [
      "AmazonRDS",
      meterRow("Database Storage", "RDS:Multi-AZCluster-GP3-Storage", "GB-Mo", "0.3450000000"),
      "storage/gp3/multi-az-cluster/storage",
      "0.345",
    ],
    [
      "AmazonEC2",
      meterRow("System Operation", "EBS:VolumeP-IOPS.io2.tier2", "IOPS-Mo", "0.0455000000"),
      "volume/io2/iops-tier-2",
      "0.0455",
    ],
    [
      "AWSELB",
      meterRow("Load Balancer-Network", "LCUUsage", "LCU-Hrs", "0.0060000000"),
      "network/capacity-units",
      "4.38",
    ],
    ["AmazonVPC", meterRow("", "USE1-PublicIPv4:InUseAddress", "Hrs", "0.0050000000"), "public-ipv4/in-use", "0.005"],
    [
      "AmazonS3",
      meterRow("API Request", "Requests-Tier1", "Requests", "0.0000050000"),
      "standard/put-requests",
      "0.005",
    ],
    [
      "AmazonEFS",
      meterRow("Provisioned Throughput", "ProvisionedTP-MiBpsHrs", "MiBps-Mo", "6.0000000000"),
      "throughput/provisioned",
      "6",
    ],
    [
      "AmazonDynamoDB",
      meterRow("Provisioned IOPS", "WriteCapacityUnit-Hrs", "WriteCapacityUnit-Hrs", "0.0006500000"),
      "provisioned/write-capacity",
      "0.4745",
    ],
    [
      "AWSLambda",
      meterRow("Serverless", "Lambda-GB-Second-ARM", "Lambda-GB-Second", "0.0000133334"),
      "duration/arm64",
      "0.0000133334",
    ],
    [
      "AmazonEKS",
      meterRow("Compute", "USE1-EKS-Auto:g6.xlarge-management-hours", "Hours", "0.0628000000"),
      "instance/g6.xlarge/linux/shared/auto-mode-management",
      "0.0628",
    ],
    [
      "AmazonECS",
      meterRow("Compute", "USE1-Fargate-vCPU-Hours:perCPU", "hours", "0.0404800000"),
      "fargate/vcpu",
      "29.5504",
    ],
    [
      "AmazonSageMaker",
      meterRow("ML Instance", "USE1-Host:ml.p5.48xlarge", "Hrs", "63.2960000000"),
      "hosting/ml.p5.48xlarge",
      "63.296",
    ],
    [
      "awskms",
      meterRow("API Request", "us-east-1-KMS-Requests", "Requests", "0.0000030000"),
      "requests/symmetric",
      "0.03",
    ],
  ])("%s: a row becomes %3$s", async (service, row, item, amount) => {
    const { amounts } = await importText(offerCsv([{ ...row, serviceCode: service }], { offerCode: service }));
    expect(amounts(item, { service })).toEqual([amount]);
  });

  it("whose units were not verified leave a row in another unit out instead of refusing the file", async () => {
    const row = (usage: string, unit: string) =>
      meterRow("", `USE1-${usage}`, unit, "0.0050000000", { serviceCode: "AmazonVPC" });
    const { amounts, report } = await importText(
      offerCsv([row("PublicIPv4:InUseAddress", "Hrs"), row("PublicIPv4:IdleAddress", "Days")], {
        offerCode: "AmazonVPC",
      }),
    );
    expect(report?.badRows).toBe(1);
    expect(amounts("public-ipv4/in-use", { service: "AmazonVPC" })).toEqual(["0.005"]);
    expect(amounts("public-ipv4/idle", { service: "AmazonVPC" })).toEqual([]);
  });
});
