import type { Recipe } from "./mutation-runs.ts";

/** What those need that cannot be built without. */
const PARAMETERS: Readonly<Record<string, Recipe["parameters"]>> = {
  "intents/service-runs": { service_name: "ContosoAgent" },
  "service-virtual-account": { service_name: "DIAHostService" },
};

/** The recipes with a remedy below examples, each as its scenarios want it built. */
export const RECIPES: readonly Recipe[] = [
  "custom-kind/power-plan",
  "entra-provisioning-agent",
  "intents/cloud-delivered-protection",
  "intents/consumer-apps",
  "intents/legacy-tls",
  "intents/network-reset",
  "intents/office-telemetry",
  "intents/registry-values",
  "intents/remote-desktop",
  "intents/remove-support-assist",
  "intents/service-runs",
  "intents/signature-padding",
  "intents/update-cache",
  "print-spooler",
  "service-virtual-account",
  "support-information",
  "tls12-baseline",
].map((name) => ({ path: `examples/${name}.remedy`, parameters: PARAMETERS[name] ?? {} }));
