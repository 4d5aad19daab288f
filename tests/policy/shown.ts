import type { StackValidationArgs } from "@pulumi/policy";
import { unknownCheckingProxy } from "@pulumi/policy";
import type { ShownResource } from "../support/analyzer.ts";

/** The engine's stand-in for a value that only a deployment will tell. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export const urnOf = (type: string, name: string): string => `urn:pulumi:dev::shop::${type}::${name}`;

const PROVIDER = urnOf("pulumi:providers:aws", "default");
const STACK = urnOf("pulumi:pulumi:Stack", "shop-dev");

/** A resource of the AWS provider in us-east-1. */
export const awsResource = (
  type: string,
  name: string,
  inputs: Readonly<Record<string, unknown>>,
  more: Partial<ShownResource> = {},
): ShownResource => ({
  urn: urnOf(type, name),
  type,
  name,
  inputs,
  parent: STACK,
  provider: { urn: PROVIDER, props: { region: "us-east-1" } },
  ...more,
});

/** A component; `outputs` is what it registers. */
export const component = (type: string, name: string, outputs: Readonly<Record<string, unknown>>): ShownResource => ({
  urn: urnOf(type, name),
  type,
  name,
  inputs: outputs,
  parent: STACK,
});

/** The stack itself and the default provider, which the engine shows like everything else. */
export const surroundings: readonly ShownResource[] = [
  { urn: STACK, type: "pulumi:pulumi:Stack", name: "shop-dev", inputs: {} },
  { urn: PROVIDER, type: "pulumi:providers:aws", name: "default", inputs: { region: "us-east-1" } },
];

export const instance = (
  name: string,
  inputs: Readonly<Record<string, unknown>> = {},
  more: Partial<ShownResource> = {},
) => awsResource("aws:ec2/instance:Instance", name, { ami: UNKNOWN, instanceType: "p5.48xlarge", ...inputs }, more);

/** A stack policy's argument as the SDK makes it: guarded properties, and resources that refer to each other. */
export const stackArgs = (resources: readonly ShownResource[], config: object = {}): StackValidationArgs => {
  const shown = resources.map(({ urn, type, name, inputs, outputs, parent, provider }) => ({
    urn,
    type,
    name,
    props: unknownCheckingProxy({ ...(outputs ?? inputs) }) as Record<string, unknown>,
    opts: { aliases: [], ...(parent && { parent }) },
    ...(provider && {
      provider: {
        urn: provider.urn,
        type: "pulumi:providers:aws",
        name: "default",
        props: unknownCheckingProxy({ ...provider.props }) as Record<string, unknown>,
      },
    }),
    dependencies: [],
    propertyDependencies: {} as Record<string, unknown>,
    isType: () => false,
    asType: () => undefined,
  }));
  const byUrn = new Map(shown.map((one) => [one.urn, one]));
  for (const [index, { parent, propertyDependencies = {} }] of resources.entries()) {
    const one = shown[index]!;
    if (parent !== undefined && byUrn.has(parent)) Object.assign(one, { parent: byUrn.get(parent) });
    for (const [property, urns] of Object.entries(propertyDependencies)) {
      one.propertyDependencies[property] = urns.flatMap((urn) => byUrn.get(urn) ?? []);
    }
  }
  return {
    resources: shown,
    getConfig: () => config,
    stackTags: new Map(),
    notApplicable: () => {
      throw new Error("not applicable");
    },
  } as unknown as StackValidationArgs;
};
