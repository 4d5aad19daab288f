import { defineResource } from "../define.ts";
import { Inputs, known } from "../inputs.ts";
import { declared } from "../quantities.ts";
import { fargateLines, onSpot, platformOf, taskSize } from "./parts/fargate.ts";

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
    if (launchType !== "FARGATE") return { free: "its tasks run on machines that are priced by themselves" };
    if (task === undefined) {
      subject.gap(
        "taskDefinition",
        "its task definition is not in this plan, so the size of its tasks is not known",
        true,
      );
      return { lines: [] };
    }
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
    const inputsOfTask = new Inputs(task.inputs, task.urn);
    const { memoryGb, vcpus } = taskSize(subject, inputsOfTask);
    const lines = fargateLines(count, memoryGb, vcpus, platformOf(subject, inputsOfTask));
    return { lines: providers.some((name) => name === "FARGATE_SPOT") ? onSpot(subject, lines) : lines };
  },
});
