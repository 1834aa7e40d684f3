import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readTemplateLibrary } from "../../src/build/generate.ts";
import { createCompiler } from "../../src/cli/compiler-session.ts";
import { compileFile } from "../../src/compiler/compile.ts";
import type { CompiledFile, Compiler } from "../../src/compiler/compile.ts";
import type { Severity } from "../../src/diagnostics/diagnostic.ts";
import { createMemoryHost } from "../../src/source/memory-host.ts";
import { getSpanText } from "../../src/source/source-file.ts";
import type { TargetName } from "../../src/targets/target.ts";
import { getSharedEngine } from "../powershell/engine-pool.ts";
import type { EngineResult } from "../powershell/engine-pool.ts";
import { putScript } from "../powershell/script-files.ts";

/*
 * From remedy source to behaviour: a remedy is compiled by the real compiler, and its scripts run, byte for byte, on the real engine on a
 * machine made of tables (windows.ps1). An alias is resolved before a function, so the script's own platform functions are never called.
 */

const HERE = import.meta.dirname;

/** `detect` and `remediate` are the scripts for Intune, `discover` is ConfigMgr's detection, `standalone` the script with parameters. */
export type Script = "detect" | "remediate" | "standalone" | "discover";

/** One script of the remedy, and what happens to the machine before it (PowerShell over `$global:Windows`). */
export interface Run {
  readonly script: Script;
  readonly before?: string;
  /** PowerShell after the script's name: `-WhatIf`. */
  readonly arguments?: string;
  /** Another version of the remedy's file. */
  readonly source?: string;
}

export interface RunResult {
  /** Everything that the script wrote, line by line. */
  readonly lines: readonly string[];
  readonly summary: string;
  readonly exitCode: number;
  /** What `-Verbose` tells, of all runs of this PowerShell together. */
  readonly verbose: readonly string[];
  /** The machine's tables afterwards. */
  readonly windows: Tables;
}

export interface Tables {
  readonly Story: readonly string[];
  readonly Reads: readonly string[];
  readonly Registry: Readonly<Record<string, Readonly<Record<string, { readonly Type: string; readonly Data: unknown }>>>>;
  readonly Logs: Readonly<Record<string, string>>;
  readonly Services: Readonly<Record<string, { readonly State: string; readonly StartType: number; readonly Account: string }>>;
  readonly [table: string]: unknown;
}

let compiler: Promise<Compiler> | undefined;

/** A remedy of one step, `one`; `head` stands before the step: parameters, names. */
export function inStep(body: string, head = ""): string {
  return inRemedy(`${head}\nstep one "One" {\n${body}\n}`);
}

/** A remedy with these parameters, names and steps. */
export function inRemedy(body: string, version = "1.0.0"): string {
  return `remedy sample {\n  title: "A sample"\n  version: ${version}\n  targets: [standalone, intune.remediation, configmgr.baseline]\n${body}\n}\n`;
}

/** The registry value of the tests: a DWORD below HKLM\SOFTWARE\Demo. */
export function value(name: string): string {
  return `registry_value('HKLM\\SOFTWARE\\Demo', "${name}")`;
}

/** Compiles a file of one remedy, for all of its targets or for these. */
export async function compile(
  source: string,
  targets?: readonly TargetName[],
  parameters: Readonly<Record<string, string>> = {},
): Promise<CompiledFile> {
  compiler ??= createCompiler(".");
  const given = Object.entries(parameters).map(([name, text]) => ({ remedy: undefined, name, value: text, span: undefined }));
  return compileFile(
    "sample.remedy",
    { ...(await compiler), host: createMemoryHost({ "sample.remedy": source }) },
    { targets, parameters: given },
  );
}

/** The errors of a file: code, the text that each points to, then that of its related places. Warnings with `severity`. */
export async function findErrors(source: string, severity: Severity = "error"): Promise<string[][]> {
  const { diagnostics } = await compile(source);
  return diagnostics
    .filter((one) => one.severity === severity)
    .map((one) => [one.code, ...[one, ...one.related].flatMap(({ span }) => (span ? [getSpanText(span)] : []))]);
}

const SCRIPTS: Readonly<Record<Script, readonly [TargetName, "detect" | "remediate" | "standalone"]>> = {
  detect: ["intune.remediation", "detect"],
  remediate: ["intune.remediation", "remediate"],
  discover: ["configmgr.baseline", "detect"],
  standalone: ["standalone", "standalone"],
};

/** The text of one script of a remedy. @throws Error when the remedy has errors. */
export async function emit(source: string, script: Script, parameters: Readonly<Record<string, string>> = {}): Promise<string> {
  const [target, role] = SCRIPTS[script];
  const { scripts, diagnostics } = await compile(source, [target], parameters);
  const found = scripts.find((one) => one.role.role === role);
  if (found === undefined) throw new Error(diagnostics.map((one) => `${one.code} ${one.message}`).join("\n"));
  return found.script.text;
}

/** Runs scripts of a remedy one after the other on one machine, which `setup` (PowerShell, words of windows.ps1) has made. */
export async function runRemedy(source: string, setup: string, runs: readonly (Script | Run)[]): Promise<RunResult[]> {
  const [result] = await runMachines([{ source, setup, runs }]);
  return result ?? [];
}

/** A machine of its own with what runs on it. */
export interface MachineCase {
  readonly source: string;
  readonly setup: string;
  readonly runs: readonly (Script | Run)[];
}

/** Several machines in one PowerShell, which saves most of the time of each. */
export async function runMachines(cases: readonly MachineCase[]): Promise<RunResult[][]> {
  const driver = ["$ErrorActionPreference = 'Stop'", `. '${putScript(await readFakes())}'`];
  for (const { source, setup, runs } of cases) {
    driver.push("Reset-Windows", setup);
    for (const run of runs.map((one) => (typeof one === "string" ? { script: one } : one))) {
      driver.push(
        run.before ?? "",
        "$global:Windows.Story = @(); $global:Windows.Reads = @()",
        "Write-Host '>>> run'",
        `& '${putScript(await emit(run.source ?? source, run.script))}' ${run.arguments ?? ""}`,
        'Write-Host ">>> exit $LASTEXITCODE"',
        "Write-Host ('>>> state ' + (ConvertTo-Json -InputObject $global:Windows -Depth 5 -Compress))",
      );
    }
    driver.push("Write-Host '>>> end'");
  }
  return parseOutput(await (await getSharedEngine()).run({ file: putScript(driver.join("\n")) }));
}

let fakes: Promise<string> | undefined;

/** windows.ps1 with its stand-ins under names of their own; a platform function that it lacks raises. */
function readFakes(): Promise<string> {
  fakes ??= readFile(join(HERE, "windows.ps1"), "utf8").then((text) => {
    const platform = readTemplateLibrary()
      .functions.filter((one) => one.layer === "platform")
      .map((one) => one.name);
    const aliases = platform.map((name) => `\${alias:${name}} = 'Fake-${name}'`);
    const missing = platform
      .filter((name) => !text.includes(`function ${name}`))
      .map((name) => `function global:Fake-${name} { throw 'windows.ps1 has no ${name}' }`);
    return [
      text.replaceAll(/^function ([A-Za-z-]+)/gm, (_, name: string) => `function global:${platform.includes(name) ? "Fake-" : ""}${name}`),
      ...missing,
      ...aliases,
    ].join("\n");
  });
  return fakes;
}

function parseOutput({ stdout, stderr, verbose, failure }: EngineResult): RunResult[][] {
  const machines: RunResult[][] = [];
  let runs: RunResult[] = [];
  let lines: string[] = [];
  let exitCode = NaN;
  for (const line of stdout) {
    if (line === ">>> run") lines = [];
    else if (line.startsWith(">>> exit ")) exitCode = Number(line.slice(9));
    else if (line.startsWith(">>> state "))
      runs.push({ lines, summary: lines.at(-1) ?? "", exitCode, verbose, windows: JSON.parse(line.slice(10)) as Tables });
    else if (line === ">>> end") {
      machines.push(runs);
      runs = [];
    } else lines.push(line);
  }
  if (failure !== "")
    throw new Error(
      `the driver did not end: ${failure}\n${[...stdout.filter((line) => !line.startsWith(">>> state")), ...stderr].join("\n")}`,
    );
  return machines;
}

/** All tables but clock, story and reads: what a script may change about the machine. */
export function withoutTraces(run: RunResult | undefined): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(run?.windows ?? {}).filter(([table]) => !["Story", "Reads", "Tick", "Now"].includes(table)));
}
