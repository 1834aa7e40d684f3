import { createLocalSigner } from "../../src/signing/keys/signer.ts";
import { signScript } from "../../src/signing/sign.ts";
import { verifyScript } from "../../src/signing/verify.ts";
import { createFakeHost } from "../signing/support/fake-host.ts";
import { issueHierarchy } from "../signing/support/authority.ts";
import { summarize } from "./measure.ts";
import type { Measure } from "./measure.ts";

/** Times signing, and verifying, one script of 29 KB within a running process, without the network. */
export async function measureSigning(key: "rsa-3072" | "p256"): Promise<readonly [signing: Measure, verifying: Measure]> {
  const bytes = new Uint8Array(Buffer.from("Write-Output 'a line of a script'\r\n".repeat(850)));
  const { root, intermediate, signer } = await issueHierarchy(key);
  const local = createLocalSigner("the bench's key", signer.privateKey, [signer.certificate, intermediate.certificate]);
  const options = { hash: "sha256", timestamp: undefined, roots: [root.certificate] } as const;
  const host = createFakeHost();
  const [signing, verifying]: [number[], number[]] = [[], []];
  for (let i = 0; i < 25; i++) {
    const start = performance.now();
    const signed = await signScript(bytes, "bench.ps1", local, options, host);
    const middle = performance.now();
    const verdict = verifyScript(signed.value?.bytes ?? bytes, "bench.ps1", {
      anchors: [root.certificate],
      timestampAnchors: [],
      now: new Date(),
    });
    if (!verdict.isVerified) throw new Error(verdict.reasons.map(({ message }) => message).join("\n"));
    if (i < 5) continue;
    signing.push(middle - start);
    verifying.push(performance.now() - middle);
  }
  return [summarize(signing), summarize(verifying)];
}
