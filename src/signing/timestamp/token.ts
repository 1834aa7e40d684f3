import { equalBytes, objectIdentifier, octetString } from "../asn1/der-writer.ts";
import { DerError, derTags, expectTag, readDer, readMembers, readObjectIdentifier, readSmallInteger, readTime, tryDer, type DerNode } from "../asn1/der-reader.ts";
import { oids } from "../asn1/object-identifiers.ts";
import { parseCertificate, type Certificate } from "../certificate/certificate.ts";
import { readAttribute } from "../cms/parse.ts";
import type { Attribute } from "../cms/signed-data.ts";
import { findHash, hashBytes, type HashName } from "../hash.ts";

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
 * Reads a token: a CMS SignedData, version 3 (RFC 5652, 5.1), with a TSTInfo in it. Strict DER, but not one canonical form as for our own
 * signatures: servers differ in the optional parts. Certificates are taken as they come; attribute certificates (Microsoft's tokens
 * have one) are passed over.
 */
export function parseTimestampToken(bytes: Uint8Array): { readonly value: TimestampToken } | { readonly detail: string } {
  return tryDer(() => {
    const [type, explicit] = readMembers(readDer(bytes), derTags.sequence, "the token");
    expectOid(type, oids.signedData, "the token's type");
    const [body, behind] = readMembers(explicit, 0xa0, "the token's signed data");
    const [version, , contentInfo, ...rest] = readMembers(body, derTags.sequence, "the token's signed data");
    if (behind || readSmallInteger(version, "the token's version") !== 3) throw new DerError("the token is not a signed data of version 3");
    const [contentType, contentNode] = readMembers(contentInfo, derTags.sequence, "the token's content");
    expectOid(contentType, oids.timestampInfo, "the token's content type");
    const [octets] = readMembers(contentNode, 0xa0, "the token's content");
    const info = expectTag(octets, derTags.octetString, "the token's content").content;
    const certificates = readMembers(rest.find((node) => node.tag === 0xa0), 0xa0, "the token's certificates").filter((node) => node.tag === derTags.sequence).map(readTokenCertificate);
    const [signer, second] = readMembers(rest.at(-1), derTags.set, "the token's signers");
    if (second) throw new DerError("the token has more than one signer");
    return { info, certificates, ...readInfo(info), ...readSigner(signer, certificates) };
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

function readSigner(node: DerNode | undefined, certificates: readonly Certificate[]): Pick<TimestampToken, "signer" | "hash" | "signedAttributes" | "signedOctets" | "signature"> {
  const [version, identifier, hashNode, attributes, algorithm, signature] = readMembers(node, derTags.sequence, "the token's signer");
  if (readSmallInteger(version, "the signer's version") !== 1) throw new DerError("the token's signer is not named by issuer and serial number");
  const [issuer, serialNumber] = readMembers(identifier, derTags.sequence, "the token's signer");
  const signer = certificates.find((certificate) => isRaw(issuer, certificate.issuerName) && isRaw(serialNumber, certificate.serialNumber));
  if (!signer) throw new DerError("the token lacks its signer's certificate");
  const hash = readHash(hashNode, "the token's hash");
  const algorithmOid = readObjectIdentifier(readMembers(algorithm, derTags.sequence, "the token's algorithm")[0], "the token's algorithm");
  const isRsa = algorithmOid === oids.rsaEncryption || algorithmOid === rsaOids[hash];
  if (signer.publicKey.asymmetricKeyType !== (isRsa ? "rsa" : "ec") || (!isRsa && algorithmOid !== ecdsaOids[hash])) {
    throw new DerError(`the token's algorithm ${algorithmOid} does not go with its hash and key`);
  }
  const signedOctets = new Uint8Array(expectTag(attributes, 0xa0, "the token's signed attributes").raw);
  signedOctets[0] = derTags.set;
  return {
    signer,
    hash,
    signedAttributes: readMembers(attributes, 0xa0, "the token's signed attributes").map(readAttribute),
    signedOctets,
    signature: expectTag(signature, derTags.octetString, "the token's signature").content,
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
  return first?.tag === derTags.sequence ? { hash: readHash(first, "the signing certificate's hash"), digest: second } : { hash: "sha256", digest: first };
}

function readHash(node: DerNode | undefined, what: string): HashName {
  const oid = readObjectIdentifier(readMembers(node, derTags.sequence, what)[0], what);
  const hash = findHash(oid);
  if (!hash) throw new DerError(`${what} ${oid} is weak or unknown`);
  return hash;
}

function expectOid(node: DerNode | undefined, oid: string, what: string): void {
  if (readObjectIdentifier(node, what) !== oid) throw new DerError(`${what} is not ${oid}`);
}

const isRaw = (node: DerNode | undefined, bytes: Uint8Array): boolean => node !== undefined && equalBytes(node.raw, bytes);
const isSame = (a: Uint8Array | undefined, b: Uint8Array): boolean => a !== undefined && equalBytes(a, b);
