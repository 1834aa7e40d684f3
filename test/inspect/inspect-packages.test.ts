import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import { expect, it, test } from "vitest";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { toMsiInfo } from "../../src/inspect/msi/msi-info.ts";
import { hashPublisher } from "../../src/inspect/msix.ts";
import { writeIntunewin } from "../../src/intunewin/write-intunewin.ts";
import { encodePem } from "../../src/signing/test-certificate.ts";
import { createFolder, remedyc } from "../cli/support.ts";
import { zipAnything } from "../intunewin/unzip.ts";
import { issueHierarchy } from "../signing/support/authority.ts";
import { runTool } from "../signing/support/tools.ts";
import { buildInno, bundle, nsis, program } from "./programs.ts";

const agent = readFileSync(fileURLToPath(new URL("fixtures/agent.msi", import.meta.url)));
const hostile = readFileSync(fileURLToPath(new URL("fixtures/hostile.msi", import.meta.url)));

async function tell(name: string, bytes: Buffer): Promise<string> {
  const { stdout, stderr } = await remedyc(createFolder({ [name]: bytes }), "inspect", name);
  return (stdout + stderr).replaceAll(/^ {2}(?:size|sha256) .*\n/gm, "");
}

const MANIFEST = `<?xml version="1.0"?>
<Package xmlns="http://schemas.microsoft.com/appx/manifest/foundation/windows10" xmlns:rescap="r" xmlns:desktop6="d">
  <Identity Name="Contoso.Agent" Publisher="CN=Microsoft Corporation, O=Microsoft Corporation, L=Redmond, S=Washington, C=US" Version="2.4.1.0" ProcessorArchitecture="x64"/>
  <Properties><DisplayName>Contoso &amp; Sons</DisplayName><PublisherDisplayName>Contoso Ltd</PublisherDisplayName></Properties>
  <Dependencies><TargetDeviceFamily Name="Windows.Desktop" MinVersion="10.0.19041.0" MaxVersionTested="10.0.22621.0"/></Dependencies>
  <Capabilities><Capability Name="internetClient"/><rescap:Capability Name="localSystemServices"/></Capabilities>
  <Applications><Application Id="App"><Extensions><desktop6:Extension Category="windows.service"><desktop6:Service Name="ContosoAgent" StartupType="auto" StartAccount="localSystem"/></desktop6:Extension></Extensions></Application></Applications>
</Package>`;
const zip = (...files: readonly (readonly [name: string, text: string])[]): Buffer =>
  zipAnything(files.map(([name, text]) => ({ name, data: Buffer.from(text) })));

test("an app package, and a bundle of them", async () => {
  expect(await tell("agent.msix", zip(["AppxManifest.xml", MANIFEST], ["agent.exe", "MZ"]))).toMatchInlineSnapshot(`
    "agent.msix: app package (MSIX)
      product         Contoso & Sons
      publisher       Contoso Ltd
      name            Contoso.Agent
      family name     Contoso.Agent_8wekyb3d8bbwe
      signer must be  CN=Microsoft Corporation, O=Microsoft Corporation, L=Redmond, S=Washington, C=US
      version         2.4.1.0
      architecture    x64
      for             Windows.Desktop 10.0.19041.0
      capabilities    internetClient, localSystemServices
      signed by       nobody

    services
      ContosoAgent    as localSystem, auto
    "
  `);
  const packages = ["x64", "arm64"].map((one) => `<Package Type="application" Architecture="${one}"/>`).join("");
  const manifest = `<Bundle><Identity Name="Contoso.Agent" Publisher="CN=Contoso" Version="2.0.0.0"/><Packages>${packages}<Package Type="resource"/></Packages></Bundle>`;
  expect(await tell("agent.msixbundle", zip(["AppxMetadata/AppxBundleManifest.xml", manifest]))).toMatchInlineSnapshot(`
    "agent.msixbundle: bundle of app packages (MSIX)
      name            Contoso.Agent
      family name     Contoso.Agent_h91ms92gdsmmt
      signer must be  CN=Contoso
      version         2.0.0.0
      architecture    x64, arm64
      signed by       nobody
    "
  `);
});

test("the publisher's part of a family name is Windows' own", () => {
  expect(hashPublisher("CN=Microsoft Corporation, O=Microsoft Corporation, L=Redmond, S=Washington, C=US")).toBe("8wekyb3d8bbwe");
  expect(hashPublisher("CN=Microsoft Windows, O=Microsoft Corporation, L=Redmond, S=Washington, C=US")).toBe("cw5n1h2txyewy");
});

test("a package for Intune, and the MSI in it", async () => {
  const folder = createFolder();
  const files = [
    { name: "agent.msi", content: agent },
    { name: "data/readme.txt", content: new Uint8Array(4) },
  ];
  const inspected = (await inspectFile(fileURLToPath(new URL("fixtures/agent.msi", import.meta.url)))).value?.inspection;
  const msi = inspected?.kind === "msi" ? toMsiInfo(inspected) : undefined;
  await writeIntunewin({ files, setupFile: "agent.msi", name: "Agent", msi, out: join(folder, "agent.intunewin"), seed: "a test" });
  const { stdout } = await remedyc(folder, "inspect", "agent.intunewin");
  // How well a version of Node.js compresses is its own affair.
  const told = stdout.slice(0, stdout.indexOf("publisher")).replaceAll(/[0-9A-F]{64}|\d,\d{3}/g, "N");
  expect(told).toMatchInlineSnapshot(`
    "agent.intunewin: package for Intune (.intunewin), its content verified
      name            Agent
      setup file      agent.msi
      made by         Win32 Content Prep Tool 1.8.4.0, or one of its form
      content         N bytes, encrypted N
      size            N bytes
      sha256          N

    what it says of its MSI
      MsiProductCode                 {3E786878-358D-43AD-82D1-1435ADF9F6EA}
      MsiProductVersion              2.4.1
      MsiPackageCode                 {38F87C67-7C75-4B3A-AFCD-074BC219B4A6}
      MsiUpgradeCode                 {B6BE2B2C-9E5B-4D3C-9B6B-0A6A3C9D1F11}
      MsiExecutionContext            System
      MsiRequiresLogon               false
      MsiRequiresReboot              false
      MsiIsMachineInstall            true
      MsiIsUserInstall               false
      MsiIncludesServices            true
      MsiIncludesODBCDataSource      false
      MsiContainsSystemRegistryKeys  true
      MsiContainsSystemFolders       false
      MsiPublisher                   Contoso Ltd

    files (2)
      agent.msi        1N bytes
      data/readme.txt  4 bytes

    agent.msi: Windows Installer package
      product         Contoso Agent 2.4.1
      "
  `);
  expect(stdout).toContain("ensure package(upgrade_code:");
  const json = JSON.parse((await remedyc(folder, "inspect", "agent.intunewin", "--format", "json")).stdout) as {
    readonly files: readonly object[];
  };
  expect(json.files[0]).toMatchObject({ kind: "intunewin", setup: { kind: "msi", product: "Contoso Agent" } });
});

const BAD: { readonly [what: string]: Buffer } = {
  empty: Buffer.alloc(0),
  "a web page": Buffer.from("<!DOCTYPE html><html>Not found</html>"),
  "a cabinet": Buffer.from("MSCF\0\0\0\0"),
  "a text": Buffer.from("setup"),
  "another ZIP": zip(["a.txt", "a"]),
  "a truncated package": zip(["AppxManifest.xml", MANIFEST]).subarray(0, -10),
  "a manifest without an identity": zip(["AppxManifest.xml", "<Package><Identity Name='a'/></Package>"]),
  "a manifest with entities": zip(["AppxManifest.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><Package/>"]),
  "a manifest of other bytes": zipAnything([{ name: "AppxManifest.xml", data: Buffer.from([0xff, 0x41, 0x80]) }]),
  "a manifest that bursts": zipAnything([
    { name: "AppxManifest.xml", data: deflateRawSync(Buffer.alloc(20_000_000)), method: 8, size: 20_000_000 },
  ]),
  "a manifest that bursts unannounced": zipAnything([
    { name: "AppxManifest.xml", data: deflateRawSync(Buffer.alloc(20_000_000)), method: 8, size: 100 },
  ]),
  "a file that leaves": zip(["AppxManifest.xml", MANIFEST], ["../evil.dll", "x"]),
  "a package for Intune that was changed": zip(["IntuneWinPackage/Metadata/Detection.xml", "<a/>"]),
};

test("says of what is no sound package what it is", async () => {
  const folder = createFolder(BAD);
  const { stderr, exitCode } = await remedyc(folder, "inspect", ...Object.keys(BAD));
  expect([
    exitCode,
    stderr.replaceAll(/ (?:Get it again from where it comes from|Name an MSI, MSP, EXE, MSIX or \.intunewin file)[^.]*\./g, ""),
  ]).toMatchInlineSnapshot(`
    [
      1,
      "error RMD8104: 'a package for Intune that was changed' is no sound .intunewin package: its Detection.xml has no ApplicationInfo with EncryptionInfo.
    error RMD8106: 'empty' is none of the files that are looked into: it is empty.
    error RMD8106: 'a web page' is none of the files that are looked into: it is a web page or XML; a download may have failed.
    error RMD8106: 'a cabinet' is none of the files that are looked into: it is a cabinet, whose files have to be taken out first.
    error RMD8106: 'a text' is none of the files that are looked into: it is of an unknown form, and begins with the bytes 7365747570.
    error RMD8106: 'another ZIP' is none of the files that are looked into: it is a ZIP without AppxManifest.xml or Detection.xml.
    error RMD8107: 'a truncated package' is no sound package: it has no list of files at its end, so it is no ZIP, or its end is missing.
    error RMD8107: 'a manifest without an identity' is no sound package: its manifest has no Identity with Name and Publisher.
    error RMD8107: 'a manifest with entities' is no sound package: its manifest declares a document type, which no tool writes.
    error RMD8107: 'a manifest of other bytes' is no sound package: its manifest is no text in UTF-8 or UTF-16.
    error RMD8107: 'a manifest that bursts' is no sound package: 'AppxManifest.xml' in it has 20000000 bytes; up to 8388608 are read.
    error RMD8107: 'a manifest that bursts unannounced' is no sound package: it is no sound ZIP (too many bytes in the stream. expected 100. got at least 16384).
    error RMD8107: 'a file that leaves' is no sound package: it is no sound ZIP (invalid relative path: ../evil.dll).
    13 errors
    ",
    ]
  `);
});

it("suggests steps that compile, whatever the installer calls itself", async () => {
  const installers = {
    "agent.msi": agent,
    "hostile.msi": hostile,
    "suite.exe": bundle,
    "inno.exe": buildInno(1),
    "nsis.exe": nsis,
    "pro%gram$'.exe": program,
  };
  const folder = createFolder(installers);
  const { stdout } = await remedyc(folder, "inspect", ...Object.keys(installers), "--format", "json");
  const { files } = JSON.parse(stdout) as { readonly files: readonly { readonly remedy: string }[] };
  const steps = files.map(({ remedy }, i) => `  step s${i} "S" {\n${remedy}\n  }\n`);
  writeFileSync(
    join(folder, "all.remedy"),
    `/// All.\nremedy all {\n  title: "A"\n  version: 1.0.0\n  targets: [standalone]\n${steps.join("")}}\n`,
  );
  const checked = await remedyc(folder, "check", "all.remedy");
  expect([steps.length, checked.exitCode, checked.stderr]).toEqual([6, 0, ""]);
  // What is shown on a terminal is the same but for characters that cannot be shown.
  const shown = (await remedyc(folder, "inspect", "hostile.msi")).stdout;
  expect(shown).toContain(files[1]?.remedy.split("\n")[0]);
});

it("names who signed a program and a package, as osslsigncode signs them, and tells when one was changed since", async () => {
  const folder = createFolder({ "tool.exe": buildInno(1), "agent.msi": agent });
  const { signer, intermediate } = await issueHierarchy("p256");
  writeFileSync(
    join(folder, "chain.pem"),
    [signer, intermediate].map(({ certificate }) => encodePem("CERTIFICATE", certificate.der)).join(""),
  );
  writeFileSync(join(folder, "key.pem"), signer.privateKey.export({ type: "pkcs8", format: "pem" }));
  for (const name of ["tool.exe", "agent.msi"]) {
    const options = ["-certs", join(folder, "chain.pem"), "-key", join(folder, "key.pem"), "-h", "sha256"];
    const signed = await runTool("osslsigncode", ["sign", ...options, "-in", join(folder, name), "-out", join(folder, `signed-${name}`)]);
    expect(signed.exitCode, signed.output).toBe(0);
  }
  const changed = readFileSync(join(folder, "signed-tool.exe"));
  changed.write("x", changed.indexOf("(u)") + 10, "latin1");
  writeFileSync(join(folder, "changed.exe"), changed);
  const { stdout } = await remedyc(folder, "inspect", "signed-tool.exe", "signed-agent.msi", "changed.exe");
  const told = stdout
    .match(/^(?:\S+:.*| {2}(?:signed by|thumbprint|time stamp| {8}).*)$/gm)
    ?.join("\n")
    .replaceAll(signer.certificate.thumbprint, "(thumbprint)");
  expect(told).toMatchInlineSnapshot(`
    "signed-tool.exe: Inno Setup 5.5.7
      signed by       CN=Signer with p256
      thumbprint      (thumbprint)
      time stamp      none
    signed-agent.msi: Windows Installer package
      signed by       CN=Signer with p256
      thumbprint      (thumbprint)
      time stamp      none
    changed.exe: Inno Setup 5.5.7
      signed by       CN=Signer with p256
                      BUT the file was changed after it was signed
      thumbprint      (thumbprint)
      time stamp      none"
  `);
});
