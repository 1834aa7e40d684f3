import { readTemplateLibrary } from "../../src/build/generate.ts";
import { parseTemplate } from "../../src/powershell/library.ts";
import type { TemplateLibrary } from "../../src/powershell/library.ts";
import { createLinker } from "../../src/powershell/linker.ts";
import { fillState } from "../../src/powershell/run-state.ts";
import type { StateEntry } from "../../src/powershell/run-state.ts";
import { getSharedEngine } from "../powershell/engine-pool.ts";
import type { EngineResult } from "../powershell/engine-pool.ts";
import { putScript } from "../powershell/script-files.ts";

/*
 * Scripts for tests of the templates: frame, state and steps written by hand as the emitter prints them, linked with the real functions, the
 * platform replaced by tables. Several scripts run one after the other on one such machine.
 */

/** `discover` is a detection whose channel reads one word. */
export type Role = "detect" | "discover" | "remediate" | "standalone";

/** Whether a script only looks. */
export function isDetection(role: Role): role is "detect" | "discover" {
  return role === "detect" || role === "discover";
}

/** What stands in the script's table besides what the target gives; `name` is also that of its marks and folders. A detection has name, version, context and accounts only. */
export interface RemedyState {
  readonly role: Role;
  readonly name?: string;
  readonly version?: string;
  readonly context?: "system" | "user";
  readonly fingerprint?: string;
  /** Ids of all items in source order. */
  readonly items: readonly string[];
  /** SID to name. */
  readonly accounts?: Readonly<Record<string, string>>;
  /** Run-time parameters of a standalone script, with their defaults. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Exit code by outcome, where it differs from Intune's (0, 1) or, standalone, from Windows Installer's. */
  readonly dialect?: Readonly<Record<string, number>>;
}

export interface ScriptParts {
  readonly state: RemedyState;
  /** PowerShell of the steps, as the emitter prints it into `Invoke-Remedy`. */
  readonly steps: string;
  /** PowerShell functions that replace templates of the same name (the platform) or stand beside them. */
  readonly fakes: string;
}

let library: TemplateLibrary | undefined;

/** All templates as the compiler reads them. */
export function readTemplates(): TemplateLibrary {
  return (library ??= readTemplateLibrary());
}

/** One script, linked. Throws when the steps call a function that does not exist. */
export function assemble({ state, steps, fakes }: ScriptParts): string {
  const { functions, frames } = readTemplates();
  const replaced = parseTemplate("user", "any", fakes);
  const names = new Set(replaced.map((fake) => fake.name.toLowerCase()));
  const kept = functions.filter((candidate) => !names.has(candidate.name.toLowerCase()));
  const linker = createLinker({ functions: kept, frames }, isDetection(state.role) ? state.role : "repair", replaced);
  const frame = frames[isDetection(state.role) ? "detect" : "repair"];
  if (frame === undefined) throw new Error(`no frame ${state.role}`);
  const start = startWords(state).join("\n");
  const roots =
    parseTemplate(
      "user",
      "any",
      `function Get-Root {\n${start}\n${steps}\n${fillState(frame, stateEntries(state), undefined).replace(/#.*/g, "")}\n}`,
    )[0]?.words ?? [];
  const linked = linker.link([...roots.filter((word) => linker.find(word)), ...replaced.map((fake) => fake.name)]);
  const parts: Readonly<Record<string, string>> = {
    help: "<#\n.SYNOPSIS\n    A script of the tests.\n#>",
    param: parameterBlock(state),
    constrained: "        Write-Output 'BLOCKED in constrained language'; exit 1",
    functions: linked.functions.map((one) => one.text).join("\n\n"),
    remedy: `function Invoke-Remedy {\n${steps}\n}`,
    start,
  };
  return fillState(frame, stateEntries(state), undefined).replace(
    /^[ \t]*#remedyc:([a-z]+)[ \t]*$/gm,
    (_line, marker: string) => parts[marker] ?? "",
  );
}

/** What the frame calls before the steps. */
function startWords({ role, context }: RemedyState): readonly string[] {
  const isUser = context === "user";
  if (!isDetection(role)) return ["Confirm-Bitness", isUser ? "Confirm-User" : "Confirm-Elevation", "Initialize-Remedy"];
  const elevation = "if (-not (Test-Elevation)) { Write-Answer 'FAILED' 'administrator''s rights are needed; nothing was changed' }";
  return ["Confirm-Bitness", isUser ? "Confirm-User" : elevation];
}

function parameterBlock(state: RemedyState): string {
  if (isDetection(state.role)) return "[CmdletBinding()]\nparam()";
  if (state.role === "remediate") return "[CmdletBinding(SupportsShouldProcess)]\nparam()";
  const declared = Object.entries(state.parameters ?? {}).map(([name, value]) => `[string]$${name} = ${quote(value)}`);
  return `[CmdletBinding(SupportsShouldProcess)]\nparam(${[...declared, "[switch]$Force"].join(", ")})`;
}

function stateEntries(state: RemedyState): StateEntry[] {
  const standalone = state.role === "standalone";
  const name = state.name ?? "sample";
  const dialect: Readonly<Record<string, number>> = {
    compliant: 0,
    noncompliant: 1,
    blocked: standalone ? 20001 : 1,
    failed: standalone ? 1603 : 1,
    restart: standalone ? 3010 : 0,
    busy: standalone ? 1618 : 1,
    ...state.dialect,
  };
  const table = (entries: readonly string[]): string => `@{ ${entries.join("; ")} }`;
  const tokens = ["Compliant", "NonCompliant", "Blocked", "Failed"].map((word) => `${word.toUpperCase()} = ${quote(word)}`);
  const isUser = state.context === "user";
  const folder = (key: string, root: string, path: string): string => `${key} = "$(Get-OwnFolder '${root}')\\${path}"`;
  const entries = [
    `Name = ${quote(name)}`,
    `Version = ${quote(state.version ?? "1.0.0")}`,
    `Context = ${quote(state.context ?? "system")}`,
    `Hive = ${quote(isUser ? "HKCU" : "HKLM")}`,
    `Accounts = ${table(Object.entries(state.accounts ?? {}).map(([sid, account]) => `${quote(sid)} = ${quote(account)}`))}`,
    ...(state.role === "discover" ? [`Tokens = ${table(tokens)}`] : []),
    ...(isDetection(state.role)
      ? []
      : [
          "Title = 'A sample'",
          `Role = ${quote(state.role)}`,
          "Target = 'test'",
          folder("State", isUser ? "LocalApplicationData" : "ProgramFiles", `Remedyc\\${name}`),
          isUser ? folder("Logs", "LocalApplicationData", `Remedyc\\${name}`) : folder("Logs", "Windows", "Logs\\Remedyc"),
          `Fingerprint = ${quote(state.fingerprint ?? "f1")}`,
          `Items = @(${state.items.map(quote).join(", ")})`,
          `Parameters = [ordered]${table(Object.keys(standalone ? (state.parameters ?? {}) : {}).map((one) => `${one} = $${one}`))}`,
          `Dialect = ${table(Object.entries(dialect).map(([outcome, code]) => `${outcome} = ${code}`))}`,
        ]),
  ];
  return entries.map((text) => ({ key: "", text }));
}

/** A PowerShell string literal of ASCII text. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** One script on the machine, with what happens before it (PowerShell over `$global:Windows`). */
export interface MachineRun {
  readonly script: string;
  readonly arguments?: string;
  readonly before?: string;
}

export interface MachineRunResult {
  /** Everything that the script wrote, host lines (`What if: …`) and output, line by line. */
  readonly lines: readonly string[];
  readonly exitCode: number;
}

export interface MachineResult {
  readonly runs: readonly MachineRunResult[];
  /** The machine after the last run. */
  readonly windows: Readonly<Record<string, unknown>>;
}

/**
 * Runs scripts one after the other in one PowerShell, on one machine: `setup` is PowerShell that makes `$global:Windows`. A run that is
 * frozen (`$global:Windows.KillAt`) leaves the machine as it was at that effect.
 */
export async function runOnMachine(setup: string, runs: readonly MachineRun[]): Promise<MachineResult> {
  const driver = [
    "$ErrorActionPreference = 'Stop'",
    setup,
    ...runs.flatMap((run) => [
      run.before ?? "",
      "$global:Windows.Effects = 0",
      "$global:Windows.Frozen = $null",
      "Write-Host '>>> run'",
      `& ${quote(putScript(run.script))} ${run.arguments ?? ""}`,
      'Write-Host ">>> exit $LASTEXITCODE"',
      "if ($null -ne $global:Windows.Frozen) { $global:Windows = [System.Management.Automation.PSSerializer]::Deserialize($global:Windows.Frozen) }",
      "$global:Windows.KillAt = -1",
    ]),
    "Write-Host ('>>> state ' + (ConvertTo-Json -InputObject $global:Windows -Depth 5 -Compress))",
  ];
  return parseOutput(await (await getSharedEngine()).run({ file: putScript(driver.join("\n")) }));
}

function parseOutput({ stdout, stderr, failure }: EngineResult): MachineResult {
  const runs: MachineRunResult[] = [];
  let lines: string[] = [];
  for (const line of stdout) {
    if (line === ">>> run") lines = [];
    else if (line.startsWith(">>> exit ")) runs.push({ lines, exitCode: Number(line.slice(9)) });
    else if (line.startsWith(">>> state ")) return { runs, windows: JSON.parse(line.slice(10)) as Record<string, unknown> };
    else lines.push(line);
  }
  throw new Error(`the driver did not end: ${failure}\n${[...stdout, ...stderr].join("\n")}`);
}
