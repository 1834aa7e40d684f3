import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { assemble, isDetection, quote, runOnMachine } from "../assemble.ts";
import type { MachineResult, RemedyState, Role } from "../assemble.ts";

const FAKES = readFileSync(fileURLToPath(new URL("fake-windows.ps1", import.meta.url)), "utf8");

/** A remedy of the tests: its items, and its steps for one role (detection has words of its own). */
export interface SampleRemedy {
  readonly items: readonly string[];
  readonly steps: (role: Role) => string;
  readonly state?: Partial<RemedyState>;
}

export interface SampleRun {
  readonly role: Role;
  readonly arguments?: string;
  readonly before?: string;
  readonly state?: Partial<RemedyState>;
}

/** A fresh machine as PowerShell; `changes` are statements over `$global:Windows`. */
export function machine(changes = ""): string {
  return `
$global:Windows = @{
    Now = [datetime]::new(2026, 11, 23, 12, 0, 0, [System.DateTimeKind]::Utc); Tick = 0; Effects = 0; KillAt = -1; Frozen = $null
    Marks = @{}; Session = @{}; Files = @{}; Folders = @{}; LogError = ''; LockedUntil = 0; Elevated = $true; Sid = 'S-1-5-18'; Narrow = $false
    Variables = @{}; Environment = @{}; Accounts = @{}; Hives = @{}; BadHives = @(); BadMarks = @(); Services = @{}; Dependents = @{}; Processes = @(); Story = @(); Reads = @(); Errors = @()
    Settings = @{}; Broken = @{}; Unreadable = @{}; Stubborn = @{}; Late = @{}; Policy = @{}; Odd = @{}; Asked = @()
}
${changes}`;
}

/** Windows restarts: volatile marks are gone, what was late counts. */
export const RESTART =
  "$global:Windows.Session = @{}; foreach ($name in @($global:Windows.Late.Keys)) { $global:Windows.Settings[$name] = $global:Windows.Late[$name] }";

/** `Ensure` for a setting, as the emitter prints it for a kind of a user's own; `options` are those of repair roles. */
export function ensure(role: Role, id: string, name: string, value = "on", options = ""): string {
  const label = quote(`setting ${name} is ${value}`);
  const test = `{ Measure-Reason { Test-Setting -Name ${quote(name)} -Value ${quote(value)} } }`;
  if (isDetection(role)) return `Item ${quote(id)} { Ensure ${label} ${test} }`;
  const repair = `{ Repair-Setting -Name ${quote(name)} -Value ${quote(value)} } -Blocker { Find-SettingBlocker -Name ${quote(name)} }`;
  return `Ensure ${quote(id)} ${label} ${test} ${repair} ${options}`.trimEnd();
}

/** A step of these lines. */
export function step(name: string, ...lines: readonly string[]): string {
  return `Step ${quote(name)} 'Step ${name}' {\n${lines.join("\n")}\n}`;
}

/** Runs a remedy on a machine, one run after the other. */
export function runSample(remedy: SampleRemedy, setup: string, runs: readonly SampleRun[]): Promise<MachineResult> {
  return runOnMachine(
    setup,
    runs.map((run) => ({
      script: assembleSample(remedy, run),
      ...(run.arguments === undefined ? {} : { arguments: run.arguments }),
      ...(run.before === undefined ? {} : { before: run.before }),
    })),
  );
}

/** The text of a remedy's script for one role. */
export function assembleSample(remedy: SampleRemedy, run: SampleRun): string {
  const state: RemedyState = { items: remedy.items, ...remedy.state, ...run.state, role: run.role };
  return assemble({ state, steps: remedy.steps(run.role), fakes: FAKES });
}

/** The last line, which is the summary. */
export function summary(result: MachineResult, run = 0): string {
  return result.runs[run]?.lines.at(-1) ?? "";
}
