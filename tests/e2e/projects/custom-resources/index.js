// Custom resources of a cluster: the engine knows their types only from what the program says.
const k8s = require("@pulumi/kubernetes");

const worker = {
  spec: { containers: [{ name: "pytorch", image: "pytorch", resources: { limits: { "nvidia.com/gpu": 8 } } }] },
};
new k8s.apiextensions.CustomResource("tune", {
  apiVersion: "kubeflow.org/v1",
  kind: "PyTorchJob",
  spec: { pytorchReplicaSpecs: { Master: { replicas: 1, template: worker }, Worker: { replicas: 3, template: worker } } },
});
new k8s.apiextensions.CustomResource("ray", {
  apiVersion: "ray.io/v1",
  kind: "RayCluster",
  spec: {
    headGroupSpec: { template: { spec: { containers: [{ name: "head", image: "ray" }] } } },
    workerGroupSpecs: [{ groupName: "gpu", replicas: 2, minReplicas: 0, maxReplicas: 4, template: worker }],
  },
});
