import type { KeyObject } from "node:crypto";
import { oids } from "../../../src/signing/asn1/object-identifiers.ts";
import { parseCertificate, type Certificate } from "../../../src/signing/certificate/certificate.ts";
import { issueCertificate, type CertificateRequest } from "../../../src/signing/certificate/issue.ts";
import { generateTestKey, type TestKeyKind } from "../../../src/signing/test-certificate.ts";

/** A certificate with its key. */
export interface Identity {
  readonly certificate: Certificate;
  readonly privateKey: KeyObject;
}

let serial = 1;
const day = 24 * 3600 * 1000;

/** Issues a certificate; self-signed without an issuer. Valid from yesterday for 400 days unless told otherwise. */
export async function issue(
  commonName: string,
  issuer: Identity | undefined,
  changes: Partial<CertificateRequest> & { key?: TestKeyKind } = {},
): Promise<Identity> {
  const privateKey = generateTestKey(changes.key ?? "p256");
  const der = await issueCertificate({
    commonName,
    publicKey: privateKey,
    issuerName: issuer ? issuer.certificate.subject.replace(/^CN=/u, "") : commonName,
    issuerKey: issuer ? issuer.privateKey : privateKey,
    serialNumber: Uint8Array.of(1, serial >> 8, serial++ & 255),
    notBefore: new Date(Date.now() - day),
    notAfter: new Date(Date.now() + 400 * day),
    hash: "sha256",
    purposes: [],
    isAuthority: false,
    ...changes,
  });
  const parsed = parseCertificate(der);
  if ("detail" in parsed) throw new Error(parsed.detail);
  return { certificate: parsed.value, privateKey };
}

/** A root, an intermediate and a code signer below it, as a company would have. */
export async function issueHierarchy(key: TestKeyKind): Promise<{ root: Identity; intermediate: Identity; signer: Identity }> {
  const root = await issue(`Root for ${key}`, undefined, { isAuthority: true });
  const intermediate = await issue(`Intermediate for ${key}`, root, { isAuthority: true });
  const signer = await issue(`Signer with ${key}`, intermediate, { key, purposes: [oids.codeSigning] });
  return { root, intermediate, signer };
}
