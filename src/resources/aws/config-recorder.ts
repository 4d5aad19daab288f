import { defineSimple } from "../simple.ts";

/** A recorder of AWS Config: what it records. */
export const configRecorder = defineSimple({
  type: "aws:cfg/recorder:Recorder",
  title: "Config recorder",
  source: "https://aws.amazon.com/config/pricing/",
  service: "AWSConfig",
  category: "operations",
  usage: [
    {
      meter: "config-items",
      description: "Config items",
      usage: "monthly_config_items",
      unit: "records",
      item: "recorder/items",
    },
    {
      meter: "custom-config-items",
      description: "Custom config items",
      usage: "monthly_custom_config_items",
      unit: "records",
      item: "recorder/custom-items",
    },
  ],
});
