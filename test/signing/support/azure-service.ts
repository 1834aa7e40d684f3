import { randomUUID } from "node:crypto";
import { sequence, integer, setOf, objectIdentifier, contextTag } from "../../../src/signing/asn1/der-writer.ts";
import { oids } from "../../../src/signing/asn1/object-identifiers.ts";
import { readDer, readMembers } from "../../../src/signing/asn1/der-reader.ts";
import { signDigest } from "../../../src/signing/keys/signer.ts";
import type { HashName } from "../../../src/signing/hash.ts";
import type { Identity } from "./authority.ts";
import { startHttpServer, type CannedAnswer, type SeenRequest } from "./http-server.ts";

/** Faults that the next requests meet, in turn, before the service does its work. */
export type Fault = "throttled" | "throttled until a date" | "unavailable" | "expired token" | "forbidden";

/** A local service that answers as Azure's documentation says Key Vault and Trusted Signing do. */
export interface AzureService {
  readonly url: string;
  readonly requests: SeenRequest[];
  readonly faults: Fault[];
  /** The tokens that it takes. */
  readonly validTokens: Set<string>;
  /** How often an operation is still in progress when asked for. */
  pending: number;
  /** How operations end. */
  ending: "Succeeded" | "Failed" | "TimedOut";
  /** Whether an answer carries the address of its operation, or only its identifier. */
  operationLocation: "own" | "foreign" | "absent";
}

const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): CannedAnswer => ({
  status,
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(body),
});

const faultAnswers: Readonly<Record<Fault, () => CannedAnswer>> = {
  throttled: () =>
    json(
      429,
      { error: { code: "Throttled", message: "Request was not processed because too many requests were received." } },
      { "retry-after": "7" },
    ),
  "throttled until a date": () =>
    json(
      429,
      { error: { code: "Throttled", message: "Too many requests." } },
      { "retry-after": new Date(Date.now() + 20_000).toUTCString() },
    ),
  unavailable: () => ({ status: 503, body: "Service Unavailable" }),
  "expired token": () =>
    json(
      401,
      { error: { code: "Unauthorized", message: "[TokenExpired] Error validating token: 'S2S12086'." } },
      { "www-authenticate": 'Bearer authorization="https://login.windows.net/common"' },
    ),
  forbidden: () => json(403, { error: { code: "Forbidden", message: "The user does not have keys sign permission on key vault." } }),
};

export async function startAzureService(signer: Identity, chain: readonly Identity[]): Promise<AzureService> {
  const operations = new Map<string, { polls: number; signature: string }>();
  const state: AzureService = {
    url: "",
    requests: [],
    faults: [],
    validTokens: new Set(["token-1"]),
    pending: 2,
    ending: "Succeeded",
    operationLocation: "own",
  };
  const url = await startHttpServer(async (request) => {
    state.requests.push(request);
    const fault = state.faults.shift();
    if (fault) return faultAnswers[fault]();
    if (!state.validTokens.has(request.headers.authorization?.replace("Bearer ", "") ?? "")) return faultAnswers["expired token"]();
    return request.url.startsWith("/codesigningaccounts/") ? answerTrustedSigning(request) : answerKeyVault(request);
  });

  const answerKeyVault = async ({ method, url: path, body }: SeenRequest): Promise<CannedAnswer> => {
    if (method === "GET" && path.startsWith("/certificates/code")) {
      return json(200, {
        id: `${url}/certificates/code/v1`,
        kid: `${url}/keys/code/v1`,
        cer: Buffer.from(signer.certificate.der).toString("base64"),
        attributes: { enabled: true },
      });
    }
    if (method !== "POST" || path !== "/keys/code/v1/sign?api-version=7.4")
      return json(404, {
        error: { code: "CertificateNotFound", message: "A certificate with this name was not found in this key vault." },
      });
    const { alg, value } = JSON.parse(body.toString()) as { alg: string; value: string };
    const signature = await signDigest(
      signer.privateKey,
      new Uint8Array(Buffer.from(value, "base64url")),
      `sha${alg.slice(2)}` as HashName,
    );
    const raw = alg.startsWith("ES") ? derToRaw(signature) : signature;
    return json(200, { kid: `${url}/keys/code/v1`, value: Buffer.from(raw).toString("base64url") });
  };

  const answerTrustedSigning = async ({ method, url: path, body }: SeenRequest): Promise<CannedAnswer> => {
    const base = "/codesigningaccounts/corp/certificateprofiles/code";
    if (method === "POST" && path.startsWith(`${base}:sign?api-version=`)) {
      const { signatureAlgorithm, digest } = JSON.parse(body.toString()) as { signatureAlgorithm: string; digest: string };
      const signature = await signDigest(
        signer.privateKey,
        new Uint8Array(Buffer.from(digest, "base64")),
        `sha${signatureAlgorithm.slice(2)}` as HashName,
      );
      const operationId = randomUUID();
      operations.set(operationId, { polls: 0, signature: Buffer.from(signature).toString("base64") });
      const origin = state.operationLocation === "foreign" ? "https://attacker.example" : url;
      const header: Readonly<Record<string, string>> =
        state.operationLocation === "absent"
          ? {}
          : { "operation-location": `${origin}${base}/sign/${operationId}?api-version=2023-06-15-preview` };
      return json(202, { operationId, status: "InProgress" }, header);
    }
    const operation = operations.get(/\/sign\/([^?]+)\?api-version=/u.exec(path)?.[1] ?? "");
    if (!operation) return json(404, { errorDetail: { code: "NotFound", message: "The operation was not found." } });
    if (operation.polls++ < state.pending) return json(200, { status: "InProgress" });
    if (state.ending !== "Succeeded") return json(200, { status: state.ending });
    const bundle = Buffer.from(bundleCertificates([...chain].reverse().concat(signer))).toString("base64");
    return json(200, { status: "Succeeded", signature: operation.signature, signingCertificate: Buffer.from(bundle).toString("base64") });
  };
  return Object.assign(state, { url });
}

/** PKCS #7 with certificates alone, in which the service tells its chain. */
const bundleCertificates = (identities: readonly Identity[]): Uint8Array =>
  sequence(
    objectIdentifier(oids.signedData),
    contextTag(
      0,
      sequence(
        integer(1),
        setOf(),
        sequence(objectIdentifier("1.2.840.113549.1.7.1")),
        contextTag(0, ...identities.map(({ certificate }) => certificate.der)),
        setOf(),
      ),
    ),
  );

/** Azure gives ECDSA signatures as JSON Web Signatures do: r and s in equal width. */
function derToRaw(der: Uint8Array): Uint8Array {
  const numbers = readMembers(readDer(der), 0x30, "the signature").map(({ content }) => Buffer.from(content));
  return new Uint8Array(Buffer.concat(numbers.map((number) => Buffer.concat([Buffer.alloc(32), number]).subarray(-32))));
}
