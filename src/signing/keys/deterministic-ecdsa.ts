import type { KeyObject } from "node:crypto";
import { ecdsa, type ECDSA } from "@noble/curves/abstract/weierstrass.js";
import { p256, p384 } from "@noble/curves/nist.js";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import type { HashName } from "../hash.ts";

const hashes = { sha256, sha384, sha512 } as const;
const points = { "P-256": p256.Point, "P-384": p384.Point } as const;

/** ECDSA with the nonce of RFC 6979, whose generator uses the very hash that made the digest, in DER. */
export function signDeterministic(privateKey: KeyObject, digest: Uint8Array, hash: HashName): Uint8Array {
  const { crv, d } = privateKey.export({ format: "jwk" });
  const curve: ECDSA = ecdsa(points[crv as keyof typeof points], hashes[hash]);
  return curve.sign(digest, new Uint8Array(Buffer.from(d ?? "", "base64url")), { prehash: false, lowS: false, format: "der" });
}

/** True when the DER signature is that of the digest under the public key. */
export function isEcdsaSignature(publicKey: KeyObject, digest: Uint8Array, signature: Uint8Array): boolean {
  const { crv, x, y } = publicKey.export({ format: "jwk" });
  const point = Buffer.concat([Uint8Array.of(4), Buffer.from(x ?? "", "base64url"), Buffer.from(y ?? "", "base64url")]);
  try {
    return ecdsa(points[crv as keyof typeof points], sha256).verify(signature, digest, new Uint8Array(point), {
      prehash: false,
      lowS: false,
      format: "der",
    });
  } catch {
    return false;
  }
}
