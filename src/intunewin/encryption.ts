import { createHmac, randomBytes } from "node:crypto";

/** How the content is encrypted, each text base64: with these names Microsoft Graph wants it back as `fileEncryptionInfo` when an upload is committed. */
export interface EncryptionInfo {
  readonly encryptionKey: string;
  readonly macKey: string;
  readonly initializationVector: string;
  /** HMAC-SHA256 over vector and ciphertext. */
  readonly mac: string;
  readonly profileIdentifier: "ProfileVersion1";
  /** SHA-256 of the content before it is encrypted. */
  readonly fileDigest: string;
  readonly fileDigestAlgorithm: "SHA256";
}

/** The secrets of one package. */
export interface ContentKeys {
  readonly encryptionKey: Uint8Array;
  readonly macKey: Uint8Array;
  readonly initializationVector: Uint8Array;
}

export const KEY_BYTES = 32;
export const VECTOR_BYTES = 16;
export const MAC_BYTES = 32;

/** What stands before the ciphertext: its HMAC and the initialization vector. */
export const HEADER_BYTES = MAC_BYTES + VECTOR_BYTES;

/** Fresh keys. With a seed always the same ones, which is for tests: whoever knows the seed knows the keys. */
export function createKeys(seed: string | undefined): ContentKeys {
  const make = (purpose: string, bytes: number): Uint8Array =>
    seed === undefined ? randomBytes(bytes) : createHmac("sha256", seed).update(purpose).digest().subarray(0, bytes);
  return {
    encryptionKey: make("encryption key", KEY_BYTES),
    macKey: make("MAC key", KEY_BYTES),
    initializationVector: make("initialization vector", VECTOR_BYTES),
  };
}
