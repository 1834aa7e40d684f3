import { contextTag, integer, objectIdentifier, octetString, sequence, setOf } from "../asn1/der-writer.ts";
import {
  DerError,
  derTags,
  expectTag,
  readDer,
  readMembers,
  readObjectIdentifier,
  readSmallInteger,
  type DerNode,
} from "../asn1/der-reader.ts";
import { oids } from "../asn1/object-identifiers.ts";

/** A token cut into its parts. What is undefined is optional and was left out. */
export interface TokenParts {
  readonly hashes: readonly DerNode[];
  readonly info: Uint8Array;
  readonly certificates: DerNode | undefined;
  readonly revocations: DerNode | undefined;
  readonly signer: SignerParts;
}

/** The one SignerInfo of a token (RFC 5652, 5.3). */
export interface SignerParts {
  readonly issuer: DerNode;
  readonly serialNumber: DerNode;
  readonly hash: DerNode;
  readonly attributes: DerNode;
  readonly algorithm: DerNode;
  readonly signature: DerNode;
  readonly unsigned: DerNode | undefined;
}

/** Cuts a token up. Throws a DerError when it is not a CMS SignedData of version 3 around a TSTInfo. */
export function readParts(bytes: Uint8Array): TokenParts {
  const [type, explicit] = readMembers(readDer(bytes), derTags.sequence, "the token");
  expectOid(type, oids.signedData, "the token's type");
  const [body] = readMembers(explicit, 0xa0, "the token's signed data");
  const [version, hashes, contentInfo, ...rest] = readMembers(body, derTags.sequence, "the token's signed data");
  if (readSmallInteger(version, "the token's version") !== 3) throw new DerError("the token is not a signed data of version 3");
  const [contentType, content] = readMembers(contentInfo, derTags.sequence, "the token's content");
  expectOid(contentType, oids.timestampInfo, "the token's content type");
  const [octets] = readMembers(content, 0xa0, "the token's content");
  const [signer] = readMembers(rest.at(-1), derTags.set, "the token's signers");
  return {
    hashes: readMembers(hashes, derTags.set, "the token's hashes"),
    info: expectTag(octets, derTags.octetString, "the token's content").content,
    certificates: rest.find((node) => node.tag === 0xa0),
    revocations: rest.find((node) => node.tag === 0xa1),
    signer: readSignerParts(signer),
  };
}

function readSignerParts(node: DerNode | undefined): SignerParts {
  const [version, identifier, hash, attributes, algorithm, signature, unsigned] = readMembers(node, derTags.sequence, "the token's signer");
  if (readSmallInteger(version, "the signer's version") !== 1)
    throw new DerError("the token's signer is not named by issuer and serial number");
  const [issuer, serialNumber] = readMembers(identifier, derTags.sequence, "the token's signer");
  return {
    issuer: expectTag(issuer, derTags.sequence, "the signer's issuer"),
    serialNumber: expectTag(serialNumber, derTags.integer, "the signer's serial number"),
    hash: expectTag(hash, derTags.sequence, "the signer's hash"),
    attributes: expectTag(attributes, 0xa0, "the token's signed attributes"),
    algorithm: expectTag(algorithm, derTags.sequence, "the token's algorithm"),
    signature: expectTag(signature, derTags.octetString, "the token's signature"),
    unsigned: unsigned && expectTag(unsigned, 0xa1, "the token's unsigned attributes"),
  };
}

/** Puts the parts together again; a token that holds anything else comes out differently. */
export function encodeParts({ hashes, info, certificates, revocations, signer }: TokenParts): Uint8Array {
  const optional = (node: DerNode | undefined): readonly Uint8Array[] => (node ? [node.raw] : []);
  const signerInfo = sequence(
    integer(1),
    sequence(signer.issuer.raw, signer.serialNumber.raw),
    ...[signer.hash, signer.attributes, signer.algorithm, signer.signature].map((node) => node.raw),
    ...optional(signer.unsigned),
  );
  const content = sequence(objectIdentifier(oids.timestampInfo), contextTag(0, octetString(info)));
  const body = sequence(
    integer(3),
    setOf(...hashes.map((node) => node.raw)),
    content,
    ...optional(certificates),
    ...optional(revocations),
    setOf(signerInfo),
  );
  return sequence(objectIdentifier(oids.signedData), contextTag(0, body));
}

function expectOid(node: DerNode | undefined, oid: string, what: string): void {
  if (readObjectIdentifier(node, what) !== oid) throw new DerError(`${what} is not ${oid}`);
}
