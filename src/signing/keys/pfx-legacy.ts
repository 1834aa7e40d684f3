import forge from "node-forge";
import type { PfxContent, PfxFailure } from "./pfx.ts";

const toBytes = (binary: string): Uint8Array => new Uint8Array(Buffer.from(binary, "binary"));

/** Opens a PFX whose bags are encrypted with 3DES or RC2, as Windows wrote them by default for decades and OpenSSL before 3.0. */
export function readLegacyPfx(bytes: Uint8Array, password: string): PfxContent | PfxFailure {
  let pfx: forge.pkcs12.Pkcs12Pfx;
  try {
    pfx = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(Buffer.from(bytes).toString("binary")), password);
  } catch (error) {
    // node-forge has no error codes; these are its two texts for a password that does not fit.
    return error instanceof Error && /MAC could not be verified|Invalid password/u.test(error.message) ? "wrong-password" : "unreadable";
  }
  const bags = pfx.safeContents.flatMap((content) => content.safeBags);
  const privateKeys: Uint8Array[] = [];
  const certificates: Uint8Array[] = [];
  for (const bag of bags) {
    if (bag.type === forge.pki.oids["certBag"]) {
      // Certificates with EC keys are unknown to node-forge, which then leaves their ASN.1 tree.
      const tree = bag.cert ? forge.pki.certificateToAsn1(bag.cert) : bag.asn1;
      certificates.push(toBytes(forge.asn1.toDer(tree).getBytes()));
    } else if (bag.type === forge.pki.oids["keyBag"] || bag.type === forge.pki.oids["pkcs8ShroudedKeyBag"]) {
      const tree = bag.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key)) : bag.asn1;
      privateKeys.push(toBytes(forge.asn1.toDer(tree).getBytes()));
    }
  }
  return { privateKeys, certificates };
}
