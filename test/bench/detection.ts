import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCompiler } from "../../src/cli/compiler-session.ts";
import { compileFile } from "../../src/compiler/compile.ts";
import { createMemoryHost } from "../../src/source/memory-host.ts";
import { runScript } from "../powershell/host.ts";
import { PROJECT } from "./cases.ts";
import { DETECTION_SIZES } from "./detection-names.ts";
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

/**
 * Milliseconds that detections take on a healthy machine beyond the start of PowerShell itself (whole processes, in turn): the compiled one and one that a careful
 * engineer wrote, for each count of registry values.
 */
export async function measureDetection({ rounds, signal }: Series): Promise<readonly Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), "remedyc-detection-"));
  try {
    const scripts = [{ file: join(folder, "empty.ps1"), text: "exit 0\r\n", times: new Array<number>() }];
    for (const count of DETECTION_SIZES) {
      const texts = { compiled: await compileDetection(count), hand: writeByHand(count) };
      for (const [name, text] of Object.entries(texts)) scripts.push({ file: join(folder, `${name}${count}.ps1`), text, times: [] });
    }
    for (const { file, text } of scripts) writeFileSync(file, text);
    for (let round = 0; round <= rounds; round++) {
      for (const { file, times } of scripts) {
        const run = await runScript(file);
        signal.throwIfAborted();
        if (run.exitCode !== 0) throw new Error(`${file}: exit code ${run.exitCode ?? "none"}: ${run.stdout}${run.stderr}`);
        if (round > 0) times.push(run.durationMs);
      }
    }
    const [start, ...measured] = scripts.map(({ times }) => summarize(times));
    // Of two figures with their own noise: the fastest may come out above the median when the machine is busy.
    return measured.map((whole) => ({ fastest: whole.fastest - (start?.fastest ?? 0), median: whole.median - (start?.median ?? 0) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The detection that remedyc compiles; functions defined later replace its own, so all else runs as it would be deployed. */
async function compileDetection(count: number): Promise<string> {
  const checks = names(count).map((name, i) => `    ensure registry_value('HKLM\\SOFTWARE\\Contoso', "${name}") { data: ${i} }`);
  const source = `remedy healthy {\n  title: "Healthy"\n  version: 1.0.0\n  targets: [intune.remediation]\n  step one "One" {\n${checks.join("\n")}\n  }\n}\n`;
  const compiler = await createCompiler(PROJECT);
  const compiled = await compileFile(
    "healthy.remedy",
    { ...compiler, host: createMemoryHost({ "healthy.remedy": source }) },
    { targets: undefined, parameters: [] },
  );
  const script = compiled.scripts.find((each) => each.role.role === "detect")?.script.text ?? "";
  return withPlatform(script, /^(?= *Confirm-Elevation\r?$)/m);
}

/** The same read by a script that was written by hand. */
function writeByHand(count: number): string {
  const wanted = names(count).map((name, i) => `    , @('SOFTWARE\\Contoso', '${name}', ${i})`);
  const script = readFileSync(join(PROJECT, "test/bench/by-hand/registry-values.ps1"), "utf8").replace("#wanted", () => wanted.join("\n"));
  return withPlatform(script, /^#platform$/m);
}

function withPlatform(script: string, place: RegExp): string {
  if (!place.test(script)) throw new Error("the script has no place for the platform of the bench");
  return script.replace(place, () => `${HEALTHY}\n`);
}

function names(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `Value${i}`);
}
