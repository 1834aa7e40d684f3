import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** SHA-256 in lower-case hexadecimal. It runs wherever the compiler does; the bundle has Node's in its place. */
export function hashHex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}
