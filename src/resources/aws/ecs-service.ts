import type { Figure } from "../../core/figure.ts";
import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { Inputs, known } from "../inputs.ts";
import { declared } from "../quantities.ts";
import { EIGHT_GB } from "./parts/disks.ts";
import { fargateLines, onSpot, platformOf, taskSize } from "./parts/fargate.ts";
import { volumeLines } from "./parts/volume.ts";

const TASK_DEFINITION = "aws:ecs/taskDefinition:TaskDefinition";
const TASK_SET = "aws:ecs/taskSet:TaskSet";

/** An ECS service: its tasks on Fargate. On EC2 they run on machines that are priced as such. */
export const ecsService = defineResource({
  type: "aws:ecs/service:Service",
  title: "ECS service",
  source: "https://aws.amazon.com/fargate/pricing/",
  compute: true,
  cost: (subject) => {
    const { inputs, neighbours, resource } = subject;
    const taskSet = neighbours.referring(resource, TASK_SET, "service")[0];
    const task =
      neighbours.referred(resource, "taskDefinition", TASK_DEFINITION)[0] ??
      (taskSet && neighbours.referred(taskSet, "taskDefinition", TASK_DEFINITION)[0]);
    const providers = subject
      .orAssume(inputs.list("capacityProviderStrategies"), [], "capacity providers")
      .map((one) => known(one.text("capacityProvider"), ""));
    if (providers.length > 0 && inputs.value("launchType").state === "known")
      throw inputs.error("launchType", "must not stand beside capacityProviderStrategies", "State one of them.");
    const strategy = providers.some((name) => name.startsWith("FARGATE"));
    const compatible =
      task !== undefined &&
      known<readonly string[], readonly string[]>(
        new Inputs(task.inputs, task.urn).texts("requiresCompatibilities"),
        [],
      ).includes("FARGATE");
    const launchType = subject.orAssume(
      inputs.text("launchType"),
      strategy || compatible ? "FARGATE" : "EC2",
      "launch type",
    );
    const count = declared(
      subject,
      inputs.count("desiredCount"),
      {
        name: "tasks",
        unit: "tasks",
        otherwise: { value: 0, because: "ECS starts no task where no count is stated." },
      },
      true,
    );
    const volumes = managedVolumes(subject, count);
    if (launchType !== "FARGATE")
      return volumes.length > 0
        ? { lines: volumes }
        : { free: "its tasks run on machines that are priced by themselves" };
    if (task === undefined) {
      subject.gap(
        "taskDefinition",
        "its task definition is not in this plan, so the size of its tasks is not known",
        true,
      );
      return { lines: volumes };
    }
    const inputsOfTask = new Inputs(task.inputs, task.urn);
    const { memoryGb, vcpus } = taskSize(subject, inputsOfTask);
    const lines = fargateLines(count, memoryGb, vcpus, platformOf(subject, inputsOfTask));
    const spot = providers.some((name) => name === "FARGATE_SPOT");
    return { lines: [...(spot ? onSpot(subject, lines) : lines), ...volumes] };
  },
});

/** A volume that ECS attaches to each task; gp3 where nothing says its type (ECS API, `ServiceManagedEBSVolumeConfiguration`). */
const managedVolumes = (subject: Subject, count: Figure): LineDraft[] => {
  const volume = subject.inputs.below("volumeConfiguration.managedEbsVolume");
  if (volume.value("").state === "absent") return [];
  return volumeLines(subject, {
    inputs: volume,
    paths: { size: "sizeInGb", type: "volumeType" },
    count,
    part: "task volume",
    defaultType: "gp3",
    defaultSize: EIGHT_GB,
  });
};
