import { writeFileSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { oids } from "../../src/signing/asn1/object-identifiers.ts";
import { hashBytes } from "../../src/signing/hash.ts";
import type { SigningHost } from "../../src/signing/host.ts";
import { openSigner, type SignerConfig } from "../../src/signing/keys/open-signer.ts";
import { isDigestSignature } from "../../src/signing/keys/signer.ts";
import { encodePem, type TestKeyKind } from "../../src/signing/test-certificate.ts";
import { createNodeSigningHost } from "../../src/cli/signing-host.ts";
import { issue, type Identity } from "./support/authority.ts";
import { codesOf } from "./support/company.ts";
import { createScratchFolder, runTool } from "./support/tools.ts";

const scratch = createScratchFolder();
let root: Identity;
const signers = new Map<TestKeyKind, Identity>();
const odd = "p\u00E4ss \u{1F511} w\u00F6rd";

/** A host with real files, and the answers that a test gives. */
const withAnswers = (parts: Partial<SigningHost>): SigningHost => ({
  ...createNodeSigningHost(),
  askSecret: () => Promise.resolve(undefined),
  ...parts,
});
const withPassword = (password: string): SigningHost =>
  withAnswers({ getEnvironment: (name) => (name === "TEST_PASSWORD" ? password : undefined) });
const fromEnv = { from: "env", name: "TEST_PASSWORD" } as const;

beforeAll(async () => {
  root = await issue("Root", undefined, { isAuthority: true });
  writeFileSync(scratch("root.pem"), encodePem("CERTIFICATE", root.certificate.der));
  for (const key of ["rsa-2048", "p256"] as const) {
    const signer = await issue(`Signer with ${key}`, root, { key, purposes: [oids.codeSigning] });
    signers.set(key, signer);
    writeFileSync(scratch(`${key}.pem`), encodePem("CERTIFICATE", signer.certificate.der));
    writeFileSync(scratch(`${key}.key`), signer.privateKey.export({ type: "pkcs8", format: "pem" }));
  }
});

async function makePfx(name: string, key: TestKeyKind, password: string, ...options: readonly string[]): Promise<string> {
  const file = scratch(`${name}.pfx`);
  writeFileSync(scratch(`${name}.password`), `${password}\n`);
  const made = await runTool("openssl", [
    "pkcs12",
    "-export",
    "-in",
    scratch(`${key}.pem`),
    "-inkey",
    scratch(`${key}.key`),
    "-certfile",
    scratch("root.pem"),
    "-passout",
    `file:${scratch(`${name}.password`)}`,
    ...options,
    "-out",
    file,
  ]);
  expect(made.exitCode, made.output).toBe(0);
  return file;
}

/** Opens a key, signs a digest with it, and checks the signature with the certificate that was issued for the key. */
async function expectSigns(config: SignerConfig, host: SigningHost, key: TestKeyKind): Promise<void> {
  const opened = await openSigner(config, host);
  expect(codesOf(opened.diagnostics)).toEqual([]);
  const expected = signers.get(key) ?? expect.fail("no such signer");
  expect(opened.value?.certificates?.map(({ thumbprint }) => thumbprint)).toEqual([
    expected.certificate.thumbprint,
    root.certificate.thumbprint,
  ]);
  const digest = hashBytes("sha256", new Uint8Array(3));
  const signed = await opened.value?.sign(digest, "sha256");
  expect(await isDigestSignature(expected.certificate, digest, "sha256", signed?.value?.signature ?? new Uint8Array())).toBe(true);
}

const codesWhenOpened = async (config: SignerConfig, host: SigningHost): Promise<readonly string[]> =>
  codesOf((await openSigner(config, host)).diagnostics);

describe("a PFX", () => {
  // OpenSSL 3 writes PBES2 by default; the named schemes are what Windows and OpenSSL wrote before.
  it.each([
    ["PBES2", "rsa-2048", "secret", []],
    ["PBES2 with ECDSA", "p256", "secret", []],
    ["PBES2 with an unusual password", "rsa-2048", odd, []],
    ["PBES2 with an empty password", "rsa-2048", "", []],
    ["3DES", "rsa-2048", "secret", ["-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", "-macalg", "sha1"]],
    ["3DES with ECDSA", "p256", "secret", ["-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", "-macalg", "sha1"]],
    ["3DES and RC2", "rsa-2048", "secret", ["-legacy"]],
    [
      "3DES with umlauts in the password",
      "rsa-2048",
      "p\u00E4ss",
      ["-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", "-macalg", "sha1"],
    ],
    ["nothing encrypted", "rsa-2048", "secret", ["-keypbe", "NONE", "-certpbe", "NONE"]],
  ] as const)("is opened: %s", async (name, key, password, options) => {
    const file = await makePfx(name, key, password, ...options);
    await expectSigns({ source: "pfx", file, password: fromEnv }, withPassword(password), key);
  });

  it("without a certificate of its own authority is completed by --chain", async () => {
    const file = scratch("lone.pfx");
    await runTool("openssl", [
      "pkcs12",
      "-export",
      "-in",
      scratch("p256.pem"),
      "-inkey",
      scratch("p256.key"),
      "-passout",
      "pass:",
      "-out",
      file,
    ]);
    await expectSigns({ source: "pfx", file, chain: [scratch("root.pem")] }, withAnswers({}), "p256");
  });

  it.each([
    ["PBES2", []],
    ["3DES", ["-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", "-macalg", "sha1"]],
  ] as const)("tells a wrong password from a missing one: %s", async (name, options) => {
    const file = await makePfx(`wrong ${name}`, "rsa-2048", "secret", ...options);
    expect(await codesWhenOpened({ source: "pfx", file, password: fromEnv }, withPassword("Secret"))).toEqual(["RMD8024"]);
    expect(await codesWhenOpened({ source: "pfx", file }, withAnswers({}))).toEqual(["RMD8025"]);
    expect(await codesWhenOpened({ source: "pfx", file }, withAnswers({ askSecret: () => Promise.resolve("secret") }))).toEqual([]);
  });

  it("that is none, or holds no key, or another key than its certificate's, is refused", async () => {
    writeFileSync(scratch("text.pfx"), "not a PFX");
    expect(await codesWhenOpened({ source: "pfx", file: scratch("text.pfx"), password: fromEnv }, withPassword("x"))).toEqual(["RMD8023"]);
    expect(await codesWhenOpened({ source: "pfx", file: scratch("missing.pfx") }, withAnswers({}))).toEqual(["RMD8033"]);
    await runTool("openssl", [
      "pkcs12",
      "-export",
      "-nokeys",
      "-in",
      scratch("p256.pem"),
      "-passout",
      "pass:x",
      "-out",
      scratch("nokey.pfx"),
    ]);
    expect(await codesWhenOpened({ source: "pfx", file: scratch("nokey.pfx"), password: fromEnv }, withPassword("x"))).toEqual(["RMD8023"]);
    await runTool("openssl", [
      "pkcs12",
      "-export",
      "-nocerts",
      "-inkey",
      scratch("p256.key"),
      "-in",
      scratch("p256.key"),
      "-passout",
      "pass:x",
      "-out",
      scratch("nocert.pfx"),
    ]);
    expect(await codesWhenOpened({ source: "pfx", file: scratch("nocert.pfx"), password: fromEnv }, withPassword("x"))).toEqual([
      "RMD8004",
    ]);
  });

  it("is never the cause of an exception, however damaged", async () => {
    const bytes = readFileSync(await makePfx("damaged", "p256", "x"));
    for (let at = 0; at < bytes.length; at += 13) {
      const damaged = Uint8Array.from(bytes, (octet, i) => (i === at ? octet ^ 0x55 : octet));
      writeFileSync(scratch("damaged.pfx"), damaged);
      const codes = await codesWhenOpened({ source: "pfx", file: scratch("damaged.pfx"), password: fromEnv }, withPassword("x"));
      expect([[], ["RMD8023"], ["RMD8024"], ["RMD8004"]]).toContainEqual(codes);
    }
  });
});

describe("a key in PEM", () => {
  const open = (key: string, certificate: string, changes: Partial<Extract<SignerConfig, { source: "pem" }>> = {}): SignerConfig => ({
    source: "pem",
    key: scratch(key),
    certificate: scratch(certificate),
    chain: [scratch("root.pem")],
    ...changes,
  });

  it.each(["rsa-2048", "p256"] as const)("is opened when it is not encrypted: %s", async (key) => {
    await expectSigns(open(`${key}.key`, `${key}.pem`), withAnswers({}), key);
  });

  it.each([
    ["PKCS #8, encrypted", ["pkcs8", "-topk8", "-v2", "aes-256-cbc"]],
    ["PKCS #8, encrypted by scrypt", ["pkcs8", "-topk8", "-scrypt"]],
    ["the old PEM encryption", ["rsa", "-aes256", "-traditional"]],
  ] as const)("is opened: %s", async (name, command) => {
    writeFileSync(scratch("pem.password"), odd);
    const made = await runTool("openssl", [
      ...command,
      "-in",
      scratch("rsa-2048.key"),
      "-passout",
      `file:${scratch("pem.password")}`,
      "-out",
      scratch(`${name}.key`),
    ]);
    expect(made.exitCode, made.output).toBe(0);
    await expectSigns(
      open(`${name}.key`, "rsa-2048.pem", { password: { from: "file", path: scratch("pem.password") } }),
      withAnswers({}),
      "rsa-2048",
    );
    await expectSigns(open(`${name}.key`, "rsa-2048.pem"), withAnswers({ askSecret: () => Promise.resolve(odd) }), "rsa-2048");
    expect(await codesWhenOpened(open(`${name}.key`, "rsa-2048.pem", { password: fromEnv }), withPassword("other"))).toEqual(["RMD8024"]);
    expect(await codesWhenOpened(open(`${name}.key`, "rsa-2048.pem"), withAnswers({}))).toEqual(["RMD8025"]);
  });

  it("is refused with another key's certificate, without a key, and without a certificate", async () => {
    expect(await codesWhenOpened(open("rsa-2048.key", "p256.pem"), withAnswers({}))).toEqual(["RMD8004"]);
    expect(await codesWhenOpened(open("root.pem", "p256.pem"), withAnswers({}))).toEqual(["RMD8023"]);
    expect(await codesWhenOpened(open("p256.key", "p256.key"), withAnswers({}))).toEqual(["RMD8023"]);
    expect(await codesWhenOpened(open("p256.key", "none.pem"), withAnswers({}))).toEqual(["RMD8033"]);
  });

  it("takes its certificates from DER and from a PKCS #7 bundle, too", async () => {
    writeFileSync(scratch("p256.cer"), signers.get("p256")?.certificate.der ?? new Uint8Array());
    await expectSigns(open("p256.key", "p256.cer"), withAnswers({}), "p256");
    for (const form of ["DER", "PEM"]) {
      await runTool("openssl", [
        "crl2pkcs7",
        "-nocrl",
        "-certfile",
        scratch("p256.pem"),
        "-certfile",
        scratch("root.pem"),
        "-outform",
        form,
        "-out",
        scratch(`${form}.p7b`),
      ]);
      await expectSigns({ source: "pem", key: scratch("p256.key"), certificate: scratch(`${form}.p7b`) }, withAnswers({}), "p256");
    }
  });
});
