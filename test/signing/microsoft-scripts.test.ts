import { beforeAll, describe, expect, it } from "vitest";
import type { Certificate } from "../../src/signing/certificate/certificate.ts";
import { verifyScript, type Verdict } from "../../src/signing/verify.ts";
import { codesOf } from "./support/company.ts";
import { fetchMicrosoftScripts } from "./support/microsoft-scripts.ts";

/**
 * The authorities of Microsoft that are trusted here, by SHA-1 thumbprint. Their certificates are taken from the signatures themselves
 * and trusted for nothing but having these thumbprints; Microsoft's roots above them are not on every machine.
 */
const trusted: Readonly<Record<string, string>> = {
  F252E794FE438E35ACE6E53762C0A234A2C52135: "Microsoft Code Signing PCA 2011",
  "5039C8DC9ACE1CE039587E43486DE073FA459222": "Microsoft Code Signing PCA 2024",
  "36056A5662DCADECF82CC14C8B80EC5E0BCC59A6": "Microsoft Time-Stamp PCA 2010",
};

let scripts: ReadonlyMap<string, Uint8Array>;
let anchors: readonly Certificate[];
const now = new Date();

const verify = (bytes: Uint8Array, file: string, authorities: readonly Certificate[] = anchors): Verdict =>
  verifyScript(bytes, file, { anchors: authorities, timestampAnchors: authorities, now });

beforeAll(async () => {
  scripts = await fetchMicrosoftScripts();
  const carried = [...scripts].flatMap(([file, bytes]) => {
    const { chain, timestamp } = verify(bytes, file, []);
    return [...chain, ...(timestamp?.chain ?? [])];
  });
  anchors = carried.filter(({ thumbprint }) => trusted[thumbprint] !== undefined);
}, 120_000);

describe("scripts that Microsoft signed", () => {
  it("are verified when their authorities are trusted, each with its time stamp", () => {
    expect(scripts.size).toBeGreaterThanOrEqual(9);
    for (const [file, bytes] of scripts) {
      const verdict = verify(bytes, file);
      expect(verdict.reasons, file).toEqual([]);
      expect(verdict.signer?.subject, file).toContain("O=Microsoft Corporation");
      expect(verdict.timestamp?.time, file).toBeInstanceOf(Date);
    }
  });

  it("are rejected without these authorities, and for nothing else", () => {
    for (const [file, bytes] of scripts) expect(codesOf(verify(bytes, file, []).reasons), file).toEqual(["RMD8019", "RMD8019"]);
  });

  it("are rejected after a change of one byte", () => {
    for (const [file, bytes] of scripts) {
      const middle = 3 + (Buffer.from(bytes).indexOf("\r\n# SIG #") >> 1);
      const changed = bytes.map((octet, i) => (i === middle ? (octet === 0x20 ? 0x21 : 0x20) : octet));
      expect(codesOf(verify(changed, file).reasons), file).toEqual(["RMD8016"]);
    }
  });
});
