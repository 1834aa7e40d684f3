import { createPublicKey, type KeyObject } from "node:crypto";
import { equalBytes } from "../asn1/der-writer.ts";
import type { Certificate } from "../certificate/certificate.ts";
import { failWith, finding, succeed, type Outcome } from "../outcome.ts";

const publicOctets = (key: KeyObject): Uint8Array => new Uint8Array(key.export({ type: "spki", format: "der" }));

/** Puts the certificate of a private key first; the others keep their order. `source` names the key for the message. */
export function selectLeaf(privateKey: KeyObject, certificates: readonly Certificate[], source: string): Outcome<readonly Certificate[]> {
  const expected = publicOctets(createPublicKey(privateKey));
  const leaf = certificates.find((certificate) => equalBytes(publicOctets(certificate.publicKey), expected));
  if (!leaf) return failWith(finding("RMD8004", { source }));
  return succeed([leaf, ...certificates.filter((certificate) => certificate !== leaf)]);
}
