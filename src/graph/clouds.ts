/** Where a cloud's Microsoft Graph is, who signs in there, and what federated tokens are made out to. */
export interface Cloud {
  readonly graph: string;
  readonly authority: string;
  readonly federatedAudience: string;
}

/**
 * Microsoft's clouds. Graph and sign-in: https://learn.microsoft.com/graph/deployments; audiences of federated tokens:
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations.
 */
export const clouds = {
  global: {
    graph: "https://graph.microsoft.com",
    authority: "https://login.microsoftonline.com",
    federatedAudience: "api://AzureADTokenExchange",
  },
  "us-government": {
    graph: "https://graph.microsoft.us",
    authority: "https://login.microsoftonline.us",
    federatedAudience: "api://AzureADTokenExchangeUSGov",
  },
  "us-defense": {
    graph: "https://dod-graph.microsoft.us",
    authority: "https://login.microsoftonline.us",
    federatedAudience: "api://AzureADTokenExchangeUSGov",
  },
  china: {
    graph: "https://microsoftgraph.chinacloudapi.cn",
    authority: "https://login.chinacloudapi.cn",
    federatedAudience: "api://AzureADTokenExchangeChina",
  },
} as const satisfies { readonly [name: string]: Cloud };

export type CloudName = keyof typeof clouds;

export const cloudNames = Object.keys(clouds) as readonly CloudName[];
