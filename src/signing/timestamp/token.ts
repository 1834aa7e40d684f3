import { equalBytes, objectIdentifier, octetString } from "../asn1/der-writer.ts";
import {
  DerError,
  derTags,
  expectTag,
  readDer,
  readMembers,
  readObjectIdentifier,
  readSmallInteger,
  readTime,
  tryDer,
  type DerNode,
} from "../asn1/der-reader.ts";
import { oids } from "../asn1/object-identifiers.ts";
import { parseCertificate, type Certificate } from "../certificate/certificate.ts";
import { readAttribute } from "../cms/parse.ts";
import type { Attribute } from "../cms/signed-data.ts";
import { findHash, hashBytes, type HashName } from "../hash.ts";
import { encodeParts, readParts, type SignerParts } from "./token-parts.ts";

/** An RFC 3161 time-stamp token, read but not yet believed. */
export interface TimestampToken {
  /** What the server signed about the document: the hash, and the digest of what was stamped. */
  readonly imprintHash: HashName;
  readonly imprint: Uint8Array;
  readonly time: Date;
  readonly nonce: Uint8Array | undefined;
  /** TSTInfo, the octets over which the token's messageDigest goes. */
  readonly info: Uint8Array;
  readonly certificates: readonly Certificate[];
  readonly signer: Certificate;
  readonly hash: HashName;
  readonly signedAttributes: readonly Attribute[];
  /** The attributes as they were signed: a SET OF. */
  readonly signedOctets: Uint8Array;
  readonly signature: Uint8Array;
}

const rsaOids = { sha256: oids.rsaWithSha256, sha384: oids.rsaWithSha384, sha512: oids.rsaWithSha512 } as const;
const ecdsaOids = { sha256: oids.ecdsaWithSha256, sha384: oids.ecdsaWithSha384, sha512: oids.ecdsaWithSha512 } as const;

/**
 * Reads a token: a CMS SignedData, version 3 (RFC 5652, 5.1), with a TSTInfo in it. Strict: it must consist of its parts and nothing else. Certificates are taken as they come; attribute certificates (Microsoft's tokens
 * have one) are passed over.
 */
export function parseTimestampToken(bytes: Uint8Array): { readonly value: TimestampToken } | { readonly detail: string } {
  return tryDer(() => {
    const parts = readParts(bytes);
    if (!equalBytes(encodeParts(parts), bytes)) throw new DerError("the token has octets that mean nothing");
    const certificates = readMembers(parts.certificates, 0xa0, "the token's certificates")
      .filter((node) => node.tag === derTags.sequence)
      .map(readTokenCertificate);
    const info = readInfo(parts.info);
    const signer = readSigner(parts.signer, certificates);
    if (!parts.hashes.some((node) => readHash(node, "a hash of the token") === signer.hash))
      throw new DerError("the token does not list its signer's hash");
    return { info: parts.info, certificates, ...info, ...signer };
  });
}

function readTokenCertificate(node: DerNode): Certificate {
  const parsed = parseCertificate(node.raw);
  if ("detail" in parsed) throw new DerError(parsed.detail);
  return parsed.value;
}

/** TSTInfo (RFC 3161, 2.4.2). */
function readInfo(info: Uint8Array): Pick<TimestampToken, "imprintHash" | "imprint" | "time" | "nonce"> {
  const [version, , imprintNode, , time, ...rest] = readMembers(readDer(info), derTags.sequence, "the token's information");
  if (readSmallInteger(version, "the version") !== 1) throw new DerError("the token's information is not of version 1");
  const [algorithm, imprint] = readMembers(imprintNode, derTags.sequence, "the imprint");
  return {
    imprintHash: readHash(algorithm, "the imprint's hash"),
    imprint: expectTag(imprint, derTags.octetString, "the imprint").content,
    time: readTime(expectTag(time, derTags.generalizedTime, "the time"), "the time"),
    nonce: rest.find((node) => node.tag === derTags.integer)?.raw,
  };
}

function readSigner(
  parts: SignerParts,
  certificates: readonly Certificate[],
): Pick<TimestampToken, "signer" | "hash" | "signedAttributes" | "signedOctets" | "signature"> {
  const isNamed = ({ issuerName, serialNumber }: Certificate): boolean =>
    equalBytes(parts.issuer.raw, issuerName) && equalBytes(parts.serialNumber.raw, serialNumber);
  const signer = certificates.find(isNamed);
  if (!signer) throw new DerError("the token lacks its signer's certificate");
  const hash = readHash(parts.hash, "the token's hash");
  const algorithm = readAlgorithm(parts.algorithm, "the token's algorithm");
  const isRsa = algorithm === oids.rsaEncryption || algorithm === rsaOids[hash];
  if (signer.publicKey.asymmetricKeyType !== (isRsa ? "rsa" : "ec") || (!isRsa && algorithm !== ecdsaOids[hash])) {
    throw new DerError(`the token's algorithm ${algorithm} does not go with its hash and key`);
  }
  const signedOctets = new Uint8Array(parts.attributes.raw);
  signedOctets[0] = derTags.set;
  return {
    signer,
    hash,
    signedAttributes: readMembers(parts.attributes, 0xa0, "the token's signed attributes").map(readAttribute),
    signedOctets,
    signature: parts.signature.content,
  };
}

/** Why the token's own attributes do not hold it together: content type, digest of the content, and the certificate that it was signed with (RFC 3161, 2.4.2; RFC 5816). */
export function findAttributeFault(token: TimestampToken): string | undefined {
  const get = (type: string): Uint8Array | undefined => {
    const all = token.signedAttributes.filter((attribute) => attribute.type === type);
    return all.length === 1 ? all[0]?.value : undefined;
  };
  if (!isSame(get(oids.contentType), objectIdentifier(oids.timestampInfo))) return "its signed attributes name another content type";
  if (!isSame(get(oids.messageDigest), octetString(hashBytes(token.hash, token.info)))) return "its digest does not fit its content";
  const version2 = get(oids.signingCertificateV2);
  const version1 = get(oids.signingCertificate);
  const named = tryDer(() => (version2 ? readNamedDigest(version2) : { hash: undefined, digest: readFirstName(version1)[0] }));
  if ("detail" in named) return named.detail;
  const { hash, digest } = named.value;
  const expected = hash ? hashBytes(hash, token.signer.der) : Buffer.from(token.signer.thumbprint, "hex");
  if (!digest || !isSame(digest.content, expected)) return "it was signed with another certificate than it names";
  return undefined;
}

/** The members of the first ESSCertID: the certificate that signed the token. */
function readFirstName(attribute: Uint8Array | undefined): DerNode[] {
  if (!attribute) throw new DerError("it does not name the certificate that it was signed with");
  const [list] = readMembers(readDer(attribute), derTags.sequence, "the signing certificate");
  return readMembers(readMembers(list, derTags.sequence, "the signing certificate")[0], derTags.sequence, "the signing certificate");
}

/** ESSCertIDv2 leaves its hash out when it is SHA-256 (RFC 5035, 4). */
function readNamedDigest(attribute: Uint8Array): { readonly hash: HashName; readonly digest: DerNode | undefined } {
  const [first, second] = readFirstName(attribute);
  return first?.tag === derTags.sequence
    ? { hash: readHash(first, "the signing certificate's hash"), digest: second }
    : { hash: "sha256", digest: first };
}

function readHash(node: DerNode | undefined, what: string): HashName {
  const oid = readAlgorithm(node, what);
  const hash = findHash(oid);
  if (!hash) throw new DerError(`${what} ${oid} is weak or unknown`);
  return hash;
}

/** An algorithm without parameters, or with NULL: servers do either (RFC 5754, 2 asks readers to take both). */
function readAlgorithm(node: DerNode | undefined, what: string): string {
  const [type, ...parameters] = readMembers(node, derTags.sequence, what);
  const isPlain =
    parameters.length === 0 || (parameters.length === 1 && parameters[0]?.tag === derTags.null && parameters[0].content.length === 0);
  if (!isPlain) throw new DerError(`${what} has parameters`);
  return readObjectIdentifier(type, what);
}

const isSame = (a: Uint8Array | undefined, b: Uint8Array): boolean => a !== undefined && equalBytes(a, b);
