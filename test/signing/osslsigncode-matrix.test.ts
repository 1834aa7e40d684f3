import { readFileSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { hashNames, type HashName } from "../../src/signing/hash.ts";
import { createLocalSigner } from "../../src/signing/keys/signer.ts";
import { signScript } from "../../src/signing/sign.ts";
import { encodePem, testKeyKinds, type TestKeyKind } from "../../src/signing/test-certificate.ts";
import { verifyScript } from "../../src/signing/verify.ts";
import { issueHierarchy } from "./support/authority.ts";
import { createFakeHost } from "./support/fake-host.ts";
import { scriptForms } from "./support/forms.ts";
import { startTimeStampServer, type TimeStampServer } from "./support/time-stamp-server.ts";
import { createScratchFolder, inParallel, runTool } from "./support/tools.ts";

const scratch = createScratchFolder();
const combinations = testKeyKinds.flatMap((key) => hashNames.map((hash) => ({ key, hash })));
const forms = [...Object.keys(scriptForms), "signed before"];
let server: TimeStampServer;
let hierarchies: ReadonlyMap<TestKeyKind, Awaited<ReturnType<typeof issueHierarchy>>>;

beforeAll(async () => {
  server = await startTimeStampServer(scratch);
  writeFileSync(scratch("tsa-root.pem"), encodePem("CERTIFICATE", server.root.certificate.der));
  hierarchies = new Map(await Promise.all(testKeyKinds.map(async (key) => [key, await issueHierarchy(key)] as const)));
  for (const [key, { root, intermediate, signer }] of hierarchies) {
    writeFileSync(scratch(`${key}-root.pem`), encodePem("CERTIFICATE", root.certificate.der));
    writeFileSync(
      scratch(`${key}-chain.pem`),
      [signer, intermediate].map(({ certificate }) => encodePem("CERTIFICATE", certificate.der)).join(""),
    );
    writeFileSync(scratch(`${key}.key`), signer.privateKey.export({ type: "pkcs8", format: "pem" }));
  }
});

const getHierarchy = (key: TestKeyKind) => hierarchies.get(key) ?? expect.fail(`no certificates for ${key}`);

async function sign(bytes: Uint8Array, key: TestKeyKind, hash: HashName, stamped: boolean): Promise<Uint8Array> {
  const { root, intermediate, signer } = getHierarchy(key);
  const local = createLocalSigner("the test's key", signer.privateKey, [signer.certificate, intermediate.certificate]);
  const timestamp = stamped ? { urls: [server.url], anchors: [server.root.certificate] } : undefined;
  const signed = await signScript(
    bytes,
    "script.ps1",
    local,
    { hash, timestamp, roots: [root.certificate] },
    createFakeHost({ fetch: globalThis.fetch }),
  );
  return signed.value?.bytes ?? expect.fail(signed.diagnostics.map(({ message }) => message).join("\n"));
}

function verify(bytes: Uint8Array, key: TestKeyKind) {
  const { root } = getHierarchy(key);
  return verifyScript(bytes, "script.ps1", { anchors: [root.certificate], timestampAnchors: [server.root.certificate], now: new Date() });
}

const prepare = async (form: string, key: TestKeyKind, hash: HashName): Promise<Uint8Array> =>
  scriptForms[form] ?? sign(scriptForms["ASCII with CR LF"] ?? new Uint8Array(), key, hash, false);

const verifyElsewhere = (file: string, key: TestKeyKind) =>
  runTool("osslsigncode", ["verify", "-CAfile", scratch(`${key}-root.pem`), "-TSA-CAfile", scratch("tsa-root.pem"), "-in", file]);

describe.each(combinations)("$key with $hash", ({ key, hash }) => {
  // Of the forms every other one is stamped, and with the next hash or the next key the others: each form is tried both ways with every key and with every hash.
  const turn = testKeyKinds.indexOf(key) + hashNames.indexOf(hash);
  const cases = forms.map((form, i) => ({
    form,
    stamped: (i + turn) % 2 === 0,
    file: (name: string) => scratch(`${key}-${hash}-${i}-${name}.ps1`),
  }));

  it("signs what osslsigncode and we ourselves accept", async () => {
    await inParallel(cases, 3, async ({ form, stamped, file }) => {
      const signed = await sign(await prepare(form, key, hash), key, hash, stamped);
      const verdict = verify(signed, key);
      expect(verdict.reasons, `${form}, stamped: ${stamped}`).toEqual([]);
      expect(verdict.timestamp !== undefined).toBe(stamped);
      writeFileSync(file("ours"), signed);
      const result = await verifyElsewhere(file("ours"), key);
      if (form === "empty") {
        // osslsigncode takes a signature at offset 0 for none; only our own verifier can speak for an empty script.
        expect(result.output).toContain("No signature found");
      } else {
        expect(result.exitCode, `${form}, stamped: ${stamped}\n${result.output}`).toBe(0);
        expect(result.output).toContain(stamped ? "Timestamp verified using:" : "Timestamp is not available");
      }
    });
  });

  it("accepts what osslsigncode signs", async () => {
    await inParallel(
      cases.filter(({ form }) => form !== "empty"),
      3,
      async ({ form, stamped, file }) => {
        writeFileSync(file("plain"), await prepare(form, key, hash));
        const stamp = stamped ? ["-ts", server.url] : [];
        const result = await runTool("osslsigncode", [
          "sign",
          "-h",
          hash,
          "-certs",
          scratch(`${key}-chain.pem`),
          "-key",
          scratch(`${key}.key`),
          ...stamp,
          "-in",
          file("plain"),
          "-out",
          file("theirs"),
        ]);
        expect(result.exitCode, result.output).toBe(0);
        const verdict = verify(new Uint8Array(readFileSync(file("theirs"))), key);
        expect(verdict.reasons, `${form}, stamped: ${stamped}`).toEqual([]);
        expect(verdict.timestamp !== undefined).toBe(stamped);
        expect(verdict.digest?.hash).toBe(hash);
      },
    );
  });
});

describe("a changed byte", () => {
  it("is noticed by both, whoever signed", async () => {
    const ours = await sign(scriptForms["ASCII with CR LF"] ?? new Uint8Array(), "rsa-2048", "sha256", false);
    writeFileSync(scratch("sound.ps1"), ours);
    expect((await verifyElsewhere(scratch("sound.ps1"), "rsa-2048")).exitCode).toBe(0);
    const changed = ours.map((octet, i) => (i === 14 ? octet ^ 1 : octet));
    writeFileSync(scratch("changed.ps1"), changed);
    expect((await verifyElsewhere(scratch("changed.ps1"), "rsa-2048")).exitCode).not.toBe(0);
    expect(verify(changed, "rsa-2048").reasons.map(({ code }) => code)).toEqual(["RMD8016"]);
  });
});
