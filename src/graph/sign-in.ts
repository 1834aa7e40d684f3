import type { CloudName } from "./clouds.ts";

export const authNames = ["device-code", "certificate", "managed-identity", "github", "azure-devops"] as const;

export type AuthName = (typeof authNames)[number];

/** Who signs in, and how. No secret is in here but a certificate's password, which came from none of the arguments. */
export interface SignIn {
  readonly auth: AuthName;
  readonly cloud: CloudName;
  readonly tenant: string | undefined;
  readonly client: string | undefined;
  /** `certificate`: a PEM file with certificate and private key, and the password of the key. */
  readonly certificate: string | undefined;
  readonly password: string | undefined;
  /** `azure-devops`: the id of the service connection. */
  readonly serviceConnection: string | undefined;
}

/** What is missing to sign in so: a clause; undefined where nothing is. */
export function findSignInGap(signIn: SignIn, getEnvironment: (name: string) => string | undefined): string | undefined {
  const { auth, tenant, client } = signIn;
  const needs = (value: string | undefined, option: string, variable?: string): string | undefined =>
    value === undefined ? `${auth} needs ${option}${variable === undefined ? "" : ` (or the variable ${variable})`}` : undefined;
  const both = needs(tenant, "--tenant", "AZURE_TENANT_ID") ?? needs(client, "--client-id", "AZURE_CLIENT_ID");
  const variable = (name: string, hint: string): string | undefined =>
    getEnvironment(name) === undefined ? `the variable ${name} is not set: ${hint}` : undefined;
  switch (auth) {
    case "device-code":
      return both;
    case "certificate":
      return both ?? needs(signIn.certificate, "--certificate");
    case "managed-identity":
      return undefined;
    case "github":
      return (
        both ??
        variable("ACTIONS_ID_TOKEN_REQUEST_URL", "the job needs 'permissions: id-token: write'") ??
        variable("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "the job needs 'permissions: id-token: write'")
      );
    case "azure-devops":
      return (
        both ??
        needs(signIn.serviceConnection, "--service-connection") ??
        variable("SYSTEM_ACCESSTOKEN", "map $(System.AccessToken) to it in the step's env") ??
        variable("SYSTEM_OIDCREQUESTURI", "the pipeline sets it where its connection uses workload identity federation")
      );
    default:
      return auth satisfies never;
  }
}
