import { beforeAll, describe, expect, it } from "vitest";
import { readDer, readMembers, type DerNode } from "../../src/signing/asn1/der-reader.ts";
import { parseSignedData } from "../../src/signing/cms/parse.ts";
import { encodeSignedData, type SignedData } from "../../src/signing/cms/signed-data.ts";
import { equalBytes } from "../../src/signing/asn1/der-writer.ts";
import { changeSignature, createCompany, type Company } from "./support/company.ts";
import { createFakeHost } from "./support/fake-host.ts";
import { startTimeStampServer, type TimeStampServer } from "./support/time-stamp-server.ts";
import { createScratchFolder } from "./support/tools.ts";

const scratch = createScratchFolder();
const text = "function Get-One {\r\n    return 1\r\n}\r\nGet-One\r\n";
let company: Company;
let server: TimeStampServer;
let plain: Uint8Array;
let stamped: Uint8Array;

beforeAll(async () => {
  [company, server] = await Promise.all([createCompany("rsa-2048"), startTimeStampServer(scratch)]);
  plain = await company.sign(text);
  stamped = await company.sign(
    text,
    { timestamp: { urls: [server.url], anchors: [server.root.certificate] } },
    createFakeHost({ fetch: globalThis.fetch }),
  );
});

/** Pseudo-random numbers from a fixed seed (mulberry32), so that a failure can be repeated. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** One change: an octet replaced, a bit flipped, octets removed, inserted, doubled, or exchanged. Never none. */
function mutate(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  const at = random(bytes.length);
  const length = 1 + random(8);
  const part = [...bytes.subarray(at, at + length)];
  const replaceBy = (...octets: readonly number[]): Uint8Array =>
    Uint8Array.from([...bytes.subarray(0, at), ...octets, ...bytes.subarray(at + part.length)]);
  const changed =
    [
      () => bytes.map((octet, i) => (i === at ? random(256) : octet)),
      () => bytes.map((octet, i) => (i === at ? octet ^ (1 << random(8)) : octet)),
      () => replaceBy(),
      () => replaceBy(...part, ...part),
      () => replaceBy(...part, ...Array.from({ length }, () => random(256))),
      () => replaceBy(...[...part].reverse()),
    ][random(6)]?.() ?? bytes;
  return equalBytes(changed, bytes) ? mutate(bytes, random) : changed;
}

/** Mutates a file many times, on the level that `change` says, and gives the files that were accepted all the same. */
function findAccepted(count: number, seed: number, change: (random: (below: number) => number) => Uint8Array): readonly Uint8Array[] {
  const random = createRandom(seed);
  const accepted: Uint8Array[] = [];
  for (let i = 0; i < count; i++) {
    const mutant = change(random);
    if (company.verify(mutant, server.root).isVerified) accepted.push(mutant);
  }
  return accepted;
}

describe("10,000 mutations", () => {
  it("starts from files that are accepted", () => {
    expect(company.verify(plain, server.root).reasons).toEqual([]);
    expect(company.verify(stamped, server.root).reasons).toEqual([]);
  });

  it("accepts none of 3,000 mutants of a signed file", () => {
    expect(findAccepted(3000, 1, (random) => mutate(plain, random))).toEqual([]);
  });

  it("accepts none of 2,000 mutants of a file with a time stamp, unless a certificate was changed that proves nothing", () => {
    expectOnlyUnusedCertificates(findAccepted(2000, 2, (random) => mutate(stamped, random)));
  });

  it("accepts none of 2,000 mutants of a signature that was put back in a well-formed block", () => {
    expect(findAccepted(2000, 3, (random) => changeSignature(plain, (der) => mutate(der, random)))).toEqual([]);
  });

  it("accepts none of 3,000 mutants of a signature with a time stamp, with the same exception", () => {
    const accepted = findAccepted(3000, 4, (random) => changeSignature(stamped, (der) => mutate(der, random)));
    expect(accepted.length).toBeGreaterThan(0);
    expectOnlyUnusedCertificates(accepted);
  });
});

/**
 * The one reason for which a mutant may be accepted: the server put its root into the token (as many do), and a verifier takes the root
 * from its own store; the copy is no part of what was signed, nor of the chain. Everything else must be as it was, octet for octet.
 */
function expectOnlyUnusedCertificates(accepted: readonly Uint8Array[]): void {
  const original = takeApart(stamped);
  const [used] = original.certificates;
  for (const mutant of accepted) {
    const { protectedParts, certificates } = takeApart(mutant);
    expect(protectedParts).toEqual(original.protectedParts);
    expect(certificates).toContainEqual(used);
  }
}

/** The protected parts of a file with a time stamp, in hexadecimal, and the certificates that its token carries, the server's own first. */
function takeApart(bytes: Uint8Array): { readonly protectedParts: readonly string[]; readonly certificates: readonly string[] } {
  const hex = (part: Uint8Array): string => Buffer.from(part).toString("hex");
  let data: SignedData | undefined;
  changeSignature(bytes, (der) => {
    data = parseSignedData(der, "script.ps1").value;
    return der;
  });
  if (!data) throw new Error("the signature cannot be read");
  const { timestampToken = new Uint8Array(), ...rest } = data;
  const content = Buffer.from(bytes).toString("latin1").split("# SIG # Begin")[0] ?? "";
  const [type, explicit] = readMembers(readDer(timestampToken), 0x30, "the token");
  const [body] = readMembers(explicit, 0xa0, "the token");
  const members: DerNode[] = readMembers(body, 0x30, "the token");
  const set = members.find((member) => member.tag === 0xa0);
  const certificates = readMembers(set, 0xa0, "the certificates").map((node) => hex(node.raw));
  const own = hex(server.signer.certificate.der);
  return {
    protectedParts: [
      content,
      hex(encodeSignedData({ ...rest, timestampToken: undefined })),
      hex(type?.raw ?? new Uint8Array()),
      ...members.filter((member) => member !== set).map((member) => hex(member.raw)),
    ],
    certificates: certificates.sort((a, b) => Number(b === own) - Number(a === own)),
  };
}
