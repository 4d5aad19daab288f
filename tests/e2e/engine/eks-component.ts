import { toStruct } from "./echo-provider.ts";
import { grpc, type MonitorClient, type ProviderProto, provider, ResourceMonitorClient, resource } from "./protocol.ts";

/** A child that a component registers. */
interface Child {
  readonly type: string;
  readonly name: string;
  readonly inputs: Record<string, unknown>;
}

/**
 * A component made by its provider plugin, as `@pulumi/eks` is one: the program hands over a few arguments, and the
 * plugin registers the cluster and its nodes as children with the engine itself.
 */
export const constructEksCluster = async (
  request: ProviderProto.ConstructRequest,
): Promise<ProviderProto.ConstructResponse> => {
  const monitor = new ResourceMonitorClient(request.getMonitorendpoint(), grpc.credentials.createInsecure());
  const [type, name] = [request.getType(), request.getName()];
  const args = request.getInputs()?.toJavaScript() ?? {};
  try {
    const component = { type, name, inputs: args };
    const urn = await register(monitor, component, { parent: request.getParent(), custom: false });
    for (const child of childrenOf(name, args)) await register(monitor, child, { parent: urn, custom: true });
    await finish(monitor, urn);
    const response = new provider.ConstructResponse();
    response.setUrn(urn);
    response.setState(toStruct({}));
    return response;
  } finally {
    monitor.close();
  }
};

const childrenOf = (name: string, args: Record<string, unknown>): readonly Child[] => [
  {
    type: "aws:eks/cluster:Cluster",
    name: `${name}-eksCluster`,
    inputs: { version: "1.34", roleArn: "arn:aws:iam::123456789012:role/eks", vpcConfig: { subnetIds: ["subnet-0a"] } },
  },
  {
    type: "aws:eks/nodeGroup:NodeGroup",
    name: `${name}-nodes`,
    inputs: {
      clusterName: name,
      nodeRoleArn: "arn:aws:iam::123456789012:role/nodes",
      subnetIds: ["subnet-0a"],
      instanceTypes: [args.instanceType],
      scalingConfig: { minSize: 0, desiredSize: args.desiredCapacity, maxSize: 16 },
    },
  },
];

const register = (
  monitor: MonitorClient,
  { type, name, inputs }: Child,
  { parent, custom }: { readonly parent: string; readonly custom: boolean },
): Promise<string> => {
  const request = new resource.RegisterResourceRequest();
  request.setType(type);
  request.setName(name);
  request.setParent(parent);
  request.setCustom(custom);
  request.setObject(toStruct(inputs));
  request.setAcceptsecrets(true);
  request.setSupportspartialvalues(true);
  request.setImportid("");
  request.setVersion(custom ? "7.48.0" : "");
  return new Promise((resolve, reject) => {
    monitor.registerResource(request, (error, response) =>
      error === null && response !== undefined
        ? resolve(response.getUrn())
        : reject(error ?? new Error("the engine gave no answer")),
    );
  });
};

const finish = (monitor: MonitorClient, urn: string): Promise<void> => {
  const request = new resource.RegisterResourceOutputsRequest();
  request.setUrn(urn);
  request.setOutputs(toStruct({}));
  return new Promise((resolve, reject) => {
    monitor.registerResourceOutputs(request, (error) => (error === null ? resolve() : reject(error)));
  });
};
