import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runScript } from "../powershell/host.ts";
import { getBundle } from "./bundled.ts";
import { createFolder, remedyc } from "./support.ts";

/** What may stand in place of the last word. */
async function complete(...words: readonly string[]): Promise<readonly string[]> {
  const [typed = "", ...before] = words.toReversed();
  const { exitCode, stdout, stderr } = await remedyc(createFolder(), "--complete", `=${typed}`, ...before.toReversed());
  expect([exitCode, stderr]).toEqual([0, ""]);
  return stdout.split("\n").filter((line) => line !== "");
}

describe("what completes a command line", () => {
  test.each<[words: readonly string[], found: readonly string[]]>([
    [["ch"], ["check"]],
    [
      ["build", "a.remedy", "--t"],
      ["--target", "--timestamp-url", "--timestamp-ca"],
    ],
    [["build", "--target", "intune.w"], ["intune.win32"]],
    [
      ["check", "--format", ""],
      ["text", "json", "sarif"],
    ],
    [
      ["completion", ""],
      ["bash", "zsh", "powershell"],
    ],
    [["publish", ""], ["intune"]],
    // A file: the shell knows them.
    [["build", ""], []],
    [["nothing", "--of"], []],
  ])("%j: %j", async (words, found) => {
    expect(await complete(...words)).toEqual(found);
  });

  test("is every command where none stands yet", async () => {
    const help = (await remedyc(createFolder(), "--help")).stdout;
    expect(await complete("")).toEqual([...help.matchAll(/^ {2}remedyc (\S+)/gm)].map(([, command]) => command));
  });
});

describe.skipIf(process.platform === "win32")("the scripts that complete in shells", () => {
  const folder = mkdtempSync(join(tmpdir(), "remedyc completion "));
  const path = `${join(folder, "bin")}${delimiter}${process.env["PATH"] ?? ""}`;

  beforeAll(() => {
    mkdirSync(join(folder, "bin"));
    symlinkSync(join(getBundle(), "remedyc.cjs"), join(folder, "bin", "remedyc"));
    writeFileSync(join(folder, "fleet.remedy"), "");
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("bash", () => {
    const lines = [
      "source <(remedyc completion bash)",
      'try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _remedyc; echo "${COMPREPLY[*]}"; }',
      "try remedyc build --targ",
      'try remedyc check --format ""',
      'try remedyc build ""',
      "complete -p remedyc",
    ];
    const { stdout, stderr } = spawnSync("bash", ["-c", lines.join("\n")], {
      cwd: folder,
      env: { ...process.env, PATH: path },
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(stdout.split("\n")).toEqual(["--target", "text json sarif", "", expect.stringContaining("-o default"), ""]);
  });

  test("PowerShell, which goes on with files", async () => {
    const script = join(folder, "complete.ps1");
    const ask = (line: string): string => `"$((TabExpansion2 '${line}' ${line.length}).CompletionMatches.CompletionText)"`;
    const lines = [
      "Set-Location $PSScriptRoot",
      "remedyc completion powershell | Out-String | Invoke-Expression",
      ...["remedyc build --targ", "remedyc check --format ", "remedyc build fl"].map(ask),
    ];
    writeFileSync(script, lines.join("\n"));
    const { stdout, stderr } = await runScript(script, [], { environment: { PATH: path } });
    expect(stderr).toBe("");
    expect(stdout.trim().split(/\r?\n/)).toEqual(["--target", "text json sarif", expect.stringMatching(/^\.[\\/]fleet\.remedy$/)]);
  });
});
