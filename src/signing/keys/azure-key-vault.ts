import { parseCertificate, type Certificate } from "../certificate/certificate.ts";
import { findKeyKind } from "../certificate/requirements.ts";
import type { SigningHost } from "../host.ts";
import { failWith, finding, succeed, type Outcome } from "../outcome.ts";
import { createAzureClient } from "./azure-client.ts";
import { rawToDer } from "./ecdsa-forms.ts";
import { getAlgorithmName, type Signer } from "./signer.ts";

/** A certificate with its key in Azure Key Vault. */
export interface KeyVaultKey {
  /** `https://<name>.vault.azure.net` */
  readonly vault: string;
  readonly certificate: string;
  /** The newest when undefined. */
  readonly version: string | undefined;
  /** Intermediates and root: the vault tells the leaf alone. */
  readonly chain: readonly Certificate[];
}

/** The version of the service's REST API: "Get Certificate" and "Sign" of Azure Key Vault. */
const apiVersion = "api-version=7.4";

/** Opens a key in the vault: fetches its certificate now, and signs digests there later. Needs the rights certificates/get and keys/sign. */
export async function openKeyVaultSigner(key: KeyVaultKey, host: SigningHost): Promise<Outcome<Signer>> {
  const service = { name: `Azure Key Vault '${key.vault}'`, endpoint: key.vault, scope: "https://vault.azure.net/.default" };
  const name = `the key '${key.certificate}' in ${service.name}`;
  const request = createAzureClient(service, host);
  const fail = (detail: string) => failWith(finding("RMD8029", { service: service.name, detail }));

  const version = key.version === undefined ? "" : `/${encodeURIComponent(key.version)}`;
  const answer = await request(`/certificates/${encodeURIComponent(key.certificate)}${version}?${apiVersion}`);
  if (!answer.value) return failWith(...answer.diagnostics);
  const { kid, cer } = answer.value.body;
  if (typeof kid !== "string" || typeof cer !== "string") return fail("its answer holds no certificate with a key");
  const parsed = parseCertificate(new Uint8Array(Buffer.from(cer, "base64")));
  if ("detail" in parsed) return fail(parsed.detail);
  const leaf = parsed.value;
  const kind = findKeyKind(leaf.publicKey)?.kind ?? "rsa";
  const certificates = [leaf, ...key.chain];

  return succeed({
    kind,
    name,
    certificates,
    sign: async (digest, hash) => {
      const signed = await request(`${kid}/sign?${apiVersion}`, {
        alg: getAlgorithmName(kind, hash),
        value: Buffer.from(digest).toString("base64url"),
      });
      if (!signed.value) return failWith(...signed.diagnostics);
      const { value } = signed.value.body;
      if (typeof value !== "string") return fail("its answer holds no signature");
      const raw = new Uint8Array(Buffer.from(value, "base64url"));
      return succeed({ signature: kind === "ec" ? rawToDer(raw) : raw, certificates });
    },
  });
}
