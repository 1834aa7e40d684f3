import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCompiler } from "../../src/cli/compiler-session.ts";
import { compileFile } from "../../src/compiler/compile.ts";
import { createMemoryHost } from "../../src/source/memory-host.ts";
import { runScript } from "../powershell/host.ts";
import { PROJECT } from "./cases.ts";
import { summarize } from "./measure.ts";
import type { Measure, Series } from "./measure.ts";

/** A healthy machine in place of the platform: every registry value is there with its data, everything else answers at once. */
const HEALTHY = String.raw`
function Get-RegistryValue { param([string] $Hive, [string] $Path, [string] $Name, [int] $View) [pscustomobject]@{ Type = 'DWord'; Data = [int]($Name -replace '\D', '') } }
function Find-Mark { param([string] $Hive, [string] $Remedy, [switch] $Session) @{} }
function Test-Elevation { $true }
function Test-NarrowHost { $false }
function Get-UserSid { 'S-1-5-18' }
function Get-SystemUptime { [timespan]::FromHours(5) }
`;

/** Milliseconds that a detection script with 20 checks takes on a healthy machine, beyond the start of PowerShell itself (whole processes, in turn). */
export async function measureDetection({ rounds, signal }: Series): Promise<Measure> {
  const checks = Array.from(
    { length: 20 },
    (_, i) => `    ensure registry_value('HKLM\\SOFTWARE\\Contoso', "Value${i}") { data: ${i} }`,
  ).join("\n");
  const source = `remedy healthy {\n  title: "Healthy"\n  version: 1.0.0\n  targets: [intune.remediation]\n  step one "One" {\n${checks}\n  }\n}\n`;
  const compiler = await createCompiler(PROJECT);
  const compiled = await compileFile(
    "healthy.remedy",
    { ...compiler, host: createMemoryHost({ "healthy.remedy": source }) },
    { targets: undefined, parameters: [] },
  );
  const script = compiled.scripts.find((each) => each.role.role === "detect")?.script.text ?? "";
  const folder = mkdtempSync(join(tmpdir(), "remedyc-detection-"));
  try {
    const detection = join(folder, "detect.ps1");
    const empty = join(folder, "empty.ps1");
    // Functions defined later replace the script's own: the rest of the script runs as it would be deployed.
    writeFileSync(
      detection,
      script.replace(/^( *)Initialize-Remedy\r?$/m, (line) => `${HEALTHY}\n${line}`),
    );
    writeFileSync(empty, "exit 0\r\n");
    const times: { readonly [name in "empty" | "detection"]: number[] } = { empty: [], detection: [] };
    for (let round = 0; round <= rounds; round++) {
      for (const [name, file] of [
        ["empty", empty],
        ["detection", detection],
      ] as const) {
        const run = await runScript(file);
        signal.throwIfAborted();
        if (run.exitCode !== 0) throw new Error(`${name}: exit code ${run.exitCode ?? "none"}: ${run.stdout}${run.stderr}`);
        if (round > 0) times[name].push(run.durationMs);
      }
    }
    const [start, whole] = [summarize(times.empty), summarize(times.detection)];
    // Of two figures with their own noise: the fastest may come out above the median when the machine is busy.
    return { fastest: whole.fastest - start.fastest, median: whole.median - start.median };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
