import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { openZip } from "../zip/open-zip.ts";
import type { ByteRanges, OpenZip } from "../zip/open-zip.ts";
import { parseXml } from "../zip/parse-xml.ts";
import { FormatFault } from "./file-bytes.ts";
import type { FileBytes } from "./file-bytes.ts";
import type { MsixInspection } from "./inspection.ts";

const PACKAGE_MANIFEST = "AppxManifest.xml";
const BUNDLE_MANIFEST = "AppxMetadata/AppxBundleManifest.xml";
const SIGNATURE = "AppxSignature.p7x";
const LARGEST_PART = 8 * 1024 * 1024;

/** A ZIP's bytes as they are read. */
export function toByteRanges(file: FileBytes): ByteRanges {
  return {
    size: file.size,
    stream: (start, end) => Readable.from(readPieces(file, start, end), { objectMode: false }),
    close: () => Promise.resolve(),
  };
}

function* readPieces(file: FileBytes, start: number, end: number): Generator<Buffer> {
  for (let at = start; at < end; at += 64 * 1024) yield file.read(at, Math.min(64 * 1024, end - at));
}

/** Looks into an app package or a bundle; undefined where a ZIP is neither (learn.microsoft.com/uwp/schemas/appxpackage/appx-package-manifest). */
export async function inspectMsix(file: FileBytes): Promise<MsixInspection | undefined> {
  const zip = await openZip(toByteRanges(file));
  const isBundle = zip.members.some(({ name }) => name === BUNDLE_MANIFEST);
  const bytes = await readPart(zip, isBundle ? BUNDLE_MANIFEST : PACKAGE_MANIFEST);
  if (!bytes) return undefined;
  const xml = await parseXml(bytes);
  if ("fault" in xml) throw new FormatFault(`its manifest ${xml.fault}`);
  const root = first(xml.root, isBundle ? "Bundle" : "Package");
  const identity = first(root, "Identity");
  const name = attribute(identity, "Name");
  const publisher = attribute(identity, "Publisher");
  if (name === undefined || publisher === undefined) throw new FormatFault("its manifest has no Identity with Name and Publisher");
  const properties = first(root, "Properties");
  // Signed packages begin with "PKCX" before the PKCS #7 data.
  const signature = await readPart(zip, SIGNATURE);
  const families = all(first(root, "Dependencies"), "TargetDeviceFamily");
  const packages = all(first(root, "Packages"), "Package").filter((one) => attribute(one, "Type") !== "resource");
  return {
    kind: "msix",
    isBundle,
    name,
    familyName: `${name}_${hashPublisher(publisher)}`,
    product: child(properties, "DisplayName"),
    version: attribute(identity, "Version"),
    publisher,
    publisherName: child(properties, "PublisherDisplayName"),
    architectures: unique(
      isBundle
        ? packages.map((one) => attribute(one, "Architecture") ?? "neutral")
        : [attribute(identity, "ProcessorArchitecture") ?? "neutral"],
    ),
    families: families.map((family) => `${attribute(family, "Name") ?? ""} ${attribute(family, "MinVersion") ?? ""}`.trim()),
    capabilities: Object.values(first(root, "Capabilities"))
      .flat()
      .flatMap((capability) => (isElement(capability) ? (attribute(capability, "Name") ?? []) : [])),
    services: all(first(root, "Applications"), "Application")
      .flatMap((application) => all(first(application, "Extensions"), "Extension"))
      .flatMap((extension) => all(extension, "Service"))
      .map((service) => ({
        name: attribute(service, "Name") ?? "",
        account: attribute(service, "StartAccount") ?? "",
        start: attribute(service, "StartupType") ?? "",
      })),
    pkcs7: signature?.toString("latin1", 0, 4) === "PKCX" ? signature.subarray(4) : undefined,
  };
}

async function readPart(zip: OpenZip, name: string): Promise<Buffer | undefined> {
  const member = zip.members.find((one) => one.name === name);
  return member && zip.read(member, LARGEST_PART);
}

const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

/** The publisher's part of a family name: the first 64 bits of SHA-256 of its name in UTF-16, in Crockford's Base32 (learn.microsoft.com/windows/apps/desktop/modernize/package-identity-overview). */
export function hashPublisher(publisher: string): string {
  const digest = createHash("sha256").update(Buffer.from(publisher, "utf16le")).digest();
  let rest = digest.readBigUInt64BE(0) << 1n;
  let text = "";
  for (let i = 0; i < 13; i++, rest >>= 5n) text = (DIGITS[Number(rest & 31n)] ?? "") + text;
  return text;
}

type Element = { readonly [name: string]: unknown };

function isElement(value: unknown): value is Element {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function all(parent: Element, name: string): Element[] {
  const found = Object.hasOwn(parent, name) ? parent[name] : undefined;
  return (Array.isArray(found) ? found : [found]).filter(isElement);
}

function first(parent: Element, name: string): Element {
  return all(parent, name)[0] ?? {};
}

function child(parent: Element, name: string): string | undefined {
  const value = Object.hasOwn(parent, name) ? parent[name] : undefined;
  return typeof value === "string" && value !== "" ? value : undefined;
}

function attribute(element: Element, name: string): string | undefined {
  return child(element, `@${name}`);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
