import { algorithmIdentifier, boolean, equalBytes, integer, octetString, sequence, unsignedInteger } from "../asn1/der-writer.ts";
import { DerError, derTags, readDer, readMembers, readSmallInteger, tryDer } from "../asn1/der-reader.ts";
import { oids } from "../asn1/object-identifiers.ts";
import { hashBytes, type HashName } from "../hash.ts";

/** TimeStampReq (RFC 3161, 2.4.1) for a signature; asks for the server's certificate, without which nobody could verify the token later. */
export function encodeTimestampRequest(signature: Uint8Array, hash: HashName, nonce: Uint8Array): Uint8Array {
  const imprint = sequence(algorithmIdentifier(oids[hash], "null"), octetString(hashBytes(hash, signature)));
  return sequence(integer(1), imprint, unsignedInteger(nonce), boolean(true));
}

/** PKIStatus (RFC 3161, 2.4.2) other than granted. */
const statusNames: Readonly<Record<number, string>> = {
  2: "rejection",
  3: "waiting",
  4: "revocation warning",
  5: "revocation notification",
};

/** The token in a TimeStampResp, or why there is none. */
export function readTimestampResponse(bytes: Uint8Array): { readonly value: Uint8Array } | { readonly detail: string } {
  return tryDer(() => {
    const [statusInfo, token] = readMembers(readDer(bytes), derTags.sequence, "the answer");
    const [status, texts] = readMembers(statusInfo, derTags.sequence, "the answer's status");
    const code = readSmallInteger(status, "the answer's status");
    if (code > 1) {
      const words =
        texts?.tag === derTags.sequence
          ? readMembers(texts, derTags.sequence, "the answer's text").map((text) => new TextDecoder().decode(text.content))
          : [];
      throw new DerError([`the server says ${statusNames[code] ?? code}`, ...words].join(": "));
    }
    if (!token) throw new DerError("the answer holds no time stamp");
    return token.raw;
  });
}

/** The nonce as a DER INTEGER, to compare with the token's. */
export function isNonce(node: Uint8Array | undefined, nonce: Uint8Array): boolean {
  return node !== undefined && equalBytes(node, unsignedInteger(nonce));
}
