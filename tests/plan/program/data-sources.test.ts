import { describe, expect, it } from "vitest";
import { SECRET, UNKNOWN } from "../../../src/core/value.ts";
import { named, PATIENCE_MS, runFixture } from "./fixture.ts";

describe("data sources in a program", { timeout: PATIENCE_MS }, () => {
  it("give what code can loop over and index, in the region of the call's provider", async () => {
    const run = await runFixture("data-sources", { config: { "aws:region": "eu-west-1" } });
    const zones = [0, 1, 2].map((index) => named(run, `node-${index}`).inputs.availabilityZone);
    expect(zones).toEqual(["eu-west-1a", "eu-west-1b", "eu-west-1c"]);
    expect(named(run, "node-2").inputs).toMatchObject({
      ami: expect.stringMatching(/^ami-0/),
      subnetId: expect.stringMatching(/^subnet-0/),
    });
    expect(named(run, "east", "ebs/volume").inputs.availabilityZone).toBe("us-east-1a");
  });

  it("write a real policy document, and are unknown or secret where nothing can be made up", async () => {
    const run = await runFixture("data-sources", { config: { "aws:region": "eu-west-1" } });
    expect(JSON.parse(String(named(run, "role").inputs.assumeRolePolicy))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["s3:ListBucket", "s3:GetObject"],
          Resource: "*",
          Principal: { Service: "ec2.amazonaws.com" },
          Condition: { StringEquals: { "aws:SourceAccount": "1" } },
        },
      ],
    });
    expect(named(run, "unheard").inputs.bucket).toBe(UNKNOWN);
    expect(named(run, "secret").inputs.bucket).toBe(SECRET);
  });

  it("count as unknown where their content is somebody's setting, which code may still split and trim", async () => {
    const run = await runFixture("data-sources", { config: { "aws:region": "eu-west-1" } });
    expect(named(run, "wished").inputs).toMatchObject({ instanceType: UNKNOWN, subnetId: UNKNOWN });
    expect(named(run, "wished-later").inputs).toMatchObject({
      instanceType: UNKNOWN,
      tags: { from: "arn:aws:ssm:eu-west-1:123456789012:parameter/team/instance-type" },
    });
  });

  it("that nobody made up an answer for have the shape which their own package declares", async () => {
    const run = await runFixture("declared-answers", { config: { "aws:region": "eu-west-1" } });
    expect(named(run, "readers").inputs).toMatchObject({
      instanceArn: expect.stringMatching(/^arn:aws:ssoadmin:eu-west-1:123456789012:/),
      description: expect.stringMatching(/^[0-9a-f]{4}$/),
    });
    // What is asked for is answered; what may decide something stays unknown.
    expect(named(run, "copy-0").inputs).toMatchObject({ name: "training", priority: UNKNOWN, state: UNKNOWN });
    expect(named(run, "volume").inputs.size).toBe(UNKNOWN);
    expect(run.assumptions).toContainEqual({
      code: "data-source-unknown",
      message: expect.stringContaining("aws:batch/getJobQueue:getJobQueue is not asked; its answer has the shape"),
    });
  });

  it("are each a named assumption, once however often they are called", async () => {
    const run = await runFixture("data-sources");
    const codes = run.assumptions.map((assumption) => assumption.code);
    expect(codes.filter((code) => code === "data-source-get-ami")).toHaveLength(1);
    expect(codes).toEqual(
      expect.arrayContaining([
        "data-source-get-availability-zones",
        "data-source-get-subnets",
        "data-source-unknown",
        "region-assumed",
      ]),
    );
  });
});
