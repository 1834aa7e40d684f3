import { expect } from "vitest";
import type { SigningHost } from "../../../src/signing/host.ts";
import { createLocalSigner } from "../../../src/signing/keys/signer.ts";
import { signScript, type SignOptions } from "../../../src/signing/sign.ts";
import { verifyScript, type Verdict } from "../../../src/signing/verify.ts";
import { decodeScript, encodeScript } from "../../../src/signing/authenticode/script-text.ts";
import { splitScript, writeBlock } from "../../../src/signing/authenticode/signature-block.ts";
import { issueHierarchy, type Identity } from "./authority.ts";
import { createFakeHost } from "./fake-host.ts";
import type { TestKeyKind } from "../../../src/signing/test-certificate.ts";

/** A company with its own authority that signs scripts: what most tests need. */
export interface Company {
  readonly root: Identity;
  readonly intermediate: Identity;
  readonly signer: Identity;
  sign(script: string | Uint8Array, options?: Partial<SignOptions>, host?: SigningHost): Promise<Uint8Array>;
  verify(bytes: Uint8Array, timestampRoot?: Identity): Verdict;
}

export async function createCompany(key: TestKeyKind = "p256"): Promise<Company> {
  const { root, intermediate, signer } = await issueHierarchy(key);
  const local = createLocalSigner("the company's key", signer.privateKey, [signer.certificate, intermediate.certificate]);
  return {
    root,
    intermediate,
    signer,
    sign: async (script, options = {}, host = createFakeHost()) => {
      const signed = await signScript(
        toBytes(script),
        "script.ps1",
        local,
        { hash: "sha256", timestamp: undefined, roots: [root.certificate], ...options },
        host,
      );
      return signed.value?.bytes ?? expect.fail(signed.diagnostics.map(({ message }) => message).join("\n"));
    },
    verify: (bytes, timestampRoot) =>
      verifyScript(bytes, "script.ps1", {
        anchors: [root.certificate],
        timestampAnchors: timestampRoot ? [timestampRoot.certificate] : [],
        now: new Date(),
      }),
  };
}

export const toBytes = (script: string | Uint8Array): Uint8Array =>
  typeof script === "string" ? new Uint8Array(Buffer.from(script, "utf8")) : script;
export const toText = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");
export const codesOf = (findings: readonly { readonly code: string }[]): readonly string[] => findings.map(({ code }) => code);

/** Takes the signature (DER) out of a signed script, changes it, and puts it back in a well-formed block. */
export function changeSignature(bytes: Uint8Array, change: (signature: Uint8Array) => Uint8Array): Uint8Array {
  const script = decodeScript(bytes, "script.ps1").value ?? expect.fail("the script cannot be decoded");
  const split = splitScript(script.text, "script.ps1").value ?? expect.fail("the block cannot be read");
  return encodeScript(split.content + writeBlock(change(split.signature ?? expect.fail("there is no signature"))), script.form);
}
