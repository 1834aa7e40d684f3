import type { FileBytes } from "../file-bytes.ts";
import type { ExeInspection } from "../inspection.ts";
import { readBurn } from "./burn.ts";
import { PeFile, RESOURCE } from "./pe-file.ts";
import { readVersionInfo } from "./version-info.ts";

/**
 * Arguments that make installers silent: WiX (docs.firegiant.com/wix/tools/burn/), Inno Setup (jrsoftware.org/ishelp/topic_setupcmdline.htm) and NSIS
 * (nsis.sourceforge.io/Docs/Chapter3.html, 3.2.1).
 */
const SILENT: Readonly<Record<"burn" | "inno" | "nsis", readonly string[]>> = {
  burn: ["/quiet", "/norestart"],
  inno: ["/VERYSILENT", "/SUPPRESSMSGBOXES", "/NORESTART", "/SP-"],
  nsis: ["/S"],
};

/** Looks into a setup program. */
export async function inspectExe(file: FileBytes): Promise<ExeInspection> {
  const pe = new PeFile(file);
  const version = readVersionInfo(pe.readResource(RESOURCE.version) ?? Buffer.alloc(0));
  const bundle = await readBurn(file, pe);
  const inno = bundle ? undefined : findInno(file, pe);
  const installer = bundle ? "burn" : inno !== undefined ? "inno" : isNsis(file, pe) ? "nsis" : "unknown";
  return {
    kind: "exe",
    installer,
    installerVersion: inno || undefined,
    product: bundle?.product ?? version.get("ProductName") ?? undefined,
    version: bundle?.version ?? version.get("ProductVersion") ?? version.get("FileVersion"),
    fileVersion: version.get("FileVersion"),
    publisher: bundle?.publisher ?? version.get("CompanyName"),
    description: version.get("FileDescription"),
    architecture: pe.architecture,
    executionLevel: /requestedExecutionLevel[^>]*?\blevel\s*=\s*["'](\w{1,30})["']/.exec(readManifest(pe))?.[1],
    bundle: bundle?.details,
    silentArguments: installer === "unknown" ? undefined : SILENT[installer],
    pkcs7: pe.readSignature(),
    digestMatches: undefined,
  };
}

function readManifest(pe: PeFile): string {
  return pe.readResource(RESOURCE.manifest)?.toString("utf8") ?? "";
}

const INNO_TABLE_RESOURCE = 11111;
const INNO_TABLE_MARK = "rDlPtS";
const INNO_DATA = /^Inno Setup Setup Data \(([\d.]+)\)/;

/**
 * The version of Inno Setup that made it; empty where only that it did is known, undefined where it did not. Since 5.1.5 a resource says where the setup data begins, which bears the version; earlier
 * ones have a mark at byte 48 (github.com/jrsoftware/issrc, Projects/Src/Shared.Struct.pas: TSetupLdrOffsetTable).
 */
function findInno(file: FileBytes, pe: PeFile): string | undefined {
  const table = pe.readResource(RESOURCE.data, INNO_TABLE_RESOURCE);
  if (!table || table.length < 44 || table.toString("latin1", 0, 6) !== INNO_TABLE_MARK)
    return file.readUpTo(48, 4).toString("latin1") === "Inno" ? "" : undefined;
  const offset = table.readUInt32LE(12) >= 2 && table.length >= 64 ? Number(table.readBigUInt64LE(40)) : table.readUInt32LE(32);
  return INNO_DATA.exec(file.readUpTo(offset, 64).toString("latin1"))?.[1] ?? "";
}

const NSIS_BLOCK = 512;

/** Its data begins at a multiple of 512 bytes: flags, 0xDEADBEEF, "NullsoftInst" (github.com/kichik/nsis, Source/exehead/fileform.h: firstheader). Some makers put a little before it. */
const NSIS_SEARCHED = 256 * 1024;

function isNsis(file: FileBytes, pe: PeFile): boolean {
  const start = pe.overlayOffset - (pe.overlayOffset % NSIS_BLOCK);
  const bytes = file.readUpTo(start, NSIS_SEARCHED);
  for (let at = 0; at + 20 <= bytes.length; at += NSIS_BLOCK)
    if (bytes.readUInt32LE(at + 4) === 0xdeadbeef && bytes.toString("latin1", at + 8, at + 20) === "NullsoftInst") return true;
  return false;
}
