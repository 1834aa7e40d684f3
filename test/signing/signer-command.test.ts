import { writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { createNodeSigningHost } from "../../src/cli/signing-host.ts";
import { oids } from "../../src/signing/asn1/object-identifiers.ts";
import { hashBytes, type HashName } from "../../src/signing/hash.ts";
import { splitCommandLine } from "../../src/signing/keys/command-line.ts";
import { createCommandSigner, type SignerCommandInput } from "../../src/signing/keys/signer-command.ts";
import { encodeDigestInfo, isDigestSignature } from "../../src/signing/keys/signer.ts";
import { signScript } from "../../src/signing/sign.ts";
import { verifyScript } from "../../src/signing/verify.ts";
import { requireProgram } from "../entry/requirements.ts";
import { issue, type Identity } from "./support/authority.ts";
import { codesOf, toBytes } from "./support/company.ts";
import { createFakeHost } from "./support/fake-host.ts";
import { createScratchFolder } from "./support/tools.ts";

const scratch = createScratchFolder();
const digest = hashBytes("sha384", toBytes("x"));
const digests = { sha256: hashBytes("sha256", toBytes("x")), sha384: digest, sha512: hashBytes("sha512", toBytes("x")) } as const;
let root: Identity;
let rsa: Identity;
let elliptic: Identity;
beforeAll(async () => {
  root = await issue("Root", undefined, { isAuthority: true });
  rsa = await issue("RSA signer", root, { key: "rsa-2048", purposes: [oids.codeSigning] });
  elliptic = await issue("EC signer", root, { key: "p256", purposes: [oids.codeSigning] });
  writeFileSync(scratch("rsa.key"), rsa.privateKey.export({ type: "pkcs8", format: "pem" }));
  writeFileSync(scratch("ec.key"), elliptic.privateKey.export({ type: "pkcs8", format: "pem" }));
});

/** Signs with a command, on the real machine. */
async function run(command: readonly string[], identity: Identity, input: SignerCommandInput = "digest", hash: HashName = "sha384") {
  if (command[0] === "openssl") requireProgram("openssl");
  const signer = createCommandSigner({ command, input, certificates: [identity.certificate, root.certificate] }, createNodeSigningHost());
  const result = await signer.sign(digests[hash], hash);
  const isSound =
    result.value !== undefined && (await isDigestSignature(identity.certificate, digests[hash], hash, result.value.signature));
  return { codes: codesOf(result.diagnostics), isSound, message: result.diagnostics[0]?.message ?? "" };
}

/** A program in JavaScript; `digest` and `key` are at hand. */
const program = (name: string, body: string): readonly string[] => {
  const file = scratch(`${name}.mjs`);
  writeFileSync(
    file,
    `import { readFileSync } from "node:fs";\nimport * as crypto from "node:crypto";\nconst digest = readFileSync(0);\nconst key = (name) => readFileSync(${JSON.stringify(scratch("/"))} + name + ".key");\n${body}\n`,
  );
  return [process.execPath, file];
};

describe("a signer command", () => {
  it("may be openssl, with RSA and with ECDSA", async () => {
    expect(await run(["openssl", "pkeyutl", "-sign", "-inkey", scratch("rsa.key"), "-pkeyopt", "digest:{hash}"], rsa)).toMatchObject({
      codes: [],
      isSound: true,
    });
    expect(await run(["openssl", "pkeyutl", "-sign", "-inkey", scratch("ec.key")], elliptic)).toMatchObject({ codes: [], isSound: true });
  });

  it("may pad a DigestInfo itself, as PKCS #11 tools do", async () => {
    expect(
      await run(
        ["openssl", "pkeyutl", "-sign", "-inkey", scratch("rsa.key"), "-pkeyopt", "rsa_padding_mode:pkcs1"],
        rsa,
        "digest-info",
        "sha256",
      ),
    ).toMatchObject({ codes: [], isSound: true });
  });

  it.each([
    ["base64 in lines", 'process.stdout.write(signature.toString("base64").replace(/.{64}/g, "$&\\n") + "\\n")'],
    ["base64 for addresses", 'process.stdout.write(signature.toString("base64url"))'],
    ["octets", "process.stdout.write(signature)"],
  ])("may answer in %s", async (name, print) => {
    const sign =
      'const signature = crypto.privateEncrypt({ key: key("rsa"), padding: crypto.constants.RSA_PKCS1_PADDING }, Buffer.concat([Buffer.from("3041300d060960864801650304020205000430", "hex"), digest]));';
    expect(await run(program(name.replaceAll(" ", "-"), `${sign}\n${print};`), rsa)).toMatchObject({ codes: [], isSound: true });
  });

  it("may answer with r and s, in octets and in base64", async () => {
    requireProgram("openssl");
    const der =
      'import { execFileSync } from "node:child_process";\nconst der = execFileSync("openssl", ["pkeyutl", "-sign", "-inkey", KEY], { input: digest });'.replace(
        "KEY",
        JSON.stringify(scratch("ec.key")),
      );
    const raw =
      "const size = der[3]; const pad = (b) => Buffer.concat([Buffer.alloc(32), b]).subarray(-32); const raw = Buffer.concat([pad(der.subarray(4, 4 + size)), pad(der.subarray(6 + size))]);";
    expect(await run(program("raw", `${der}\n${raw}\nprocess.stdout.write(raw);`), elliptic)).toMatchObject({ codes: [], isSound: true });
    expect(await run(program("raw64", `${der}\n${raw}\nprocess.stdout.write(raw.toString("base64"));`), elliptic)).toMatchObject({
      codes: [],
      isSound: true,
    });
  });

  it("is told the algorithm and the digest, in its arguments and its environment", async () => {
    let seen: readonly string[] = [];
    let environment: Readonly<Record<string, string>> = {};
    let input = new Uint8Array();
    const host = createFakeHost({
      run: (command, standardInput, variables) => {
        [seen, environment, input] = [command, variables, new Uint8Array(standardInput)];
        return Promise.resolve({ exitCode: 1, stdout: new Uint8Array(), stderr: "" });
      },
    });
    const command = ["tool", "--algorithm={algorithm}", "{hash}", "{digest-hex}", "{digest-base64}"];
    await createCommandSigner({ command, input: "digest", certificates: [rsa.certificate] }, host).sign(digest, "sha384");
    const hex = Buffer.from(digest).toString("hex");
    expect(seen).toEqual(["tool", "--algorithm=RS384", "sha384", hex, Buffer.from(digest).toString("base64")]);
    expect(environment).toEqual({ REMEDYC_SIGN_ALGORITHM: "RS384", REMEDYC_SIGN_DIGEST: hex });
    expect(input).toEqual(digest);
    await createCommandSigner({ command, input: "digest-info", certificates: [rsa.certificate] }, host).sign(digest, "sha384");
    expect(input).toEqual(encodeDigestInfo(digest, "sha384"));
  });

  it("that fails, is missing, or gives something else than the key's signature ends the signing", async () => {
    expect(await run(program("fails", 'console.error("the token is locked"); process.exit(3);'), rsa)).toMatchObject({
      codes: ["RMD8027"],
      message: expect.stringContaining("exit code 3: the token is locked") as string,
    });
    expect(await run([scratch("no-such-program")], rsa)).toMatchObject({
      codes: ["RMD8027"],
      message: expect.stringContaining("there is no such file") as string,
    });
    expect((await run([process.execPath, "a\0b"], rsa)).codes).toEqual(["RMD8027"]);
    expect((await run([""], rsa)).codes).toEqual(["RMD8027"]);
    expect((await run(program("silent", ""), rsa)).codes).toEqual(["RMD8028"]);
    expect((await run(["openssl", "pkeyutl", "-sign", "-inkey", scratch("ec.key")], rsa)).codes).toEqual(["RMD8028"]);
    expect((await run(["openssl", "pkeyutl", "-sign", "-inkey", scratch("rsa.key"), "-pkeyopt", "digest:sha384"], elliptic)).codes).toEqual(
      ["RMD8028"],
    );
  });

  it("that does not read its input is no trouble", async () => {
    expect((await run([process.execPath, "-e", "process.exit(5)"], rsa)).codes).toEqual(["RMD8027"]);
  });

  it("signs a whole script", async () => {
    requireProgram("openssl");
    const signer = createCommandSigner(
      {
        command: ["openssl", "pkeyutl", "-sign", "-inkey", scratch("rsa.key"), "-pkeyopt", "digest:{hash}"],
        input: "digest",
        certificates: [rsa.certificate, root.certificate],
      },
      createNodeSigningHost(),
    );
    const signed = await signScript(
      toBytes("Get-One\r\n"),
      "script.ps1",
      signer,
      { hash: "sha512", timestamp: undefined, roots: [] },
      createNodeSigningHost(),
    );
    expect(codesOf(signed.diagnostics)).toEqual([]);
    expect(
      verifyScript(signed.value?.bytes ?? new Uint8Array(), "script.ps1", {
        anchors: [root.certificate],
        timestampAnchors: [],
        now: new Date(),
      }).reasons,
    ).toEqual([]);
  });
});

describe("a command line", () => {
  it.each([
    ["tool", ["tool"]],
    ["  tool  a\tb ", ["tool", "a", "b"]],
    [`"C:\\Program Files\\tool.exe" --pin='a b' ""`, ["C:\\Program Files\\tool.exe", "--pin=a b", ""]],
    [`a"b c"d`, ["ab cd"]],
    ["", undefined],
    [`tool "open`, undefined],
  ])("%j is cut into its parts", (line, parts) => {
    expect(splitCommandLine(line)).toEqual(parts);
  });
});
