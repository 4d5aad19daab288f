import { parseAllDocuments } from "yaml";
import { isPropertyMap, type PropertyMap, propertyMap, UNKNOWN, type Value } from "../../../core/value.ts";
import type { Session } from "../session.ts";

/**
 * The Kubernetes provider's functions that components call to find their children. YAML is read for real; a Helm chart
 * cannot be, because it is fetched and rendered by the provider: its children are missing, and the plan says so.
 */
export const expandKubernetes = (token: string, args: PropertyMap, session: Session): PropertyMap | null => {
  const text = typeof args.text === "string" ? args.text : undefined;
  if (token === "kubernetes:yaml:decode" && text !== undefined) return decode(text, args.defaultNamespace, session);
  if (token === "kubernetes:helm:template") {
    const chart = chartName(args.jsonOpts);
    session.missing.add(
      `The objects of the Helm chart ${chart} are not seen: charts are rendered by the Kubernetes provider, which is not run.`,
    );
    session.assume("helm-chart-unknown", `The Helm chart ${chart} is not rendered; what it deploys is unknown.`);
    return propertyMap([["result", UNKNOWN]]);
  }
  if (token === "kubernetes:kustomize:directory") {
    session.missing.add(
      `The objects of the Kustomize directory ${String(args.directory)} are not seen: the Kubernetes provider is not run.`,
    );
    return propertyMap([["result", UNKNOWN]]);
  }
  session.assume("data-source-unknown", `The data source ${token} is not asked; its answer counts as unknown.`);
  return null;
};

const chartName = (options: Value | undefined): string => {
  try {
    const parsed = JSON.parse(String(options));
    return String(parsed.chart ?? parsed.path ?? parsed.release_name ?? "without a name");
  } catch {
    return "without a name";
  }
};

const decode = (text: string, namespace: Value | undefined, session: Session): PropertyMap => {
  const objects: Value[] = [];
  for (const document of parseAllDocuments(text)) {
    if ("errors" in document && document.errors.length > 0) {
      session.fail({
        severity: "error",
        code: "bad-yaml",
        message: `A Kubernetes manifest is not YAML: ${document.errors[0]!.message}`,
      });
      break;
    }
    const value = toValue(document.toJS({ mapAsMap: true, maxAliasCount: 100 }));
    if (isPropertyMap(value)) objects.push(...withNamespace(value, namespace));
  }
  return propertyMap([["result", objects]]);
};

/** A `List` is its items; an object without a namespace gets the default one, as the provider does. */
const withNamespace = (object: PropertyMap, namespace: Value | undefined): PropertyMap[] => {
  if (typeof object.kind === "string" && object.kind.endsWith("List") && Array.isArray(object.items)) {
    return object.items.filter(isPropertyMap).flatMap((item) => withNamespace(item, namespace));
  }
  const metadata = isPropertyMap(object.metadata) ? object.metadata : propertyMap([]);
  if (
    typeof namespace !== "string" ||
    namespace === "" ||
    metadata.namespace !== undefined ||
    CLUSTER_WIDE.has(String(object.kind))
  )
    return [object];
  return [
    propertyMap([
      ...Object.entries(object),
      ["metadata", propertyMap([...Object.entries(metadata), ["namespace", namespace]])],
    ]),
  ];
};

const CLUSTER_WIDE = new Set([
  "APIService",
  "ClusterRole",
  "ClusterRoleBinding",
  "CSIDriver",
  "CustomResourceDefinition",
  "IngressClass",
  "MutatingWebhookConfiguration",
  "Namespace",
  "Node",
  "PersistentVolume",
  "PriorityClass",
  "RuntimeClass",
  "StorageClass",
  "ValidatingWebhookConfiguration",
]);

const toValue = (value: unknown): Value => {
  if (value instanceof Map) return propertyMap([...value].map(([key, item]) => [String(key), toValue(item)]));
  if (Array.isArray(value)) return value.map(toValue);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return value === null || value === undefined ? null : String(value);
};
