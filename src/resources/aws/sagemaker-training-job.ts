import { type Figure, product, stated } from "../../core/figure.ts";
import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { known } from "../inputs.ts";
import { declared } from "../quantities.ts";
import { mlInstances } from "./parts/ml-instances.ts";

const RESOURCES = "resourceConfig";
const SECONDS_PER_HOUR = 3600;

/** A training job: it runs once, on so many instances for so many hours, and is paid once. */
export const sagemakerTrainingJob = defineResource({
  type: "aws:sagemaker/trainingJob:TrainingJob",
  title: "SageMaker training job",
  source: "https://aws.amazon.com/sagemaker/ai/pricing/",
  compute: true,
  usage: {
    hours: { unit: "hours", description: "How long the job takes. Its declaration only says when it is stopped." },
  },
  cost: (subject) => {
    const { inputs } = subject;
    if (inputs.value("serverlessJobConfig").state !== "absent") {
      subject.gap("serverlessJobConfig", "serverless training is charged by tokens, whose rate is not known", true);
      return { lines: [] };
    }
    sayLimits(subject);
    const groups = known(inputs.list(`${RESOURCES}.instanceGroups`), []);
    const all = groups.length > 0 ? groups : [inputs.below(RESOURCES)];
    const lines = all.flatMap((group, index): readonly LineDraft[] => {
      const count = declared(subject, group.count("instanceCount"), { name: "instances", unit: "instances" }, true);
      const part = known(group.text("instanceGroupName"), `group ${index}`);
      return mlInstances(subject, {
        purpose: "training",
        instanceType: group.text("instanceType"),
        count,
        hours: product("instance hours", "hours", [count, subject.usage.quantity("hours", "hours")]),
        usageBased: true,
        schedule: { kind: "prepaid", once: true, termMonths: ONCE },
        ...(groups.length > 1 && { part }),
      }).lines;
    });
    return { lines };
  },
});

/** Paid when it has run, in the month in which it does. */
const ONCE: Figure = stated("term", 1, "months", "a job that runs once");

const sayLimits = (subject: Subject): void => {
  const { inputs } = subject;
  const limit = inputs.quantity("stoppingCondition.maxRuntimeInSeconds");
  if (limit.state === "known")
    subject.assume(`It is stopped after ${limit.value.div(SECONDS_PER_HOUR).toDecimalPlaces(2).toFixed()} hours.`);
  if (known(inputs.flag("enableManagedSpotTraining"), false))
    subject.assume("Priced on demand: managed spot training costs up to 90 % less, at a rate that changes.");
  if (inputs.value(`${RESOURCES}.trainingPlanArn`).state !== "absent")
    subject.assume("Its hours may be paid with the fee of its training plan.");
};
