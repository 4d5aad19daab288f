import { defineResource } from "../define.ts";
import { counted } from "../quantities.ts";
import { usageLines } from "../usage-lines.ts";

/** A Grafana workspace: its active users; one editor at the least. */
export const grafanaWorkspace = defineResource({
  type: "aws:grafana/workspace:Workspace",
  title: "Grafana workspace",
  source: "https://aws.amazon.com/grafana/pricing/",
  usage: {
    editors_administrator_licenses: { unit: "users", description: "Active editors and administrators." },
    viewer_licenses: { unit: "users", description: "Active viewers." },
  },
  cost: (subject) => ({
    lines: [
      {
        meter: "editors",
        description: "Editor/administrator licenses",
        category: "operations",
        quantity: subject.usage.has("editors_administrator_licenses")
          ? subject.usage.quantity("editors_administrator_licenses", "users")
          : counted(subject, "users", 1),
        unit: "users",
        price: { service: "AmazonGrafana", item: "user/editor" },
      },
      ...usageLines(subject, "AmazonGrafana", "operations", [
        {
          meter: "viewers",
          description: "Viewer licenses",
          usage: "viewer_licenses",
          unit: "users",
          item: "user/viewer",
        },
      ]),
    ],
  }),
});
