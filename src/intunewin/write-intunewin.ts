import { createCipheriv, createHash, createHmac } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, rename, stat } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { Readable } from "node:stream";
import type { ZipFile } from "yazl";
import { failWith, finding, succeed } from "../signing/outcome.ts";
import type { Outcome } from "../signing/outcome.ts";
import { describeReadError } from "../source/plain-file.ts";
import { CONTENT_PATH, DETECTION_PATH, writeDetectionXml } from "./detection-xml.ts";
import type { MsiInfo, PackageDescription } from "./detection-xml.ts";
import { createKeys, HEADER_BYTES } from "./encryption.ts";
import type { ContentKeys, EncryptionInfo } from "./encryption.ts";
import { findNameFault } from "./file-names.ts";
import { TemporaryFiles } from "./temporary-files.ts";

/** A file of a package: its name inside (`bin\setup.exe`, either slash), and where its bytes are. */
export interface PackageFile {
  readonly name: string;
  /** A path on this machine, or the bytes themselves. */
  readonly content: string | Uint8Array;
}

/** What is packed. */
export interface PackageRequest {
  readonly files: readonly PackageFile[];
  /** Which of the files is started: its name inside. */
  readonly setupFile: string;
  /** The app's name. */
  readonly name: string;
  readonly description?: string | undefined;
  readonly msi?: MsiInfo | undefined;
  /** The package; one that is there is replaced. */
  readonly out: string;
  /** Makes the keys always the same. For tests only. */
  readonly seed?: string | undefined;
}

/** What an upload through Microsoft Graph asks for beside the bytes: `mobileAppContentFile` and `fileEncryptionInfo`. */
export interface WrittenPackage {
  /** Bytes of the inner ZIP: `size`. */
  readonly unencryptedContentSize: number;
  /** Bytes of the encrypted content, which is what is uploaded: `sizeEncrypted`. */
  readonly encryptedContentSize: number;
  /** Bytes of the package as a file. */
  readonly packageSize: number;
  /** SHA-256 of the package as a file, in lower-case hexadecimal. */
  readonly packageSha256: string;
  readonly encryption: EncryptionInfo;
}

/** Says which finding ends the work. */
class PackageFault extends Error {
  readonly code: "RMD8101" | "RMD8102";
  readonly file: string;

  constructor(code: "RMD8101" | "RMD8102", file: string, cause: unknown) {
    super(typeof cause === "string" ? cause : describeReadError(cause));
    this.code = code;
    this.file = file;
  }
}

/** The same for all: nothing of the machine or the day is in a package. ZIP's own first moment; DOS times are local, so it reads the same everywhere. */
const ENTRY_OPTIONS = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };

/** Setups are compressed already; scripts are small at any level. */
const CONTENT_LEVEL = 1;

/** An entry whose bytes are not read before its turn. */
interface Entry {
  readonly name: string;
  /** What a message calls it. */
  readonly origin: string;
  readonly size: number;
  readonly open: () => Readable;
}

/**
 * Writes an `.intunewin` package: a ZIP with the encrypted ZIP of the files and what is needed to decrypt it. Whatever the sizes, memory holds only pieces; the disk
 * holds the encrypted content twice for a moment, since its MAC stands before it and ZIP wants a checksum of both. The package appears whole or not at all.
 *
 * The same files give the same bytes but for the keys (and for what another version of Node.js compresses otherwise). On a signal it leaves nothing
 * behind where the process listens and exits, as all commands of remedyc do.
 */
export async function writeIntunewin(request: PackageRequest): Promise<Outcome<WrittenPackage>> {
  const found = await findEntries(request);
  if (!found.value) return failWith(...found.diagnostics);
  const temporary = new TemporaryFiles();
  try {
    const contentFile = temporary.nameBeside(request.out);
    const content = await writeContent(contentFile, found.value, createKeys(request.seed));
    const description: PackageDescription = {
      name: request.name,
      description: request.description,
      unencryptedContentSize: content.unencryptedContentSize,
      setupFile: request.setupFile.replaceAll("/", "\\"),
      encryption: content.encryption,
      msi: request.msi,
    };
    const xml = Buffer.from(await writeDetectionXml(description), "utf8");
    const packageFile = temporary.nameBeside(request.out);
    const entries: Entry[] = [
      { name: CONTENT_PATH, origin: contentFile, size: content.encryptedContentSize, open: () => createReadStream(contentFile) },
      { name: DETECTION_PATH, origin: DETECTION_PATH, size: xml.length, open: () => Readable.from([xml]) },
    ];
    const digest = createHash("sha256");
    const packageSize = await writeFileWith(packageFile, async (write) => {
      for await (const piece of await zip(entries, 0)) {
        digest.update(piece);
        await write(piece);
      }
    });
    await rename(packageFile, request.out).catch((error: unknown) => {
      throw new PackageFault("RMD8102", request.out, error);
    });
    temporary.release(packageFile);
    return succeed({ ...content, packageSize, packageSha256: digest.digest("hex") });
  } catch (error) {
    if (!(error instanceof PackageFault)) throw error;
    const { code, message: detail } = error;
    return failWith(finding(code, { file: code === "RMD8102" ? request.out : error.file, detail }));
  } finally {
    temporary.end();
  }
}

/** The files by name, each looked at before anything is written. */
async function findEntries({ files, setupFile }: PackageRequest): Promise<Outcome<readonly Entry[]>> {
  const entries = new Map<string, Entry>();
  for (const { name, content } of files) {
    const fault = findNameFault(name);
    if (fault !== undefined) return failWith(finding("RMD8103", { name, reason: `its name ${fault}` }));
    const path = name.replaceAll("\\", "/");
    const key = path.toLowerCase();
    if (entries.has(key)) return failWith(finding("RMD8103", { name, reason: "another file has that name, since Windows ignores case" }));
    if (typeof content !== "string") {
      entries.set(key, { name: path, origin: name, size: content.length, open: () => Readable.from([content]) });
      continue;
    }
    try {
      const stats = await stat(content);
      if (!stats.isFile()) return failWith(finding("RMD8101", { file: content, detail: "it is no plain file" }));
      entries.set(key, { name: path, origin: content, size: stats.size, open: () => createReadStream(content) });
    } catch (error) {
      return failWith(finding("RMD8101", { file: content, detail: describeReadError(error) }));
    }
  }
  if (!entries.has(setupFile.replaceAll("\\", "/").toLowerCase()))
    return failWith(finding("RMD8103", { name: setupFile, reason: "it is to be started, and is none of the files" }));
  return succeed([...entries].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, entry]) => entry));
}

/** Zips, hashes and encrypts in one go. The place of the MAC is left free and filled at the end. */
async function writeContent(
  path: string,
  entries: readonly Entry[],
  keys: ContentKeys,
): Promise<Omit<WrittenPackage, "packageSize" | "packageSha256">> {
  const digest = createHash("sha256");
  const cipher = createCipheriv("aes-256-cbc", keys.encryptionKey, keys.initializationVector);
  const mac = createHmac("sha256", keys.macKey).update(keys.initializationVector);
  let unencryptedContentSize = 0;
  let code = "";
  const encryptedContentSize = await writeFileWith(path, async (write, handle) => {
    await write(Buffer.alloc(HEADER_BYTES));
    const add = async (ciphertext: Buffer): Promise<void> => {
      mac.update(ciphertext);
      await write(ciphertext);
    };
    for await (const piece of await zip(entries, CONTENT_LEVEL)) {
      digest.update(piece);
      unencryptedContentSize += piece.length;
      await add(cipher.update(piece));
    }
    await add(cipher.final());
    const sum = mac.digest();
    code = sum.toString("base64");
    await writeAll(handle, Buffer.concat([sum, keys.initializationVector]), 0);
  });
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
  return {
    unencryptedContentSize,
    encryptedContentSize,
    encryption: {
      encryptionKey: base64(keys.encryptionKey),
      macKey: base64(keys.macKey),
      initializationVector: base64(keys.initializationVector),
      mac: code,
      profileIdentifier: "ProfileVersion1",
      fileDigest: digest.digest("base64"),
      fileDigestAlgorithm: "SHA256",
    },
  };
}

/** The bytes of a ZIP of the entries, in their order. yazl writes ZIP64 where sizes or offsets want it. */
async function zip(entries: readonly Entry[], level: number): Promise<AsyncIterable<Buffer>> {
  const { ZipFile: Zip } = await import("yazl");
  const file: ZipFile = new Zip();
  const output = file.outputStream as Readable;
  let current = "";
  // Its own complaint is that a file had more or fewer bytes than it was said to have.
  file.on("error", (error) =>
    output.destroy(error instanceof PackageFault ? error : new PackageFault("RMD8101", current, "it changes while it is read")),
  );
  for (const { name, origin, size, open: openEntry } of entries) {
    file.addReadStreamLazy(name, { ...ENTRY_OPTIONS, size, compressionLevel: level }, (give) => {
      current = origin;
      const stream = openEntry();
      stream.on("error", (error) => file.emit("error", new PackageFault("RMD8101", origin, error)));
      // Whoever stops reading the ZIP needs its parts no longer.
      output.once("close", () => stream.destroy());
      give(undefined, stream);
    });
  }
  file.end();
  return output;
}

type Write = (bytes: Uint8Array) => Promise<void>;

/** Makes a new file of what `fill` writes, one piece after the other; gives its length. */
async function writeFileWith(path: string, fill: (write: Write, handle: FileHandle) => Promise<void>): Promise<number> {
  let length = 0;
  const handle = await open(path, "wx").catch((error: unknown) => {
    const isFolderMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new PackageFault("RMD8102", path, isFolderMissing ? "there is no such folder" : error);
  });
  try {
    await fill(async (bytes) => {
      await writeAll(handle, bytes, length);
      length += bytes.length;
    }, handle);
  } finally {
    await handle.close();
  }
  return length;
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  try {
    for (let done = 0; done < bytes.length;) done += (await handle.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
  } catch (error) {
    throw new PackageFault("RMD8102", "", error);
  }
}
