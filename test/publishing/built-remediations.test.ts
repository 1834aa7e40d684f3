import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readBuiltRemediations } from "../../src/cli/built-remediations.ts";
import { oids } from "../../src/signing/asn1/object-identifiers.ts";
import { encodePem } from "../../src/signing/test-certificate.ts";
import { createNodeSigningHost } from "../../src/cli/signing-host.ts";
import { signScripts } from "../../src/signing/signing-session.ts";
import { createFolder, remedyc, remedyText } from "../cli/support.ts";
import { issue } from "../signing/support/authority.ts";
import { createOutput } from "./support.ts";

const read = (folder: string, allowUnsigned = true, now = new Date()) => {
  const { value, diagnostics } = readBuiltRemediations(join(folder, "out"), { allowUnsigned, now, show: (path) => path });
  return { value, said: diagnostics.map(({ code, message }) => `${code} ${message}`) };
};

/** Changes the manifest of a folder, and says what comes of it. */
function spoil(change: (manifest: { scripts: { [field: string]: unknown }[]; [field: string]: unknown }) => unknown): string {
  const folder = createOutput([{ name: "disk" }], "");
  const path = join(folder, "out/manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Parameters<typeof change>[0];
  const changed = change(manifest);
  writeFileSync(path, typeof changed === "string" ? changed : JSON.stringify(manifest));
  return read(folder).said[0] ?? "";
}

describe("the folder of a build", () => {
  test.each([
    ["it is no JSON", () => "{"],
    ["remedyc did not write it", (manifest: Manifest) => Object.assign(manifest, { compiler: "x" })],
    [
      "no script of the last build is for intune.remediation, and no app for intune.win32",
      (manifest: Manifest) => Object.assign(manifest, { scripts: [] }),
    ],
    [
      "script 1 for intune.remediation has no 'title': it is of an earlier version of remedyc",
      (manifest: Manifest) => delete manifest.scripts[0]?.["title"],
    ],
    [
      "script 1 for intune.remediation does not say whom it runs as",
      (manifest: Manifest) => Object.assign(manifest.scripts[0] ?? {}, { context: "root" }),
    ],
    [
      "script 2 for intune.remediation has the path '../x.ps1', which leads out of a folder with '..'",
      (manifest: Manifest) => Object.assign(manifest.scripts[1] ?? {}, { file: "../x.ps1" }),
    ],
    ["'disk' has not one detection and one remediation", (manifest: Manifest) => manifest.scripts.pop()],
  ])("is refused: %s", (reason, change) => {
    expect(spoil(change as Parameters<typeof spoil>[0])).toBe(
      `RMD8201 'manifest.json' does not tell what a build wrote: ${reason}. Build the folder with 'remedyc build --sign'.`,
    );
  });

  test("is what remedyc build writes", async () => {
    const folder = createFolder({ "a.remedy": remedyText("sample", "intune.remediation") });
    await remedyc(folder, "build", "a.remedy");
    expect(read(folder).value).toMatchObject({
      remediations: [
        { name: "sample", title: "Sample", version: "1.0.0", context: "system", source: "a.remedy", detect: { isSigned: false } },
      ],
    });
    expect(read(folder, false).said[0]).toContain("RMD8203 'intune.remediation/sample.detect.ps1' is not signed.");
  });

  test("is published with a check of signatures where a real one is there and unhurt, by an authority that is not known here", async () => {
    const folder = await createSigned("Signer");
    expect(read(folder, false).value?.remediations[0]).toMatchObject({ detect: { isSigned: true }, remediate: { isSigned: true } });
    expect(read(folder, false, new Date(Date.now() + 40 * 365 * 86_400_000)).said[0]).toContain("RMD8003");
    // The manifest follows, the signature does not.
    const script = join(folder, "out/intune.remediation/disk.detect.ps1");
    replaceScript(folder, 0, Buffer.from(readFileSync(script, "latin1").replace("exit", "exit "), "latin1"));
    expect(read(folder).said[0]).toContain("RMD8016");
    appendFileSync(script, "#");
    expect(read(folder).said[0]).toContain("RMD8202");
  });

  test("is refused with a certificate for trying out, unless unsigned scripts are allowed", async () => {
    const folder = await createSigned("remedyc (FOR TESTING ONLY)");
    expect(read(folder, false).said[0]).toContain(
      "RMD8203 'intune.remediation/disk.detect.ps1' is signed with a certificate for trying out.",
    );
    expect(read(folder).value?.remediations[0]?.detect.isSigned).toBe(false);
  });
});

/** A folder whose scripts are signed, as its manifest says. */
async function createSigned(subject: string): Promise<string> {
  const root = await issue("Root", undefined, { isAuthority: true, key: "p256" });
  const signer = await issue(subject, root, { key: "p256", purposes: [oids.codeSigning] });
  const folder = createOutput([{ name: "disk" }], "");
  const [key, certificate, chain] = ["key", "pem", "root.pem"].map((name) => join(folder, name)) as [string, string, string];
  writeFileSync(key, signer.privateKey.export({ type: "pkcs8", format: "pem" }));
  writeFileSync(certificate, encodePem("CERTIFICATE", signer.certificate.der));
  writeFileSync(chain, encodePem("CERTIFICATE", root.certificate.der));
  const files = ["detect", "remediate"].map((role) => join(folder, `out/intune.remediation/disk.${role}.ps1`));
  const signed = await signScripts(
    files.map((file) => ({ file, bytes: readFileSync(file) })),
    { signer: { source: "pem", key, certificate, chain: [chain] } },
    createNodeSigningHost(),
  );
  for (const [i, { bytes }] of (signed.value ?? []).entries()) replaceScript(folder, i, bytes);
  return folder;
}

/** Writes a script and has the manifest say so. */
function replaceScript(folder: string, at: number, bytes: Uint8Array): void {
  const path = join(folder, "out/manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Manifest;
  const entry = manifest.scripts[at] ?? {};
  writeFileSync(join(folder, "out", String(entry["file"])), bytes);
  Object.assign(entry, { sha256: createHash("sha256").update(bytes).digest("hex"), signature: { subject: "CN=x" } });
  writeFileSync(path, JSON.stringify(manifest));
}

interface Manifest {
  readonly scripts: { [field: string]: unknown }[];
}
