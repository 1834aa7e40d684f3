import { createPrivateKey, type KeyObject } from "node:crypto";
import type { Certificate } from "../certificate/certificate.ts";
import { failWith, finding, succeed, type Outcome } from "../outcome.ts";
import { createLocalSigner, type Signer } from "./signer.ts";
import { selectLeaf } from "./select-leaf.ts";

/** True when the key file needs a password: encrypted PKCS #8, or OpenSSL's older way of encrypted PEM. */
export function isEncryptedPem(bytes: Uint8Array): boolean {
  return /-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED/mu.test(Buffer.from(bytes).toString("latin1"));
}

/** A signer from a private key in PEM and certificates. `name` is for messages. */
export function openPemSigner(
  name: string,
  keyBytes: Uint8Array,
  password: string | undefined,
  certificates: readonly Certificate[],
): Outcome<Signer> {
  let privateKey: KeyObject;
  try {
    privateKey = createPrivateKey({
      key: Buffer.from(keyBytes),
      format: "pem",
      ...(password === undefined ? {} : { passphrase: password }),
    });
  } catch {
    if (isEncryptedPem(keyBytes)) return failWith(finding("RMD8024", { source: name }));
    return failWith(finding("RMD8023", { source: name, detail: "it holds no private key in PEM" }));
  }
  const ordered = selectLeaf(privateKey, certificates, name);
  return ordered.value ? succeed(createLocalSigner(name, privateKey, ordered.value)) : failWith(...ordered.diagnostics);
}
