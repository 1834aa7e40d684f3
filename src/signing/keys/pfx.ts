import { createPrivateKey, type KeyObject } from "node:crypto";
import { parseCertificate, type Certificate } from "../certificate/certificate.ts";
import { failWith, finding, succeed, type Outcome } from "../outcome.ts";
import { createLocalSigner, type Signer } from "./signer.ts";
import { selectLeaf } from "./select-leaf.ts";

/** What a PFX held: the private key (PKCS #8, DER) and certificates (DER). */
export interface PfxContent {
  readonly privateKeys: readonly Uint8Array[];
  readonly certificates: readonly Uint8Array[];
}

/** Why a PFX gave nothing: the password, or the file. */
export type PfxFailure = "wrong-password" | "unreadable";

/** pkcs-12PbeIds (RFC 7292, appendix C), the 3DES and RC2 schemes before PBES2: OBJECT IDENTIFIER 1.2.840.113549.1.12.1.x without its last arc. */
const oldSchemes = Buffer.from("060A2A864886F70D010C01", "hex");

/** A signer from a PFX (PKCS #12). New files go to pkijs, old ones to node-forge, since neither opens both; each is loaded only when needed. */
export async function openPfxSigner(
  name: string,
  bytes: Uint8Array,
  password: string,
  extra: readonly Certificate[],
): Promise<Outcome<Signer>> {
  const read = Buffer.from(bytes).includes(oldSchemes)
    ? (await import("./pfx-legacy.ts")).readLegacyPfx(bytes, password)
    : await (await import("./pfx-pbes2.ts")).readPbes2Pfx(bytes, password);
  if (read === "wrong-password") return failWith(finding("RMD8024", { source: name }));
  if (read === "unreadable") return failWith(finding("RMD8023", { source: name, detail: "it is not a PFX file" }));

  const [pkcs8, second] = read.privateKeys;
  if (!pkcs8) return failWith(finding("RMD8023", { source: name, detail: "it holds no private key" }));
  if (second) return failWith(finding("RMD8023", { source: name, detail: "it holds more than one private key" }));
  const certificates: Certificate[] = [];
  for (const der of read.certificates) {
    const parsed = parseCertificate(der);
    if ("detail" in parsed) return failWith(finding("RMD8023", { source: name, detail: parsed.detail }));
    certificates.push(parsed.value);
  }
  let privateKey: KeyObject;
  try {
    privateKey = createPrivateKey({ key: Buffer.from(pkcs8), format: "der", type: "pkcs8" });
  } catch {
    return failWith(finding("RMD8023", { source: name, detail: "its private key is of an unknown kind" }));
  }
  const ordered = selectLeaf(privateKey, [...certificates, ...extra], name);
  return ordered.value ? succeed(createLocalSigner(name, privateKey, ordered.value)) : failWith(...ordered.diagnostics);
}
