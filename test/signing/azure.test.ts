import { beforeEach, describe, expect, it, vi } from "vitest";
import { oids } from "../../src/signing/asn1/object-identifiers.ts";
import type { Certificate } from "../../src/signing/certificate/certificate.ts";
import type { AzureTokenProvider, SigningHost } from "../../src/signing/host.ts";
import { openSigner, type SignerConfig } from "../../src/signing/keys/open-signer.ts";
import { signScript } from "../../src/signing/sign.ts";
import { encodePem } from "../../src/signing/test-certificate.ts";
import { verifyScript } from "../../src/signing/verify.ts";
import { issue, type Identity } from "./support/authority.ts";
import { startAzureService, type AzureService } from "./support/azure-service.ts";
import { codesOf, toBytes } from "./support/company.ts";
import { createFakeHost } from "./support/fake-host.ts";

let root: Identity;
let intermediate: Identity;
let service: AzureService;
let scopes: (readonly [string, boolean])[];
let host: ReturnType<typeof createFakeHost>;

/** Tokens in turn: token-1, and token-2 after a renewal. */
const getToken: AzureTokenProvider = (scope, renew) => {
  scopes.push([scope, renew]);
  return Promise.resolve(renew ? "token-2" : "token-1");
};

async function start(key: "rsa-2048" | "p256", days = 400): Promise<void> {
  root = await issue("Root", undefined, { isAuthority: true });
  intermediate = await issue("Intermediate", root, { isAuthority: true });
  const signer = await issue("Signer", intermediate, {
    key,
    purposes: [oids.codeSigning],
    notAfter: new Date(Date.now() + days * 24 * 3600 * 1000),
  });
  service = await startAzureService(signer, [intermediate, root]);
  scopes = [];
  host = createFakeHost({ fetch: globalThis.fetch, getAzureToken: getToken });
  host.written.set("chain.pem", toBytes([intermediate, root].map(({ certificate }) => encodePem("CERTIFICATE", certificate.der)).join("")));
}

/** Opens the key and signs a script with it; gives the codes, and proves what was signed. */
async function sign(
  config: SignerConfig,
  on: SigningHost = host,
): Promise<{ readonly codes: readonly string[]; readonly message: string }> {
  const signer = await openSigner(config, on);
  if (!signer.value) return { codes: codesOf(signer.diagnostics), message: signer.diagnostics[0]?.message ?? "" };
  const signed = await signScript(
    toBytes("Get-One\r\n"),
    "script.ps1",
    signer.value,
    { hash: "sha256", timestamp: undefined, roots: [] },
    on,
  );
  if (signed.value)
    expect(
      verifyScript(signed.value.bytes, "script.ps1", {
        anchors: [root.certificate] satisfies readonly Certificate[],
        timestampAnchors: [],
        now: new Date(),
      }).reasons,
    ).toEqual([]);
  return { codes: codesOf(signed.diagnostics), message: signed.diagnostics[0]?.message ?? "" };
}

const keyVault = (): SignerConfig => ({ source: "azure-key-vault", vault: service.url, certificate: "code", chain: ["chain.pem"] });
const trustedSigning = (): SignerConfig => ({ source: "azure-trusted-signing", endpoint: service.url, account: "corp", profile: "code" });

describe("Azure Key Vault", () => {
  beforeEach(() => start("rsa-2048"));

  it("signs a script with a key that stays there", async () => {
    expect(await sign(keyVault())).toEqual({ codes: [], message: "" });
    expect(scopes).toEqual([["https://vault.azure.net/.default", false]]);
    expect(service.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "GET /certificates/code?api-version=7.4",
      "POST /keys/code/v1/sign?api-version=7.4",
    ]);
    expect(JSON.parse(service.requests[1]?.body.toString() ?? "")).toMatchObject({
      alg: "RS256",
      value: expect.stringMatching(/^[\w-]{43}$/u) as string,
    });
  });

  it("signs with ECDSA, whose answers are not DER", async () => {
    await start("p256");
    expect((await sign(keyVault())).codes).toEqual(["RMD8035"]);
  });

  it("takes a version of the certificate", async () => {
    expect((await sign({ ...keyVault(), version: "v1" } as SignerConfig)).codes).toEqual([]);
    expect(service.requests[0]?.url).toBe("/certificates/code/v1?api-version=7.4");
  });

  it("waits as long as it is told when it is throttled", async () => {
    service.faults.push("throttled", "unavailable", "throttled until a date");
    expect((await sign(keyVault())).codes).toEqual([]);
    expect(host.pauses.slice(0, 2)).toEqual([7000, 2000]);
    expect(host.pauses[2]).toBeGreaterThan(15_000);
    expect(host.pauses[2]).toBeLessThanOrEqual(20_000);
  });

  it("gives up when throttling does not end", async () => {
    service.faults.push(...Array<"throttled">(10).fill("throttled"));
    const { codes, message } = await sign(keyVault());
    expect(codes).toEqual(["RMD8029"]);
    expect(message).toContain("no answer in 6 tries, the last time: HTTP status 429: Request was not processed");
  });

  it("renews an expired token once", async () => {
    service.validTokens.clear();
    service.validTokens.add("token-2");
    expect((await sign(keyVault())).codes).toEqual([]);
    expect(scopes.map(([, renew]) => renew)).toEqual([false, true]);
  });

  it("does not renew for ever", async () => {
    service.validTokens.clear();
    const { codes, message } = await sign(keyVault());
    expect(codes).toEqual(["RMD8029"]);
    expect(message).toContain("HTTP status 401: [TokenExpired]");
    expect(scopes.length).toBe(2);
  });

  it("says what the service says when it refuses", async () => {
    service.faults.push("forbidden");
    expect((await sign(keyVault())).message).toContain("HTTP status 403: The user does not have keys sign permission on key vault");
    expect((await sign({ ...keyVault(), certificate: "other" } as SignerConfig)).message).toContain("was not found in this key vault");
  });

  it("fails in a sentence when no token can be had, and when the service cannot be reached", async () => {
    const broke = createFakeHost({ ...host, getAzureToken: () => Promise.reject(new Error("Please run 'az login'.\n  Or not.")) });
    expect((await sign(keyVault(), broke)).message).toContain("no access token: Please run 'az login'.; Or not. Check");
    expect((await sign({ ...keyVault(), vault: "http://127.0.0.1:9" } as SignerConfig)).message).toContain("no answer in 6 tries");
  });

  it("sends its token nowhere without encryption", async () => {
    const { codes, message } = await sign({ ...keyVault(), vault: "http://corp.vault.azure.net" } as SignerConfig);
    expect(codes).toEqual(["RMD8029"]);
    expect(message).toContain("over https");
    expect(scopes).toEqual([]);
  });
});

describe("Azure Trusted Signing", () => {
  beforeEach(() => start("rsa-2048", 3));

  it("signs in a long-running operation, and warns that a certificate of three days needs a time stamp", async () => {
    expect((await sign(trustedSigning())).codes).toEqual(["RMD8022"]);
    expect(scopes).toEqual([["https://codesigning.azure.net/.default", false]]);
    expect(service.requests.map(({ method }) => method)).toEqual(["POST", "GET", "GET", "GET"]);
    expect(host.pauses).toEqual([200, 400, 800]);
    expect(JSON.parse(service.requests[0]?.body.toString() ?? "")).toMatchObject({
      signatureAlgorithm: "RS256",
      digest: expect.stringMatching(/^[\w+/]{43}=$/u) as string,
    });
  });

  it("asks by the operation's identifier when no address is given", async () => {
    service.operationLocation = "absent";
    expect((await sign(trustedSigning())).codes).toEqual(["RMD8022"]);
  });

  it("does not send its token to another host", async () => {
    service.operationLocation = "foreign";
    const { codes, message } = await sign(trustedSigning());
    expect(codes).toEqual(["RMD8029"]);
    expect(message).toContain("attacker.example");
  });

  it("waits when it is throttled while asking, and renews a token that expired meanwhile", async () => {
    const fetch: typeof globalThis.fetch = (input, init) => {
      if (init?.method === undefined) {
        service.validTokens.delete("token-1");
        service.validTokens.add("token-2");
      }
      return globalThis.fetch(input, init);
    };
    expect((await sign(trustedSigning(), { ...host, fetch })).codes).toEqual(["RMD8022"]);
    expect(scopes.map(([, renew]) => renew)).toEqual([false, true]);
  });

  it.each(["Failed", "TimedOut"] as const)("says that the operation ended as %s", async (ending) => {
    service.ending = ending;
    const { codes, message } = await sign(trustedSigning());
    expect(codes).toEqual(["RMD8029"]);
    expect(message).toContain(`the operation ended as '${ending}'`);
  });

  it("gives up an operation that does not end", async () => {
    service.pending = Infinity;
    expect((await sign(trustedSigning())).message).toContain("was not done after 120 seconds");
  });

  it("names an account that does not exist", async () => {
    expect((await sign({ ...trustedSigning(), account: "other" } as SignerConfig)).message).toContain("HTTP status 404");
  });
});

describe("without a provider of tokens", () => {
  beforeEach(() => start("rsa-2048"));

  it("they come from @azure/identity, anew after a refusal", async () => {
    let credentials = 0;
    vi.doMock("@azure/identity", () => ({
      DefaultAzureCredential: class {
        readonly number = ++credentials;
        getToken = (): Promise<{ token: string }> => Promise.resolve({ token: `token-${this.number}` });
      },
    }));
    service.validTokens.clear();
    service.validTokens.add("token-2");
    expect((await sign(keyVault(), { ...host, getAzureToken: undefined })).codes).toEqual([]);
    expect(credentials).toBe(2);
  });

  it("it is said when @azure/identity is not installed", async () => {
    vi.doMock("@azure/identity", () => {
      throw new Error("Cannot find package '@azure/identity'");
    });
    expect((await sign(keyVault(), { ...host, getAzureToken: undefined })).codes).toEqual(["RMD8031"]);
  });

  it("@azure/identity has what is asked of it", async () => {
    vi.doUnmock("@azure/identity");
    const { DefaultAzureCredential } = await import("@azure/identity");
    expect(typeof new DefaultAzureCredential().getToken).toBe("function");
  });
});
