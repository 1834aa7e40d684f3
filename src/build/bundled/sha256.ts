import { createHash } from "node:crypto";

/** In the bundle this stands in for `src/source/sha256.ts`: Node's own is there anyway for the manifest, and needs no warming up. */
export function hashHex(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
