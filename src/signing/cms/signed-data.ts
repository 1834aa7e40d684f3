import {
  algorithmIdentifier,
  compareBytes,
  concatBytes,
  contextTag,
  encodeTlv,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  setOf,
} from "../asn1/der-writer.ts";
import { oids } from "../asn1/object-identifiers.ts";
import type { HashName } from "../hash.ts";

/** A signed attribute: its type and its one value (DER). */
export interface Attribute {
  readonly type: string;
  readonly value: Uint8Array;
}

/** How a signature was made. The hash is that of the whole message. */
export type SignatureKind = "rsa" | "ec";

/**
 * A PKCS #7 1.5 SignedData of Authenticode as plain data (RFC 2315, not CMS: version 1, and the content is a bare SEQUENCE). Every value
 * of this type has exactly one encoding, which is how the reader refuses all others.
 */
export interface SignedData {
  readonly hash: HashName;
  /** SpcIndirectDataContent, DER. */
  readonly content: Uint8Array;
  /** Leaf and intermediates, DER, in the order of the file. */
  readonly certificates: readonly Uint8Array[];
  /** Names the leaf: the issuer's name (DER) and the serial number (a whole INTEGER, DER). */
  readonly issuer: Uint8Array;
  readonly serialNumber: Uint8Array;
  readonly signedAttributes: readonly Attribute[];
  readonly signatureKind: SignatureKind;
  /** RSA: PKCS #1 v1.5; ECDSA: SEQUENCE of r and s. */
  readonly signature: Uint8Array;
  /** The RFC 3161 token (DER), kept byte for byte. */
  readonly timestampToken: Uint8Array | undefined;
}

const encodeAttribute = (attribute: Attribute): Uint8Array => sequence(objectIdentifier(attribute.type), setOf(attribute.value));

/** Puts attributes into the order of a DER SET OF: they stand in the file in the very octets that were signed. */
export function sortAttributes(attributes: readonly Attribute[]): readonly Attribute[] {
  return [...attributes].sort((a, b) => compareBytes(encodeAttribute(a), encodeAttribute(b)));
}

/** The octets that are signed: the attributes as a SET OF (RFC 2315, 9.3), although they stand in the file as `[0]`. */
export function encodeSignedAttributes(attributes: readonly Attribute[]): Uint8Array {
  return setOf(...attributes.map(encodeAttribute));
}

/** The octets over which `messageDigest` goes: the content without tag and length (RFC 2315, 9.3). */
export function contentOctets(content: Uint8Array): Uint8Array {
  const first = content[1] ?? 0;
  return content.subarray(first < 0x80 ? 2 : 2 + (first & 0x7f));
}

const ecdsaOids = { sha256: oids.ecdsaWithSha256, sha384: oids.ecdsaWithSha384, sha512: oids.ecdsaWithSha512 } as const;

/** The signature's AlgorithmIdentifier: plain rsaEncryption for RSA, the pair with the hash for ECDSA (RFC 5754, 3.2 and 3.3). */
export function encodeSignatureAlgorithm(kind: SignatureKind, hash: HashName): Uint8Array {
  return kind === "rsa" ? algorithmIdentifier(oids.rsaEncryption, "null") : algorithmIdentifier(ecdsaOids[hash], "absent");
}

/** The one encoding of a SignedData, as a ContentInfo. */
export function encodeSignedData(data: SignedData): Uint8Array {
  const hashIdentifier = algorithmIdentifier(oids[data.hash], "null");
  const attributes = encodeTlv(0xa0, concatBytes(sortAttributes(data.signedAttributes).map(encodeAttribute)));
  const timestamp = data.timestampToken
    ? [contextTag(1, sequence(objectIdentifier(oids.rfc3161Timestamp), setOf(data.timestampToken)))]
    : [];
  const signerInfo = sequence(
    integer(1),
    sequence(data.issuer, data.serialNumber),
    hashIdentifier,
    attributes,
    encodeSignatureAlgorithm(data.signatureKind, data.hash),
    octetString(data.signature),
    ...timestamp,
  );
  return sequence(
    objectIdentifier(oids.signedData),
    contextTag(
      0,
      sequence(
        integer(1),
        setOf(hashIdentifier),
        sequence(objectIdentifier(oids.spcIndirectData), contextTag(0, data.content)),
        contextTag(0, ...data.certificates),
        setOf(signerInfo),
      ),
    ),
  );
}
