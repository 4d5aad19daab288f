/** The star rule of CONTRIBUTING.md, as dependency-cruiser checks it. */
const STAGES = [
  "plan",
  "settings",
  "workloads",
  "resources",
  "prices",
  "hardware",
  "benefits",
  "ledger",
  "finance",
  "gate",
  "report",
];
const COMPUTING = ["workloads", "resources", "benefits", "ledger", "finance", "gate", "report"];
const EDGES = "^src/(cli|forge|hook\\.ts|index\\.ts)|^policy/|^infra/";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circular",
      severity: "error",
      comment: "A circle has no first reader.",
      from: {},
      to: { circular: true },
    },
    {
      name: "core-imports-nothing",
      severity: "error",
      comment: "core is the ground: of ours it imports only itself, of others only decimal.js.",
      from: { path: "^src/core/" },
      to: { pathNot: ["^src/core/", "node_modules/decimal\\.js/"] },
    },
    {
      name: "model-imports-core",
      severity: "error",
      comment: "model holds the nouns: it imports core, and zod for their schemas.",
      from: { path: "^src/model/" },
      to: { pathNot: ["^src/(core|model)/", "node_modules/zod/"] },
    },
    ...STAGES.map((stage) => ({
      name: `${stage}-is-a-ray`,
      severity: "error",
      comment: "A stage imports core, model and itself, never another stage; src/estimate.ts wires them.",
      from: { path: `^src/${stage}/` },
      to: { path: "^(src|infra|policy)/", pathNot: `^src/(core|model|${stage})/` },
    })),
    {
      name: "computing-stages-are-pure",
      severity: "error",
      comment: "No file, network, clock, random or environment where figures are made.",
      from: { path: `^src/(${COMPUTING.join("|")})/` },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?util$" },
    },
    {
      name: "pulumi-at-the-edge",
      severity: "error",
      comment: "@pulumi is met only in infra, policy, the hook and the runner.",
      from: { path: "^src/", pathNot: "^src/(hook\\.ts|hook/|plan/program/)" },
      to: { path: "node_modules/@pulumi/" },
    },
    {
      name: "nobody-imports-the-edges",
      severity: "error",
      comment: "cli, forge, policy, hook and index sit outside.",
      from: { pathNot: EDGES },
      to: { path: EDGES },
    },
    {
      name: "infra-needs-no-stage",
      severity: "error",
      comment: "Components are declarations: of src they import only the specification.",
      from: { path: "^infra/" },
      to: { path: "^src/", pathNot: "^src/(core|model)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
