import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCompiler } from "../../src/cli/compiler-session.ts";
import { compileFile } from "../../src/compiler/compile.ts";
import { createMemoryHost } from "../../src/source/memory-host.ts";
import { runScript } from "../powershell/host.ts";
import { summarize } from "./measure.ts";
import type { NamedTiming } from "./measure.ts";

/** A healthy machine in place of the platform: every registry value is there with its data, everything else answers at once. */
const HEALTHY = String.raw`
function Get-RegistryValue { param([string] $Hive, [string] $Path, [string] $Name, [int] $View) [pscustomobject]@{ Type = 'DWord'; Data = [int]($Name -replace '\D', '') } }
function Find-Mark { param([string] $Hive, [string] $Remedy, [switch] $Session) @{} }
function Test-Elevation { $true }
function Test-NarrowHost { $false }
function Get-UserSid { 'S-1-5-18' }
function Get-SystemUptime { [timespan]::FromHours(5) }
`;

/** Milliseconds that a detection script with 20 checks takes on a healthy machine, beyond the start of PowerShell itself (medians of whole processes). */
export async function measureDetection(rounds = 7): Promise<NamedTiming> {
  const checks = Array.from(
    { length: 20 },
    (_, i) => `    ensure registry_value('HKLM\\SOFTWARE\\Contoso', "Value${i}") { data: ${i} }`,
  ).join("\n");
  const source = `remedy healthy {\n  title: "Healthy"\n  version: 1.0.0\n  targets: [intune.remediation]\n  step one "One" {\n${checks}\n  }\n}\n`;
  const compiler = await createCompiler(".");
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
    const times: { readonly [name: string]: number[] } = { detection: [], empty: [] };
    for (let round = 0; round <= rounds; round++) {
      for (const [name, file] of [
        ["empty", empty],
        ["detection", detection],
      ] as const) {
        const run = await runScript(file);
        if (run.exitCode !== 0) throw new Error(`${name}: exit code ${run.exitCode ?? "none"}: ${run.stdout}${run.stderr}`);
        if (round > 0) times[name]?.push(run.durationMs);
      }
    }
    const median = summarize(times["detection"] ?? []).median - summarize(times["empty"] ?? []).median;
    return { name: "detection of 20 checks, beyond the start of PowerShell", median };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
