import { equalBytes } from "../asn1/der-writer.ts";
import { DerError, derTags, expectTag, readDer, readMembers, readObjectIdentifier, tryDer, type DerNode } from "../asn1/der-reader.ts";
import { oids } from "../asn1/object-identifiers.ts";
import { findHash } from "../hash.ts";
import { failWith, finding, succeed, type Outcome } from "../outcome.ts";
import { encodeSignatureAlgorithm, encodeSignedData, type Attribute, type SignatureKind, type SignedData } from "./signed-data.ts";

/**
 * Reads an Authenticode SignedData. What was read is encoded again and must give the very same octets, so every lenient or surprising
 * form (BER, other versions, unsorted attributes, further signers, unknown unsigned attributes, octets behind the end) is refused.
 */
export function parseSignedData(bytes: Uint8Array, file: string): Outcome<SignedData> {
  const read = tryDer(() => readSignedData(bytes));
  if ("detail" in read) return failWith(finding("RMD8015", { file, detail: read.detail }));
  if (!equalBytes(encodeSignedData(read.value), bytes)) {
    return failWith(finding("RMD8015", { file, detail: "it is not in the one canonical form of an Authenticode signature" }));
  }
  return succeed(read.value);
}

function readSignedData(bytes: Uint8Array): SignedData {
  const [type, explicit] = readMembers(readDer(bytes), derTags.sequence, "the content info");
  expectOid(type, oids.signedData, "the content type");
  const [body] = readMembers(explicit, 0xa0, "the signed data");
  const [, , contentInfo, certificates, signerInfos, extra] = readMembers(body, derTags.sequence, "the signed data");
  if (extra) throw new DerError("there are revocation lists or other parts");
  const [spcType, spcContent] = readMembers(contentInfo, derTags.sequence, "the signed content");
  expectOid(spcType, oids.spcIndirectData, "the signed content's type");
  const [content] = readMembers(spcContent, 0xa0, "the signed content");
  const [signer, second] = readMembers(signerInfos, derTags.set, "the signers");
  if (second) throw new DerError("there is more than one signer");
  return {
    content: expectTag(content, derTags.sequence, "the indirect data").raw,
    certificates: readMembers(certificates, 0xa0, "the certificates").map((node) => expectTag(node, derTags.sequence, "a certificate").raw),
    ...readSigner(signer),
  };
}

function readSigner(node: DerNode | undefined): Omit<SignedData, "content" | "certificates"> {
  const [, identifier, hashNode, attributes, algorithm, signature, unsigned] = readMembers(node, derTags.sequence, "the signer");
  const [issuer, serialNumber] = readMembers(identifier, derTags.sequence, "the signer's name");
  const hashOid = readObjectIdentifier(readMembers(hashNode, derTags.sequence, "the hash")[0], "the hash");
  const hash = findHash(hashOid);
  if (!hash) throw new DerError(`the signature uses the hash ${hashOid}, which is weak or unknown`);
  const algorithmRaw = expectTag(algorithm, derTags.sequence, "the signature's algorithm").raw;
  const signatureKind = (["rsa", "ec"] as const).find((kind: SignatureKind) =>
    equalBytes(encodeSignatureAlgorithm(kind, hash), algorithmRaw),
  );
  if (!signatureKind) throw new DerError("the signature's algorithm is neither RSA nor ECDSA with the same hash");
  return {
    hash,
    issuer: expectTag(issuer, derTags.sequence, "the issuer's name").raw,
    serialNumber: expectTag(serialNumber, derTags.integer, "the serial number").raw,
    signedAttributes: readMembers(attributes, 0xa0, "the signed attributes").map(readAttribute),
    signatureKind,
    signature: expectTag(signature, derTags.octetString, "the signature").content,
    timestampToken: unsigned ? readTimestamp(unsigned) : undefined,
  };
}

/** Reads an attribute that has one value, as all attributes of Authenticode and of time stamps have. */
export function readAttribute(node: DerNode): Attribute {
  const [type, values] = readMembers(node, derTags.sequence, "an attribute");
  const members = readMembers(values, derTags.set, "an attribute's values");
  const [value] = members;
  if (!value || members.length !== 1) throw new DerError("an attribute does not have exactly one value");
  return { type: readObjectIdentifier(type, "an attribute's type"), value: value.raw };
}

function readTimestamp(unsigned: DerNode): Uint8Array {
  const attributes = readMembers(unsigned, 0xa1, "the unsigned attributes").map(readAttribute);
  const [attribute] = attributes;
  if (!attribute || attributes.length !== 1) throw new DerError("there is not exactly one unsigned attribute");
  if (attribute.type === oids.countersignature)
    throw new DerError("its time stamp is of the kind before RFC 3161, which is not trusted any more");
  if (attribute.type !== oids.rfc3161Timestamp) throw new DerError(`the unsigned attribute ${attribute.type} is not a time stamp`);
  return attribute.value;
}

function expectOid(node: DerNode | undefined, oid: string, what: string): void {
  const actual = readObjectIdentifier(node, what);
  if (actual !== oid) throw new DerError(`${what} is ${actual} instead of ${oid}`);
}
