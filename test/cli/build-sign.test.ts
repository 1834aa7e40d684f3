import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFolder, remedyc, remedyText } from "./support.ts";

const OPTIONS = ["--key", "remedyc-test.key", "--certificate", "remedyc-test.cer", "--password-file", "password.txt"] as const;

async function createProject(): Promise<string> {
  const folder = createFolder({ "a.remedy": remedyText("sample", "standalone, intune.remediation"), "password.txt": "correct horse\n" });
  expect((await remedyc(folder, "test-certificate", "--key", "p256", "--password-file", "password.txt")).exitCode).toBe(0);
  return folder;
}

test("build --sign writes what verify accepts, and the manifest tells signer and both hashes", async () => {
  const folder = await createProject();
  const built = await remedyc(folder, "build", "a.remedy", "--sign", ...OPTIONS);
  expect(built.exitCode).toBe(0);
  expect(built.stdout).toContain("signed by CN=remedyc (FOR TESTING ONLY)");
  const manifest = JSON.parse(readFileSync(join(folder, "out/manifest.json"), "utf8")) as {
    readonly scripts: readonly {
      readonly file: string;
      readonly sha256: string;
      readonly signature: { readonly thumbprint: string; readonly unsignedSha256: string } | null;
    }[];
  };
  expect(manifest.scripts).toHaveLength(3);
  await remedyc(folder, "build", "a.remedy", "--out", "plain");
  const plain = JSON.parse(readFileSync(join(folder, "plain/manifest.json"), "utf8")) as typeof manifest;
  for (const [i, script] of manifest.scripts.entries()) {
    expect(script.signature?.thumbprint).toMatch(/^[0-9A-F]{40}$/);
    expect(script.signature?.unsignedSha256).toBe(plain.scripts[i]?.sha256);
    expect((await remedyc(folder, "verify", `out/${script.file}`, "--ca", "remedyc-test.cer")).exitCode).toBe(0);
  }
});

test("two signed builds have the same bytes", async () => {
  const folder = await createProject();
  for (const out of ["one", "two"])
    expect((await remedyc(folder, "build", "a.remedy", "--sign", "--out", out, ...OPTIONS)).exitCode).toBe(0);
  const file = "standalone/sample.ps1";
  expect(readFileSync(join(folder, "one", file)).equals(readFileSync(join(folder, "two", file)))).toBe(true);
});

test("the configuration names the key; without any nothing is written", async () => {
  const folder = await createProject();
  const none = await remedyc(folder, "build", "a.remedy", "--sign");
  expect(none.exitCode).toBe(1);
  expect(none.stderr).toContain("RMD8032");
  expect(existsSync(join(folder, "out"))).toBe(false);
  const signer = {
    source: "pem",
    key: "remedyc-test.key",
    certificate: "remedyc-test.cer",
    password: { from: "file", path: join(folder, "password.txt") },
  };
  writeFileSync(join(folder, "remedyc.config.json"), JSON.stringify({ signing: { signer } }));
  const built = await remedyc(folder, "build", "a.remedy", "--sign");
  expect(built.stderr).not.toContain("error");
  expect(built.stdout).toContain("signed by CN=remedyc (FOR TESTING ONLY)");
});
