import { runtime } from "@pulumi/pulumi";

/** A resource as a program asked for it. */
export interface Declared {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** Everything that a piece of a program declares, in a preview in which ids are known. */
export const declared = async (program: () => unknown): Promise<readonly Declared[]> => {
  const resources: Declared[] = [];
  await runtime.setMocks(
    {
      newResource: ({ type, name, inputs }) => {
        resources.push({ type, name, inputs });
        return { id: `${name}-id`, state: { ...inputs, arn: `arn:${name}` } };
      },
      call: ({ inputs }) => ({ ...inputs, region: "us-east-1" }),
    },
    "rackrate-reference",
    "test",
    true,
  );
  await runtime.runInPulumiStack(async () => {
    program();
  });
  await runtime.disconnect();
  return resources;
};

/** The only resource of a type. */
export const only = (resources: readonly Declared[], type: string): Declared => {
  const found = resources.filter((resource) => resource.type === type);
  if (found.length !== 1) throw new Error(`${found.length} resources of type ${type}`);
  return found[0]!;
};
