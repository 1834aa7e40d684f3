import type { Certificate } from "../certificate/certificate.ts";
import { readCertificates } from "../certificate/read-certificates.ts";
import type { SigningHost } from "../host.ts";
import { failWith, finding, succeed } from "../outcome.ts";
import { createAzureClient, type AzureAnswer } from "./azure-client.ts";
import { getAlgorithmName, type Signer } from "./signer.ts";

/** A certificate profile of Azure Trusted Signing (also known as Artifact Signing). */
export interface TrustedSigningProfile {
  /** `https://<region>.codesigning.azure.net` */
  readonly endpoint: string;
  readonly account: string;
  readonly profile: string;
  /** Certificates that the service leaves out, such as a private root. */
  readonly chain: readonly Certificate[];
}

/** The version of the service's data-plane REST API. */
const apiVersion = "api-version=2023-06-15-preview";
const firstPause = 200;
const longestPause = 2000;
const patience = 120_000;

/**
 * A signer of Azure Trusted Signing. Signing is a long-running operation (202, then asked for until it is done), and only its result tells the
 * certificate, which lives for three days. Keys are RSA there. Needs the role "Trusted Signing Certificate Profile Signer".
 */
export function createTrustedSigningSigner(profile: TrustedSigningProfile, host: SigningHost): Signer {
  const service = {
    name: `Azure Trusted Signing '${profile.endpoint}'`,
    endpoint: profile.endpoint,
    scope: "https://codesigning.azure.net/.default",
  };
  const base = `/codesigningaccounts/${encodeURIComponent(profile.account)}/certificateprofiles/${encodeURIComponent(profile.profile)}`;
  const request = createAzureClient(service, host);
  const fail = (detail: string) => failWith(finding("RMD8029", { service: service.name, detail }));

  return {
    kind: "rsa",
    name: `the profile '${profile.profile}' in ${service.name}`,
    certificates: undefined,
    sign: async (digest, hash) => {
      let answer = await request(`${base}:sign?${apiVersion}`, {
        signatureAlgorithm: getAlgorithmName("rsa", hash),
        digest: Buffer.from(digest).toString("base64"),
      });
      if (!answer.value) return failWith(...answer.diagnostics);
      const { operationLocation, body } = answer.value;
      const operation =
        operationLocation ??
        (typeof body["operationId"] === "string" ? `${base}/sign/${encodeURIComponent(body["operationId"])}` : undefined);
      let waited = 0;
      for (let pause = firstPause; isPending(answer.value); pause = Math.min(pause * 2, longestPause)) {
        if (operation === undefined) return fail("its answer names no operation to ask for");
        if (waited > patience) return fail(`the operation was not done after ${patience / 1000} seconds`);
        const wait: number = answer.value.retryAfter ?? pause;
        await host.sleep(wait);
        waited += wait;
        answer = await request(operation.includes("api-version=") ? operation : `${operation}?${apiVersion}`);
        if (!answer.value) return failWith(...answer.diagnostics);
      }
      const { status } = answer.value.body;
      if (String(status).toLowerCase() !== "succeeded") return fail(`the operation ended as '${String(status)}'`);
      const result = readResult(answer.value);
      return result
        ? succeed({ signature: result.signature, certificates: [...result.certificates, ...profile.chain] })
        : fail("its answer holds no signature with a certificate");
    },
  };
}

/** The states of the service's operations; it has also been seen to spell them with spaces and in other letters. */
function isPending({ body }: AzureAnswer): boolean {
  return ["inprogress", "running", "notstarted"].includes(String(body["status"]).replace(/\s/gu, "").toLowerCase());
}

/** Signature and chain of a finished operation; newer versions nest them in `result`. The chain is a PKCS #7 in base64, in base64 once more. */
function readResult({ body }: AzureAnswer): { readonly signature: Uint8Array; readonly certificates: readonly Certificate[] } | undefined {
  const nested = body["result"];
  const { signature, signingCertificate }: { signature?: unknown; signingCertificate?: unknown } =
    typeof nested === "object" && nested !== null ? nested : body;
  if (typeof signature !== "string" || typeof signingCertificate !== "string") return undefined;
  const outer = Buffer.from(signingCertificate, "base64");
  const isText = outer[0] !== 0x30;
  const read = readCertificates(new Uint8Array(isText ? Buffer.from(outer.toString("latin1"), "base64") : outer));
  if ("detail" in read) return undefined;
  const leaf = read.value.find(
    (certificate) =>
      certificate.authority === undefined && !read.value.some((other) => other !== certificate && other.isSignedBy(certificate)),
  );
  if (!leaf) return undefined;
  return {
    signature: new Uint8Array(Buffer.from(signature, "base64")),
    certificates: [leaf, ...read.value.filter((certificate) => certificate !== leaf)],
  };
}
