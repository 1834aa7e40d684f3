import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import yargs, { type CommandModule } from "yargs";
import { runSign, signCommand, type SignArguments } from "../../src/cli/commands/sign.ts";
import { runTestCertificate, testCertificateCommand } from "../../src/cli/commands/test-certificate.ts";
import { runVerify, verifyCommand } from "../../src/cli/commands/verify.ts";
import { readSigningConfig, type SigningArguments } from "../../src/cli/commands/signing-options.ts";
import { createNodeSigningHost } from "../../src/cli/signing-host.ts";
import { oids } from "../../src/signing/asn1/object-identifiers.ts";
import { encodePem } from "../../src/signing/test-certificate.ts";
import { issue } from "./support/authority.ts";
import { codesOf, toBytes } from "./support/company.ts";
import { createFakeHost } from "./support/fake-host.ts";
import { startTimeStampServer } from "./support/time-stamp-server.ts";
import { createScratchFolder, runTool } from "./support/tools.ts";

const scratch = createScratchFolder();
const host = createNodeSigningHost();
const key = { key: scratch("code.key"), certificate: scratch("code.pem"), chain: [scratch("root.pem")], hash: "sha256" } as const;

beforeAll(async () => {
  const root = await issue("Root", undefined, { isAuthority: true });
  const signer = await issue("Signer", root, { key: "rsa-2048", purposes: [oids.codeSigning] });
  writeFileSync(scratch("root.pem"), encodePem("CERTIFICATE", root.certificate.der));
  writeFileSync(scratch("code.pem"), encodePem("CERTIFICATE", signer.certificate.der));
  writeFileSync(scratch("code.key"), signer.privateKey.export({ type: "pkcs8", format: "pem" }));
});

const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** New scripts in a folder. */
function write(folder: string, ...contents: readonly string[]): readonly string[] {
  mkdirSync(scratch(folder), { recursive: true });
  return contents.map((content, i) => {
    const file = join(scratch(folder), `script-${i}.ps1`);
    writeFileSync(file, content);
    return file;
  });
}

describe("sign and verify", () => {
  it("sign in place what verify then accepts, in text and in JSON", async () => {
    const files = write("both", "Get-One\r\n", "Get-Two\r\n");
    const signed = await runSign({ ...key, files }, host);
    expect(codesOf(signed.diagnostics)).toEqual([]);
    expect(signed.exitCode).toBe(0);
    expect(signed.text).toMatch(/script-0\.ps1: signed by CN=Signer \([0-9A-F]{40}\)\n.*script-1\.ps1: signed by CN=Signer/u);

    const text = await runVerify({ files, ca: [scratch("root.pem")] }, host);
    expect(text.exitCode).toBe(0);
    expect(text.text).toMatch(
      /script-0\.ps1: verified\n {2}signer {6}CN=Signer\n {2}thumbprint {2}[0-9A-F]{40}, valid .*\n {2}issued by {3}CN=Root\n {2}digest {6}sha256 [0-9A-F]{64}\n {2}time stamp {2}none\n/u,
    );

    expect(text.json).toMatchObject({
      scripts: [{ verified: true, reasons: [], signer: { subject: "CN=Signer", key: "RSA 2048" }, timestamp: null }, { verified: true }],
    });
    expect(signed.json).toMatchObject({
      signed: [
        { file: files[0], signer: "CN=Signer", hashBefore: sha256("Get-One\r\n"), hashAfter: sha256(readFileSync(files[0] ?? "")) },
        { file: files[1] },
      ],
    });
  });

  it("tell why a script is not verified, and exit with 1", async () => {
    const files = write("changed", "Get-One\r\n");
    await runSign({ ...key, files }, host);
    writeFileSync(files[0] ?? "", readFileSync(files[0] ?? "", "utf8").replace("One", "Two"));
    const text = await runVerify({ files, ca: [scratch("root.pem")] }, host);
    expect(text.exitCode).toBe(1);
    expect(codesOf(text.diagnostics)).toEqual(["RMD8016"]);
    expect(text.text).toContain("NOT verified (RMD8016)");
    expect(text.json).toMatchObject({ scripts: [{ verified: false, reasons: [{ code: "RMD8016" }] }] });
  });

  it("do not trust an unknown authority by default, and name files that are missing", async () => {
    const files = write("default", "Get-One\r\n");
    await runSign({ ...key, files }, host);
    expect(codesOf((await runVerify({ files }, host)).diagnostics)).toEqual(["RMD8019"]);
    expect(codesOf((await runVerify({ files: [scratch("none.ps1")] }, host)).diagnostics)).toEqual(["RMD8033"]);
    expect(await runVerify({ files, ca: [scratch("none.pem")] }, host)).toMatchObject({ exitCode: 2, diagnostics: [{ code: "RMD8033" }] });
  });

  it("write nothing when one script of several cannot be signed", async () => {
    const files = write("partly", "Get-One\r\n", "# \u00FC\r\n");
    const result = await runSign({ ...key, files }, host);
    expect(result).toMatchObject({ exitCode: 1, text: "" });
    expect(codesOf(result.diagnostics)).toEqual(["RMD8008"]);
    expect(readFileSync(files[0] ?? "", "utf8")).toBe("Get-One\r\n");
    expect(await runSign({ ...key, files: [...files, scratch("none.ps1")] }, host)).toMatchObject({
      exitCode: 1,
      diagnostics: [{ code: "RMD8033" }],
    });
  });

  it("say when a script cannot be written", async () => {
    const files = write("locked", "Get-One\r\n");
    const result = await runSign(
      { ...key, files },
      { ...host, replaceFiles: ([first]) => Promise.resolve({ path: first?.path ?? "", error: "access is denied" }) },
    );
    expect(result).toMatchObject({ exitCode: 1, diagnostics: [{ code: "RMD8034" }] });
  });

  it("stamp with a server whose root is given, and verify it", async () => {
    const server = await startTimeStampServer(scratch);
    writeFileSync(scratch("tsa-root.pem"), encodePem("CERTIFICATE", server.root.certificate.der));
    const files = write("stamped", "Get-One\r\n");
    const stamp = { timestampUrl: [server.url], timestampCa: [scratch("tsa-root.pem")] };
    expect(await runSign({ ...key, ...stamp, files }, host)).toMatchObject({ exitCode: 0, diagnostics: [] });
    const verified = await runVerify({ files, ca: [scratch("root.pem")], timestampCa: stamp.timestampCa }, host);
    expect(verified).toMatchObject({ exitCode: 0, diagnostics: [] });
    expect(verified.text).toMatch(/time stamp {2}\d{4}-.*Z by CN=Time-stamp server/u);
    expect(verified.json).toMatchObject({
      scripts: [{ timestamp: { algorithm: "sha256", chain: [{ subject: "CN=Time-stamp server" }, { subject: "CN=Time-stamp root" }] } }],
    });
    expect(codesOf((await runVerify({ files, ca: [scratch("root.pem")] }, host)).diagnostics)).toEqual(["RMD8019"]);
  });

  it("show a name and an address to Windows, as osslsigncode reads them", async () => {
    const files = write("described", "Get-One\r\n");
    await runSign({ ...key, files, description: "Repair of the agent \u2713", descriptionUrl: "https://example.com/agent" }, host);
    const result = await runTool("osslsigncode", ["verify", "-CAfile", scratch("root.pem"), "-in", files[0] ?? ""]);
    expect(result.exitCode, result.output).toBe(0);
    expect(result.output).toContain("https://example.com/agent");
    expect(result.output).toContain("Repair of the agent");
  });
});

describe("wrong usage", () => {
  const usage = (options: SigningArguments): readonly string[] => codesOf(readSigningConfig(options).diagnostics);

  it.each<[string, SigningArguments, string]>([
    ["no key", {}, "RMD8032"],
    ["two keys", { pfx: "a.pfx", key: "a.key", certificate: "a.pem" }, "RMD8032"],
    ["a key without its certificate", { key: "a.key" }, "RMD8039"],
    ["a signer command without a certificate", { signerCommand: "tool" }, "RMD8039"],
    ["a command line with an open quotation mark", { signerCommand: "tool 'a", certificate: "a.pem" }, "RMD8039"],
    ["two passwords", { pfx: "a.pfx", passwordEnv: "A", passwordStdin: true }, "RMD8039"],
    ["a vault without a certificate", { azureKeyVault: "https://corp.vault.azure.net" }, "RMD8039"],
    ["a vault that is no address", { azureKeyVault: "corp" }, "RMD8039"],
    ["a profile without an account", { azureTrustedSigning: "https://eus.codesigning.azure.net/code" }, "RMD8039"],
  ])("is told: %s", async (_, options, code) => {
    expect(usage(options)).toEqual([code]);
    expect(await runSign({ ...options, files: ["a.ps1"] }, createFakeHost())).toMatchObject({ exitCode: 2, text: "" });
  });

  it("is not seen in a full set of options", () => {
    const shared = {
      hash: "sha384",
      timestampUrl: ["http://a", "http://b"],
      timestampCa: ["t.pem"],
      description: "d",
      descriptionUrl: "u",
      chain: ["c.pem"],
    } as const;
    const rest = { hash: "sha384", timestampUrls: ["http://a", "http://b"], timestampCa: ["t.pem"], description: "d", descriptionUrl: "u" };
    expect(readSigningConfig({ ...shared, pfx: "a.pfx", passwordFile: "p" }).value).toEqual({
      signer: { source: "pfx", file: "a.pfx", password: { from: "file", path: "p" }, chain: ["c.pem"] },
      ...rest,
    });
    expect(readSigningConfig({ ...shared, key: "k", certificate: "c", passwordStdin: true }).value?.signer).toEqual({
      source: "pem",
      key: "k",
      certificate: "c",
      password: { from: "stdin" },
      chain: ["c.pem"],
    });
    expect(readSigningConfig({ signerCommand: "tool 'a b'", certificate: "c", signerInput: "digest-info" }).value?.signer).toEqual({
      source: "command",
      command: ["tool", "a b"],
      certificate: "c",
      input: "digest-info",
    });
    expect(readSigningConfig({ azureKeyVault: "https://corp.vault.azure.net/certificates/code/v2" }).value?.signer).toEqual({
      source: "azure-key-vault",
      vault: "https://corp.vault.azure.net",
      certificate: "code",
      version: "v2",
    });
    expect(readSigningConfig({ azureTrustedSigning: "https://eus.codesigning.azure.net/corp/code" }).value?.signer).toEqual({
      source: "azure-trusted-signing",
      endpoint: "https://eus.codesigning.azure.net",
      account: "corp",
      profile: "code",
    });
  });
});

describe("test-certificate", () => {
  const options = { out: "", name: "trial", key: "p256", days: 30 } as const;

  it("makes a certificate that signs, with warnings, and that verify takes", async () => {
    mkdirSync(scratch("trial"));
    const made = await runTestCertificate({ ...options, out: scratch("trial") }, host);
    expect(made).toMatchObject({ exitCode: 0, diagnostics: [] });
    const [keyFile, certificate] = [join(scratch("trial"), "remedyc-test.key"), join(scratch("trial"), "remedyc-test.cer")];
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    const files = write("trial", "Get-One\r\n");
    const signed = await runSign({ key: keyFile, certificate, files }, host);
    expect(signed.exitCode).toBe(0);
    expect(codesOf(signed.diagnostics)).toEqual(["RMD8035", "RMD8038", "RMD8022"]);
    expect((await runVerify({ files, ca: [certificate] }, host)).exitCode).toBe(0);
    expect(made.text).toContain(`remedyc sign script.ps1 --key ${keyFile} --certificate ${certificate}`);
  });

  it("does not replace files", async () => {
    mkdirSync(scratch("twice"));
    await runTestCertificate({ ...options, out: scratch("twice") }, host);
    const before = readFileSync(join(scratch("twice"), "remedyc-test.key"));
    expect(await runTestCertificate({ ...options, out: scratch("twice") }, host)).toMatchObject({
      exitCode: 1,
      diagnostics: [{ code: "RMD8034" }],
    });
    expect(readFileSync(join(scratch("twice"), "remedyc-test.key"))).toEqual(before);
  });

  it("encrypts its key with a password, which sign then needs", async () => {
    const fake = createFakeHost({ getEnvironment: (name) => (name === "SECRET" ? "s\u00E4cret" : undefined) });
    expect(await runTestCertificate({ ...options, passwordEnv: "SECRET" }, fake)).toMatchObject({ exitCode: 0 });
    fake.written.set("a.ps1", toBytes("Get-One\r\n"));
    const sign: SignArguments = { key: "remedyc-test.key", certificate: "remedyc-test.cer", files: ["a.ps1"] };
    expect(await runSign(sign, fake)).toMatchObject({ exitCode: 1, diagnostics: [{ code: "RMD8025" }] });
    expect(await runSign({ ...sign, passwordEnv: "SECRET" }, fake)).toMatchObject({ exitCode: 0 });
  });

  it.each([0, 366, 1.5, Number.NaN])("refuses %d days", async (days) => {
    expect(await runTestCertificate({ ...options, days }, createFakeHost())).toMatchObject({
      exitCode: 2,
      diagnostics: [{ code: "RMD8039" }],
    });
  });

  it("refuses two sources of a password, and one that has none", async () => {
    expect(await runTestCertificate({ ...options, passwordEnv: "A", passwordStdin: true }, createFakeHost())).toMatchObject({
      exitCode: 2,
    });
    expect(await runTestCertificate({ ...options, passwordEnv: "A" }, createFakeHost())).toMatchObject({
      exitCode: 1,
      diagnostics: [{ code: "RMD8026" }],
    });
  });
});

describe("the commands of the command line", () => {
  /** The commands without their handlers; a wrong usage is thrown instead of printed. */
  const createParser = (args: readonly string[]) =>
    [signCommand, verifyCommand, testCertificateCommand]
      .reduce(
        (parser, command) => parser.command({ ...command, handler: () => undefined } as CommandModule),
        yargs([...args])
          .scriptName("remedyc")
          .strict()
          .exitProcess(false),
      )
      .fail((message) => {
        throw new Error(message);
      });
  const parse = async (...args: readonly string[]) => createParser(args).parseAsync();

  it("read their options", async () => {
    const sign = await parse(
      "sign",
      "a.ps1",
      "b.ps1",
      "--pfx",
      "code.pfx",
      "--password-env",
      "P",
      "--timestamp-url",
      "http://a",
      "http://b",
    );
    expect(sign).toMatchObject({
      files: ["a.ps1", "b.ps1"],
      pfx: "code.pfx",
      passwordEnv: "P",
      timestampUrl: ["http://a", "http://b"],
      hash: "sha256",
    });
    expect(await parse("verify", "a.ps1", "--ca", "root.pem")).toMatchObject({ files: ["a.ps1"], ca: ["root.pem"], format: "text" });
    expect(await parse("test-certificate")).toMatchObject({ out: ".", name: "remedyc", key: "rsa-3072", days: 30 });
  });

  it.each([
    [["sign"], "Not enough non-option arguments"],
    [["sign", "a.ps1", "--password", "secret"], "Unknown argument: password"],
    [["sign", "a.ps1", "--hash", "sha1"], "Invalid values"],
    [["verify"], "Not enough non-option arguments"],
    [["test-certificate", "--key", "dsa"], "Invalid values"],
  ])("refuse %j", async (args, message) => {
    await expect(parse(...args)).rejects.toThrow(message);
  });

  it.each(["sign", "verify", "test-certificate"])("explain %s with examples", async (command) => {
    const help = await createParser([command, "--help"]).getHelp();
    expect(help).toContain("Examples:");
    expect(help).toContain(`remedyc ${command}`);
    expect(help).not.toMatch(/--password\s/u);
  });
});
