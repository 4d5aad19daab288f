import { HOURS, requestsBy, type ServiceMapping } from "./rule.ts";

/** Parameters and managed machines. Usage types: AWS price list, offer AWSSystemsManager, as Infracost's ssm_*.go match them. */
export const awsSystemsManager: ServiceMapping = {
  service: "AWSSystemsManager",
  rules: [
    { usage: /^PS-Advanced-Param-Tier1$/, units: HOURS, unit: "hours", item: "parameter/storage" },
    {
      usage: /^PS-Param-Processed-Tier2$/,
      units: requestsBy(10_000, "interactions", "api interactions"),
      unit: "10k interactions",
      item: "parameter/requests",
    },
    { usage: /^MI-AdvInstances-Hrs$/, units: HOURS, unit: "hours", item: "managed-instance/advanced" },
  ],
};

/** Third-party resources. Usage types: AWS price list, offer AWSCloudFormation, as Infracost's cloudformation_stack.go matches them. */
export const awsCloudFormation: ServiceMapping = {
  service: "AWSCloudFormation",
  rules: [
    {
      usage: /^Resource-Invocation-Count$/,
      units: { operations: 1, operation: 1 },
      unit: "operations",
      item: "handler/operations",
    },
    { usage: /^Resource-Processing-Time$/, units: { seconds: 1, second: 1 }, unit: "seconds", item: "handler/seconds" },
  ],
};

/** Our names of systems, by how usage types say them. */
const SYSTEMS: Readonly<Record<string, string>> = {
  Linux: "linux",
  LinuxGPU: "linux-gpu",
  ARM: "arm",
  Windows: "windows",
};

/** Build minutes. Usage types: AWS price list, offer CodeBuild, as Infracost's codebuild_project.go matches them. */
export const codeBuild: ServiceMapping = {
  service: "CodeBuild",
  rules: [
    {
      usage: /^Build-Min:(\w+):g1\.(\w+)$/,
      units: { minutes: 1, minute: 1 },
      unit: "minutes",
      item: (_, [system = "", size]) => {
        const name = SYSTEMS[system];
        return name === undefined ? null : `build/${name}/general1.${size}`;
      },
    },
  ],
};
