import { sequence, unsignedInteger } from "../asn1/der-writer.ts";
import { derTags, readDer, readIntegerOctets, readMembers, tryDer } from "../asn1/der-reader.ts";

/** An ECDSA signature as two numbers of equal width (IEEE P1363, JSON Web Signature) to DER. */
export function rawToDer(raw: Uint8Array): Uint8Array {
  const half = raw.length / 2;
  return sequence(unsignedInteger(raw.subarray(0, half)), unsignedInteger(raw.subarray(half)));
}

/** True when the bytes are SEQUENCE { r, s } in DER with positive numbers, and nothing else. OpenSSL would take other spellings, too. */
export function isDerSignature(bytes: Uint8Array): boolean {
  const read = tryDer(() => {
    const [r, s, extra] = readMembers(readDer(bytes), derTags.sequence, "the signature");
    const numbers = [readIntegerOctets(r, "r"), readIntegerOctets(s, "s")];
    return extra === undefined && numbers.every((octets) => ((octets[0] ?? 0x80) & 0x80) === 0);
  });
  return "value" in read && read.value;
}
