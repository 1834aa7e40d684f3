import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEnginePool, type EnginePool } from "./engine-pool.ts";
import { runScript } from "./host.ts";

const folder = mkdtempSync(join(tmpdir(), "remedyc engine "));
const script = (name: string, text: string): string => {
  const path = join(folder, `${name}.ps1`);
  writeFileSync(path, text);
  return path;
};
let pool: EnginePool;
beforeAll(async () => {
  pool = await createEnginePool(1);
});
afterAll(() => {
  pool.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a script in a process of its own", () => {
  it("gives exit code and streams, and takes arguments as -File does: nothing in them is evaluated", async () => {
    const file = script("args", "param([string]$Name, [switch]$On)\n\"$Name|$On\"; [Console]::Error.WriteLine('e'); exit 5");
    const result = await runScript(file, ["-Name", "$(1+1) 'x'", "-On"]);
    expect(result).toMatchObject({ exitCode: 5, stdout: "$(1+1) 'x'|True\n", stderr: "e\n", timedOut: false });
  });

  it("is killed at its time limit", async () => {
    const file = script("hang", "[Threading.Thread]::Sleep(60000)");
    expect(await runScript(file, [], { timeLimitMs: 3_000 })).toMatchObject({ timedOut: true, exitCode: undefined });
  });
});

describe("a script on a warm engine", () => {
  it("is run by genuine PowerShell, in no language", async () => {
    const { stdout } = await pool.run({ text: "\"$($PSVersionTable.PSEdition) $($PSVersionTable.PSVersion) '$((Get-Culture).Name)'\"" });
    expect(stdout).toEqual(["Core 7.6.9 ''"]);
  });

  it("gives exit codes of 32 bits and each stream by itself, output in the order in which it was written", async () => {
    const file = script(
      "streams",
      "'one'; Write-Host 'two'; Write-Warning 'w'; Write-Verbose 'v' -Verbose; Write-Error 'e'; [Console]::WriteLine('direct'); 3; exit 20001",
    );
    expect(await pool.run({ file })).toMatchObject({
      exitCode: 20001,
      stdout: ["one", "two", "direct", "3"],
      stderr: ["e"],
      warnings: ["w"],
      verbose: ["v"],
      timedOut: false,
      failure: "",
    });
  });

  it.each([
    ["throw 'no luck'", "no luck"],
    ["this is not { PowerShell", "Missing closing '}'"],
    ["#Requires -Version 99\nexit 0", "PowerShell 99.0"],
    ["$ErrorActionPreference = 'Stop'; Write-Error 'hard'; exit 0", "hard"],
  ])("says what ended it: %s", async (text, failure) => {
    const result = await pool.run({ file: script("failing", text) });
    expect(result.exitCode).toBe(1);
    expect(result.failure).toContain(failure);
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

  it("comes after the prelude, whose aliases come before its own functions", async () => {
    const prelude = script("prelude", "function Get-SimulatedState { 'simulated' }\nSet-Alias Get-State Get-SimulatedState");
    const file = script("main", "param([string]$Suffix)\nfunction Get-State { 'real' }\n\"$(Get-State) $Suffix\"\nexit 3");
    expect(await pool.run({ file, parameters: { Suffix: "2024-02-29" }, prelude: [prelude] })).toMatchObject({
      exitCode: 3,
      stdout: ["simulated 2024-02-29"],
    });
  });

  it("is stopped when it loops, says where it was, and runs its finally blocks", async () => {
    const file = script(
      "loop",
      "function Wait-Ever {\n    while ($true) {\n        Start-Sleep -Milliseconds 10\n    }\n}\ntry { Wait-Ever }\nfinally { Write-Host 'cleaned' }\n",
    );
    const result = await pool.run({ file, timeLimitMs: 800 });
    expect(result).toMatchObject({ timedOut: true, stdout: ["cleaned"] });
    expect(result.position[0]).toMatch(/loop\.ps1:[23] Wait-Ever$/);
    expect(result.position[1]).toMatch(/loop\.ps1:6 /);
  });

  it("takes its engine with it when it cannot be stopped, and the next is served", async () => {
    const stuck = await pool.run({ text: "[Threading.Thread]::Sleep(60000)", timeLimitMs: 500 });
    expect(stuck.timedOut).toBe(true);
    expect((await pool.run({ text: "'next'" })).stdout).toEqual(["next"]);
  });

  it("that ends the process costs its asker an error, and the next is served", async () => {
    await expect(pool.run({ text: "[Environment]::Exit(4)" })).rejects.toThrow("PowerShell ended while a script was running: exit code 4");
    expect((await pool.run({ text: "'next'" })).stdout).toEqual(["next"]);
  });

  it("waits its turn: more scripts than engines, each to its own asker", async () => {
    const results = await Promise.all([1, 2, 3, 4, 5].map((n) => pool.run({ text: `${n} * 10` })));
    expect(results.map((result) => result.stdout[0])).toEqual(["10", "20", "30", "40", "50"]);
  });
});
