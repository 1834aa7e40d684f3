import { createHash } from "node:crypto";
import { openIntunewin } from "../intunewin/open-intunewin.ts";
import { DETECTION_PATH } from "../intunewin/detection-xml.ts";
import { failWith, finding, succeed } from "../signing/outcome.ts";
import type { Outcome } from "../signing/outcome.ts";
import { describeReadError, isReadError } from "../source/plain-file.ts";
import { openZip, ZipFault } from "../zip/open-zip.ts";
import { CompoundFile, isCompoundFile } from "./compound-file.ts";
import { inspectExe } from "./exe/inspect-exe.ts";
import { PeFile } from "./exe/pe-file.ts";
import { FileBytes, FormatFault, OtherForm } from "./file-bytes.ts";
import type { InspectedFile, Inspection, IntunewinInspection } from "./inspection.ts";
import { inspectMsi } from "./msi/inspect-msi.ts";
import { inspectMsix, toByteRanges } from "./msix.ts";
import { readSignature } from "./signature.ts";

/** Of the setup in an `.intunewin`: it is looked into in memory. */
const LARGEST_PACKED_SETUP = 64 * 1024 * 1024;

/** What a file's first bytes say that it is. */
type Form = "compound" | "program" | "zip";

/**
 * Looks into an installer without running anything of it. Its form is told by its bytes, whatever its name. Whatever stands in it, memory and time are bounded; what is
 * not as its form wants it ends in one finding.
 */
export async function inspectFile(path: string): Promise<Outcome<InspectedFile>> {
  let file: FileBytes | undefined;
  let form: Form | undefined;
  try {
    file = FileBytes.open(path);
    form = findForm(file);
    if (!form) throw new OtherForm(describeStart(file));
    if (form === "zip" && (await isIntunewin(file))) return await inspectIntunewin(path, file);
    const inspection = await inspectForm(file, form);
    if (!inspection) throw new OtherForm("a ZIP without AppxManifest.xml or Detection.xml");
    return succeed(addSignature(path, file, inspection));
  } catch (error) {
    if (error instanceof OtherForm) return failWith(finding("RMD8106", { file: path, what: error.message }));
    if (error instanceof FormatFault || error instanceof ZipFault)
      return failWith(finding("RMD8107", { file: path, form: describeForm(form), detail: error.message }));
    if (isReadError(error)) return failWith(finding("RMD8101", { file: path, detail: describeReadError(error) }));
    throw error;
  } finally {
    file?.close();
  }
}

function findForm(file: FileBytes): Form | undefined {
  const start = file.readUpTo(0, 8);
  if (isCompoundFile(start)) return "compound";
  if (start.toString("latin1", 0, 2) === "MZ") return "program";
  return start.toString("latin1", 0, 4) === "PK\x03\x04" ? "zip" : undefined;
}

/** What a person may have taken for an installer. */
function describeStart(file: FileBytes): string {
  const start = file.readUpTo(0, 8);
  if (start.length === 0) return "empty";
  if (start.toString("latin1", 0, 4) === "MSCF") return "a cabinet, whose files have to be taken out first";
  if (/^\s*(?:<!doctype|<html|<head|<\?xml)/i.test(file.readUpTo(0, 64).toString("latin1")))
    return "a web page or XML; a download may have failed";
  return `of an unknown form, and begins with the bytes ${start.toString("hex")}`;
}

function describeForm(form: Form | undefined): string {
  return form === "compound" ? "Windows Installer file" : form === "program" ? "program" : "package";
}

async function inspectForm(file: FileBytes, form: Form): Promise<Inspection | undefined> {
  switch (form) {
    case "compound":
      return inspectMsi(new CompoundFile(file));
    case "program":
      return inspectExe(file);
    case "zip":
      return inspectMsix(file);
    default:
      return form satisfies never;
  }
}

function addSignature(path: string, file: FileBytes, inspection: Inspection): InspectedFile {
  const pkcs7 = inspection.kind === "intunewin" ? undefined : inspection.pkcs7;
  const signature = pkcs7 && readSignature(pkcs7);
  const isCompared = inspection.kind === "exe" && signature && "value" in signature;
  return {
    path,
    size: file.size,
    sha256: hashFile(file),
    inspection: isCompared ? { ...inspection, digestMatches: compareDigest(file, signature.value.digest) } : inspection,
    signature,
  };
}

function compareDigest(file: FileBytes, digest: { readonly hash: string; readonly value: string }): boolean {
  return new PeFile(file).computeDigest(digest.hash) === digest.value;
}

function hashFile(file: FileBytes): string {
  const hash = createHash("sha256");
  file.hash(hash, 0, file.size);
  return hash.digest("hex").toUpperCase();
}

async function isIntunewin(file: FileBytes): Promise<boolean> {
  const zip = await openZip(toByteRanges(file));
  return zip.members.some(({ name }) => name === DETECTION_PATH);
}

async function inspectIntunewin(path: string, file: FileBytes): Promise<Outcome<InspectedFile>> {
  const opened = await openIntunewin(path);
  if (!opened.value) return failWith(...opened.diagnostics);
  const { detection, content, encryptedContentSize } = opened.value;
  try {
    const setupPath = detection.setupFile?.replaceAll("\\", "/").toLowerCase();
    const member = content.members.find(({ name }) => name.toLowerCase() === setupPath);
    const isSmall = member !== undefined && member.size <= LARGEST_PACKED_SETUP;
    const inspection: IntunewinInspection = {
      kind: "intunewin",
      name: detection.name,
      setupFile: detection.setupFile,
      toolVersion: detection.toolVersion,
      msi: detection.msi && Object.fromEntries(detection.msi),
      unencryptedContentSize: detection.unencryptedContentSize,
      encryptedContentSize,
      files: content.members.map(({ name, size }) => ({ name, size })),
      setup: isSmall ? await inspectBytes(member.name, await content.read(member, LARGEST_PACKED_SETUP)) : undefined,
    };
    return succeed({ path, size: file.size, sha256: hashFile(file), inspection, signature: undefined });
  } finally {
    await opened.value.close();
  }
}

/** The setup of a package; undefined where it is a script, or no sound installer, which is no fault of the package. */
async function inspectBytes(path: string, bytes: Buffer): Promise<InspectedFile | undefined> {
  const file = FileBytes.of(bytes);
  const form = findForm(file);
  try {
    const inspection = form && (await inspectForm(file, form));
    return inspection && addSignature(path, file, inspection);
  } catch (error) {
    if (error instanceof FormatFault || error instanceof OtherForm || error instanceof ZipFault) return undefined;
    throw error;
  }
}
