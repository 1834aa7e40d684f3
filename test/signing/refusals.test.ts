import { generateKeyPairSync } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { oids } from "../../src/signing/asn1/object-identifiers.ts";
import { parseCertificate } from "../../src/signing/certificate/certificate.ts";
import { findKeyKind } from "../../src/signing/certificate/requirements.ts";
import { selectLeaf } from "../../src/signing/keys/select-leaf.ts";
import { createLocalSigner } from "../../src/signing/keys/signer.ts";
import { signScript } from "../../src/signing/sign.ts";
import { createTestCertificate } from "../../src/signing/test-certificate.ts";
import { verifyScript } from "../../src/signing/verify.ts";
import { issue, type Identity } from "./support/authority.ts";
import { codesOf, toBytes } from "./support/company.ts";
import { createFakeHost } from "./support/fake-host.ts";

const day = 24 * 3600 * 1000;
const script = toBytes("Write-Output 'one'\r\n");
let root: Identity;
let good: Identity;
beforeAll(async () => {
  root = await issue("Root", undefined, { isAuthority: true });
  good = await issue("Signer", root, { purposes: [oids.codeSigning], key: "rsa-2048" });
});

/** The findings when `bytes` are signed with an identity and a chain. */
async function attempt(identity: Identity, bytes: Uint8Array = script, chain: readonly Identity[] = [root]): Promise<readonly string[]> {
  const signer = createLocalSigner(
    "the test's key",
    identity.privateKey,
    [identity, ...chain].map(({ certificate }) => certificate),
  );
  const result = await signScript(bytes, "script.ps1", signer, { hash: "sha256", timestamp: undefined, roots: [] }, createFakeHost());
  expect(result.value === undefined).toBe(result.diagnostics.some(({ severity }) => severity === "error"));
  return codesOf(result.diagnostics);
}

const verifyWith = async (identity: Identity, now = new Date()): Promise<readonly string[]> => {
  const signer = createLocalSigner("the test's key", good.privateKey, [good.certificate]);
  const signed = await signScript(
    script,
    "script.ps1",
    signer,
    { hash: "sha256", timestamp: undefined, roots: [root.certificate] },
    createFakeHost(),
  );
  const bytes = signed.value?.bytes ?? expect.fail("the script cannot be signed");
  return codesOf(verifyScript(bytes, "script.ps1", { anchors: [identity.certificate], timestampAnchors: [], now }).reasons);
};

describe("a certificate that may not sign", () => {
  it("is accepted when nothing speaks against it", async () => {
    expect(await attempt(good)).toEqual([]);
  });

  it("is refused without the code-signing purpose, be there other purposes or none", async () => {
    expect(await attempt(await issue("No purpose", root))).toContain("RMD8001");
    expect(await attempt(await issue("Any purpose", root, { purposes: [oids.anyExtendedKeyUsage] }))).toContain("RMD8001");
    expect(await attempt(await issue("Other purpose", root, { purposes: [oids.timeStamping] }))).toContain("RMD8001");
  });

  it("is refused before and after its time", async () => {
    const purposes = [oids.codeSigning];
    expect(await attempt(await issue("Early", root, { purposes, notBefore: new Date(Date.now() + day) }))).toEqual(["RMD8002"]);
    expect(await attempt(await issue("Late", root, { purposes, notAfter: new Date(Date.now() - 1000) }))).toEqual(["RMD8003"]);
  });

  it("is refused for a key that may only sign certificates", async () => {
    expect(await attempt(await issue("Authority", root, { purposes: [oids.codeSigning], isAuthority: true }))).toContain("RMD8036");
  });

  it("is refused for a weak key and for a kind of key that Windows PowerShell does not know", async () => {
    const weak = generateKeyPairSync("rsa", { modulusLength: 1024 }).privateKey;
    const odd = generateKeyPairSync("ec", { namedCurve: "secp521r1" }).privateKey;
    const certified = async (publicKey: typeof weak): Promise<Identity> => ({
      ...(await issue("Odd", root, { publicKey, purposes: [oids.codeSigning] })),
      privateKey: publicKey,
    });
    expect(await attempt(await certified(weak))).toEqual(["RMD8006"]);
    expect(await attempt(await certified(odd))).toEqual(["RMD8006"]);
    expect(findKeyKind(odd)).toBeUndefined();
  });

  it("is refused when it was signed with a weak hash", () => {
    // A certificate of 2026 whose authority signed with SHA-1: made with `openssl x509 -sha1`, since our own code makes none.
    const parsed = parseCertificate(new Uint8Array(Buffer.from(sha1Certificate, "base64")));
    const certificate = "value" in parsed ? parsed.value : expect.fail(parsed.detail);
    expect(certificate.signatureAlgorithm).toBe(oids.rsaWithSha1);
    return expect(attempt({ certificate, privateKey: good.privateKey })).resolves.toContain("RMD8005");
  });

  it("is refused when its chain is incomplete", async () => {
    expect(await attempt(good, script, [])).toEqual(["RMD8007"]);
    const intermediate = await issue("Intermediate", root, { isAuthority: true });
    const below = await issue("Below", intermediate, { purposes: [oids.codeSigning] });
    expect(await attempt(below, script, [intermediate])).toEqual(["RMD8007"]);
    expect(await attempt(below, script, [root])).toEqual(["RMD8007"]);
    expect(await attempt(below, script, [root, intermediate])).toEqual(["RMD8035"]);
  });

  it("is refused when it does not belong to the key", async () => {
    const other = await issue("Other", root, { purposes: [oids.codeSigning], key: "rsa-2048" });
    expect(codesOf(selectLeaf(good.privateKey, [other.certificate, root.certificate], "'code.pfx'").diagnostics)).toEqual(["RMD8004"]);
    // A signer that was put together wrongly by other means: what it signs is checked before it is written.
    expect(await attempt({ certificate: good.certificate, privateKey: other.privateKey })).toEqual(["RMD8028"]);
  });

  it("is announced when it is for trying out, or when its end is near and no time stamp is taken", async () => {
    const { certificate, privateKey } = await createTestCertificate({
      name: "trial",
      key: "rsa-2048",
      days: 30,
      now: new Date(),
      randomBytes: (count) => new Uint8Array(count).fill(7),
    });
    const parsed = parseCertificate(certificate);
    const trial = "value" in parsed ? parsed.value : expect.fail(parsed.detail);
    expect(trial.subject).toBe("CN=trial (FOR TESTING ONLY)");
    expect(await attempt({ certificate: trial, privateKey }, script, [])).toEqual(["RMD8038", "RMD8022"]);
  });
});

describe("a script that cannot be signed", () => {
  it.each([
    ["a character beyond ASCII without a byte order mark", Buffer.from("# gr\u00FC\u00DFe\r\n"), "RMD8008"],
    ["a character of the ANSI code page", Buffer.from("# gr\u00FC\u00DFe\r\n", "latin1"), "RMD8008"],
    ["UTF-16BE", Buffer.from("\uFEFF# x\r\n", "utf16le").swap16(), "RMD8011"],
    ["UTF-16LE without its mark", Buffer.from("# x\r\n", "utf16le"), "RMD8012"],
    ["UTF-16LE that ends within a character", Buffer.from("\uFEFF# x\r\n", "utf16le").subarray(0, -1), "RMD8012"],
    ["UTF-8 with an invalid sequence", Buffer.from([0xef, 0xbb, 0xbf, 0x23, 0xc3, 0x28]), "RMD8012"],
    ["two blocks", Buffer.from("x\r\n# SIG # Begin signature block\r\n# AA==\r\n# SIG # End signature block\r\n".repeat(2)), "RMD8009"],
    [
      "text after its block",
      Buffer.from("x\r\n# SIG # Begin signature block\r\n# AA==\r\n# SIG # End signature block\r\nexit 1\r\n"),
      "RMD8010",
    ],
    ["a line that a lenient reader takes for a mark", Buffer.from("x\r\n# sig # begin  signature block\r\n"), "RMD8013"],
  ])("is refused: %s", async (_, bytes, code) => {
    expect(await attempt(good, new Uint8Array(bytes))).toEqual([code]);
  });

  it("names the line of the character", async () => {
    const signer = createLocalSigner("the test's key", good.privateKey, [good.certificate]);
    const result = await signScript(
      toBytes("a\r\nb\r\n# \u00FC\r\n"),
      "script.ps1",
      signer,
      { hash: "sha256", timestamp: undefined, roots: [root.certificate] },
      createFakeHost(),
    );
    expect(result.diagnostics[0]?.message).toContain("line 3");
  });

  it("may speak of the marks within a line", async () => {
    expect(await attempt(good, toBytes("$mark = '# SIG # Begin signature block'\r\n"))).toEqual([]);
  });
});

describe("verification", () => {
  it("trusts the authority that is given, and no other of the same name", async () => {
    const impostor = await issue("Root", undefined, { isAuthority: true });
    expect(await verifyWith(root)).toEqual([]);
    expect(await verifyWith(impostor)).toEqual(["RMD8019"]);
  });

  it("trusts a leaf that is given itself", async () => {
    expect(await verifyWith(good)).toEqual([]);
  });

  it("without a time stamp ends with the certificate", async () => {
    expect(await verifyWith(root, new Date(Date.now() + 401 * day))).toEqual(["RMD8003"]);
    expect(await verifyWith(root, new Date(Date.now() - 2 * day))).toEqual(["RMD8002"]);
  });

  it("rejects a chain over a certificate that is no authority", async () => {
    const impostor = await issue("Signer", root, { purposes: [oids.codeSigning] });
    const below = await issue("Below", impostor, { purposes: [oids.codeSigning] });
    const signer = createLocalSigner("the test's key", below.privateKey, [below.certificate, impostor.certificate, root.certificate]);
    const signed = await signScript(script, "script.ps1", signer, { hash: "sha256", timestamp: undefined, roots: [] }, createFakeHost());
    const bytes = signed.value?.bytes ?? expect.fail("the script cannot be signed");
    expect(
      codesOf(verifyScript(bytes, "script.ps1", { anchors: [root.certificate], timestampAnchors: [], now: new Date() }).reasons),
    ).toEqual(["RMD8037"]);
  });

  it("rejects a chain over an authority for another purpose", async () => {
    const narrow = await issue("Narrow", root, { isAuthority: true, purposes: [oids.timeStamping] });
    const below = await issue("Below", narrow, { purposes: [oids.codeSigning] });
    const signer = createLocalSigner("the test's key", below.privateKey, [below.certificate, narrow.certificate, root.certificate]);
    const signed = await signScript(script, "script.ps1", signer, { hash: "sha256", timestamp: undefined, roots: [] }, createFakeHost());
    const bytes = signed.value?.bytes ?? expect.fail("the script cannot be signed");
    expect(
      codesOf(verifyScript(bytes, "script.ps1", { anchors: [root.certificate], timestampAnchors: [], now: new Date() }).reasons),
    ).toEqual(["RMD8037"]);
  });
});

const sha1Certificate =
  "MIIDEzCCAfugAwIBAgIUYuezSYeTds9EjXBraFGyH+Q7ZqIwDQYJKoZIhvcNAQEFBQAwFDESMBAGA1UEAwwJV2VhayByb290MCAXDTI2MTEyMzE5MjcxNFoYDzIxMjUwNjE3MTkyNzE0WjAYMRYwFAYDVQQDDA1XZWFrbHkgc2lnbmVkMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5GNTWcnK8civZKxRDHVndJ3l6ElWDEzvBOH6VDuwyvC+gHFUb+LMPWOUnvUF1XJHYhEztxdpNznJDFOqqesPnT6Kc5FcdnU44pjcO1aX0Xypt4w3fjgNNFosuyD0RN2g6N1EHNzMEc5T0WXF84IKOM4tEyUh4BZS0/M7L9eWWh4miEdj6OI5KSS2EjG7YjkHHb13gRHN2YcdEv3e8QnJrJ9vBICUr773FZ34tCNt+/2it3fzF8L2q/LN2Jl8qB6sE/r6GTwc7f5pReulTpiSScSRBxFbR6+IQiA0a7nAND2p16HGOzo7+J2aHh2TdRYk4T/swbEfPnLhi4a9r8nxrQIDAQABo1cwVTATBgNVHSUEDDAKBggrBgEFBQcDAzAdBgNVHQ4EFgQUBFUbhjLbHj8KcYBBXKHBbnqJqnAwHwYDVR0jBBgwFoAUcDwuYehTaTyMzMgb4Vk5FJzjtgEwDQYJKoZIhvcNAQEFBQADggEBABWsBB7MRWb+gvxQIdt5N+IpYH519yXHUWgsZM3wYIc09Pk7Y5SSHe9S8mEafHZis4sxlJrNiv5TbwYf5l4RytWDkWIU2RHyxlb0Q6r5fS8izIIwLTe17HSwWL+EXmART7PKduMZyIAOSoZgHLkmkcntHMk3HqiqS8bdBOFahT6nl4AlMc+19UyF8ZNXuRVEbN9AYOtNCseUaDDSijMIGV3XyXiLERGOuzxTOUid8Yp44a6Q0hC9qQNM9Nm5OUBVOoen6fqxdejagK/5llMgOVHHQQgWjeB5wjrSRRLiKnuwlDfKfmWwPsqHDjOeTCoc58laSE83poSE6xSUMB2HTBk=";
