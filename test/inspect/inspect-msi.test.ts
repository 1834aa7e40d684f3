import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, test } from "vitest";
import { CompoundFile } from "../../src/inspect/compound-file.ts";
import { FileBytes } from "../../src/inspect/file-bytes.ts";
import { MsiDatabase } from "../../src/inspect/msi/database.ts";
import { createFolder, remedyc } from "../cli/support.ts";
import { withClass } from "./compound-class.ts";
import { runTool } from "../signing/support/tools.ts";

const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
const agent = readFileSync(fixture("agent.msi"));

async function inspect(name: string, bytes: Buffer, ...options: readonly string[]) {
  return remedyc(createFolder({ [name]: bytes }), "inspect", name, ...options);
}

test("a package: codes, services with accounts, conditions, custom actions, features, properties", async () => {
  expect((await inspect("agent.msi", agent)).stdout).toMatchInlineSnapshot(`
    "agent.msi: Windows Installer package
      product         Contoso Agent 2.4.1
      publisher       Contoso Ltd
      product code    {3E786878-358D-43AD-82D1-1435ADF9F6EA}
      upgrade code    {B6BE2B2C-9E5B-4D3C-9B6B-0A6A3C9D1F11}
      package code    {38F87C67-7C75-4B3A-AFCD-074BC219B4A6}
      architecture    x86
      languages       1033
      installs for    all users of the machine
      silently        msiexec /i agent.msi /qn /norestart
      restarts        if files are in use
      files           1
      signed by       nobody
      size            11,264 bytes
      sha256          7252D9144A379745CF05E689650C46C2627D0FFA1FBD42AA34B007C2003D8C6E

    services
      ContosoAgent    as NT AUTHORITY\\LocalService, automatic, "Contoso Agent"
      ContosoHelper   as LocalSystem, manual, "Contoso Helper"

    launch conditions
      VersionNT >= 603         else: Windows 10 or newer is needed.
      Privileged OR Installed  else: Administrators only.

    custom actions that run code, of 5
      CheckServer     immediate, as the one who installs: DLL Helper.dll, function CheckServer; its failure is ignored
      Undo            rollback, as LocalSystem: agent.exe --remove in INSTALLDIR; when NOT REMOVE; its failure is ignored
      Register        deferred, as LocalSystem: agent.exe --register in INSTALLDIR; when NOT REMOVE
      Key             deferred, as LocalSystem: EXE [KEY_TOOL] (hidden); not in the sequence of installation

    features
      Complete        "Everything", level 1

    properties that can be given
      ALLUSERS         1
      SERVICE_ACCOUNT  NT AUTHORITY\\LocalService
      SERVER           https://agent.contoso.com

    A step that installs it, from where you put it:
      ensure package(upgrade_code: "{B6BE2B2C-9E5B-4D3C-9B6B-0A6A3C9D1F11}", version >= 2.4.1) present {
        source: 'C:\\Setup\\agent.msi'
        sha256: "7252D9144A379745CF05E689650C46C2627D0FFA1FBD42AA34B007C2003D8C6E"
        provides: [service("ContosoAgent"), service("ContosoHelper")]
      }
    "
  `);
});

test("the same as data", async () => {
  const { files } = JSON.parse((await inspect("agent.msi", agent, "--format", "json")).stdout) as { readonly files: readonly object[] };
  expect(files).toHaveLength(1);
  expect(files[0]).toMatchObject({
    kind: "msi",
    file: "agent.msi",
    upgradeCode: "{B6BE2B2C-9E5B-4D3C-9B6B-0A6A3C9D1F11}",
    scope: "machine",
    writesMachineKeys: true,
    services: [
      { name: "ContosoAgent", account: "NT AUTHORITY\\LocalService" },
      { name: "ContosoHelper", account: "LocalSystem" },
    ],
    signature: null,
  });
  // A value that its maker hides in logs is not shown either.
  expect(JSON.stringify(files)).not.toContain("hunter2");
  expect(JSON.stringify(files)).not.toContain("pkcs7");
});

test("a package that means to fool whoever looks at it", async () => {
  const { stdout } = await inspect("hostile.msi", readFileSync(fixture("hostile.msi")));
  expect(stdout).not.toMatch(/[^\n\u0020-\u007e\u00a0-\uffff]/);
  expect(stdout).toMatchInlineSnapshot(`
    "hostile.msi: Windows Installer package
      product          Agent\\u{1B}[2J\\u{1B}]0;x\\u{7}" } }\\$(rm) 1.02.3
      publisher        O'Brien
      product code     {NOT A CODE}
      package code     {11111111-2222-3333-4444-555555555555}
      architecture     x64
      languages        1033, 1031
      installs for     the one who installs it, unless ALLUSERS=1 is given
      is listed        no (ARPSYSTEMCOMPONENT)
      silently         msiexec /i hostile.msi /qn /norestart
      restarts         always
      needs beside it  data1.cab
      files            0
      signed by        nobody
      size             5,120 bytes
      sha256           28B48F37E69C4C2DC67BAB7232D3FCFC18CBCD15F82AA22950A7148F556F0C40

    services
      Bad\\u{1B}[31mName  as [ACCOUNT], disabled, its password stands in the package
      It"s \\$(me)        as LocalSystem, automatic
      [NAME]             as LocalSystem, unknown

    properties that can be given
      ARPSYSTEMCOMPONENT  1
      REBOOT              Force
      LONG                xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…

    A step that installs it, from where you put it:
      ensure package("Agent\\u{1b}[2J\\u{1b}]0;x\\u{7}\\" } }\\\\\\$(rm)") present {
        source: 'C:\\Setup\\hostile.msi'
        sha256: "28B48F37E69C4C2DC67BAB7232D3FCFC18CBCD15F82AA22950A7148F556F0C40"
        arguments: ["ALLUSERS=1"]
      }
    "
  `);
});

test("a patch, and a transform, which is refused", async () => {
  const patch = readFileSync(fixture("patch.msi"));
  expect((await inspect("patch.msp", withClass(patch, 0x86))).stdout).toMatchInlineSnapshot(`
    "patch.msp: Windows Installer patch
      product         Contoso Agent 2.4.2
      publisher       Contoso Ltd
      patch code      {99999999-358D-43AD-82D1-1435ADF9F6EA}
      classification  Hotfix
      can be removed  yes
      silently        msiexec /p patch.msp /qn /norestart
      signed by       nobody
      size            4,096 bytes
      sha256          D66AE6F0461F941EEB037B006BDE558262FEBEDC95C35FBBCA38C32907C9F178

    product codes that it is for
      {3E786878-358D-43AD-82D1-1435ADF9F6EA}
      {4E786878-358D-43AD-82D1-1435ADF9F6EA}

    patches that it replaces
      {88888888-358D-43AD-82D1-1435ADF9F6EA}

    sequences
      ContosoAgent 2.4.2.0
    "
  `);
  expect((await inspect("a.mst", withClass(patch, 0x82))).stderr).toMatchInlineSnapshot(`
    "error RMD8106: 'a.mst' is none of the files that are looked into: it is a transform (MST), which installs nothing by itself. Name an MSI, MSP, EXE, MSIX or .intunewin file.
    1 error
    "
  `);
});

it("reads every table as msiinfo does", async () => {
  const file = FileBytes.open(fixture("agent.msi"));
  const database = new MsiDatabase(new CompoundFile(file));
  let cells = 0;
  for (const table of database.tableNames) {
    const { output } = await runTool("msiinfo", ["export", fixture("agent.msi"), table]);
    const [names = "", , , ...lines] = output.split(/\r?\n/);
    const columns = names.split("\t");
    const expected = lines.filter((line) => line !== "").map((line) => line.split("\t"));
    const rows = database.rows(table).map((row) => columns.map((column) => String(row[column] ?? "")));
    cells += rows.flat().length;
    const sorted = (all: readonly (readonly string[])[]) => all.map((row) => row.join("\t")).sort();
    expect(sorted(rows), table).toEqual(sorted(expected));
  }
  expect(cells).toBeGreaterThan(250);
  file.close();
});

/** Changes a number of four bytes at each of the places. */
const withNumbers = (...changes: readonly (readonly [at: number, value: number])[]): Buffer => {
  const copy = Buffer.from(agent);
  for (const [at, value] of changes) copy.writeUInt32LE(value, at);
  return copy;
};
/** Where the list of contents begins, and the entry of a stream with a name that holds these units. */
const directory = (agent.readUInt32LE(48) + 1) * 512;
const entryOf = (name: string): number => agent.indexOf(Buffer.from(name, "utf16le"), directory);
const table = (agent.readUInt32LE(76) + 1) * 512;

const BAD: { readonly [what: string]: Buffer } = {
  "a header alone": agent.subarray(0, 512),
  "half a package": agent.subarray(0, agent.length / 2),
  "a package without its last sector": agent.subarray(0, -600),
  "an unknown version": withNumbers([24, 0x00090009]),
  "a list of contents that goes in a circle": withNumbers([table + agent.readUInt32LE(48) * 4, agent.readUInt32LE(48)]),
  "a list of contents that is elsewhere": withNumbers([48, 0x00ffffff]),
  "a table of sectors larger than the file": withNumbers([44, 0x7fffffff]),
  "a tree that goes in a circle": withNumbers([directory + 76, 0]),
  "a stream of four gigabytes": withNumbers([entryOf("\u0005SummaryInformation") + 120, 0xfffffff0]),
  "a stream in a circle of small sectors": withNumbers([entryOf("\u0005SummaryInformation") + 116, 0x00fffff0]),
  "an old Office document": withClass(agent, 0x06),
  "no database": withClass(agent, 0x84).fill(0, directory + 128, directory + 512),
};

test("says of each damaged package what is wrong with it", async () => {
  const folder = createFolder(Object.fromEntries(Object.entries(BAD).map(([what, bytes]) => [`${what}.msi`, bytes])));
  const said = [];
  for (const what of Object.keys(BAD)) {
    const { stdout, stderr, exitCode } = await remedyc(folder, "inspect", `${what}.msi`);
    said.push(`${exitCode} ${stderr.split("\n")[0] ?? ""}${stdout.split("\n")[0] ?? ""}`);
  }
  expect(said.join("\n").replaceAll(/ Get it again from where it comes from\./g, "")).toMatchInlineSnapshot(`
    "1 error RMD8107: 'a header alone.msi' is no sound Windows Installer file: it ends after 512 bytes, though a part of 512 bytes must stand at 10752; it may be cut short.
    1 error RMD8107: 'half a package.msi' is no sound Windows Installer file: it ends after 5632 bytes, though a part of 512 bytes must stand at 10752; it may be cut short.
    1 error RMD8107: 'a package without its last sector.msi' is no sound Windows Installer file: it ends after 10664 bytes, though a part of 512 bytes must stand at 10752; it may be cut short.
    1 error RMD8107: 'an unknown version.msi' is no sound Windows Installer file: it is a compound file of an unknown version (9, sectors of 2^9 bytes).
    1 error RMD8107: 'a list of contents that goes in a circle.msi' is no sound Windows Installer file: a chain of sectors in it has no end, or its list of contents is too long.
    1 error RMD8107: 'a list of contents that is elsewhere.msi' is no sound Windows Installer file: a part of it leads to a sector that is not there.
    1 error RMD8107: 'a table of sectors larger than the file.msi' is no sound Windows Installer file: its table of sectors is larger than itself.
    1 error RMD8107: 'a tree that goes in a circle.msi' is no sound Windows Installer file: its list of contents is damaged.
    1 error RMD8107: 'a stream of four gigabytes.msi' is no sound Windows Installer file: a part of it has 4294967280 bytes; up to 67108864 are read.
    1 error RMD8107: 'a stream in a circle of small sectors.msi' is no sound Windows Installer file: a small part of it leads outside.
    1 error RMD8106: 'an old Office document.msi' is none of the files that are looked into: it is a compound file, but neither an MSI nor an MSP, as old Office documents are. Name an MSI, MSP, EXE, MSIX or .intunewin file.
    1 error RMD8107: 'no database.msi' is no sound Windows Installer file: its list of contents is damaged."
  `);
});

test("what has five gigabytes of nothing ends at once", async () => {
  const folder = createFolder({ "large.msi": agent.subarray(0, 512) });
  const { truncateSync } = await import("node:fs");
  truncateSync(join(folder, "large.msi"), 5_000_000_000);
  const { exitCode, stderr } = await remedyc(folder, "inspect", "large.msi");
  expect([exitCode, stderr.split("\n")[0]]).toMatchInlineSnapshot(`
    [
      1,
      "error RMD8107: 'large.msi' is no sound Windows Installer file: a chain of sectors in it has no end, or its list of contents is too long. Get it again from where it comes from.",
    ]
  `);
  writeFileSync(join(folder, "large.msi"), "");
});
