import { createPrivateKey } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createNodeSigningHost } from "../../src/cli/signing-host.ts";
import { runSign } from "../../src/cli/commands/sign.ts";
import { readDer, readMembers } from "../../src/signing/asn1/der-reader.ts";
import { oids } from "../../src/signing/asn1/object-identifiers.ts";
import { hashBytes } from "../../src/signing/hash.ts";
import { signDeterministic } from "../../src/signing/keys/deterministic-ecdsa.ts";
import { encodePem, testKeyKinds } from "../../src/signing/test-certificate.ts";
import { issue } from "./support/authority.ts";
import { toBytes } from "./support/company.ts";
import { scriptForms } from "./support/forms.ts";
import { createScratchFolder } from "./support/tools.ts";

const scratch = createScratchFolder();
const hex = (text: string): Buffer => Buffer.from(text.replace(/\s/gu, ""), "hex");

/** The keys of RFC 6979, A.2.5 and A.2.6. */
const keys = {
  "P-256": {
    d: "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721",
    x: "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6",
    y: "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299",
  },
  "P-384": {
    d: "6B9D3DAD2E1B8C1C05B19875B6659F4DE23C3B667BF297BA9AA47740787137D896D5724E4C70A825F872C9EA60D2EDF5",
    x: "EC3A4E415B4E19A4568618029F427FA5DA9A8BC4AE92E02E06AAE5286B300C64DEF8F0EA9055866064A254515480BC13",
    y: "8015D9B72D7D57244EA8EF9AC0C621896708A59367F9DFB9F54CA84B3F1C9DB1288B231C3AE0D4FE7344FD2533264720",
  },
} as const;

describe("ECDSA", () => {
  // Message "sample", signatures of RFC 6979, A.2.5 and A.2.6.
  it.each([
    [
      "P-256",
      "sha256",
      "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716",
      "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8",
    ],
    [
      "P-256",
      "sha384",
      "0EAFEA039B20E9B42309FB1D89E213057CBF973DC0CFC8F129EDDDC800EF7719",
      "4861F0491E6998B9455193E34E7B0D284DDD7149A74B95B9261F13ABDE940954",
    ],
    [
      "P-256",
      "sha512",
      "8496A60B5E9B47C825488827E0495B0E3FA109EC4568FD3F8D1097678EB97F00",
      "2362AB1ADBE2B8ADF9CB9EDAB740EA6049C028114F2460F96554F61FAE3302FE",
    ],
    [
      "P-384",
      "sha384",
      "94EDBB92A5ECB8AAD4736E56C691916B3F88140666CE9FA73D64C4EA95AD133C81A648152E44ACF96E36DD1E80FABE46",
      "99EF4AEB15F178CEA1FE40DB2603138F130E740A19624526203B6351D0A3A94FA329C145786E679E7B82C71A38628AC8",
    ],
  ] as const)("follows RFC 6979: %s with %s", (crv, hash, r, s) => {
    const { d, x, y } = keys[crv];
    const jwk = { kty: "EC", crv, d: hex(d).toString("base64url"), x: hex(x).toString("base64url"), y: hex(y).toString("base64url") };
    const signature = signDeterministic(createPrivateKey({ key: jwk, format: "jwk" }), hashBytes(hash, toBytes("sample")), hash);
    const numbers = readMembers(readDer(signature), 0x30, "the signature").map(({ content }) =>
      Buffer.from(content).toString("hex").replace(/^00/u, "").toUpperCase(),
    );
    expect(numbers).toEqual([r, s]);
  });
});

describe("two builds in different folders", () => {
  it.each(testKeyKinds)("give the same bytes with %s", async (key) => {
    const root = await issue("Root", undefined, { isAuthority: true });
    const signer = await issue("Signer", root, { key, purposes: [oids.codeSigning] });
    writeFileSync(scratch(`${key}.key`), signer.privateKey.export({ type: "pkcs8", format: "pem" }));
    writeFileSync(scratch(`${key}.pem`), [signer, root].map(({ certificate }) => encodePem("CERTIFICATE", certificate.der)).join(""));
    const build = async (folder: string): Promise<readonly Buffer[]> => {
      mkdirSync(folder);
      const files = Object.keys(scriptForms).map((_, i) => join(folder, `script-${i}.ps1`));
      Object.values(scriptForms).forEach((bytes, i) => writeFileSync(files[i] ?? "", bytes));
      const outcome = await runSign(
        { files, key: scratch(`${key}.key`), certificate: scratch(`${key}.pem`), hash: "sha256" },
        createNodeSigningHost(),
      );
      expect(outcome.exitCode, outcome.diagnostics.map(({ message }) => message).join("\n")).toBe(0);
      return files.map((file) => readFileSync(file));
    };
    const first = await build(scratch(`${key}-a`));
    expect(await build(scratch(`${key}-b`))).toEqual(first);
    // Signed scripts that are signed again lose the old signature and get the same one.
    const again = await runSign(
      {
        files: first.map((_, i) => join(scratch(`${key}-a`), `script-${i}.ps1`)),
        key: scratch(`${key}.key`),
        certificate: scratch(`${key}.pem`),
        hash: "sha256",
      },
      createNodeSigningHost(),
    );
    expect(again.exitCode).toBe(0);
    expect(first.map((_, i) => readFileSync(join(scratch(`${key}-a`), `script-${i}.ps1`)))).toEqual(first);
  });
});
