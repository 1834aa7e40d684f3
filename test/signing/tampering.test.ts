import { beforeAll, describe, expect, it } from "vitest";
import {
  algorithmIdentifier,
  concatBytes,
  contextTag,
  encodeTlv,
  objectIdentifier,
  octetString,
  sequence,
  setOf,
} from "../../src/signing/asn1/der-writer.ts";
import { readDer, readMembers } from "../../src/signing/asn1/der-reader.ts";
import { oids } from "../../src/signing/asn1/object-identifiers.ts";
import { encodeIndirectData } from "../../src/signing/authenticode/indirect-data.ts";
import { parseSignedData } from "../../src/signing/cms/parse.ts";
import { encodeSignedAttributes, encodeSignedData, type SignedData } from "../../src/signing/cms/signed-data.ts";
import { hashBytes } from "../../src/signing/hash.ts";
import { createLocalSigner, signDigest } from "../../src/signing/keys/signer.ts";
import { signScript } from "../../src/signing/sign.ts";
import { verifyScript } from "../../src/signing/verify.ts";
import { issue, type Identity } from "./support/authority.ts";
import { changeSignature, codesOf, createCompany, toBytes, toText, type Company } from "./support/company.ts";
import { createFakeHost } from "./support/fake-host.ts";
import { startTimeStampServer, type TimeStampServer } from "./support/time-stamp-server.ts";
import { createScratchFolder } from "./support/tools.ts";

const scratch = createScratchFolder();
const text = "Write-Output 'one'\r\nWrite-Output 'two'\r\n";
const begin = "# SIG # Begin signature block";
const end = "# SIG # End signature block";
let company: Company;
let server: TimeStampServer;
let signed: Uint8Array;
let stamped: Uint8Array;

beforeAll(async () => {
  [company, server] = await Promise.all([createCompany("rsa-2048"), startTimeStampServer(scratch)]);
  signed = await company.sign(text);
  stamped = await signWithStamp(text);
});

const signWithStamp = (script: string): Promise<Uint8Array> =>
  company.sign(
    script,
    { timestamp: { urls: [server.url], anchors: [server.root.certificate] } },
    createFakeHost({ fetch: globalThis.fetch }),
  );

/** The codes of all reasons, after a change of the file's text. */
const afterEdit = (edit: (text: string) => string): readonly string[] => codesOf(company.verify(toBytes(edit(toText(signed)))).reasons);

const parse = (der: Uint8Array): SignedData => parseSignedData(der, "script.ps1").value ?? expect.fail("the signature cannot be read");

/** The reasons after a change of the signature as data, well-formed otherwise. */
const afterChange = (bytes: Uint8Array, change: (data: SignedData) => SignedData): readonly string[] =>
  codesOf(
    company.verify(
      changeSignature(bytes, (der) => encodeSignedData(change(parse(der)))),
      server.root,
    ).reasons,
  );

describe("an untouched script", () => {
  it("is verified, with and without a time stamp", () => {
    expect(company.verify(signed).reasons).toEqual([]);
    expect(company.verify(stamped, server.root).reasons).toEqual([]);
  });
});

describe("a changed script", () => {
  it("is rejected for one changed byte", () => {
    expect(afterEdit((script) => script.replace("one", "ONE"))).toEqual(["RMD8016"]);
  });

  it("is rejected for changed line ends in its text", () => {
    expect(afterEdit((script) => script.replace("'one'\r\n", "'one'\n"))).toEqual(["RMD8016"]);
  });

  it("is rejected when all line ends were converted, the block's among them", () => {
    expect(afterEdit((script) => script.replaceAll("\r\n", "\n"))).toEqual(["RMD8013"]);
  });

  it("is rejected for a removed and for an added byte order mark", async () => {
    const marked = await company.sign(`\uFEFF${text}`);
    expect(codesOf(company.verify(marked).reasons)).toEqual([]);
    expect(codesOf(company.verify(marked.subarray(3)).reasons)).toEqual(["RMD8016"]);
    expect(afterEdit((script) => `\uFEFF${script}`)).toEqual(["RMD8016"]);
  });

  it("is verified in UTF-16LE, but not when converted to UTF-8 without its mark", async () => {
    const wide = await company.sign(new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le")));
    expect(codesOf(company.verify(wide).reasons)).toEqual([]);
    const narrow = toBytes(Buffer.from(wide).toString("utf16le").slice(1));
    expect(codesOf(company.verify(narrow).reasons)).toEqual(["RMD8016"]);
  });

  it("is rejected for text after the block", () => {
    expect(afterEdit((script) => `${script}Remove-Item C:\\ -Recurse\r\n`)).toEqual(["RMD8010"]);
    expect(afterEdit((script) => script.replace(end, `${end} Remove-Item x`))).toEqual(["RMD8013"]);
  });

  it("is rejected for white space after the block", () => {
    expect(afterEdit((script) => `${script}\r\n`)).toEqual(["RMD8013"]);
    expect(afterEdit((script) => script.trimEnd())).toEqual(["RMD8013"]);
  });

  it.each([
    ["a line of junk", (block: string) => block.replace(begin, `${begin}\r\nRemove-Item x`)],
    ["a comment of junk", (block: string) => block.replace(begin, `${begin}\r\n# junk!`)],
    ["an empty line", (block: string) => block.replace(begin, `${begin}\r\n`)],
    ["white space at the end of a line", (block: string) => block.replace(begin, `${begin} `)],
    ["lines of another length", (block: string) => block.replace(/# (.{10})/u, "# $1\r\n# ")],
    ["base64 with a stray character", (block: string) => block.replace(/(# .{20})/u, "$1*")],
    ["base64 in the alphabet for addresses", (block: string) => block.replace("+", "-")],
    ["other letters in its marks", (block: string) => block.replace(begin, begin.toUpperCase())],
  ])("is rejected for %s in the block", (_, edit) => {
    expect(afterEdit((script) => edit(script))).toEqual(["RMD8013"]);
  });

  it("is rejected when the padding bits of its base64 are not zero", async () => {
    // One of three lengths of the script's name for Windows gives a signature whose base64 ends with padding.
    const candidates = await Promise.all(["a", "ab", "abc"].map((description) => company.sign(text, { description })));
    const padded = candidates.map(toText).find((script) => script.includes("=\r\n")) ?? expect.fail("no base64 has padding");
    const changed = padded.replace(
      /([A-Za-z0-9+/])(=+\r\n)/u,
      (_, last: string, rest: string) => `${String.fromCharCode(last.charCodeAt(0) + 1)}${rest}`,
    );
    expect(changed).not.toBe(padded);
    expect(codesOf(company.verify(toBytes(changed)).reasons)).toEqual(["RMD8013"]);
  });

  it("is rejected for an empty block, a lone mark, and marks in the wrong order", () => {
    expect(codesOf(company.verify(toBytes(`${text}\r\n${begin}\r\n${end}\r\n`)).reasons)).toEqual(["RMD8013"]);
    expect(afterEdit((script) => script.replace(end, "# "))).toEqual(["RMD8013"]);
    expect(afterEdit((script) => script.replace(begin, "# "))).toEqual(["RMD8013"]);
    expect(codesOf(company.verify(toBytes(`${text}\r\n${end}\r\n${begin}\r\n`)).reasons)).toEqual(["RMD8013"]);
  });

  it("is rejected for two blocks", () => {
    expect(afterEdit((script) => script + script.slice(script.indexOf("\r\n# SIG")))).toEqual(["RMD8009"]);
  });

  it("is rejected when its text ends with LF alone before the block, although the digest would fit", () => {
    expect(afterEdit((script) => script.replace(`\r\n${begin}`, `\n${begin}`))).toEqual(["RMD8013"]);
  });

  it("without a signature is rejected as such", () => {
    expect(codesOf(company.verify(toBytes(text)).reasons)).toEqual(["RMD8014"]);
    expect(codesOf(company.verify(new Uint8Array()).reasons)).toEqual(["RMD8014"]);
  });
});

describe("a changed signature", () => {
  it("is rejected when it belongs to another script", async () => {
    const other = toText(await company.sign("Write-Output 'three'\r\n"));
    const moved = toText(signed).replace(/\r\n# SIG[^]*/u, "") + other.slice(other.indexOf("\r\n# SIG"));
    expect(codesOf(company.verify(toBytes(moved)).reasons)).toEqual(["RMD8016"]);
  });

  it("is rejected for a changed signature value", () => {
    expect(afterChange(signed, (data) => ({ ...data, signature: data.signature.map((byte, i) => (i === 40 ? byte ^ 1 : byte)) }))).toEqual([
      "RMD8017",
    ]);
  });

  it("is rejected when another key of the same name and number signed it", async () => {
    const { certificate } = company.signer;
    const impostor = await issue("Signer with rsa-2048", company.intermediate, {
      purposes: [oids.codeSigning],
      serialNumber: readDer(certificate.serialNumber).content,
    });
    expect(afterChange(signed, (data) => ({ ...data, certificates: [impostor.certificate.der, ...data.certificates.slice(1)] }))).toEqual([
      "RMD8017",
    ]);
  });

  it("is rejected when the message digest is not that of the content", () => {
    const content = encodeIndirectData("sha256", hashBytes("sha256", toBytes("x")));
    expect(afterChange(signed, (data) => ({ ...data, content }))).toEqual(["RMD8016", "RMD8018"]);
  });

  it("is rejected when the signed attributes lack the message digest, though the key signed them so", async () => {
    const data = parse(takeSignature(signed));
    const attributes = data.signedAttributes.filter(({ type }) => type !== oids.messageDigest);
    const signature = await signDigest(company.signer.privateKey, hashBytes("sha256", encodeSignedAttributes(attributes)), "sha256");
    expect(afterChange(signed, (old) => ({ ...old, signedAttributes: attributes, signature }))).toEqual(["RMD8018"]);
  });

  it("is rejected when an attribute stands there twice", async () => {
    const data = parse(takeSignature(signed));
    const attributes = [...data.signedAttributes, ...data.signedAttributes.filter(({ type }) => type === oids.messageDigest)];
    const signature = await signDigest(company.signer.privateKey, hashBytes("sha256", encodeSignedAttributes(attributes)), "sha256");
    expect(afterChange(signed, (old) => ({ ...old, signedAttributes: attributes, signature }))).toEqual(["RMD8018"]);
  });

  it("is rejected when it lacks its signer's certificate, or carries a stranger's", async () => {
    const stranger = await issue("Stranger", undefined, {});
    expect(afterChange(signed, (data) => ({ ...data, certificates: data.certificates.slice(1) }))).toEqual(["RMD8015"]);
    expect(afterChange(signed, (data) => ({ ...data, certificates: [...data.certificates, stranger.certificate.der] }))).toEqual([
      "RMD8015",
    ]);
    expect(
      afterChange(signed, (data) => ({
        ...data,
        certificates: Array.from({ length: 30 }, () => data.certificates[0] ?? new Uint8Array()),
      })),
    ).toEqual(["RMD8015"]);
  });

  it("is rejected when it carries a changed copy of a certificate, even of one that is trusted anyway", () => {
    const spoil = (der: Uint8Array): Uint8Array => der.map((octet, i) => (i === der.length - 1 ? octet ^ 1 : octet));
    const withLast = (change: (der: Uint8Array) => Uint8Array): Uint8Array =>
      changeSignature(signed, (der) =>
        encodeSignedData({ ...parse(der), certificates: [company.signer.certificate.der, change(company.intermediate.certificate.der)] }),
      );
    const verifyBy = (bytes: Uint8Array, anchor: Identity): readonly string[] =>
      codesOf(verifyScript(bytes, "script.ps1", { anchors: [anchor.certificate], timestampAnchors: [], now: new Date() }).reasons);
    expect(verifyBy(signed, company.intermediate)).toEqual([]);
    expect(verifyBy(withLast(spoil), company.intermediate)).toEqual(["RMD8015"]);
    expect(verifyBy(withLast(spoil), company.root)).toEqual(["RMD8019"]);
    const withRoot = (change: (der: Uint8Array) => Uint8Array): Uint8Array =>
      changeSignature(signed, (der) =>
        encodeSignedData({ ...parse(der), certificates: [...parse(der).certificates, change(company.root.certificate.der)] }),
      );
    expect(
      verifyBy(
        withRoot((der) => der),
        company.root,
      ),
    ).toEqual([]);
    expect(verifyBy(withRoot(spoil), company.root)).toEqual(["RMD8015"]);
    // Those who trust the signer alone need nothing that stands above it.
    expect(
      verifyBy(
        withRoot((der) => der),
        company.signer,
      ),
    ).toEqual([]);
  });

  it("is rejected when an intermediate is missing", () => {
    expect(afterChange(signed, (data) => ({ ...data, certificates: data.certificates.slice(0, 1) }))).toEqual(["RMD8019"]);
  });

  it("is rejected when it is for another kind of file", () => {
    const other = sequence(
      sequence(objectIdentifier("1.3.6.1.4.1.311.2.1.15"), sequence()),
      sequence(algorithmIdentifier(oids.sha256, "null"), octetString(new Uint8Array(32))),
    );
    expect(afterChange(signed, (data) => ({ ...data, content: other }))).toEqual(["RMD8015"]);
  });

  it("is rejected when the hash of the content is weak", () => {
    const weak = sequence(
      readMembers(readDer(encodeIndirectData("sha256", new Uint8Array(32))), 0x30, "the content")[0]?.raw ?? new Uint8Array(),
      sequence(algorithmIdentifier(oids.sha1, "null"), octetString(new Uint8Array(20))),
    );
    expect(afterChange(signed, (data) => ({ ...data, content: weak }))).toEqual(["RMD8015"]);
  });
});

const takeSignature = (bytes: Uint8Array): Uint8Array => {
  let found = new Uint8Array();
  changeSignature(bytes, (der) => {
    found = new Uint8Array(der);
    return der;
  });
  return found;
};

describe("a lenient encoding", () => {
  const outcomeOf = (change: (der: Uint8Array) => Uint8Array): readonly string[] =>
    codesOf(company.verify(changeSignature(signed, change)).reasons);

  it("is rejected: octets after the signature", () => {
    expect(outcomeOf((der) => concatBytes([der, Uint8Array.of(0, 0)]))).toEqual(["RMD8015"]);
  });

  it("is rejected: an indefinite length", () => {
    expect(outcomeOf((der) => concatBytes([Uint8Array.of(0x30, 0x80), readDer(der).content, Uint8Array.of(0, 0)]))).toEqual(["RMD8015"]);
  });

  it("is rejected: a length in more octets than it needs", () => {
    expect(
      outcomeOf((der) =>
        concatBytes([
          Uint8Array.of(0x30, 0x83, 0, (readDer(der).content.length >> 8) & 255, readDer(der).content.length & 255),
          readDer(der).content,
        ]),
      ),
    ).toEqual(["RMD8015"]);
  });

  it("is rejected: version 3, and a list of revoked certificates", () => {
    const rebuild = (der: Uint8Array, change: (parts: Uint8Array[]) => Uint8Array[]): Uint8Array => {
      const [type, explicit] = readMembers(readDer(der), 0x30, "the signature");
      const [body] = readMembers(explicit, 0xa0, "the signature");
      const parts = readMembers(body, 0x30, "the signature").map((node) => node.raw);
      return sequence(type?.raw ?? new Uint8Array(), contextTag(0, sequence(...change(parts))));
    };
    expect(outcomeOf((der) => rebuild(der, (parts) => parts))).toEqual([]);
    expect(outcomeOf((der) => rebuild(der, (parts) => [Uint8Array.of(2, 1, 3), ...parts.slice(1)]))).toEqual(["RMD8015"]);
    expect(outcomeOf((der) => rebuild(der, (parts) => [...parts.slice(0, 4), contextTag(1), ...parts.slice(4)]))).toEqual(["RMD8015"]);
    expect(
      outcomeOf((der) =>
        rebuild(der, (parts) => [
          ...parts.slice(0, 4),
          setOf(...readMembers(readDer(parts[4] ?? new Uint8Array()), 0x31, "signers").flatMap((node) => [node.raw, node.raw])),
        ]),
      ),
    ).toEqual(["RMD8015"]);
  });

  it("is rejected: signed attributes in another order", () => {
    const reorder = (der: Uint8Array): Uint8Array => {
      const data = parse(der);
      const sorted = encodeTlv(0xa0, readDer(encodeSignedAttributes(data.signedAttributes)).content);
      const members = readMembers(readDer(sorted), 0xa0, "the attributes").map((node) => node.raw);
      const reversed = encodeTlv(0xa0, concatBytes([...members].reverse()));
      return new Uint8Array(
        Buffer.from(
          Buffer.from(der).toString("hex").replace(Buffer.from(sorted).toString("hex"), Buffer.from(reversed).toString("hex")),
          "hex",
        ),
      );
    };
    expect(outcomeOf(reorder)).toEqual(["RMD8015"]);
  });

  it("is rejected: an unknown unsigned attribute, or the time stamp of the old kind", () => {
    const add =
      (oid: string) =>
      (der: Uint8Array): Uint8Array => {
        const marked = encodeSignedData({ ...parse(der), timestampToken: sequence() });
        return new Uint8Array(
          Buffer.from(
            Buffer.from(marked)
              .toString("hex")
              .replace(
                Buffer.from(objectIdentifier(oids.rfc3161Timestamp)).toString("hex"),
                Buffer.from(objectIdentifier(oid)).toString("hex"),
              ),
            "hex",
          ),
        );
      };
    expect(outcomeOf(add("1.3.6.1.4.1.311.3.3.2"))).toEqual(["RMD8015"]);
    expect(company.verify(changeSignature(signed, add("1.3.6.1.4.1.311.3.3.2"))).reasons[0]?.message).toContain("1.3.6.1.4.1.311.3.3.2");
  });

  it("is rejected: an ECDSA signature spelt otherwise", async () => {
    const elliptic = await createCompany("p256");
    const bytes = await elliptic.sign(text);
    const respell = (der: Uint8Array): Uint8Array => {
      const data = parse(der);
      const [r, s] = readMembers(readDer(data.signature), 0x30, "the signature");
      const padded = encodeTlv(2, concatBytes([Uint8Array.of(0), r?.content ?? new Uint8Array()]));
      return encodeSignedData({ ...data, signature: sequence(padded, s?.raw ?? new Uint8Array()) });
    };
    expect(codesOf(elliptic.verify(bytes).reasons)).toEqual([]);
    expect(codesOf(elliptic.verify(changeSignature(bytes, respell)).reasons)).toEqual(["RMD8017"]);
  });
});

describe("a time stamp", () => {
  const years = (count: number): Date => new Date(Date.now() + count * 366 * 24 * 3600 * 1000);
  const verifyAt = (bytes: Uint8Array, now: Date): readonly string[] =>
    codesOf(
      verifyScript(bytes, "script.ps1", { anchors: [company.root.certificate], timestampAnchors: [server.root.certificate], now }).reasons,
    );

  it("keeps a signature valid when all certificates have expired", () => {
    expect(verifyAt(signed, years(5))).toEqual(["RMD8003", "RMD8003"]);
    expect(verifyAt(stamped, years(5))).toEqual([]);
  });

  it("does not, when the certificate says that its signatures end with it", async () => {
    const signer = await issue("Signer for its lifetime", company.root, { purposes: [oids.codeSigning, oids.lifetimeSigning] });
    const local = createLocalSigner("the test's key", signer.privateKey, [signer.certificate, company.root.certificate]);
    const timestamp = { urls: [server.url], anchors: [server.root.certificate] };
    const made = await signScript(
      toBytes(text),
      "script.ps1",
      local,
      { hash: "sha256", timestamp, roots: [] },
      createFakeHost({ fetch: globalThis.fetch }),
    );
    const bytes = made.value?.bytes ?? expect.fail("the script cannot be signed");
    expect(verifyAt(bytes, new Date())).toEqual([]);
    expect(verifyAt(bytes, years(5))).toEqual(["RMD8003"]);
  });

  it("is rejected when it was moved over from another signature", async () => {
    const other = parse(takeSignature(await signWithStamp("Write-Output 'three'\r\n")));
    expect(afterChange(stamped, (data) => ({ ...data, timestampToken: other.timestampToken }))).toEqual(["RMD8020"]);
    expect(afterChange(signed, (data) => ({ ...data, timestampToken: other.timestampToken }))).toEqual(["RMD8020"]);
  });

  it("is rejected when its server is not trusted", () => {
    expect(codesOf(company.verify(stamped).reasons)).toEqual(["RMD8019"]);
  });

  it("is rejected when any octet of what it says was changed", () => {
    const { timestampToken: token = new Uint8Array() } = parse(takeSignature(stamped));
    const year = Buffer.from(token).indexOf(String(new Date().getUTCFullYear()));
    expect(year).toBeGreaterThan(0);
    const older = token.map((byte, i) => (i === year + 3 ? byte - 1 : byte));
    // The time is protected by the token's digest; with the changed time its certificates were not yet valid either.
    expect(afterChange(stamped, (data) => ({ ...data, timestampToken: older }))).toContain("RMD8020");
  });

  it("is rejected when it cannot be read", () => {
    expect(afterChange(stamped, (data) => ({ ...data, timestampToken: sequence(octetString(new Uint8Array(5))) }))).toEqual(["RMD8020"]);
  });
});
