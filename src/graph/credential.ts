import type * as Identity from "@azure/identity";
import { MissingAzureIdentityError } from "../signing/keys/azure-token.ts";
import { clouds } from "./clouds.ts";
import { isFields } from "./shape.ts";
import type { SignIn } from "./sign-in.ts";

/** What signing in needs of the process that it runs in. */
export interface SignInHost {
  readonly fetch: typeof globalThis.fetch;
  getEnvironment(name: string): string | undefined;
  /** Shows a person what to do. */
  tell(text: string): void;
  /** `@azure/identity`; a test brings its own. */
  loadIdentity(): Promise<Pick<typeof Identity, IdentityClass>>;
}

type IdentityClass =
  | "DeviceCodeCredential"
  | "ClientCertificateCredential"
  | "ManagedIdentityCredential"
  | "ClientAssertionCredential"
  | "AzurePipelinesCredential";

interface Credential {
  getToken(scope: string): Promise<{ readonly token: string } | null>;
}

/** Microsoft's package, which is loaded by the commands that sign in and by no other. */
export function loadAzureIdentity(): Promise<typeof Identity> {
  return import("@azure/identity").catch(() => {
    throw new MissingAzureIdentityError("@azure/identity cannot be loaded");
  });
}

/** Bearer tokens for Graph. The credential keeps a token until shortly before its end; asked to renew, it begins anew. */
export function createTokenSource(signIn: SignIn, host: SignInHost): (renew: boolean) => Promise<string> {
  let credential: Credential | undefined;
  const scope = `${clouds[signIn.cloud].graph}/.default`;
  return async (renew) => {
    if (renew) credential = undefined;
    credential ??= await createCredential(signIn, host);
    const token = await credential.getToken(scope);
    if (!token) throw new Error("no token was given");
    return token.token;
  };
}

async function createCredential(signIn: SignIn, host: SignInHost): Promise<Credential> {
  const identity = await host.loadIdentity();
  const { tenant: tenantId = "", client: clientId = "" } = signIn;
  const { authority, federatedAudience } = clouds[signIn.cloud];
  const options = { authorityHost: authority };
  switch (signIn.auth) {
    case "device-code":
      return new identity.DeviceCodeCredential({ ...options, tenantId, clientId, userPromptCallback: ({ message }) => host.tell(message) });
    case "certificate":
      return new identity.ClientCertificateCredential(
        tenantId,
        clientId,
        { certificatePath: signIn.certificate ?? "", ...(signIn.password === undefined ? {} : { certificatePassword: signIn.password }) },
        options,
      );
    case "managed-identity":
      return new identity.ManagedIdentityCredential({ ...options, ...(clientId === "" ? {} : { clientId }) });
    case "github":
      return new identity.ClientAssertionCredential(tenantId, clientId, () => getGitHubToken(federatedAudience, host), options);
    case "azure-devops":
      return new identity.AzurePipelinesCredential(
        tenantId,
        clientId,
        signIn.serviceConnection ?? "",
        host.getEnvironment("SYSTEM_ACCESSTOKEN") ?? "",
        options,
      );
    default:
      return signIn.auth satisfies never;
  }
}

/**
 * The token by which GitHub says which workflow this is:
 * https://docs.github.com/actions/reference/openid-connect-reference (Methods for requesting the OIDC token).
 */
async function getGitHubToken(audience: string, host: SignInHost): Promise<string> {
  const url = new URL(host.getEnvironment("ACTIONS_ID_TOKEN_REQUEST_URL") ?? "");
  url.searchParams.set("audience", audience);
  const response = await host.fetch(url, {
    headers: { authorization: `Bearer ${host.getEnvironment("ACTIONS_ID_TOKEN_REQUEST_TOKEN") ?? ""}`, accept: "application/json" },
    redirect: "error",
    signal: AbortSignal.timeout(30_000),
  });
  const body: unknown = response.ok ? await response.json().catch(() => undefined) : undefined;
  if (!isFields(body) || typeof body["value"] !== "string") throw new Error(`GitHub gave no token: HTTP status ${response.status}`);
  return body["value"];
}
