import { defineResource } from "../define.ts";
import { known } from "../inputs.ts";

/** A virtual server of a bundle: its hours. */
export const lightsailInstance = defineResource({
  type: "aws:lightsail/instance:Instance",
  title: "Lightsail server",
  source: "https://aws.amazon.com/lightsail/pricing/",
  compute: true,
  cost: (subject) => {
    const { inputs, hoursPerMonth } = subject;
    const reading = inputs.text("bundleId");
    if (reading.state !== "known")
      subject.gap(reading.state === "unknown" ? reading : "bundleId", "the bundle is not known", true);
    const bundle = known(reading, "unknown");
    return {
      lines: [
        {
          meter: "hours",
          description: `Virtual server (${bundle.includes("_win_") ? "Windows" : "Linux/UNIX"})`,
          category: "compute",
          quantity: hoursPerMonth,
          unit: "hours",
          price: { service: "AmazonLightsail", item: `bundle/${bundle.replace(/_\d+_\d+$/, "").replaceAll("_", "-")}` },
        },
      ],
    };
  },
});
