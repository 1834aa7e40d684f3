import type { AzureTokenProvider } from "../host.ts";

/** Raised when `@azure/identity` is not installed; it weighs more than all of remedyc, so it is an optional peer. */
export class MissingAzureIdentityError extends Error {}

/**
 * Tokens of `@azure/identity`'s DefaultAzureCredential: environment variables, workload and managed identity, Azure CLI and PowerShell, in
 * that order. A new credential for every call: its cache would hand out the very token that the service has just refused.
 */
export const getDefaultAzureToken: AzureTokenProvider = async (scope) => {
  const identity = await import("@azure/identity").catch(() => {
    throw new MissingAzureIdentityError("@azure/identity cannot be loaded");
  });
  const token = await new identity.DefaultAzureCredential().getToken(scope);
  return token.token;
};
