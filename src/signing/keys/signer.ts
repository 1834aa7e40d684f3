import { constants, createPublicKey, privateEncrypt, publicDecrypt, verify, type KeyObject } from "node:crypto";
import { algorithmIdentifier, equalBytes, octetString, sequence } from "../asn1/der-writer.ts";
import { oids } from "../asn1/object-identifiers.ts";
import type { Certificate } from "../certificate/certificate.ts";
import { findKeyKind } from "../certificate/requirements.ts";
import type { SignatureKind } from "../cms/signed-data.ts";
import type { HashName } from "../hash.ts";
import { succeed, type Outcome } from "../outcome.ts";

/** A signature with the certificates that belong to it, leaf first. */
export interface KeySignature {
  /** RSA: PKCS #1 v1.5; ECDSA: DER. */
  readonly signature: Uint8Array;
  readonly certificates: readonly Certificate[];
}

/** A key that signs digests, wherever it lives. */
export interface Signer {
  readonly kind: SignatureKind;
  /** For messages: `key.pfx`, `the signer command 'x'`. Never holds a secret. */
  readonly name: string;
  /** Leaf first; undefined when the service tells its certificate only together with a signature (Azure Trusted Signing). */
  readonly certificates: readonly Certificate[] | undefined;
  /** Signs a digest of the given hash. */
  sign(digest: Uint8Array, hash: HashName): Promise<Outcome<KeySignature>>;
}

/** DigestInfo (RFC 8017, 9.2): what PKCS #1 v1.5 pads. */
export function encodeDigestInfo(digest: Uint8Array, hash: HashName): Uint8Array {
  return sequence(algorithmIdentifier(oids[hash], "null"), octetString(digest));
}

/** JSON Web Algorithm names (RFC 7518, 3.1), which Azure and signer commands are asked with. ECDSA there binds the curve, not the hash; the services do the same. */
export function getAlgorithmName(kind: SignatureKind, hash: HashName): string {
  return `${kind === "rsa" ? "RS" : "ES"}${hash.slice(3)}`;
}

/** A signer whose key is at hand. Gives the same bytes for the same digest: PKCS #1 v1.5 has no randomness, and ECDSA follows RFC 6979. */
export function createLocalSigner(name: string, privateKey: KeyObject, certificates: readonly Certificate[]): Signer {
  const kind = findKeyKind(createPublicKey(privateKey))?.kind ?? "rsa";
  return {
    kind,
    name,
    certificates,
    sign: async (digest, hash) => succeed({ signature: await signDigest(privateKey, digest, hash), certificates }),
  };
}

/** Signs a digest with a key at hand, RSA or ECDSA by the key's type. */
export async function signDigest(privateKey: KeyObject, digest: Uint8Array, hash: HashName): Promise<Uint8Array> {
  if (privateKey.asymmetricKeyType === "ec") {
    const { signDeterministic } = await import("./deterministic-ecdsa.ts");
    return signDeterministic(privateKey, digest, hash);
  }
  // Private encryption with this padding is the signature itself (RFC 8017, 8.2.1): node:crypto has no other way to sign a finished digest.
  return new Uint8Array(privateEncrypt({ key: privateKey, padding: constants.RSA_PKCS1_PADDING }, encodeDigestInfo(digest, hash)));
}

/** True when the signature is that of the message under the certificate's key. */
export function isSignatureOf(certificate: Certificate, message: Uint8Array, hash: HashName, signature: Uint8Array): boolean {
  try {
    return verify(hash, message, certificate.publicKey, signature);
  } catch {
    return false;
  }
}

/**
 * True when the signature is that of a finished digest, for which node:crypto has no direct way. RSA: opening the signature must give the
 * DigestInfo (RFC 8017, 8.2.2).
 */
export async function isDigestSignature(
  certificate: Certificate,
  digest: Uint8Array,
  hash: HashName,
  signature: Uint8Array,
): Promise<boolean> {
  if (certificate.publicKey.asymmetricKeyType === "ec")
    return (await import("./deterministic-ecdsa.ts")).isEcdsaSignature(certificate.publicKey, digest, signature);
  try {
    const opened = publicDecrypt({ key: certificate.publicKey, padding: constants.RSA_PKCS1_PADDING }, signature);
    return equalBytes(opened, encodeDigestInfo(digest, hash));
  } catch {
    return false;
  }
}
