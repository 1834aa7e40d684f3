import { createPublicKey, type KeyObject } from "node:crypto";
import {
  algorithmIdentifier,
  bitString,
  boolean,
  certificateTime,
  contextTag,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  setOf,
  unsignedInteger,
  utf8String,
} from "../asn1/der-writer.ts";
import { oids } from "../asn1/object-identifiers.ts";
import { hashBytes, type HashName } from "../hash.ts";
import { signDigest } from "../keys/signer.ts";

/** What a new certificate says. Times are cut to whole seconds. */
export interface CertificateRequest {
  readonly commonName: string;
  readonly publicKey: KeyObject;
  readonly issuerName: string;
  readonly issuerKey: KeyObject;
  readonly serialNumber: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly hash: HashName;
  /** Purposes as object identifiers; empty: no extendedKeyUsage. */
  readonly purposes: readonly string[];
  /** Whether the purposes are critical; by default only for time stamps, where RFC 3161, 2.3 wants it. */
  readonly criticalPurposes?: boolean;
  readonly isAuthority: boolean;
}

const name = (commonName: string): Uint8Array => sequence(setOf(sequence(objectIdentifier(oids.commonName), utf8String(commonName))));

const extension = (oid: string, critical: boolean, value: Uint8Array): Uint8Array =>
  sequence(objectIdentifier(oid), ...(critical ? [boolean(true)] : []), octetString(value));

/** keyUsage bits (RFC 5280, 4.2.1.3): keyCertSign and cRLSign for authorities, digitalSignature for all others. */
const keyUsage = (isAuthority: boolean): Uint8Array =>
  isAuthority ? bitString(Uint8Array.of(0x06), 1) : bitString(Uint8Array.of(0x80), 7);

const ecdsaOids = { sha256: oids.ecdsaWithSha256, sha384: oids.ecdsaWithSha384, sha512: oids.ecdsaWithSha512 } as const;
const rsaOids = { sha256: oids.rsaWithSha256, sha384: oids.rsaWithSha384, sha512: oids.rsaWithSha512 } as const;

/** Makes a certificate (DER, RFC 5280 version 3). For certificates to try out and for tests, not an authority for real use. */
export async function issueCertificate(request: CertificateRequest): Promise<Uint8Array> {
  const { hash, isAuthority, issuerKey, publicKey, purposes } = request;
  const algorithm =
    issuerKey.asymmetricKeyType === "ec" ? algorithmIdentifier(ecdsaOids[hash], "absent") : algorithmIdentifier(rsaOids[hash], "null");
  const spki = new Uint8Array(
    (publicKey.type === "private" ? createPublicKey(publicKey) : publicKey).export({ type: "spki", format: "der" }),
  );
  const extensions = [
    extension(oids.basicConstraints, true, isAuthority ? sequence(boolean(true)) : sequence()),
    extension(oids.keyUsage, true, keyUsage(isAuthority)),
    ...(purposes.length > 0
      ? [
          extension(
            oids.extendedKeyUsage,
            request.criticalPurposes ?? purposes.includes(oids.timeStamping),
            sequence(...purposes.map(objectIdentifier)),
          ),
        ]
      : []),
  ];
  const body = sequence(
    contextTag(0, integer(2)),
    unsignedInteger(request.serialNumber),
    algorithm,
    name(request.issuerName),
    sequence(certificateTime(request.notBefore), certificateTime(request.notAfter)),
    name(request.commonName),
    spki,
    contextTag(3, sequence(...extensions)),
  );
  return sequence(body, algorithm, bitString(await signDigest(issuerKey, hashBytes(hash, body), hash)));
}
