import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, test } from "vitest";
import { writeIntunewin } from "../../src/intunewin/write-intunewin.ts";
import type { PackageFile, PackageRequest } from "../../src/intunewin/write-intunewin.ts";
import { createFolder } from "../cli/support.ts";
import { runTool } from "../signing/support/tools.ts";
import { unzip } from "./unzip.ts";

const SETUP = Buffer.from("MZ".repeat(50_000));

const request = (folder: string, more: Partial<PackageRequest> = {}): PackageRequest => ({
  files: [
    { name: "bin/setup.exe", content: join(folder, "setup.exe") },
    { name: "Readme.txt", content: new Uint8Array(Buffer.from("read me")) },
  ],
  setupFile: "bin/setup.exe",
  name: 'Agent <"&">',
  out: join(folder, "agent.intunewin"),
  seed: "a test",
  ...more,
});

const hex = (base64: string): string => Buffer.from(base64, "base64").toString("hex");

it("is decrypted, verified and unpacked by openssl and by the specification of ZIP", async () => {
  const folder = createFolder({ "setup.exe": SETUP });
  const { value } = await writeIntunewin(request(folder, { description: "Runs" }));
  const outer = readFileSync(join(folder, "agent.intunewin"));
  const parts = unzip(outer);
  expect([...parts.keys()]).toEqual(["IntuneWinPackage/Contents/IntunePackage.intunewin", "IntuneWinPackage/Metadata/Detection.xml"]);
  const content = parts.get("IntuneWinPackage/Contents/IntunePackage.intunewin") ?? Buffer.alloc(0);
  const xml = parts.get("IntuneWinPackage/Metadata/Detection.xml")?.toString("utf8") ?? "";
  const field = (name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? "";

  writeFileSync(join(folder, "ciphertext"), content.subarray(48));
  writeFileSync(join(folder, "signed"), content.subarray(32));
  const [key, vector] = [hex(field("EncryptionKey")), hex(field("InitializationVector"))];
  const plain = join(folder, "plain.zip");
  await runTool("openssl", ["enc", "-d", "-aes-256-cbc", "-K", key, "-iv", vector, "-in", join(folder, "ciphertext"), "-out", plain]);
  const mac = await runTool("openssl", [
    "mac",
    "-digest",
    "SHA256",
    "-macopt",
    `hexkey:${hex(field("MacKey"))}`,
    "-in",
    join(folder, "signed"),
    "HMAC",
  ]);
  expect(mac.output.trim().toLowerCase()).toBe(hex(field("Mac")));
  expect(content.subarray(0, 32).toString("base64")).toBe(field("Mac"));
  expect(content.subarray(32, 48).toString("base64")).toBe(field("InitializationVector"));

  const zip = readFileSync(plain);
  expect(createHash("sha256").update(zip).digest("base64")).toBe(field("FileDigest"));
  expect(String(zip.length)).toBe(field("UnencryptedContentSize"));
  expect([...unzip(zip)]).toEqual([
    ["bin/setup.exe", SETUP],
    ["Readme.txt", Buffer.from("read me")],
  ]);
  expect(value).toEqual({
    unencryptedContentSize: zip.length,
    encryptedContentSize: content.length,
    packageSize: outer.length,
    packageSha256: createHash("sha256").update(outer).digest("hex"),
    encryption: {
      encryptionKey: field("EncryptionKey"),
      macKey: field("MacKey"),
      initializationVector: field("InitializationVector"),
      mac: field("Mac"),
      profileIdentifier: "ProfileVersion1",
      fileDigest: field("FileDigest"),
      fileDigestAlgorithm: "SHA256",
    },
  });
  expect(xml.replaceAll(/>(?:[A-Za-z0-9+/]{22,}={0,2}|\d+)</g, ">…<")).toMatchInlineSnapshot(`
    "<ApplicationInfo xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ToolVersion="1.8.4.0">
      <Name>Agent &lt;&quot;&amp;&quot;&gt;</Name>
      <Description>Runs</Description>
      <UnencryptedContentSize>…</UnencryptedContentSize>
      <FileName>IntunePackage.intunewin</FileName>
      <SetupFile>bin\\setup.exe</SetupFile>
      <EncryptionInfo>
        <EncryptionKey>…</EncryptionKey>
        <MacKey>…</MacKey>
        <InitializationVector>…</InitializationVector>
        <Mac>…</Mac>
        <ProfileIdentifier>ProfileVersion1</ProfileIdentifier>
        <FileDigest>…</FileDigest>
        <FileDigestAlgorithm>SHA256</FileDigestAlgorithm>
      </EncryptionInfo>
    </ApplicationInfo>"
  `);
});

it("says of an MSI what Intune shows, in the order of Microsoft's tool", async () => {
  const folder = createFolder({ "setup.exe": SETUP });
  const msi = {
    productCode: "{89E4C65D-96DD-435B-9BBB-EF1EAEF5B738}",
    productVersion: "2.51.0",
    packageCode: "{A721702D-9A23-499F-B48C-5166F83333C6}",
    upgradeCode: "{DFF82AF0-3F95-4AC9-8EFD-948604FDB028}",
    executionContext: "any",
    requiresReboot: false,
    includesServices: true,
    includesOdbcDataSource: false,
    containsSystemRegistryKeys: true,
    containsSystemFolders: false,
    publisher: "Ann & Bob \u0007",
  } as const;
  await writeIntunewin(request(folder, { msi }));
  const xml =
    unzip(readFileSync(join(folder, "agent.intunewin")))
      .get("IntuneWinPackage/Metadata/Detection.xml")
      ?.toString("utf8") ?? "";
  expect(xml.slice(xml.indexOf("  <MsiInfo>"))).toMatchInlineSnapshot(`
    "  <MsiInfo>
        <MsiProductCode>{89E4C65D-96DD-435B-9BBB-EF1EAEF5B738}</MsiProductCode>
        <MsiProductVersion>2.51.0</MsiProductVersion>
        <MsiPackageCode>{A721702D-9A23-499F-B48C-5166F83333C6}</MsiPackageCode>
        <MsiUpgradeCode>{DFF82AF0-3F95-4AC9-8EFD-948604FDB028}</MsiUpgradeCode>
        <MsiExecutionContext>Any</MsiExecutionContext>
        <MsiRequiresLogon>false</MsiRequiresLogon>
        <MsiRequiresReboot>false</MsiRequiresReboot>
        <MsiIsMachineInstall>true</MsiIsMachineInstall>
        <MsiIsUserInstall>true</MsiIsUserInstall>
        <MsiIncludesServices>true</MsiIncludesServices>
        <MsiIncludesODBCDataSource>false</MsiIncludesODBCDataSource>
        <MsiContainsSystemRegistryKeys>true</MsiContainsSystemRegistryKeys>
        <MsiContainsSystemFolders>false</MsiContainsSystemFolders>
        <MsiPublisher>Ann &amp; Bob ?</MsiPublisher>
      </MsiInfo>
    </ApplicationInfo>"
  `);
});

it("is the same for the same seed whatever the order and dates of the files, and has other keys without one", async () => {
  const folder = createFolder({ "setup.exe": SETUP });
  const write = async (more: Partial<PackageRequest>): Promise<Buffer> => {
    expect((await writeIntunewin(request(folder, more))).diagnostics).toEqual([]);
    return readFileSync(join(folder, "agent.intunewin"));
  };
  const first = await write({});
  writeFileSync(join(folder, "setup.exe"), SETUP);
  expect((await write({ files: [...request(folder).files].reverse() })).equals(first)).toBe(true);
  expect((await write({ seed: undefined })).equals(await write({ seed: undefined }))).toBe(false);
});

const REFUSED: { readonly [what: string]: readonly [Partial<PackageFile> | undefined, string | undefined, string] } = {
  "a name that leaves": [{ name: "..\\evil.dll" }, undefined, "RMD8103"],
  "an absolute name": [{ name: "C:/evil.dll" }, undefined, "RMD8103"],
  "a device": [{ name: "sub/nul.txt" }, undefined, "RMD8103"],
  "a character that Windows has not": [{ name: "a?.txt" }, undefined, "RMD8103"],
  "a name twice": [{ name: "BIN\\Setup.EXE" }, undefined, "RMD8103"],
  "a setup that is not there": [undefined, "setup.exe", "RMD8103"],
  "a file that is not there": [{ name: "b", content: "/nowhere/at/all" }, undefined, "RMD8101"],
  "a folder": [{ name: "b", content: "/" }, undefined, "RMD8101"],
};

test.each(Object.entries(REFUSED))("refuses %s and leaves nothing", async (_, [file, setupFile, code]) => {
  const folder = createFolder({ "setup.exe": SETUP });
  const { files, setupFile: usual } = request(folder);
  const more = file ? [{ name: "a", content: new Uint8Array(1), ...file }] : [];
  const result = await writeIntunewin(request(folder, { files: [...files, ...more], setupFile: setupFile ?? usual }));
  expect(result.diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  expect(readdirSync(folder)).toEqual(["setup.exe"]);
});

it("leaves the package that was there when it cannot make a new one, and says which folder", async () => {
  const folder = createFolder({ "setup.exe": SETUP });
  const out = join(folder, "missing", "agent.intunewin");
  const { diagnostics } = await writeIntunewin(request(folder, { out }));
  expect(diagnostics.map(({ message }) => message)).toEqual([
    `'${out}' cannot be written: there is no such folder. Check the folder and its rights.`,
  ]);
});

it("removes its temporary files when the process exits meanwhile", async () => {
  const folder = createFolder({ "setup.exe": SETUP });
  const before = process.listeners("exit");
  const work = writeIntunewin(request(folder));
  await expect.poll(() => readdirSync(folder).length, { interval: 1 }).toBe(2);
  for (const listener of process.listeners("exit").filter((one) => !before.includes(one))) listener.call(process, 0);
  expect(readdirSync(folder)).toEqual(["setup.exe"]);
  await work;
  expect(readdirSync(folder)).toEqual(["setup.exe"]);
  expect(process.listeners("exit")).toEqual(before);
});
