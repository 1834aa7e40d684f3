import { closeSync, ftruncateSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "./cases.ts";
import type { Case } from "./measure.ts";
import type { MeasuredCommand } from "./measured-command.ts";

const MEGABYTE = 1024 * 1024;

/** The rows of commands over one file that is larger than memory should ever see. */
export const LARGE_FILES: readonly MeasuredCommand[] = [
  { name: "diagnose a log of 500 MB", isRare: false, isRepeated: false, create: createDiagnosis },
  { name: "package a source of 4 GB", isRare: true, isRepeated: false, create: createPackage },
];

const CLI = join(PROJECT, "dist", "remedyc.cjs");

/** A verbose log of Windows Installer that ends with a failure; its lines are those that such logs have most of. */
function createDiagnosis(folder: string): Case {
  const name = "diagnose a log of 500 MB";
  const log = join(folder, "large.log");
  const lines = Array.from(
    { length: 4000 },
    (_, i) =>
      `MSI (s) (A4:B8) [12:00:${String(i % 60).padStart(2, "0")}:${String(i % 1000).padStart(3, "0")}]: Executing op: FileCopy(SourceName=file${i}.dll,SourceCabKey=File${i},DestName=file${i}.dll,Attributes=512,FileSize=${i * 97},PerTick=65536)\r\n`,
  ).join("");
  const end = [
    "MSI (s) (A4:B8) [12:01:33:001]: Product: Contoso Agent -- Error 1920. Service 'Contoso Agent' (CtsAgent) failed to start.",
    "Action ended 12:01:33: InstallFinalize. Return value 3.",
    "MSI (s) (A4:B8) [12:01:34:000]: MainEngineThread is returning 1603",
  ].join("\r\n");
  const file = openSync(log, "w");
  writeSync(
    file,
    "=== Verbose logging started: 11/23/2026  12:00:00  Build type: SHIP UNICODE 5.00.10011.00  Calling process: C:\\setup.exe ===\r\n",
  );
  for (let written = 0; written < 500 * MEGABYTE; written += lines.length) writeSync(file, lines);
  writeSync(file, end);
  closeSync(file);
  return { name, command: [process.execPath, CLI, "diagnose", log] };
}

/** A source of zeros that takes no room on the disk. */
function createPackage(folder: string): Case {
  const name = "package a source of 4 GB";
  const [input, out] = [join(folder, "large-app"), join(folder, "large-out")];
  mkdirSync(join(input, "media"), { recursive: true });
  const file = openSync(join(input, "media", "agent.msi"), "w");
  ftruncateSync(file, 4096 * MEGABYTE);
  closeSync(file);
  const remedy = join(input, "large.remedy");
  writeFileSync(
    remedy,
    `remedy large {
  title: "Large"
  version: 1.0.0
  targets: [intune.win32]
  step one "One" { ensure package("Contoso Agent") { source: "media/agent.msi", signed_by: "Contoso Ltd" } }
  uninstall { ensure package("Contoso Agent") absent }
}
`,
  );
  return {
    name,
    command: [process.execPath, CLI, "build", remedy, "--root", input, "--out", out],
    prepare: () => rmSync(out, { recursive: true, force: true }),
  };
}
