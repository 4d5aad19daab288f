import { derive } from "../../core/figure.ts";
import { defineResource } from "../define.ts";
import { usageLines } from "../usage-lines.ts";

const MS_PER_HOUR = 3_600_000;
const MB_PER_GB = 1024;
const MB_STEP = 64;
const MS_STEP = 100;

/** A state machine: its transitions, or the requests, time and memory of an express one. */
export const stateMachine = defineResource({
  type: "aws:sfn/stateMachine:StateMachine",
  title: "State machine",
  source: "https://aws.amazon.com/step-functions/pricing/",
  usage: {
    monthly_transitions: { unit: "transitions", description: "Transitions in a month." },
    monthly_requests: { unit: "requests", description: "Runs of an express machine in a month." },
    workflow_duration_ms: { unit: "ms", description: "Average duration of a run." },
    memory_mb: { unit: "MB", description: "Average memory of a run." },
  },
  cost: (subject) => {
    const { inputs, usage } = subject;
    if (subject.orAssume(inputs.text("type"), "STANDARD", "type") !== "EXPRESS") {
      const row = {
        meter: "transitions",
        description: "Transitions",
        usage: "monthly_transitions",
        unit: "1K transitions",
        per: 1000,
        item: "transitions",
      };
      return { lines: usageLines(subject, "AmazonStates", "operations", [row]) };
    }
    const quantities = [
      usage.quantity("monthly_requests", "requests"),
      usage.quantity("workflow_duration_ms", "ms"),
      usage.quantity("memory_mb", "MB"),
    ];
    return {
      lines: [
        ...usageLines(subject, "AmazonStates", "operations", [
          {
            meter: "requests",
            description: "Requests",
            usage: "monthly_requests",
            unit: "1M requests",
            per: 1_000_000,
            item: "express/requests",
          },
        ]),
        {
          meter: "duration",
          description: "Duration",
          category: "operations",
          quantity: derive(
            "GB-hours",
            "GB-hours",
            "runs × ⌈ms in steps of 100⌉ × ⌈MB in steps of 64⌉",
            quantities,
            (runs, ms, mb) =>
              runs
                .times(ms.div(MS_STEP).ceil().times(MS_STEP))
                .div(MS_PER_HOUR)
                .times(mb.div(MB_STEP).ceil().times(MB_STEP))
                .div(MB_PER_GB),
          ),
          unit: "GB-hours",
          usageBased: true,
          price: { service: "AmazonStates", item: "express/duration" },
        },
      ],
    };
  },
});
