import {
  concatBytes,
  contextTag,
  encodeTlv,
  equalBytes,
  integer,
  algorithmIdentifier,
  objectIdentifier,
  octetString,
  sequence,
} from "../asn1/der-writer.ts";
import { DerError, derTags, readDer, readMembers, readObjectIdentifier, expectTag } from "../asn1/der-reader.ts";
import { oids } from "../asn1/object-identifiers.ts";
import { findHash, type HashName } from "../hash.ts";

/**
 * SpcSipInfo for scripts: version 0x10000 and the GUID {1FCC3B60-594B-084E-B724-D2C6297EF351} in its memory order, which names the
 * PowerShell subject interface package (pwrshsip.dll); the five zeros are reserved. Same octets in every script that Microsoft signs.
 */
const scriptSipInfo = sequence(
  integer(0x10000),
  octetString(Uint8Array.from(Buffer.from("1FCC3B60594B084EB724D2C6297EF351", "hex"))),
  ...[0, 0, 0, 0, 0].map(integer),
);

/** SpcIndirectDataContent: what is signed (a script) and its digest. */
export function encodeIndirectData(hash: HashName, digest: Uint8Array): Uint8Array {
  return sequence(
    sequence(objectIdentifier(oids.spcSipInfo), scriptSipInfo),
    sequence(algorithmIdentifier(oids[hash], "null"), octetString(digest)),
  );
}

/** The digest that an SpcIndirectDataContent names. Throws a DerError when it is anything but the form that `encodeIndirectData` writes. */
export function readIndirectData(bytes: Uint8Array): { readonly hash: HashName; readonly digest: Uint8Array } {
  const digestInfo = readMembers(readMembers(readDer(bytes), derTags.sequence, "the indirect data")[1], derTags.sequence, "the digest");
  const oid = readObjectIdentifier(readMembers(digestInfo[0], derTags.sequence, "the digest's algorithm")[0], "the digest's algorithm");
  const hash = findHash(oid);
  if (!hash) throw new DerError(`the digest uses the hash ${oid}, which is weak or unknown`);
  const digest = expectTag(digestInfo[1], derTags.octetString, "the digest's value").content;
  if (!equalBytes(encodeIndirectData(hash, digest), bytes)) throw new DerError("the indirect data is not that of a PowerShell script");
  return { hash, digest };
}

/** SpcSpOpusInfo: the program's name and address, both optional. The address is an SpcLink of kind url, the name an SpcString in UTF-16BE. */
export function encodeOpusInfo(description: string | undefined, url: string | undefined): Uint8Array {
  const parts: Uint8Array[] = [];
  if (description !== undefined) parts.push(contextTag(0, encodeTlv(0x80, Buffer.from(description, "utf16le").swap16())));
  if (url !== undefined) parts.push(contextTag(1, encodeTlv(0x80, new TextEncoder().encode(url))));
  return encodeTlv(derTags.sequence, concatBytes(parts));
}
