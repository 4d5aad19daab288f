import { describe, expect, it } from "vitest";
import { AwsGpuCluster, type AwsGpuClusterArgs } from "../../infra/index.ts";
import { declared, only } from "./declare.ts";

const ARGS: AwsGpuClusterArgs = {
  instanceType: "p5.48xlarge",
  nodes: { min: 0, desired: 2, max: 4 },
  network: { availabilityZones: ["us-east-1a", "us-east-1b"] },
};

const declare = (args: Partial<AwsGpuClusterArgs> = {}) =>
  declared(() => new AwsGpuCluster("gpu", { ...ARGS, ...args }));

/** The launch template of the accelerator nodes, and their node group. */
const nodes = async (args: Partial<AwsGpuClusterArgs> = {}) => {
  const resources = await declare(args);
  return {
    resources,
    template: only(resources, "aws:ec2/launchTemplate:LaunchTemplate").inputs,
    group: resources.find(({ type, name }) => type === "aws:eks/nodeGroup:NodeGroup" && name === "gpu-accelerators")!
      .inputs,
  };
};

describe("accelerator nodes", () => {
  it("have an EFA on every network card of a p5, of which only the first carries IP", async () => {
    const { template } = await nodes();
    const cards = template.networkInterfaces as {
      networkCardIndex: number;
      deviceIndex: number;
      interfaceType: string;
    }[];
    expect(cards).toHaveLength(32);
    expect(cards.map((card) => card.networkCardIndex)).toEqual(Array.from({ length: 32 }, (_, index) => index));
    expect(cards[0]).toMatchObject({ deviceIndex: 0, interfaceType: "efa" });
    expect(new Set(cards.slice(1).map((card) => `${card.deviceIndex} ${card.interfaceType}`))).toEqual(
      new Set(["1 efa-only"]),
    );
  });

  it("have one plain interface where the type has no EFA", async () => {
    const { template } = await nodes({ instanceType: "g6.xlarge" });
    expect(template.networkInterfaces).toMatchObject([{ networkCardIndex: 0, interfaceType: "interface" }]);
  });

  it("stand in one zone and one placement group, with an encrypted gp3 disk", async () => {
    const { template, group } = await nodes({ rootDiskGib: 800 });
    expect(group.subnetIds).toEqual(["gpu-network-private-0-id"]);
    expect(template.placement).toEqual({ groupName: expect.anything() });
    expect(template.blockDeviceMappings).toMatchObject([
      { ebs: { volumeSize: 800, volumeType: "gp3", encrypted: "true" } },
    ]);
    expect(group.scalingConfig).toEqual({ minSize: 0, desiredSize: 2, maxSize: 4 });
  });

  it("are on demand unless something else is bought", async () => {
    const { resources, template, group } = await nodes();
    expect(group.capacityType).toBe("ON_DEMAND");
    expect(template).not.toHaveProperty("capacityReservationSpecification");
    expect(resources.filter(({ type }) => type.includes("apacity"))).toEqual([]);
  });

  it("run in a capacity reservation for as many as are desired", async () => {
    const { resources, template, group } = await nodes({
      purchase: { kind: "capacity-reservation", availabilityZone: "us-east-1a" },
    });
    expect(only(resources, "aws:ec2/capacityReservation:CapacityReservation").inputs).toMatchObject({
      instanceType: "p5.48xlarge",
      instanceCount: 2,
      availabilityZone: "us-east-1a",
      instanceMatchCriteria: "targeted",
    });
    expect(group.capacityType).toBe("ON_DEMAND");
    expect(template.capacityReservationSpecification).toEqual({
      capacityReservationTarget: { capacityReservationId: "gpu-accelerators-id" },
    });
  });

  it("run in a capacity block, which takes no placement group", async () => {
    const { resources, template, group } = await nodes({ purchase: { kind: "capacity-block", offeringId: "cb-0123" } });
    expect(only(resources, "aws:ec2/capacityBlockReservation:CapacityBlockReservation").inputs).toMatchObject({
      capacityBlockOfferingId: "cb-0123",
    });
    expect(group.capacityType).toBe("CAPACITY_BLOCK");
    expect(template).toMatchObject({
      instanceMarketOptions: { marketType: "capacity-block" },
      capacityReservationSpecification: { capacityReservationTarget: { capacityReservationId: "gpu-accelerators-id" } },
    });
    expect(template).not.toHaveProperty("placement");
  });

  it("may be spot", async () => {
    expect((await nodes({ purchase: { kind: "spot" } })).group.capacityType).toBe("SPOT");
  });
});

describe("a cluster's surroundings", () => {
  it("are the given network where there is one", async () => {
    const resources = await declare({
      network: { vpcId: "vpc-1", publicSubnetIds: ["pub-a", "pub-b"], privateSubnetIds: ["priv-a", "priv-b"] },
      serving: {},
    });
    expect(resources.filter(({ type }) => /ec2\/(vpc|subnet|natGateway)/.test(type))).toEqual([]);
    expect(only(resources, "aws:lb/loadBalancer:LoadBalancer").inputs.subnets).toEqual(["pub-a", "pub-b"]);
    expect(only(resources, "aws:eks/cluster:Cluster").inputs.vpcConfig).toMatchObject({
      subnetIds: ["priv-a", "priv-b"],
    });
  });

  it("keep every bucket private, versioned and encrypted by the cluster's own key", async () => {
    const resources = await declare();
    const of = (type: string) => resources.filter((resource) => resource.type === type);
    expect(of("aws:s3/bucket:Bucket").map(({ name }) => name)).toEqual([
      "gpu-storage-data",
      "gpu-storage-checkpoints",
      "gpu-storage-models",
    ]);
    for (const { inputs } of of("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock")) {
      expect(inputs).toMatchObject({ blockPublicAcls: true, blockPublicPolicy: true, restrictPublicBuckets: true });
    }
    expect(of("aws:s3/bucketVersioning:BucketVersioning")).toHaveLength(3);
    const encrypted = of("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration");
    expect(encrypted).toHaveLength(3);
    expect(encrypted[0]?.inputs.rules).toMatchObject([
      { applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: "arn:gpu-security" } },
    ]);
  });

  it("give the buckets to pods of the namespace and to no node", async () => {
    const resources = await declare();
    const { inputs } = only(resources, "aws:iam/rolePolicy:RolePolicy");
    const [identity] = resources.filter(({ type, name }) => type === "aws:iam/role:Role" && name === "gpu-workloads");
    expect(identity?.inputs.assumeRolePolicy).toContain("pods.eks.amazonaws.com");
    expect(JSON.parse(String(inputs.policy)).Statement[0].Resource).toEqual([
      "arn:gpu-storage-data",
      "arn:gpu-storage-checkpoints",
      "arn:gpu-storage-models",
    ]);
    expect(only(resources, "aws:eks/podIdentityAssociation:PodIdentityAssociation").inputs).toMatchObject({
      namespace: "ml",
      serviceAccount: "default",
      roleArn: "arn:gpu-workloads",
    });
    const { inputs: template } = only(resources, "aws:ec2/launchTemplate:LaunchTemplate");
    expect(template.metadataOptions).toMatchObject({ httpTokens: "required", httpPutResponseHopLimit: 1 });
  });

  it("let the load balancer reach serving pods on their port alone", async () => {
    const resources = await declare({ serving: {} });
    const [rule] = resources.filter(({ name }) => name === "gpu-serving-to-pods");
    expect(rule?.inputs).toMatchObject({
      securityGroupId: "gpu-security-nodes-id",
      referencedSecurityGroupId: "gpu-serving-load-balancer-id",
      fromPort: 8000,
      toPort: 8000,
    });
  });

  it("hold no database password: RDS makes it", async () => {
    const resources = await declare({ serving: { database: { instanceClass: "db.m6g.large" } } });
    const { inputs } = only(resources, "aws:rds/instance:Instance");
    expect(inputs).toMatchObject({ manageMasterUserPassword: true, storageEncrypted: true, multiAz: true });
    expect(inputs).not.toHaveProperty("password");
  });

  it("put a web firewall before the load balancer", async () => {
    const resources = await declare({ serving: {} });
    const association = only(resources, "aws:wafv2/webAclAssociation:WebAclAssociation");
    expect(association.inputs).toMatchObject({ resourceArn: "arn:gpu-serving", webAclArn: "arn:gpu-serving" });
  });

  it.each([
    ["persistent", { deploymentType: "PERSISTENT_2", perUnitStorageThroughput: 250 }],
    ["scratch", { deploymentType: "SCRATCH_2" }],
  ] as const)("give pods a claim on a %s Lustre file system", async (deployment, expected) => {
    const resources = await declare({ lustre: { capacityGib: 4800, deployment } });
    const { inputs } = only(resources, "aws:fsx/lustreFileSystem:LustreFileSystem");
    expect(inputs).toMatchObject({ storageCapacity: 4800, ...expected });
    expect("perUnitStorageThroughput" in inputs).toBe(deployment === "persistent");
    const claim = only(resources, "kubernetes:core/v1:PersistentVolumeClaim");
    expect(claim.inputs).toMatchObject({ spec: { resources: { requests: { storage: "4800Gi" } } } });
  });
});
