import { defineResource } from "../define.ts";
import { counted, declared } from "../quantities.ts";
import { mlInstances, mlStorage } from "./parts/ml-instances.ts";

/** SageMaker gives a notebook 5 GB where nothing is stated (CreateNotebookInstance, VolumeSizeInGB). */
const DEFAULT_SIZE = { value: 5, because: "SageMaker gives a notebook 5 GB where nothing states a size." };

/** A notebook instance: it is charged while it is on, whether anybody uses it or not. */
export const sagemakerNotebook = defineResource({
  type: "aws:sagemaker/notebookInstance:NotebookInstance",
  title: "SageMaker notebook",
  source: "https://aws.amazon.com/sagemaker/ai/pricing/",
  compute: true,
  usage: { monthly_hrs: { unit: "hours", description: "Hours that it is on in a month; all of them where absent." } },
  cost: (subject) => {
    const stated = subject.usage.has("monthly_hrs");
    const notebook = mlInstances(subject, {
      purpose: "notebook",
      instanceType: subject.inputs.text("instanceType"),
      count: counted(subject, "notebooks", 1),
      hours: stated ? subject.usage.quantity("monthly_hrs", "hours") : subject.hoursPerMonth,
      usageBased: stated,
    });
    const size = declared(subject, subject.inputs.quantity("volumeSize"), {
      name: "volume size",
      unit: "GB",
      otherwise: DEFAULT_SIZE,
    });
    return { ...notebook, lines: [...notebook.lines, mlStorage("notebook", size)] };
  },
});
