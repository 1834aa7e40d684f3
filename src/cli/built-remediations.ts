import { createHash } from "node:crypto";
import { join } from "node:path";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Diagnostic, WithDiagnostics } from "../diagnostics/diagnostic.ts";
import { isFields } from "../graph/shape.ts";
import type { Fields } from "../graph/shape.ts";
import type { BuildOutput, BuiltRemediation, BuiltScript } from "../publishing/remediation.ts";
import { createBundledRoots } from "../signing/certificate/bundled-roots.ts";
import { checkValidity } from "../signing/certificate/requirements.ts";
import { testCertificateMark } from "../signing/test-certificate-mark.ts";
import { verifyScript } from "../signing/verify.ts";
import { readPlainFile } from "../source/plain-file.ts";
import { findPathFault, showManifestText } from "./left-over/output-path.ts";

/** Far more than the manifest of ten thousand remedies has. */
const LARGEST_MANIFEST = 128 * 1024 * 1024;
const LARGEST_SCRIPT = 1024 * 1024;
const TARGET = "intune.remediation";

/** Whether devices trust the signer is their business, and a company's root is not known here. */
const OF_TRUST: ReadonlySet<string> = new Set(["RMD8007", "RMD8019"]);

const bundledRoots = createBundledRoots();

/** How a folder is read. */
export interface OutputOptions {
  readonly allowUnsigned: boolean;
  readonly now: Date;
  /** A file's path for messages. */
  show(path: string): string;
}

/** What a build says of a folder; a finding where that is not to be had. */
export function readManifest(out: string, options: OutputOptions): { readonly manifest: Fields } | { readonly fault: Diagnostic } {
  const refuse = (reason: string): { readonly fault: Diagnostic } => ({
    fault: createDiagnostic("RMD8201", undefined, { path: options.show("manifest.json"), reason }),
  });
  const file = readPlainFile(join(out, "manifest.json"), LARGEST_MANIFEST);
  if ("error" in file) return refuse(file.error);
  const manifest = parse(file.bytes);
  if (!isFields(manifest)) return refuse("it is no JSON");
  const { compiler, scripts } = manifest;
  return typeof compiler !== "string" || !compiler.startsWith("remedyc ") || !Array.isArray(scripts)
    ? refuse("remedyc did not write it")
    : { manifest };
}

/** The remediations that the last build wrote into a folder: every script as its manifest says, byte for byte. None where it wrote apps alone. */
export function readBuiltRemediations(out: string, options: OutputOptions): WithDiagnostics<BuildOutput | undefined> {
  const diagnostics: Diagnostic[] = [];
  const refuse = (reason: string): WithDiagnostics<undefined> => ({
    value: undefined,
    diagnostics: [createDiagnostic("RMD8201", undefined, { path: options.show("manifest.json"), reason })],
  });
  const read = readManifest(out, options);
  if ("fault" in read) return { value: undefined, diagnostics: [read.fault] };
  const { scripts, apps, earlier } = read.manifest;
  const entries = (scripts as readonly unknown[]).filter((entry): entry is Fields => isFields(entry) && entry["target"] === TARGET);
  const hasApps = Array.isArray(apps) && apps.some((app) => isFields(app) && app["target"] === "intune.win32");
  if (entries.length === 0 && !hasApps) return refuse(`no script of the last build is for ${TARGET}, and no app for intune.win32`);
  const byName = new Map<string, Fields[]>();
  for (const [i, entry] of entries.entries()) {
    const fault = findEntryFault(entry);
    if (fault !== undefined) return refuse(`script ${i + 1} for ${TARGET} ${fault}`);
    const name = String(entry["name"]);
    byName.set(name, [...(byName.get(name) ?? []), entry]);
  }
  const remediations: BuiltRemediation[] = [];
  for (const [name, parts] of byName) {
    const detect = parts.find((entry) => entry["role"] === "detect");
    const remediate = parts.find((entry) => entry["role"] === "remediate");
    if (!detect || !remediate || parts.length !== 2) return refuse(`'${showManifestText(name)}' has not one detection and one remediation`);
    const [first, second] = [readScript(out, detect, options), readScript(out, remediate, options)];
    if ("code" in first || "code" in second) diagnostics.push(...[first, second].filter((script) => "code" in script));
    else remediations.push({ ...readRemedy(detect), name, detect: first, remediate: second });
  }
  return {
    value: diagnostics.length > 0 ? undefined : { remediations, earlier: readEarlierNames(earlier, TARGET, ".detect.ps1") },
    diagnostics,
  };
}

function readRemedy(entry: Fields): Omit<BuiltRemediation, "name" | "detect" | "remediate"> {
  const { version, title, publisher, context, source } = entry;
  return {
    version: String(version),
    title: String(title),
    publisher: typeof publisher === "string" ? publisher : undefined,
    context: context === "user" ? "user" : "system",
    source: isFields(source) ? String(source["path"]) : "",
  };
}

export function findEntryFault(entry: Fields): string | undefined {
  const { file, context, sha256 } = entry;
  const missing = ["file", "name", "version", "title", "role", "sha256"].find((field) => typeof entry[field] !== "string");
  if (missing === "title") return "has no 'title': it is of an earlier version of remedyc";
  if (missing !== undefined) return `has no '${missing}'`;
  if (context !== "system" && context !== "user") return "does not say whom it runs as";
  if (!/^[0-9a-f]{64}$/.test(String(sha256))) return "has no SHA-256";
  const fault = findPathFault(String(file));
  return fault === undefined ? undefined : `has the path '${showManifestText(String(file))}', which ${fault}`;
}

export function readScript(out: string, entry: Fields, options: OutputOptions): BuiltScript | Diagnostic {
  const file = String(entry["file"]);
  const shown = options.show(file);
  const read = readPlainFile(join(out, file), LARGEST_SCRIPT);
  if ("error" in read) return createDiagnostic("RMD8202", undefined, { file: shown, reason: read.error });
  const sha256 = createHash("sha256").update(read.bytes).digest("hex");
  if (sha256 !== entry["sha256"])
    return createDiagnostic("RMD8202", undefined, { file: shown, reason: "it was changed since, or signed by itself" });
  const isSigned = isFields(entry["signature"]);
  let isTrial = false;
  if (isSigned) {
    const verdict = verifyScript(read.bytes, shown, {
      anchors: [],
      get timestampAnchors() {
        return bundledRoots();
      },
      now: options.now,
    });
    // A chain that is not trusted is not asked when it ends.
    const ended = verdict.signer && !verdict.timestamp ? checkValidity(verdict.signer, options.now) : [];
    const [reason] = [...verdict.reasons.filter(({ code }) => !OF_TRUST.has(code)), ...ended];
    if (reason) return reason;
    isTrial = verdict.signer?.subject.includes(testCertificateMark) ?? false;
  }
  if ((!isSigned || isTrial) && !options.allowUnsigned)
    return createDiagnostic("RMD8203", undefined, {
      file: shown,
      what: isTrial ? "is signed with a certificate for trying out" : "is not signed",
    });
  return { file, bytes: read.bytes, sha256, isSigned: isSigned && !isTrial };
}

/** Names of what earlier builds wrote for a target and still belongs there, by the end of its file. */
export function readEarlierNames(earlier: unknown, target: string, end: string): string[] {
  if (!Array.isArray(earlier)) return [];
  return (earlier as readonly unknown[]).flatMap((entry) => {
    const path = isFields(entry) && entry["target"] === target ? entry["path"] : undefined;
    return typeof path === "string" && path.endsWith(end) ? [path.slice(path.lastIndexOf("/") + 1, -end.length)] : [];
  });
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
