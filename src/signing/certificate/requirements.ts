import type { KeyObject } from "node:crypto";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { oids } from "../asn1/object-identifiers.ts";
import { finding } from "../outcome.ts";
import type { Certificate } from "./certificate.ts";

/** RSA below this is refused: the CA/Browser Forum's code-signing rules ask for 3072 since 2021, but 2048 is still in wide use. */
const smallestRsaKey = 2048;

const curves: Readonly<Record<string, string>> = { prime256v1: "P-256", secp384r1: "P-384" };

/** The kind of a public key that may sign, with a name for people; undefined for all others (P-521, Ed25519, DSA, RSA-PSS), which Windows PowerShell does not verify. */
export function findKeyKind(
  key: KeyObject,
): { readonly kind: "rsa" | "ec"; readonly name: string; readonly isStrong: boolean } | undefined {
  const details = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === "rsa") {
    const bits = details.modulusLength ?? 0;
    return { kind: "rsa", name: `RSA ${bits}`, isStrong: bits >= smallestRsaKey };
  }
  const curve = key.asymmetricKeyType === "ec" ? curves[details.namedCurve ?? ""] : undefined;
  return curve === undefined ? undefined : { kind: "ec", name: `ECDSA ${curve}`, isStrong: true };
}

const strongAlgorithms: readonly string[] = [
  oids.rsaWithSha256,
  oids.rsaWithSha384,
  oids.rsaWithSha512,
  oids.rsaPss,
  oids.ecdsaWithSha256,
  oids.ecdsaWithSha384,
  oids.ecdsaWithSha512,
];

/** What speaks against the certificate's key and hash. A self-signed certificate's own signature proves nothing, so its hash does not matter. */
export function checkStrength(certificate: Certificate): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const { subject } = certificate;
  const key = findKeyKind(certificate.publicKey);
  if (!key) found.push(finding("RMD8006", { subject, key: certificate.publicKey.asymmetricKeyType ?? "unknown" }));
  else if (!key.isStrong) found.push(finding("RMD8006", { subject, key: key.name }));
  if (!certificate.isSelfSigned && !strongAlgorithms.includes(certificate.signatureAlgorithm)) {
    found.push(finding("RMD8005", { subject, algorithm: certificate.signatureAlgorithm }));
  }
  return found;
}

/** What speaks against the certificate at a time. */
export function checkValidity(certificate: Certificate, time: Date): readonly Diagnostic[] {
  const { subject, notBefore, notAfter } = certificate;
  if (time < notBefore) return [finding("RMD8002", { subject, notBefore: notBefore.toISOString(), time: time.toISOString() })];
  if (time > notAfter) return [finding("RMD8003", { subject, notAfter: notAfter.toISOString(), time: time.toISOString() })];
  return [];
}

/**
 * What speaks against a certificate as a signer of code. The code-signing purpose must be named: PowerShell does not take a certificate
 * without any purposes for one that has all.
 */
export function checkCodeSigner(certificate: Certificate): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  if (!certificate.extendedKeyUsage?.purposes.includes(oids.codeSigning)) found.push(finding("RMD8001", { subject: certificate.subject }));
  if (certificate.keyUsage && !certificate.keyUsage.digitalSignature) found.push(finding("RMD8036", { subject: certificate.subject }));
  return [...found, ...checkStrength(certificate)];
}
