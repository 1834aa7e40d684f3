import { OctetString } from "asn1js";
import { AuthenticatedSafe, CertBag, PFX, PKCS8ShroudedKeyBag, PrivateKeyInfo, type SafeBag } from "pkijs";
import type { PfxContent, PfxFailure } from "./pfx.ts";

/** pkijs declares this method protected and calls it nowhere itself. */
type OpenableBag = { parseInternalValues(parameters: { password: ArrayBuffer }): Promise<void> };

/** Opens a PFX whose bags are encrypted with PBES2 (AES), or not at all. The password also guards the file's integrity. */
export async function readPbes2Pfx(bytes: Uint8Array, password: string): Promise<PfxContent | PfxFailure> {
  const secret = new Uint8Array(new TextEncoder().encode(password)).buffer;
  let pfx: PFX;
  try {
    pfx = PFX.fromBER(new Uint8Array(bytes));
  } catch {
    return "unreadable";
  }
  const isGuarded = pfx.macData !== undefined;
  try {
    await pfx.parseInternalValues({ password: secret, checkIntegrity: isGuarded });
  } catch {
    return isGuarded ? "wrong-password" : "unreadable";
  }
  const safe = pfx.parsedValue?.authenticatedSafe;
  if (!(safe instanceof AuthenticatedSafe)) return "unreadable";
  try {
    await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password: secret })) });
    const { safeContents } = safe.parsedValue as {
      readonly safeContents: readonly { readonly value: { readonly safeBags: readonly SafeBag[] } }[];
    };
    return await readBags(
      safeContents.flatMap((content) => content.value.safeBags),
      secret,
    );
  } catch {
    return isGuarded ? "unreadable" : "wrong-password";
  }
}

async function readBags(bags: readonly SafeBag[], secret: ArrayBuffer): Promise<PfxContent> {
  const privateKeys: Uint8Array[] = [];
  const certificates: Uint8Array[] = [];
  for (const { bagValue } of bags) {
    if (bagValue instanceof CertBag) {
      if (bagValue.certValue instanceof OctetString) certificates.push(new Uint8Array(bagValue.certValue.valueBlock.valueHexView));
    } else if (bagValue instanceof PKCS8ShroudedKeyBag) {
      await (bagValue as unknown as OpenableBag).parseInternalValues({ password: secret });
      if (bagValue.parsedValue) privateKeys.push(new Uint8Array(bagValue.parsedValue.toSchema().toBER()));
    } else if (bagValue instanceof PrivateKeyInfo) {
      privateKeys.push(new Uint8Array(bagValue.toSchema().toBER()));
    }
  }
  return { privateKeys, certificates };
}
