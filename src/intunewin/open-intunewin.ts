import { createDecipheriv, createHash, createHmac, timingSafeEqual } from "node:crypto";
import { Readable } from "node:stream";
import { failWith, finding, succeed } from "../signing/outcome.ts";
import type { Outcome } from "../signing/outcome.ts";
import { describeReadError, isReadError } from "../source/plain-file.ts";
import { describeZipError, openFileRanges, openZip, ZipFault } from "../zip/open-zip.ts";
import type { ByteRanges, OpenZip, ZipMember } from "../zip/open-zip.ts";
import { DETECTION_PATH } from "./detection-xml.ts";
import { HEADER_BYTES, MAC_BYTES, VECTOR_BYTES } from "./encryption.ts";
import { DetectionFault, readDetectionXml } from "./read-detection-xml.ts";
import type { DetectionXml } from "./read-detection-xml.ts";

/** A package that has been verified: its content is what was packed. */
export interface OpenIntunewin {
  readonly detection: DetectionXml;
  /** Bytes of the encrypted content. */
  readonly encryptedContentSize: number;
  /** What is in it, decrypted. */
  readonly content: OpenZip;
  /** The encrypted content, which is what is uploaded. */
  streamEncrypted(): Promise<Readable>;
  close(): Promise<void>;
}

/** Real ones have 2 KB. */
const LARGEST_DETECTION = 1024 * 1024;

/** The end of the content is kept, since a ZIP's list of files stands there: this much holds more of them than are read. */
const TAIL_BYTES = 16 * 1024 * 1024;

/** The content is not what was packed: a clause. */
class ContentFault extends Error {}

/**
 * Opens an `.intunewin` package, decrypts it and verifies MAC, digest and size. Memory holds only pieces and the end of the content, and nothing is written
 * to the disk: AES-CBC can be decrypted from any block on.
 */
export async function openIntunewin(file: string): Promise<Outcome<OpenIntunewin>> {
  let ranges: ByteRanges | undefined;
  try {
    ranges = await openFileRanges(file);
    return succeed(await openPackage(await openZip(ranges)));
  } catch (error) {
    await ranges?.close();
    if (error instanceof ContentFault) return failWith(finding("RMD8105", { file, detail: error.message }));
    if (error instanceof ZipFault || error instanceof DetectionFault) return failWith(finding("RMD8104", { file, detail: error.message }));
    if (isReadError(error)) return failWith(finding("RMD8101", { file, detail: describeReadError(error) }));
    throw error;
  }
}

async function openPackage(outer: OpenZip): Promise<OpenIntunewin> {
  const detection = await readDetectionXml(await outer.read(findMember(outer, DETECTION_PATH), LARGEST_DETECTION));
  const member = findMember(outer, `IntuneWinPackage/Contents/${detection.fileName}`);
  // What is encrypted does not compress.
  if (member.size > member.compressedSize * 1.1 + 1024)
    throw new ZipFault(
      `its content would grow from ${member.compressedSize} to ${member.size} bytes, and encrypted bytes cannot be compressed`,
    );
  if (member.size < HEADER_BYTES + VECTOR_BYTES || member.size % VECTOR_BYTES !== 0)
    throw new ContentFault(`${member.size} bytes cannot be a MAC, an initialization vector and blocks of 16 bytes`);
  const content = new DecryptedContent(outer, member, detection, await verifyContent(outer, member, detection));
  const inner = await openZip(content).catch((error: unknown) => {
    throw error instanceof ZipFault ? new ZipFault(`of its content, ${error.message}`) : error;
  });
  content.isListed = true;
  return {
    detection,
    encryptedContentSize: member.size,
    content: inner,
    streamEncrypted: () => outer.stream(member),
    close: () => outer.close(),
  };
}

function findMember(zip: OpenZip, name: string): ZipMember {
  const found = zip.members.filter((member) => member.name === name);
  if (found[0] === undefined) throw new ZipFault(`it has no ${name}`);
  if (found.length > 1) throw new ZipFault(`it has ${name} ${found.length} times`);
  return found[0];
}

/** Reads all of the content once; gives its decrypted end. */
async function verifyContent(outer: OpenZip, member: ZipMember, { encryption, unencryptedContentSize }: DetectionXml): Promise<Buffer> {
  const decode = (text: string): Buffer => Buffer.from(text, "base64");
  const mac = createHmac("sha256", decode(encryption.macKey));
  const digest = createHash("sha256");
  const decipher = createDecipheriv("aes-256-cbc", decode(encryption.encryptionKey), decode(encryption.initializationVector));
  const tail: Buffer[] = [];
  let header = Buffer.alloc(0);
  let size = 0;
  let kept = 0;
  const take = (piece: Buffer): void => {
    digest.update(piece);
    size += piece.length;
    kept += piece.length;
    tail.push(piece);
    while (kept - (tail[0]?.length ?? 0) >= TAIL_BYTES) kept -= tail.shift()?.length ?? 0;
  };
  for await (const piece of streamPieces(await outer.stream(member))) {
    let rest = piece;
    if (header.length < HEADER_BYTES) {
      header = Buffer.concat([header, rest]);
      rest = header.subarray(HEADER_BYTES);
      header = header.subarray(0, HEADER_BYTES);
      if (header.length === HEADER_BYTES) mac.update(header.subarray(MAC_BYTES));
    }
    mac.update(rest);
    take(decipher.update(rest));
  }
  const sum = mac.digest();
  if (!timingSafeEqual(sum, header.subarray(0, MAC_BYTES)) || !timingSafeEqual(sum, decode(encryption.mac)))
    throw new ContentFault("its MAC is another, so it was changed, or Detection.xml is of another package");
  if (!header.subarray(MAC_BYTES).equals(decode(encryption.initializationVector)))
    throw new ContentFault("its initialization vector is not that of Detection.xml");
  try {
    take(decipher.final());
  } catch {
    throw new ContentFault("it cannot be decrypted with the key of Detection.xml");
  }
  if (digest.digest("base64") !== encryption.fileDigest) throw new ContentFault("its digest is another than Detection.xml has");
  if (size !== unencryptedContentSize) throw new ContentFault(`it has ${size} bytes, and Detection.xml says ${unencryptedContentSize}`);
  return Buffer.concat(tail);
}

/** The inner ZIP, decrypted where it is read. */
class DecryptedContent implements ByteRanges {
  readonly size: number;
  /** Whether the list of files has been read, which lies in the end that is kept. */
  isListed = false;
  private readonly outer: OpenZip;
  private readonly member: ZipMember;
  private readonly key: Buffer;
  private readonly tail: Buffer;

  constructor(outer: OpenZip, member: ZipMember, detection: DetectionXml, tail: Buffer) {
    this.outer = outer;
    this.member = member;
    this.key = Buffer.from(detection.encryption.encryptionKey, "base64");
    this.size = detection.unencryptedContentSize;
    this.tail = tail;
  }

  stream(start: number, end: number): Readable {
    const tailStart = this.size - this.tail.length;
    if (start >= tailStart) return Readable.from([this.tail.subarray(start - tailStart, end - tailStart)], { objectMode: false });
    return Readable.from(this.decrypt(start, end), { objectMode: false });
  }

  close(): Promise<void> {
    return this.outer.close();
  }

  /** A block needs the one before it, which for the first is the initialization vector. What is compressed has to be read from its beginning. */
  private async *decrypt(start: number, end: number): AsyncGenerator<Buffer> {
    if (!this.isListed) throw new ZipFault(`its list of files has more than ${TAIL_BYTES} bytes`);
    const block = start - (start % VECTOR_BYTES);
    const from = MAC_BYTES + block;
    const to = Math.min(this.member.size, HEADER_BYTES + Math.ceil(end / VECTOR_BYTES) * VECTOR_BYTES);
    const source = this.member.isStored ? await this.outer.stream(this.member, from, to) : await this.outer.stream(this.member);
    let unwanted = this.member.isStored ? 0 : from;
    let before = Buffer.alloc(0);
    let decipher: ReturnType<typeof createDecipheriv> | undefined;
    let position = block;
    for await (const piece of streamPieces(source)) {
      let rest = piece.subarray(Math.min(unwanted, piece.length));
      unwanted -= piece.length - rest.length;
      if (!decipher) {
        before = Buffer.concat([before, rest]);
        if (before.length < VECTOR_BYTES) continue;
        decipher = createDecipheriv("aes-256-cbc", this.key, before.subarray(0, VECTOR_BYTES)).setAutoPadding(false);
        rest = before.subarray(VECTOR_BYTES);
      }
      const plain = decipher.update(rest);
      const wanted = plain.subarray(Math.max(0, start - position), Math.max(0, end - position));
      position += plain.length;
      if (wanted.length > 0) yield wanted;
      if (position >= end) return;
    }
  }
}

/** The pieces of a ZIP's member; what is wrong with it comes as a ZipFault. */
async function* streamPieces(stream: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const piece of stream) yield piece as Buffer;
  } catch (error) {
    throw error instanceof Error && !(error instanceof ZipFault) && !("syscall" in error) ? new ZipFault(describeZipError(error)) : error;
  }
}
