import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEnginePool, type EnginePool } from "./engine-pool.ts";
import { runScript } from "./host.ts";

const folder = mkdtempSync(join(tmpdir(), "remedyc-host-test-"));
const script = (name: string, text: string): string => {
  const path = join(folder, `${name}.ps1`);
  writeFileSync(path, text);
  return path;
};
let pool: EnginePool;
beforeAll(async () => {
  pool = await createEnginePool(1);
}, 300_000);
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a script in a process of its own", () => {
  it.each([
    ["exit 5", 5],
    ["exit 3010", 3010],
    ["exit -1", -1],
    ["& { exit 6 }", 6],
    ["throw 'no'", 1],
    ["#Requires -Version 99\nexit 0", 1],
    ["param([int]$Number) exit 0", 1],
    ["param([string]$Text) Write-Error 'soft'; 'on'", 0],
    ["$ErrorActionPreference = 'Stop'; Write-Error 'hard'; exit 0", 1],
    ["this is not { PowerShell", 1],
  ])("%s ends with %i", async (text, exitCode) => {
    const args = text.startsWith("param") ? ["text"] : [];
    expect(await runScript(script("exit", text), args)).toMatchObject({ exitCode, timedOut: false });
  });

  it("an exit of a called script does not end its caller", async () => {
    const inner = script("inner", "exit 9");
    const result = await runScript(script("outer", `& '${inner}'\n"inner gave $LASTEXITCODE"`));
    expect(result).toMatchObject({ exitCode: 0, stdout: "inner gave 9\n" });
  });

  it("binds arguments as pwsh -File does: nothing in them is evaluated", async () => {
    const file = script("args", 'param([string]$Name, [switch]$On, [switch]$Off, [int]$Number)\n"$Name|$On|$Off|$($Number + 1)"');
    const result = await runScript(file, ["-Name", "$(1+1) 'x'", "-On", "-Off:$false", "-Number:41"]);
    expect(result.stdout).toBe("$(1+1) 'x'|True|False|42\n");
  });

  it("keeps errors apart from output, and writes long lines whole", async () => {
    const result = await runScript(script("streams", "Write-Warning 'w'; Write-Host 'h'; 'x' * 2048; Write-Error 'e'"));
    expect(result.stdout).toBe(`WARNING: w\nh\n${"x".repeat(2048)}\n`);
    expect(result.stderr).toMatch(/^Write-Error : e\n/);
  });

  it("honours -WhatIf and -Verbose of a script with SupportsShouldProcess", async () => {
    const file = script(
      "whatif",
      "[CmdletBinding(SupportsShouldProcess)] param()\nif ($PSCmdlet.ShouldProcess('that', 'Change')) { 'changed' }\nNew-Item -ItemType File -Path $PSCommandPath.txt\nWrite-Verbose 'seen'",
    );
    const result = await runScript(file, ["-WhatIf", "-Verbose"]);
    expect(result.stdout).toContain('What if: Performing the operation "Change" on target "that".');
    expect(result.stdout).toContain("VERBOSE: seen");
    expect(result.stdout).not.toContain("changed");
  });

  it("is killed at its time limit", async () => {
    expect(await runScript(script("hang", "[Threading.Thread]::Sleep(60000)"), [], { timeLimitMs: 2_000 })).toMatchObject({
      timedOut: true,
      exitCode: undefined,
    });
  });
});

describe("a script on a warm engine", () => {
  it("gives exit codes and each stream by itself", async () => {
    const result = await pool.run({
      text: "'out'; Write-Warning 'w'; Write-Verbose 'v' -Verbose; [Console]::WriteLine('direct'); Write-Error 'e'; exit 20001",
    });
    expect(result).toMatchObject({ exitCode: 20001, stdout: ["out", "direct"], warnings: ["w"], verbose: ["v"], timedOut: false });
    expect(result.stderr[0]).toBe("Write-Error : e");
  });

  it("says what ended a script", async () => {
    expect(await pool.run({ text: "throw 'no luck'" })).toMatchObject({ exitCode: 1, failure: "no luck" });
  });

  it("leaves nothing to the next script: variables, functions, aliases, environment, working directory", async () => {
    await pool.run({
      text: "$global:Left = 1; function global:Get-Left { }; Set-Alias Left Get-Left -Scope global; $env:REMEDYC_LEFT = '1'; [Environment]::CurrentDirectory = '/'",
    });
    const after = await pool.run({
      text: "(Test-Path variable:Left), (Test-Path function:Get-Left), (Test-Path alias:Left), (Test-Path env:REMEDYC_LEFT), ([Environment]::CurrentDirectory -eq '/')",
    });
    expect(after.stdout).toEqual(["False", "False", "False", "False", "False"]);
  });

  it("dot-sources the prelude, whose aliases come before the script's own functions", async () => {
    const prelude = script(
      "prelude",
      'function Get-SimulatedState { "simulated $($Machine.name)" }\nSet-Alias Get-State Get-SimulatedState',
    );
    const file = script("main", "param([string]$Suffix)\nfunction Get-State { 'real' }\n\"$(Get-State) $Suffix\"\nexit 3");
    const result = await pool.run({ file, arguments: ["-Suffix", "end"], variables: { Machine: { name: "box" } }, prelude: [prelude] });
    expect(result).toMatchObject({ exitCode: 3, stdout: ["simulated box end"] });
  });

  it("stops a script that loops, and says where it was", async () => {
    const file = script("loop", "function Wait-Ever {\n    while ($true) {\n        Start-Sleep -Milliseconds 10\n    }\n}\nWait-Ever\n");
    const result = await pool.run({ file, timeLimitMs: 800 });
    expect(result).toMatchObject({ timedOut: true, exitCode: undefined });
    expect(result.position[0]).toMatch(/loop\.ps1:[23] Wait-Ever$/);
    expect(result.position[1]).toMatch(/loop\.ps1:6 /);
  });

  it("gets rid of a script that cannot be stopped, and serves the next", async () => {
    const stuck = await pool.run({ text: "[Threading.Thread]::Sleep(60000)", timeLimitMs: 500 });
    expect(stuck.timedOut).toBe(true);
    expect((await pool.run({ text: "'next'" })).stdout).toEqual(["next"]);
  });

  it("reports an engine that a script ended, and serves the next", async () => {
    await expect(pool.run({ text: "[Environment]::Exit(4)" })).rejects.toThrow(
      "The PowerShell engine ended while it ran a script (exit code 4).",
    );
    expect((await pool.run({ text: "'next'" })).stdout).toEqual(["next"]);
  });

  it("runs more scripts than it has engines, each to its own asker", async () => {
    const results = await Promise.all([1, 2, 3, 4, 5].map((n) => pool.run({ text: `${n} * 10` })));
    expect(results.map((result) => result.stdout[0])).toEqual(["10", "20", "30", "40", "50"]);
  });
});
