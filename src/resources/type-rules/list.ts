import { AWS_ANALYTICS } from "./aws-analytics.ts";
import { AWS_ANY } from "./aws-any.ts";
import { AWS_APPLICATIONS } from "./aws-applications.ts";
import { AWS_COMPUTE } from "./aws-compute.ts";
import { AWS_DATABASES } from "./aws-databases.ts";
import { AWS_EDGE } from "./aws-edge.ts";
import { AWS_MACHINE_LEARNING } from "./aws-machine-learning.ts";
import { AWS_MANAGEMENT } from "./aws-management.ts";
import { AWS_NETWORK } from "./aws-network.ts";
import { AWS_SECURITY } from "./aws-security.ts";
import { AWS_STORAGE } from "./aws-storage.ts";
import { AWS_UNDECIDED } from "./aws-undecided.ts";
import { KUBERNETES } from "./kubernetes.ts";
import { OTHER_PROVIDERS } from "./other-providers.ts";
import type { TypeRule } from "./type-rule.ts";

/** What holds for types without a definition of their own. The first rule that matches decides. */
export const TYPE_RULES: readonly TypeRule[] = [
  ...OTHER_PROVIDERS,
  ...KUBERNETES,
  ...AWS_COMPUTE,
  ...AWS_NETWORK,
  ...AWS_EDGE,
  ...AWS_STORAGE,
  ...AWS_DATABASES,
  ...AWS_ANALYTICS,
  ...AWS_MACHINE_LEARNING,
  ...AWS_SECURITY,
  ...AWS_MANAGEMENT,
  ...AWS_APPLICATIONS,
  ...AWS_UNDECIDED,
  ...AWS_ANY,
];
