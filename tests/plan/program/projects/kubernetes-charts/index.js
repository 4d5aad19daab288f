const pulumi = require("@pulumi/pulumi");
const k8s = require("@pulumi/kubernetes");

const chart = new k8s.helm.v3.Chart("wordpress", { chart: "wordpress", fetchOpts: { repo: "https://charts.example.com" }, values: {} });
exports.ip = chart.getResource("v1/Service", "wordpress").apply((service) => service.status.loadBalancer.ingress[0].ip);
new k8s.helm.v3.Release("operator", { chart: "gpu-operator", version: "v25.3.0", values: { driver: { enabled: true } } });
new k8s.helm.v4.Chart("newer", { chart: "redis" });
const file = new k8s.yaml.ConfigFile("app", { file: "app.yaml" });
new k8s.yaml.ConfigGroup("group", { yaml: "apiVersion: v1\nkind: Namespace\nmetadata: { name: team }\n---\n# nothing\n---\napiVersion: batch/v1\nkind: Job\nmetadata: { name: train, namespace: team }\nspec: { parallelism: 4, template: { spec: { containers: [] } } }\n" });
exports.replicas = file.getResource("apps/v1/Deployment", "web").apply((deployment) => deployment.spec.replicas);
const deployment = new k8s.apps.v1.Deployment("named", { spec: { replicas: 2, selector: { matchLabels: { app: "a" } }, template: { metadata: { labels: { app: "a" } }, spec: { containers: [] } } } });
exports.name = deployment.metadata.name.apply((name) => name.toUpperCase());
