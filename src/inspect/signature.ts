import { verify } from "node:crypto";
import {
  derTags,
  expectTag,
  readDer,
  readMembers,
  readNodeAt,
  readObjectIdentifier,
  readTime,
  tryDer,
  DerError,
} from "../signing/asn1/der-reader.ts";
import type { DerNode } from "../signing/asn1/der-reader.ts";
import { equalBytes } from "../signing/asn1/der-writer.ts";
import { oids } from "../signing/asn1/object-identifiers.ts";
import { parseCertificate } from "../signing/certificate/certificate.ts";
import type { Certificate } from "../signing/certificate/certificate.ts";
import { findHash, hashBytes, toHex } from "../signing/hash.ts";
import type { HashName } from "../signing/hash.ts";
import { readParts } from "../signing/timestamp/token-parts.ts";

/** An Authenticode signature as it stands in an installer. Whether its authority is believed is not asked: Windows does that where it is installed. */
export interface Signature {
  readonly signer: Certificate;
  /** When a time-stamp server saw it. */
  readonly time: Date | undefined;
  /** The digest of the file that was signed. */
  readonly digest: { readonly hash: HashName; readonly value: string };
  /** Whether the signer's key made it. */
  readonly isSound: boolean;
}

const SIGNING_TIME = "1.2.840.113549.1.9.5";
const MOST_CERTIFICATES = 50;

/**
 * Reads an Authenticode signature (PKCS #7), whatever follows it. Unlike the verifier of scripts it takes all forms that are in use: nested signatures, old time stamps,
 * more certificates than needed. Never throws.
 */
export function readSignature(bytes: Uint8Array): { readonly value: Signature } | { readonly detail: string } {
  return tryDer(() => readSignedData(readNodeAt(bytes, 0)));
}

function readSignedData(root: DerNode): Signature {
  const [type, explicit] = readMembers(root, derTags.sequence, "the signature");
  if (readObjectIdentifier(type, "its type") !== oids.signedData) throw new DerError("it is no signed data");
  const [body] = readMembers(explicit, 0xa0, "the signed data");
  const [, , contentInfo, ...rest] = readMembers(body, derTags.sequence, "the signed data");
  const [, wrapped] = readMembers(contentInfo, derTags.sequence, "the signed content");
  const content = expectTag(readMembers(wrapped, 0xa0, "the signed content")[0], derTags.sequence, "the signed content");
  const certificates = rest.find((node) => node.tag === 0xa0);
  const [signer] = readMembers(rest.at(-1), derTags.set, "the signers");
  const [, identifier, hashNode, attributes, , signature, unsigned] = readMembers(signer, derTags.sequence, "the signer");
  const certificate = findSigner(identifier, readMembers(certificates, 0xa0, "the certificates"));
  const hash = readHash(hashNode);
  const octets = Uint8Array.from(expectTag(attributes, 0xa0, "the signed attributes").raw);
  // They are signed as the set that they are, not under the tag in whose place they stand (RFC 5652, 5.4).
  octets[0] = derTags.set;
  return {
    signer: certificate,
    time: unsigned && readTimeStamp(unsigned),
    digest: readDigest(content),
    isSound:
      hasDigestOf(attributes, content, hash) &&
      isSigned(hash, octets, certificate, expectTag(signature, derTags.octetString, "the signature").content),
  };
}

function findSigner(identifier: DerNode | undefined, nodes: readonly DerNode[]): Certificate {
  const [issuer, serialNumber] = readMembers(identifier, derTags.sequence, "the signer's name");
  for (const node of nodes.slice(0, MOST_CERTIFICATES)) {
    const parsed = parseCertificate(node.raw);
    if (!("value" in parsed)) continue;
    const { value } = parsed;
    if (issuer && serialNumber && equalBytes(value.issuerName, issuer.raw) && equalBytes(value.serialNumber, serialNumber.raw))
      return value;
  }
  throw new DerError("it lacks its signer's certificate");
}

function readHash(node: DerNode | undefined): HashName {
  const oid = readObjectIdentifier(readMembers(node, derTags.sequence, "the hash")[0], "the hash");
  const hash = findHash(oid);
  if (!hash) throw new DerError(`it uses the hash ${oid}, which is weak or unknown`);
  return hash;
}

function readDigest(content: DerNode): Signature["digest"] {
  const [, info] = readMembers(content, derTags.sequence, "the signed content");
  const [algorithm, value] = readMembers(info, derTags.sequence, "the digest");
  return { hash: readHash(algorithm), value: toHex(expectTag(value, derTags.octetString, "the digest's value").content) };
}

/** The attributes are what is signed; one of them holds the digest of the content. */
function hasDigestOf(attributes: DerNode | undefined, content: DerNode, hash: HashName): boolean {
  const digest = findAttribute(attributes, 0xa0, oids.messageDigest);
  return digest?.tag === derTags.octetString && equalBytes(digest.content, hashBytes(hash, content.content));
}

function isSigned(hash: HashName, octets: Uint8Array, certificate: Certificate, signature: Uint8Array): boolean {
  try {
    return verify(hash, octets, certificate.publicKey, signature);
  } catch {
    return false;
  }
}

function findAttribute(attributes: DerNode | undefined, tag: number, oid: string): DerNode | undefined {
  for (const attribute of readMembers(attributes, tag, "the attributes")) {
    const [type, values] = readMembers(attribute, derTags.sequence, "an attribute");
    if (readObjectIdentifier(type, "an attribute's type") === oid) return readMembers(values, derTags.set, "an attribute's values")[0];
  }
  return undefined;
}

/** Undefined where there is none that can be read: a time stamp that is damaged proves nothing. */
function readTimeStamp(unsigned: DerNode): Date | undefined {
  const read = tryDer(() => {
    const token = findAttribute(unsigned, 0xa1, oids.rfc3161Timestamp);
    if (token) return readTime(readMembers(readDer(readParts(token.raw).info), derTags.sequence, "the time stamp")[4], "the time");
    const counter = findAttribute(unsigned, 0xa1, oids.countersignature);
    const attributes = counter && readMembers(counter, derTags.sequence, "the counter signature")[3];
    const time = attributes && findAttribute(attributes, 0xa0, SIGNING_TIME);
    return time && readTime(time, "the time");
  });
  return "value" in read ? read.value : undefined;
}
