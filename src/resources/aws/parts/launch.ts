import type { PlanResource } from "../../../model/plan.ts";
import type { Subject } from "../../define.ts";
import { Inputs, type Reading } from "../../inputs.ts";

export const LAUNCH_TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
export const LAUNCH_CONFIGURATION = "aws:ec2/launchConfiguration:LaunchConfiguration";

/** What starts machines, and where its properties stand: an instance's own, a template's, an old launch configuration's. */
export interface Launch {
  readonly kind: "instance" | "template" | "configuration";
  readonly resource: PlanResource;
  readonly inputs: Inputs;
}

const FORMS: Readonly<
  Record<"image" | "tenancy" | "monitoring" | "publicAddress", Readonly<Record<Launch["kind"], string>>>
> = {
  image: { instance: "ami", template: "imageId", configuration: "imageId" },
  tenancy: { instance: "tenancy", template: "placement.tenancy", configuration: "placementTenancy" },
  monitoring: { instance: "monitoring", template: "monitoring.enabled", configuration: "enableMonitoring" },
  publicAddress: {
    instance: "associatePublicIpAddress",
    template: "networkInterfaces.0.associatePublicIpAddress",
    configuration: "associatePublicIpAddress",
  },
};

/** The first reading that is there: a property of the instance wins over its template's. */
export const firstStated = <T>(readings: readonly Reading<T>[]): Reading<T> =>
  readings.find((reading) => reading.state !== "absent") ?? { state: "absent" };

export const textOf = (launches: readonly Launch[], path: string): Reading<string> =>
  firstStated(launches.map(({ inputs }) => inputs.text(path)));

export const flagOf = (launches: readonly Launch[], property: keyof typeof FORMS | "ebsOptimized"): Reading<boolean> =>
  firstStated(
    launches.map(({ kind, inputs }) => flagAt(inputs, property === "ebsOptimized" ? property : FORMS[property][kind])),
  );

/** Templates hold some flags as texts, where the empty one says nothing. */
const flagAt = (inputs: Inputs, path: string): Reading<boolean> => {
  const value = inputs.value(path);
  return value.state === "known" && value.value === "" ? { state: "absent" } : inputs.flag(path);
};

export const tenancyOf = (launches: readonly Launch[]): Reading<string> =>
  firstStated(launches.map(({ kind, inputs }) => inputs.text(FORMS.tenancy[kind])));

/** The machine image, whose id says nothing of the system in it. */
export const imageOf = (launches: readonly Launch[]): Reading<string> =>
  firstStated(launches.map(({ kind, inputs }) => inputs.text(FORMS.image[kind])));

/** How burstable machines spend CPU credits; launch configurations cannot say. */
export const creditsOf = (launches: readonly Launch[]): Reading<string> =>
  textOf(launches, "creditSpecification.cpuCredits");

/** The launch template or configuration that a property refers to, as far as the plan holds it. */
export const launchesOf = (subject: Subject, property: string): readonly Launch[] => {
  const template = subject.neighbours.referred(subject.resource, property, LAUNCH_TEMPLATE)[0];
  if (template) return [{ kind: "template", resource: template, inputs: new Inputs(template.inputs, template.urn) }];
  const configuration = subject.neighbours.referred(subject.resource, property, LAUNCH_CONFIGURATION)[0];
  if (configuration)
    return [
      { kind: "configuration", resource: configuration, inputs: new Inputs(configuration.inputs, configuration.urn) },
    ];
  return [];
};
