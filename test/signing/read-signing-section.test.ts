import { describe, expect, it } from "vitest";
import { readSigningSection } from "../../src/signing/read-signing-section.ts";
import type { SigningConfig } from "../../src/signing/signing-session.ts";

/** Every kind of signer with all that it may have: the compiler checks that these are configurations. */
const complete: readonly SigningConfig[] = [
  {
    signer: { source: "pfx", file: "code.pfx", password: { from: "env", name: "PFX_PASSWORD" }, chain: ["root.cer"] },
    hash: "sha384",
    timestampUrls: ["http://a"],
    timestampCa: ["tsa.cer"],
    description: "d",
    descriptionUrl: "u",
  },
  { signer: { source: "pfx", file: "code.pfx" } },
  { signer: { source: "pfx", file: "code.pfx", password: { from: "prompt" } } },
  { signer: { source: "pem", key: "code.key", certificate: "code.pem", password: { from: "file", path: "p.txt" } } },
  { signer: { source: "pem", key: "code.key", certificate: "code.pem", password: { from: "stdin" } } },
  { signer: { source: "command", command: ["tool", "--sign"], certificate: "code.pem", input: "digest-info" } },
  { signer: { source: "azure-key-vault", vault: "https://corp.vault.azure.net", certificate: "code", version: "v1" } },
  { signer: { source: "azure-trusted-signing", endpoint: "https://eus.codesigning.azure.net", account: "corp", profile: "code" } },
];

describe("the signing section of a configuration", () => {
  it.each(complete)("is taken as it stands: %j", (config) => {
    expect(readSigningSection(JSON.parse(JSON.stringify(config)))).toEqual({ value: config, diagnostics: [] });
  });

  it.each<[string, unknown, string]>([
    ["no object", "code.pfx", "'signing' in"],
    ["a list", [], "'signing' in"],
    ["no signer", {}, "'signing.signer' in"],
    ["an unknown source", { signer: { source: "usb" } }, "'signing.signer.source' in"],
    ["a source by an inherited name", { signer: { source: "toString" } }, "'signing.signer.source' in"],
    ["a missing member", { signer: { source: "pem", key: "code.key" } }, "'signing.signer.certificate' in"],
    ["an unknown member", { signer: { source: "pfx", file: "a", pin: "1" } }, "there are only file, password"],
    ["an unknown member of the section", { signer: { source: "pfx", file: "a" }, timestamp: "x" }, "'signing.timestamp' in"],
    ["an empty text", { signer: { source: "pfx", file: "" } }, "'signing.signer.file' in"],
    ["a list that is none", { signer: { source: "command", command: "tool", certificate: "a" } }, "'signing.signer.command' in"],
    ["a list with something else", { signer: { source: "pfx", file: "a", chain: ["a", 1] } }, "'signing.signer.chain[1]' in"],
    ["a weak hash", { signer: { source: "pfx", file: "a" }, hash: "sha1" }, "sha256, sha384, sha512"],
    ["an unknown input", { signer: { source: "command", command: ["a"], certificate: "a", input: "hash" } }, "digest or digest-info"],
    ["a password", { signer: { source: "pfx", file: "a", password: "hunter2" } }, "name where it comes from"],
    [
      "an unknown source of the password",
      { signer: { source: "pfx", file: "a", password: { from: "web" } } },
      "'signing.signer.password.from' in",
    ],
    [
      "a source of the password without its name",
      { signer: { source: "pfx", file: "a", password: { from: "env" } } },
      "'signing.signer.password.name' in",
    ],
    [
      "a password beside its source",
      { signer: { source: "pfx", file: "a", password: { from: "prompt", value: "hunter2" } } },
      "nothing may stand here",
    ],
  ])("is refused: %s", (_, section, text) => {
    const { value, diagnostics } = readSigningSection(section);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: "RMD8040" }]);
    expect(diagnostics[0]?.message).toContain(text);
    expect(diagnostics[0]?.message).not.toContain("hunter2");
  });
});
