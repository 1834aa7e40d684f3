import { describe, expect, test } from "vitest";
import { createTokenSource, loadAzureIdentity } from "../../src/graph/credential.ts";
import type { SignInHost } from "../../src/graph/credential.ts";
import { findSignInGap } from "../../src/graph/sign-in.ts";
import type { SignIn } from "../../src/graph/sign-in.ts";

const FULL: SignIn = {
  auth: "device-code",
  cloud: "global",
  tenant: "t",
  client: "c",
  certificate: "a.pem",
  password: "secret",
  serviceConnection: "s",
};
const VARIABLES: { readonly [name: string]: string } = {
  ACTIONS_ID_TOKEN_REQUEST_URL: "https://actions.example/token?a=1",
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: "request-token",
  SYSTEM_ACCESSTOKEN: "system-token",
  SYSTEM_OIDCREQUESTURI: "https://dev.azure.example/oidc",
};

/** Classes in the place of `@azure/identity`'s that note how they are made. */
function createHost(made: unknown[], fetched: string[] = []): SignInHost {
  const credential = (name: string) =>
    class {
      readonly #parts: readonly unknown[];
      constructor(...parts: readonly unknown[]) {
        this.#parts = parts;
        made.push([name, ...parts.map((part) => (typeof part === "function" ? "…" : part))]);
      }
      async getToken(scope: string): Promise<{ token: string }> {
        const assertion = this.#parts.find((part): part is () => Promise<string> => typeof part === "function");
        return { token: `${scope} ${assertion ? await assertion() : ""}` };
      }
    };
  const names = [
    "DeviceCodeCredential",
    "ClientCertificateCredential",
    "ManagedIdentityCredential",
    "ClientAssertionCredential",
    "AzurePipelinesCredential",
  ];
  return {
    fetch: (url, init) => {
      fetched.push(`${url instanceof URL ? url.href : ""} ${JSON.stringify(init?.headers)}`);
      return Promise.resolve(Response.json({ value: "github-token" }));
    },
    getEnvironment: (name) => VARIABLES[name],
    tell: () => undefined,
    loadIdentity: () => Promise.resolve(Object.fromEntries(names.map((name) => [name, credential(name)])) as never),
  };
}

describe("signing in", () => {
  test.each([
    [
      "device-code",
      "global",
      [
        "DeviceCodeCredential",
        {
          authorityHost: "https://login.microsoftonline.com",
          tenantId: "t",
          clientId: "c",
          userPromptCallback: expect.any(Function) as unknown,
        },
      ],
    ],
    [
      "certificate",
      "us-government",
      [
        "ClientCertificateCredential",
        "t",
        "c",
        { certificatePath: "a.pem", certificatePassword: "secret" },
        { authorityHost: "https://login.microsoftonline.us" },
      ],
    ],
    ["managed-identity", "global", ["ManagedIdentityCredential", { authorityHost: "https://login.microsoftonline.com", clientId: "c" }]],
    ["github", "global", ["ClientAssertionCredential", "t", "c", "…", { authorityHost: "https://login.microsoftonline.com" }]],
    [
      "azure-devops",
      "china",
      ["AzurePipelinesCredential", "t", "c", "s", "system-token", { authorityHost: "https://login.chinacloudapi.cn" }],
    ],
  ] as const)("by %s in %s; the token is kept until it is refused", async (auth, cloud, expected) => {
    const [made, fetched]: [unknown[], string[]] = [[], []];
    const getToken = createTokenSource({ ...FULL, auth, cloud }, createHost(made, fetched));
    const host = { global: "graph.microsoft.com", "us-government": "graph.microsoft.us", china: "microsoftgraph.chinacloudapi.cn" }[cloud];
    expect(await getToken(false)).toBe(`https://${host}/.default ${auth === "github" ? "github-token" : ""}`);
    await getToken(false);
    expect(made).toEqual([expected]);
    await getToken(true);
    expect(made).toHaveLength(2);
    if (auth === "github")
      expect(fetched[0]).toBe(
        'https://actions.example/token?a=1&audience=api%3A%2F%2FAzureADTokenExchange {"authorization":"Bearer request-token","accept":"application/json"}',
      );
  });

  test.each([
    ["device-code", { tenant: undefined }, "device-code needs --tenant (or the variable AZURE_TENANT_ID)"],
    ["github", { client: undefined }, "github needs --client-id (or the variable AZURE_CLIENT_ID)"],
    ["certificate", { certificate: undefined }, "certificate needs --certificate"],
    ["managed-identity", { tenant: undefined, client: undefined }, undefined],
    ["github", {}, "the variable ACTIONS_ID_TOKEN_REQUEST_URL is not set: the job needs 'permissions: id-token: write'"],
    ["azure-devops", {}, "the variable SYSTEM_ACCESSTOKEN is not set: map $(System.AccessToken) to it in the step's env"],
    ["azure-devops", { serviceConnection: undefined }, "azure-devops needs --service-connection"],
  ] as const)("%s tells what is missing: %j", (auth, parts, reason) => {
    expect(findSignInGap({ ...FULL, auth, ...parts }, () => undefined)).toBe(reason);
    expect(findSignInGap({ ...FULL, auth }, (name) => VARIABLES[name])).toBeUndefined();
  });

  test("Microsoft's package has what is used of it", async () => {
    const identity = await loadAzureIdentity();
    expect(
      () =>
        new identity.DeviceCodeCredential({ tenantId: "contoso.com", clientId: "c", authorityHost: "https://login.microsoftonline.us" }),
    ).not.toThrow();
    expect(() => new identity.AzurePipelinesCredential("contoso.com", "c", "s", "t", {})).toThrow(
      /SYSTEM_OIDCREQUESTURI|environment variable/,
    );
  });
});
