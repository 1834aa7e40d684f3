import { expect, it, test } from "vitest";
import { createFolder, remedyc } from "../cli/support.ts";
import { buildBundle, buildCabinet, buildProgram } from "./pe-builder.ts";
import { buildInno, bundle, bundleCabinet, nsis, program } from "./programs.ts";

/** What is told of a program, without its size and hash. */
async function tell(name: string, bytes: Buffer): Promise<string> {
  const { stdout, stderr } = await remedyc(createFolder({ [name]: bytes }), "inspect", name);
  return (stdout + stderr).replaceAll(/^ {2}size .*\n|[0-9A-F]{64}/gm, "");
}

test("a bundle: what its manifest says, which lies in a cabinet of several blocks", async () => {
  expect(await tell("suite.exe", bundle)).toMatchInlineSnapshot(`
    "suite.exe: WiX bundle (Burn)
      product         Contoso & Sons Suite 5.1.0
      publisher       Contoso Ltd
      bundle code     {BBBBBBBB-0000-4000-8000-000000000001}
      upgrade code    {AAAAAAAA-0000-4000-8000-000000000001}
      architecture    x64 (of the setup program itself)
      installs for    all users of the machine
      silently        /quiet /norestart
      signed by       nobody
      sha256          

    packages in it
      NetFx           exe
      Agent           msi 2.4.1 {3E786878-358D-43AD-82D1-1435ADF9F6EA}
      Tools           msi 1.0.0 {4E786878-358D-43AD-82D1-1435ADF9F6EA}

    A step that installs it, from where you put it:
      // The name and the version have to be those that the list of installed apps shows.
      ensure package("Contoso & Sons Suite", version >= 5.1.0) present {
        source: 'C:\\Setup\\suite.exe'
        sha256: ""
        arguments: ["/quiet", "/norestart"]
      }
    "
  `);
});

test("Inno Setup, with its version", async () => {
  expect(await tell("tool.exe", buildInno(1))).toMatchInlineSnapshot(`
    "tool.exe: Inno Setup 5.5.7
      product         Contoso Tool 3.0.1
      publisher       Contoso Ltd
      description     Contoso Tool Setup
      file version    3.0.1.200
      architecture    x86 (of the setup program itself)
      runs as         requireAdministrator
      silently        /VERYSILENT /SUPPRESSMSGBOXES /NORESTART /SP-
      signed by       nobody
      sha256          

    A step that installs it, from where you put it:
      // The name and the version have to be those that the list of installed apps shows.
      ensure package("Contoso Tool", version >= 3.0.1) present {
        source: 'C:\\Setup\\tool.exe'
        sha256: ""
        arguments: ["/VERYSILENT", "/SUPPRESSMSGBOXES", "/NORESTART", "/SP-"]
      }
    "
  `);
  expect(await tell("tool.exe", buildInno(2))).toContain("Inno Setup 6.5.0");
});

test("NSIS, though something stands before its data, and a program that is none of them", async () => {
  expect(await tell("tool.exe", nsis)).toMatchInlineSnapshot(`
    "tool.exe: NSIS installer
      product         Contoso Tool 3.0.1
      publisher       Contoso Ltd
      description     Contoso Tool Setup
      file version    3.0.1.200
      architecture    x86 (of the setup program itself)
      silently        /S
      signed by       nobody
      sha256          

    A step that installs it, from where you put it:
      // The name and the version have to be those that the list of installed apps shows.
      ensure package("Contoso Tool", version >= 3.0.1) present {
        source: 'C:\\Setup\\tool.exe'
        sha256: ""
        arguments: ["/S"]
      }
    "
  `);
  expect(await tell("tool.exe", program)).toMatchInlineSnapshot(`
    "tool.exe: program
      product         Contoso Tool 3.0.1
      publisher       Contoso Ltd
      description     Contoso Tool Setup
      file version    3.0.1.200
      architecture    arm64
      silently        not known: its maker's documentation tells the arguments
      signed by       nobody
      sha256          

    A step that installs it, from where you put it:
      // The name and the version have to be those that the list of installed apps shows.
      // Add the arguments that make it silent: its maker's documentation tells them.
      ensure package("Contoso Tool", version >= 3.0.1) present {
        source: 'C:\\Setup\\tool.exe'
        sha256: ""
      }
    "
  `);
});

it("takes a bundle whose manifest is compressed otherwise for a bundle still", async () => {
  const lzx = Buffer.from(bundleCabinet);
  lzx.writeUInt16LE(3, 42);
  expect(await tell("suite.exe", buildBundle(lzx))).toMatchInlineSnapshot(`
    "suite.exe: WiX bundle (Burn)
      bundle code     {12345678-1234-1234-1234-123456789ABC}
      architecture    x86 (of the setup program itself)
      silently        /quiet /norestart
      signed by       nobody
      sha256          
    "
  `);
});

const changed = (bytes: Buffer, change: (copy: Buffer) => void): Buffer => {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
};
const BAD: { readonly [what: string]: Buffer } = {
  "a program for DOS": Buffer.concat([Buffer.from("MZ"), Buffer.alloc(100)]),
  "two letters": Buffer.from("MZ"),
  "headers that end too early": program.subarray(0, 120),
  "a section that ends too early": bundle.subarray(0, 1000),
  "65535 sections": changed(program, (copy) => copy.writeUInt16LE(0xffff, 70)),
  "a header far away": changed(program, (copy) => copy.writeUInt32LE(0xfffffff0, 60)),
  "a signature far away": changed(program, (copy) => copy.writeUInt32LE(100, copy.writeUInt32LE(0x7fffffff, 88 + 96 + 32))),
  "a signature of another kind": changed(program, (copy) => copy.writeUInt32LE(100, copy.writeUInt32LE(512, 88 + 96 + 32))),
  "resources without end": changed(program, (copy) => copy.writeUInt16LE(0xffff, 512 + 14)),
  "a bundle whose cabinet is cut short": bundle.subarray(0, -2000),
  "a bundle whose cabinet is none": buildBundle(Buffer.alloc(2000)),
  "a bundle whose manifest bursts": buildBundle(buildCabinet("0", 0xf0000000, [Buffer.from("CK")], 1)),
  "a bundle whose block bursts": buildBundle(
    buildCabinet("0", 5, [Buffer.concat([Buffer.from("CK"), Buffer.from("edc10101000000808890feafeea80000", "hex")])], 1),
  ),
  "a bundle whose manifest has entities": buildBundle(buildCabinet("0", 40, [Buffer.from("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")], 0)),
  "a broken signature": changed(buildProgram({ overlay: Buffer.from("10000000000202003003020101000000", "hex") }), (copy) =>
    copy.writeUInt32LE(16, copy.writeUInt32LE(512, 88 + 96 + 32)),
  ),
};

test("says of each damaged program what is wrong with it, or what cannot be read", async () => {
  const folder = createFolder(Object.fromEntries(Object.entries(BAD).map(([what, bytes]) => [`${what}.exe`, bytes])));
  const said = [];
  for (const what of Object.keys(BAD)) {
    const { stdout, stderr, exitCode } = await remedyc(folder, "inspect", `${what}.exe`);
    said.push(`${exitCode} ${stderr.split("\n")[0] ?? ""}${/^ {2}signed by .*$/m.exec(stdout)?.[0] ?? ""}`);
  }
  expect(said.join("\n").replaceAll(/ Get it again from where it comes from\./g, "")).toMatchInlineSnapshot(`
    "1 error RMD8107: 'a program for DOS.exe' is no sound program: it is a program for DOS, or damaged: it has no PE header.
    1 error RMD8107: 'two letters.exe' is no sound program: it is no Windows program.
    1 error RMD8107: 'headers that end too early.exe' is no sound program: it ends after 120 bytes, though a part of 224 bytes must stand at 88; it may be cut short.
    1 error RMD8107: 'a section that ends too early.exe' is no sound program: it ends after 1000 bytes, though a part of 36 bytes must stand at 1024; it may be cut short.
    1 error RMD8107: '65535 sections.exe' is no sound program: it has 65535 sections; Windows takes 96.
    1 error RMD8107: 'a header far away.exe' is no sound program: it ends after 1536 bytes, though a part of 24 bytes must stand at 4294967280; it may be cut short.
    1 error RMD8107: 'a signature far away.exe' is no sound program: it ends after 1536 bytes, though a part of 8 bytes must stand at 2147483647; it may be cut short.
    1 error RMD8107: 'a signature of another kind.exe' is no sound program: its signature is damaged.
    1 error RMD8107: 'resources without end.exe' is no sound program: it has more than 4096 resources.
    1 error RMD8107: 'a bundle whose cabinet is cut short.exe' is no sound program: it ends after 3241 bytes, though a part of 2714 bytes must stand at 1094; it may be cut short.
    1 error RMD8107: 'a bundle whose cabinet is none.exe' is no sound program: its cabinet is damaged.
    1 error RMD8107: 'a bundle whose manifest bursts.exe' is no sound program: '0' in its cabinet has 4026531840 bytes; up to 8388608 are read.
    1 error RMD8107: 'a bundle whose block bursts.exe' is no sound program: its cabinet is damaged.
    1 error RMD8107: 'a bundle whose manifest has entities.exe' is no sound program: its bundle's manifest declares a document type, which no tool writes.
    0   signed by       somebody, but that cannot be read: its type has tag 0x2 instead of 0x6"
  `);
});
