import { describe, expect, it } from "vitest";
import { readResource } from "../../src/plan/resource.ts";

const positionOf = (...uris: string[]): string | undefined => {
  const [sourcePosition, ...trace] = uris;
  const stackTrace = trace.map((uri) => ({ sourcePosition: uri }));
  const record = { urn: "urn:pulumi:dev::shop::a:b:C::d", sourcePosition, stackTrace };
  return readResource(record, { file: "preview.json" }).position;
};

describe("where a program declares a resource", () => {
  it("is a file of the project with its line and column", () => {
    expect(positionOf("project:///index.ts#12,4")).toBe("index.ts:12:4");
    expect(positionOf("project:///index.ts#12")).toBe("index.ts:12");
  });

  it("is the user's own frame where the resource is made inside a package", () => {
    expect(positionOf("project:///node_modules/@pulumi/eks/cluster.ts#3,1", "project:///index.ts#8,2")).toBe(
      "index.ts:8:2",
    );
  });

  it("of an ES module is told from the project's folder on", () => {
    expect(positionOf("project:///infra/reference/file:/home/ci/shop/infra/reference/index.ts#5,1")).toBe(
      "infra/reference/index.ts:5:1",
    );
    expect(positionOf("project:///infra/reference/file:/home/ci/shop/infra/aws/nodes.ts#5,1")).toBe(
      "infra/aws/nodes.ts:5:1",
    );
  });

  it("of an ES module beside Pulumi.yaml is its whole path", () => {
    expect(positionOf("project:///file:/home/ci/shop/index.ts#5,1")).toBe("/home/ci/shop/index.ts:5:1");
  });

  it("is unknown where the engine gives none, or one it has no line of", () => {
    expect(positionOf("")).toBeUndefined();
    expect(positionOf("project:///index.ts")).toBeUndefined();
  });
});
