import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { expect, it, test } from "vitest";
import { openIntunewin } from "../../src/intunewin/open-intunewin.ts";
import { writeIntunewin } from "../../src/intunewin/write-intunewin.ts";
import { createFolder } from "../cli/support.ts";
import { unzip, zipAnything } from "./unzip.ts";

const CONTENT = "IntuneWinPackage/Contents/IntunePackage.intunewin";
const DETECTION = "IntuneWinPackage/Metadata/Detection.xml";

/** Bytes that do not compress, more than a reader's piece has. */
const LARGE = Buffer.concat(Array.from({ length: 6000 }, (_, i) => createHmac("sha256", "x").update(String(i)).digest()));

async function makePackage(): Promise<{ readonly path: string; readonly parts: Map<string, Buffer> }> {
  const path = join(createFolder(), "a.intunewin");
  const files = [
    { name: "setup.exe", content: LARGE },
    { name: "b/c.txt", content: new Uint8Array(Buffer.from("text")) },
  ];
  await writeIntunewin({ files, setupFile: "setup.exe", name: "Agent", out: path, seed: "a test" });
  return { path, parts: unzip(readFileSync(path)) };
}

const sound = await makePackage();
const part = (name: string): Buffer => sound.parts.get(name) ?? Buffer.alloc(0);
const xml = part(DETECTION).toString("utf8");

/** What is said of a package with these parts. */
async function messageFor(bytes: Buffer): Promise<string> {
  const path = join(createFolder({ "a.intunewin": bytes }), "a.intunewin");
  const { value, diagnostics } = await openIntunewin(path);
  await value?.close();
  return diagnostics.map(({ code, message }) => `${code}: ${message.replace(path, "F")}`).join("\n");
}

const pack = (detection: string | Buffer, content: Buffer = part(CONTENT)): Buffer =>
  zipAnything([
    { name: CONTENT, data: content },
    { name: DETECTION, data: Buffer.from(detection) },
  ]);

const flipped = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};

it("lists, verifies and decrypts what the writer wrote, without the whole in memory or on the disk", async () => {
  const { value } = await openIntunewin(sound.path);
  const files = value?.content.members.map(({ name, size }) => ({ name, size }));
  expect(files).toEqual([
    { name: "b/c.txt", size: 4 },
    { name: "setup.exe", size: LARGE.length },
  ]);
  const read = await Promise.all(value?.content.members.map((member) => value.content.read(member, 1e6)) ?? []);
  expect(read.map((bytes) => bytes.equals(LARGE))).toEqual([false, true]);
  expect(value?.detection).toMatchObject({ name: "Agent", setupFile: "setup.exe", toolVersion: "1.8.4.0", msi: undefined });
  expect(value?.encryptedContentSize).toBe(part(CONTENT).length);
  await value?.close();
});

it("reads packages of other tools: content that is deflated, a description in UTF-16", async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`<?xml version="1.0" encoding="utf-16"?>${xml}`, "utf16le")]);
  const bytes = zipAnything([
    { name: CONTENT.replaceAll("/", "\\"), data: deflateRawSync(part(CONTENT), { level: 0 }), method: 8, size: part(CONTENT).length },
    { name: DETECTION, data: utf16 },
  ]);
  const { value } = await openIntunewin(join(createFolder({ "a.intunewin": bytes }), "a.intunewin"));
  const [text, setup] = await Promise.all(value?.content.members.map((member) => value.content.read(member, 1e6)) ?? []);
  expect([text?.toString(), setup?.equals(LARGE)]).toEqual(["text", true]);
  await value?.close();
});

const withField = (name: string, text: string): string => xml.replace(new RegExp(`(<${name}>)[^<]*`), `$1${text}`);

/** Content that is what Detection.xml says, whatever it is. */
async function packContent(zip: Buffer): Promise<Buffer> {
  const { createCipheriv, createHash } = await import("node:crypto");
  const [key, vector] = [Buffer.alloc(32, 1), Buffer.alloc(16, 2)];
  const cipher = createCipheriv("aes-256-cbc", key, vector);
  const signed = Buffer.concat([vector, cipher.update(zip), cipher.final()]);
  const mac = createHmac("sha256", key).update(signed).digest();
  const fields = {
    EncryptionKey: key,
    MacKey: key,
    InitializationVector: vector,
    Mac: mac,
    FileDigest: createHash("sha256").update(zip).digest(),
  };
  let text = withField("UnencryptedContentSize", String(zip.length));
  for (const [name, bytes] of Object.entries(fields)) text = text.replace(new RegExp(`(<${name}>)[^<]*`), `$1${bytes.toString("base64")}`);
  return pack(text, Buffer.concat([mac, signed]));
}

const evil = { name: "../../Windows/evil.dll", data: Buffer.from("x") };
const BAD: { readonly [what: string]: () => Buffer | Promise<Buffer> } = {
  nothing: () => Buffer.alloc(0),
  "no ZIP": () => Buffer.from("MZ".repeat(1000)),
  "a truncated package": () => readFileSync(sound.path).subarray(0, -30),
  "content that was changed": () => pack(xml, flipped(part(CONTENT), 1000)),
  "another MAC before the content": () => pack(xml, flipped(part(CONTENT), 0)),
  "another vector in the description": () => pack(withField("InitializationVector", Buffer.alloc(16).toString("base64"))),
  "another MAC in the description": () => pack(withField("Mac", Buffer.alloc(32).toString("base64"))),
  "another key": () => pack(withField("EncryptionKey", Buffer.alloc(32).toString("base64"))),
  "another digest": () => pack(withField("FileDigest", Buffer.alloc(32).toString("base64"))),
  "another size": () => pack(withField("UnencryptedContentSize", "12")),
  "a short key": () => pack(withField("MacKey", "AAAA")),
  "a short content": () => pack(xml, Buffer.alloc(48)),
  "content that is half a block too long": () => pack(xml, Buffer.alloc(72)),
  "an unknown profile": () => pack(withField("ProfileIdentifier", "ProfileVersion2")),
  "no description": () => zipAnything([{ name: CONTENT, data: part(CONTENT) }]),
  "two descriptions": () => zipAnything([...["", " "].map((end) => ({ name: DETECTION, data: Buffer.from(xml + end) }))]),
  "a description that is no XML": () => pack("<ApplicationInfo><Name></ApplicationInfo>"),
  "a description with entities": () => pack(`<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]>${xml}`),
  "a bomb": () =>
    zipAnything([
      { name: CONTENT, data: deflateRawSync(Buffer.alloc(8_000_000)), method: 8, size: 8_000_000 },
      { name: DETECTION, data: Buffer.from(xml) },
    ]),
  "a bomb that lies about its size": () =>
    zipAnything([
      { name: CONTENT, data: deflateRawSync(Buffer.alloc(8_000_000)), method: 8, size: 6400 },
      { name: DETECTION, data: Buffer.from(xml) },
    ]),
  "a description of two million bytes": () => pack(Buffer.alloc(2_000_000, 32)),
  "files that leave": () => packContent(zipAnything([evil])),
  "content that is no ZIP": () => packContent(Buffer.from("x".repeat(100))),
};

test("says of each damaged or hostile package what is wrong with it", async () => {
  const said = await Promise.all(Object.entries(BAD).map(async ([what, make]) => `${what}\n  ${await messageFor(await make())}`));
  expect(
    said
      .join("\n")
      // How well a version of Node.js compresses is its own affair.
      .replaceAll(/\b\d{4,}\b/g, "N")
      .replaceAll(
        / Get it again from where it comes from, or make it anew\.| Do not deploy it; get it again from where it comes from\./g,
        "",
      ),
  ).toMatchInlineSnapshot(`
    "nothing
      RMD8104: 'F' is no sound .intunewin package: it has no list of files at its end, so it is no ZIP, or its end is missing.
    no ZIP
      RMD8104: 'F' is no sound .intunewin package: it has no list of files at its end, so it is no ZIP, or its end is missing.
    a truncated package
      RMD8104: 'F' is no sound .intunewin package: it has no list of files at its end, so it is no ZIP, or its end is missing.
    content that was changed
      RMD8105: The content of 'F' is not what was packed: its MAC is another, so it was changed, or Detection.xml is of another package.
    another MAC before the content
      RMD8105: The content of 'F' is not what was packed: its MAC is another, so it was changed, or Detection.xml is of another package.
    another vector in the description
      RMD8105: The content of 'F' is not what was packed: its initialization vector is not that of Detection.xml.
    another MAC in the description
      RMD8105: The content of 'F' is not what was packed: its MAC is another, so it was changed, or Detection.xml is of another package.
    another key
      RMD8105: The content of 'F' is not what was packed: it cannot be decrypted with the key of Detection.xml.
    another digest
      RMD8105: The content of 'F' is not what was packed: its digest is another than Detection.xml has.
    another size
      RMD8105: The content of 'F' is not what was packed: it has N bytes, and Detection.xml says 12.
    a short key
      RMD8104: 'F' is no sound .intunewin package: its Detection.xml has no MacKey of 32 bytes in base64.
    a short content
      RMD8105: The content of 'F' is not what was packed: 48 bytes cannot be a MAC, an initialization vector and blocks of 16 bytes.
    content that is half a block too long
      RMD8105: The content of 'F' is not what was packed: 72 bytes cannot be a MAC, an initialization vector and blocks of 16 bytes.
    an unknown profile
      RMD8104: 'F' is no sound .intunewin package: its Detection.xml names the profile 'ProfileVersion2' with SHA256; only ProfileVersion1 with SHA256 is known.
    no description
      RMD8104: 'F' is no sound .intunewin package: it has no IntuneWinPackage/Metadata/Detection.xml.
    two descriptions
      RMD8104: 'F' is no sound .intunewin package: it has IntuneWinPackage/Metadata/Detection.xml 2 times.
    a description that is no XML
      RMD8104: 'F' is no sound .intunewin package: its Detection.xml has no ApplicationInfo with EncryptionInfo.
    a description with entities
      RMD8104: 'F' is no sound .intunewin package: its Detection.xml declares a document type, which no tool writes.
    a bomb
      RMD8104: 'F' is no sound .intunewin package: its content would grow from N to N bytes, and encrypted bytes cannot be compressed.
    a bomb that lies about its size
      RMD8104: 'F' is no sound .intunewin package: it is no sound ZIP (too many bytes in the stream. expected N. got at least N).
    a description of two million bytes
      RMD8104: 'F' is no sound .intunewin package: 'IntuneWinPackage/Metadata/Detection.xml' in it has N bytes; up to N are read.
    files that leave
      RMD8104: 'F' is no sound .intunewin package: of its content, it is no sound ZIP (invalid relative path: ../../Windows/evil.dll).
    content that is no ZIP
      RMD8104: 'F' is no sound .intunewin package: of its content, it has no list of files at its end, so it is no ZIP, or its end is missing."
  `);
});

test("says of a folder and of nothing what they are", async () => {
  const folder = createFolder();
  const codes = [await openIntunewin(folder), await openIntunewin(join(folder, "none"))].map(({ diagnostics }) =>
    diagnostics.map(({ code, message }) => `${code} ${message.replace(folder, "F")}`),
  );
  expect(codes.flat()).toMatchInlineSnapshot(`
    [
      "RMD8101 'F' cannot be read: it is a folder. Check the path and its rights.",
      "RMD8101 'F/none' cannot be read: there is no such file. Check the path and its rights.",
    ]
  `);
});
