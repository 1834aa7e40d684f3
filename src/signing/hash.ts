import { createHash } from "node:crypto";
import { oids } from "./asn1/object-identifiers.ts";

/** The hashes that a signature may use. MD5 and SHA-1 are refused everywhere: collisions can be made for both. */
export type HashName = "sha256" | "sha384" | "sha512";

export const hashNames: readonly HashName[] = ["sha256", "sha384", "sha512"];

/** The hash of some bytes. */
export function hashBytes(hash: HashName, ...parts: readonly Uint8Array[]): Uint8Array {
  const state = createHash(hash);
  for (const part of parts) state.update(part);
  return new Uint8Array(state.digest());
}

/** The hash of an object identifier, or undefined for any that is not allowed. */
export function findHash(oid: string): HashName | undefined {
  return hashNames.find((hash) => oids[hash] === oid);
}

/** Upper-case hexadecimal, as Windows prints thumbprints. */
export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex").toUpperCase();
}
