import { createHash, X509Certificate, type KeyObject } from "node:crypto";
import {
  derTags,
  expectTag,
  readDer,
  readMembers,
  readObjectIdentifier,
  readSmallInteger,
  readTime,
  tryDer,
  DerError,
  type DerNode,
} from "../asn1/der-reader.ts";
import { oids } from "../asn1/object-identifiers.ts";
import { hashBytes, toHex } from "../hash.ts";

/** A certificate as far as signing and verification look at it. Read twice, by our strict reader and by OpenSSL; both must agree that it is one. */
export interface Certificate {
  readonly der: Uint8Array;
  /** Names for people: `CN=…, O=…`, most specific first. */
  readonly subject: string;
  readonly issuer: string;
  readonly subjectName: Uint8Array;
  readonly issuerName: Uint8Array;
  /** The whole INTEGER, DER. */
  readonly serialNumber: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly publicKey: KeyObject;
  readonly signatureAlgorithm: string;
  /** A root, or a lone certificate of its own making. */
  readonly isSelfSigned: boolean;
  /** undefined: no basicConstraints, hence no certificate authority. */
  readonly authority: { readonly pathLength: number | undefined } | undefined;
  /** undefined: no keyUsage, everything is allowed. */
  readonly keyUsage: { readonly digitalSignature: boolean; readonly certificateSigning: boolean } | undefined;
  /** undefined: no extendedKeyUsage. */
  readonly extendedKeyUsage: { readonly critical: boolean; readonly purposes: readonly string[] } | undefined;
  /** Critical extensions that nobody here understands; RFC 5280, 4.2 wants the certificate refused then. */
  readonly unknownCritical: readonly string[];
  /** SHA-1 of the certificate, as Windows and Intune show it. A name, not a protection. */
  readonly thumbprint: string;
  readonly fingerprint: string;
  /** True when `issuer`'s key signed this certificate. */
  isSignedBy(issuer: Certificate): boolean;
}

/** Reads one DER certificate, or says what is wrong with it. Never throws. */
export function parseCertificate(der: Uint8Array): { readonly value: Certificate } | { readonly detail: string } {
  let x509: X509Certificate;
  let publicKey: KeyObject;
  try {
    x509 = new X509Certificate(der);
    publicKey = x509.publicKey;
  } catch {
    return { detail: "a certificate cannot be read" };
  }
  return tryDer(() => readCertificate(new Uint8Array(der), x509, publicKey));
}

function readCertificate(der: Uint8Array, x509: X509Certificate, publicKey: KeyObject): Certificate {
  const [tbs, algorithm] = readMembers(readDer(der), derTags.sequence, "a certificate");
  const fields = readMembers(tbs, derTags.sequence, "a certificate's body");
  if (fields[0]?.tag === 0xa0) fields.shift();
  const [serialNumber, innerAlgorithm, issuer, validity, subject, , ...optional] = fields;
  const [notBefore, notAfter] = readMembers(validity, derTags.sequence, "a certificate's validity");
  if (
    Buffer.compare(
      expectTag(algorithm, derTags.sequence, "the algorithm").raw,
      expectTag(innerAlgorithm, derTags.sequence, "the algorithm").raw,
    ) !== 0
  ) {
    throw new DerError("a certificate names two signature algorithms");
  }
  const issuerName = expectTag(issuer, derTags.sequence, "a certificate's issuer").raw;
  const subjectName = expectTag(subject, derTags.sequence, "a certificate's subject").raw;
  return {
    der,
    subject: displayName(x509.subject),
    issuer: displayName(x509.issuer),
    subjectName,
    issuerName,
    serialNumber: expectTag(serialNumber, derTags.integer, "a certificate's serial number").raw,
    notBefore: readTime(notBefore, "the start of a certificate's validity"),
    notAfter: readTime(notAfter, "the end of a certificate's validity"),
    publicKey,
    signatureAlgorithm: readObjectIdentifier(readMembers(algorithm, derTags.sequence, "the algorithm")[0], "a certificate's algorithm"),
    // Asked of few certificates, and checking a signature is the costliest thing here.
    get isSelfSigned() {
      return Buffer.compare(issuerName, subjectName) === 0 && isSigned(x509, publicKey);
    },
    ...readExtensions(optional.find((node) => node.tag === 0xa3)),
    thumbprint: createHash("sha1").update(der).digest("hex").toUpperCase(),
    fingerprint: toHex(hashBytes("sha256", der)),
    isSignedBy: (authority) => isSigned(x509, authority.publicKey),
  };
}

/** OpenSSL throws where the key cannot belong to the signature's algorithm. */
function isSigned(x509: X509Certificate, key: KeyObject): boolean {
  try {
    return x509.verify(key);
  } catch {
    return false;
  }
}

type Extensions = Pick<Certificate, "authority" | "keyUsage" | "extendedKeyUsage" | "unknownCritical">;

/** Extensions that need no work here: policies are not asked for, alternative names and key identifiers do not matter to trust. */
const harmless: readonly string[] = [
  oids.certificatePolicies,
  oids.subjectAlternativeName,
  oids.subjectKeyIdentifier,
  oids.authorityKeyIdentifier,
];

function readExtensions(node: DerNode | undefined): Extensions {
  let result: Extensions = { authority: undefined, keyUsage: undefined, extendedKeyUsage: undefined, unknownCritical: [] };
  if (!node) return result;
  const [list] = readMembers(node, 0xa3, "a certificate's extensions");
  const seen = new Set<string>();
  for (const extension of readMembers(list, derTags.sequence, "a certificate's extensions")) {
    const [type, ...rest] = readMembers(extension, derTags.sequence, "an extension");
    const oid = readObjectIdentifier(type, "an extension's type");
    if (seen.has(oid)) throw new DerError(`a certificate has the extension ${oid} twice`);
    seen.add(oid);
    const critical = rest.length === 2 && rest[0]?.content[0] !== 0;
    const value = readDer(expectTag(rest.at(-1), derTags.octetString, "an extension's value").content);
    if (oid === oids.basicConstraints) {
      const members = readMembers(value, derTags.sequence, "the basic constraints");
      const isAuthority = members[0]?.tag === derTags.boolean && members[0].content[0] !== 0;
      const length = isAuthority ? members[1] : undefined;
      if (isAuthority) result = { ...result, authority: { pathLength: length && readSmallInteger(length, "a path length") } };
    } else if (oid === oids.keyUsage) {
      const bits = expectTag(value, derTags.bitString, "the key usage").content[1] ?? 0;
      result = { ...result, keyUsage: { digitalSignature: (bits & 0x80) !== 0, certificateSigning: (bits & 0x04) !== 0 } };
    } else if (oid === oids.extendedKeyUsage) {
      const purposes = readMembers(value, derTags.sequence, "the extended key usage").map((purpose) =>
        readObjectIdentifier(purpose, "a purpose"),
      );
      result = { ...result, extendedKeyUsage: { critical, purposes } };
    } else if (critical && !harmless.includes(oid)) {
      result = { ...result, unknownCritical: [...result.unknownCritical, oid] };
    }
  }
  return result;
}

/** OpenSSL writes a name over several lines, the most general part first. */
function displayName(name: string | undefined): string {
  return (name ?? "").split("\n").reverse().join(", ");
}
