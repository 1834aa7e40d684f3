import type { Recipe } from "./rule.ts";

/** Recipes that are made for one product, by the service that a cause names. */
export const recipesByService: { readonly [service: string]: Recipe } = {
  aadconnectprovisioningagent: { file: "examples/entra-provisioning-agent.remedy" },
};
