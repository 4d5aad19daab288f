/** Of so many resources that stand, one is changed. */
const ONE_IN = 100;

/**
 * A `pulumi preview --json` of `count` mixed resources, in the engine's own form: what a large GPU platform looks like
 * when all of it is made, or, as `--show-sames` has it, when it stands and a few of them are changed.
 */
export const previewOf = (count: number, stands = false): string => {
  const stack = "urn:pulumi:bench::bench::pulumi:pulumi:Stack::bench-bench";
  const provider = "urn:pulumi:bench::bench::pulumi:providers:aws::default";
  const step = (type: string, name: string, inputs: object, custom = true) => {
    const urn = `urn:pulumi:bench::bench::${type}::${name}`;
    const propertyDependencies = Object.fromEntries(Object.keys(inputs).map((key) => [key, []]));
    const newState = {
      urn,
      custom,
      type,
      inputs,
      parent: stack,
      provider: `${provider}::04da6b54-80e4-46f7-96ec-b56ff0331ba9`,
      propertyDependencies,
      sourcePosition: "project:///index.ts#1,1",
    };
    return { op: "create", urn, provider: newState.provider, newState, detailedDiff: null };
  };
  const kinds: readonly ((index: number) => ReturnType<typeof step>)[] = [
    (i) =>
      step("aws:ec2/instance:Instance", `node-${i}`, {
        instanceType: ["p5.48xlarge", "g6e.12xlarge", "m7i.4xlarge", "c7g.xlarge"][i % 4],
        ami: "ami-0abc",
        rootBlockDevice: { volumeSize: 200, volumeType: "gp3" },
      }),
    (i) =>
      step("aws:eks/nodeGroup:NodeGroup", `group-${i}`, {
        instanceTypes: ["p5.48xlarge"],
        scalingConfig: { desiredSize: (i % 7) + 1, minSize: 0, maxSize: 16 },
        subnetIds: ["subnet-a"],
        nodeRoleArn: "arn",
        clusterName: "c",
      }),
    (i) =>
      step("aws:ebs/volume:Volume", `volume-${i}`, {
        size: 100 + (i % 900),
        type: "gp3",
        availabilityZone: "us-east-1a",
      }),
    (i) => step("aws:s3/bucket:Bucket", `bucket-${i}`, {}),
    (i) => step("aws:iam/role:Role", `role-${i}`, { assumeRolePolicy: "{}" }),
    (i) =>
      step("aws:ec2/securityGroupRule:SecurityGroupRule", `rule-${i}`, {
        type: "ingress",
        fromPort: i % 65535,
        toPort: i % 65535,
        protocol: "tcp",
      }),
    (i) => step("aws:cloudwatch/logGroup:LogGroup", `logs-${i}`, { retentionInDays: 30 }),
    (i) =>
      step("aws:lb/loadBalancer:LoadBalancer", `balancer-${i}`, {
        loadBalancerType: "application",
        subnets: ["subnet-a"],
      }),
  ];
  const root = {
    op: "create",
    urn: stack,
    newState: { urn: stack, custom: false, type: "pulumi:pulumi:Stack" },
    detailedDiff: null,
  };
  const providerStep = {
    op: "create",
    urn: provider,
    newState: {
      urn: provider,
      custom: true,
      type: "pulumi:providers:aws",
      inputs: { region: "us-east-1" },
      parent: stack,
    },
    detailedDiff: null,
  };
  const steps = Array.from({ length: count }, (_, index) => {
    const created = kinds[index % kinds.length]?.(index);
    if (!stands) return created;
    return { ...created, op: index % ONE_IN === 0 ? "update" : "same", oldState: created?.newState };
  });
  return JSON.stringify({
    config: { "aws:region": "us-east-1" },
    steps: [root, providerStep, ...steps],
    duration: 1,
    changeSummary: stands ? { create: 2, same: count } : { create: count + 2 },
  });
};
