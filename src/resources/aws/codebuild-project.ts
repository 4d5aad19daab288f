import { defineResource } from "../define.ts";
import { usageLines } from "../usage-lines.ts";

/** A build project: minutes by system and size. */
export const codebuildProject = defineResource({
  type: "aws:codebuild/project:Project",
  title: "Build project",
  source: "https://aws.amazon.com/codebuild/pricing/",
  usage: { monthly_build_mins: { unit: "minutes", description: "Build minutes in a month." } },
  cost: (subject) => {
    const { inputs } = subject;
    const environment = subject.orAssume(inputs.text("environment.type"), "LINUX_CONTAINER", "environment type");
    const system = environment.startsWith("WINDOWS")
      ? "Windows"
      : environment.startsWith("ARM")
        ? "ARM"
        : environment.includes("GPU")
          ? "Linux GPU"
          : "Linux";
    const size = subject
      .orAssume(inputs.text("environment.computeType"), "BUILD_GENERAL1_SMALL", "compute type")
      .replace("BUILD_", "")
      .toLowerCase()
      .replace("_", ".");
    return {
      lines: usageLines(subject, "CodeBuild", "operations", [
        {
          meter: "minutes",
          description: `${system} (${size})`,
          usage: "monthly_build_mins",
          unit: "minutes",
          item: `build/${system.toLowerCase().replace(" ", "-")}/${size}`,
        },
      ]),
    };
  },
});
