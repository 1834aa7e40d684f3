import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseGenuinely } from "../syntax/genuine-parser.ts";
import { createFolder, remedyc } from "./support.ts";

/** A kind of a user with PowerShell in every role that takes a value. */
const KIND = `import type { Change, Ensurable, Key, Means, NamedKey, PowerShell, State } from "remedyc/kinds";
/** A job. */
export interface Job extends Ensurable {
  /** Its name. */
  name: Key<string>;
  /** What it is told by. */
  told_by?: NamedKey<PowerShell>;
  /** What it does. */
  does: State<PowerShell>;
  /** What it does before. */
  before?: Means<PowerShell[]>;
  /**
   * Runs it.
   * @guarantees It has run.
   */
  run(options: {
    /** And then. */
    then?: PowerShell;
  }): Change;
}
`;
const PS1 = `function Read-Job { param([string] $Name, [scriptblock] $ToldBy, [string] $Property) }
function Test-Job { param([string] $Name, [scriptblock] $ToldBy, [scriptblock] $Does) }
function Repair-Job { param([string] $Name, [scriptblock] $ToldBy, [scriptblock] $Does, [scriptblock[]] $Before) }
function Invoke-JobRun { param([string] $Name, [scriptblock] $ToldBy, [scriptblock] $Then) }
`;
const remedy = (body: string): string =>
  `import "./job.ts"\nremedy sample {\n  title: "S"\n  version: 1.0\n  targets: [standalone, intune.remediation, configmgr.baseline]\n  param p: string = "1"\n  step only "Only" {\n    ${body}\n  }\n}\n`;

const build = async (body: string, ps1 = PS1) => {
  const folder = createFolder({ "job.ts": KIND, "job.ps1": ps1, "a.remedy": remedy(body) });
  const outcome = await remedyc(folder, "build", "a.remedy");
  const scripts = /standalone\/\S+\.ps1/.test(outcome.stdout)
    ? [...outcome.stdout.matchAll(/\S+\.ps1/g)].map(([file]) => readFileSync(join(folder, "out", file), "utf8"))
    : [];
  return { ...outcome, scripts };
};

const PLACES: readonly (readonly [role: string, body: (code: string, name: string) => string])[] = [
  ["a state", (code, name) => `ensure job("${name}") { does: ${code} }`],
  ["a list", (code, name) => `ensure job("${name}") { does: '''1''', before: ['''1''', ${code}] }`],
  ["a key", (code, name) => `ensure job("${name}", told_by: ${code}) { does: '''1''' }`],
  ["an option of a verb", (code, name) => `check "c" { os.build > 1 } fix { run job("${name}") { then: ${code} } }`],
  ["a script", (code, name) => `ensure script("${name}") { test: ${code}, fix: '''1''' }`],
];

const BROKEN = ["1 }; & {", "1 +", "cmd --% /c }", "if (1) {", "'open", "$a; using module x", "1 2", "param($a", "#requires -Version 9\n1"];
const WHOLE = ["1 # must run", "1 #>", "@'\n}\n'@", "param($x) $x", "begin { 1 } end { 2 }", "1 <# } #>", "# } only\n1 #"];

describe.each(PLACES)("the PowerShell of %s", (_role, body) => {
  test("is written in the source", async () => {
    const { exitCode, stderr } = await build(body('"${p}"', "J"));
    expect(stderr).toContain("RMD4090");
    expect(exitCode).toBe(1);
  });

  test("that would break the script is refused, each by itself", async () => {
    const { exitCode, stderr } = await build(BROKEN.map((code, i) => body(`'''\n${code}\n'''`, `J${i}`)).join("\n    "));
    expect([...stderr.matchAll(/error (RMD\d+)/g)].map(([, found]) => found)).toEqual(BROKEN.map(() => "RMD4020"));
    expect(exitCode).toBe(1);
  });

  test("that parses gives scripts that parse", async () => {
    const { exitCode, scripts, stderr } = await build(WHOLE.map((code, i) => body(`'''${code}'''`, `J${i}`)).join("\n    "));
    expect(stderr).not.toContain("error");
    expect(exitCode).toBe(0);
    expect(scripts.length).toBeGreaterThanOrEqual(3);
    const genuine = await parseGenuinely(scripts.map((script) => `function Test-It {\n${script.replace(/^#requires.*$/gim, "")}\n}`));
    expect(genuine).toEqual(scripts.map(() => ""));
  });
});

test.each([
  ["a brace that is missing", "function Get-More { if (1) {\n"],
  ["a brace too many", "function Get-More { ')' } }\nfunction Get-Most { } }"],
  ["half an expression", "function Get-More { 1 + }"],
  ["no ASCII", "function Get-More { '\u00fc' }"],
  ["a newer operator", "function Get-More { 1 ?? 2 }"],
])("a function of a kind with %s comes into no script", async (what, more) => {
  const { exitCode, stderr, scripts } = await build("ensure job(\"J\") { does: '''1''' }", PS1 + more);
  if (what === "a brace too many") expect([exitCode, scripts.length > 0]).toEqual([0, true]);
  else {
    expect(stderr).toMatch(/job\.ps1:\d+:\d+: error RMD4091: The function 'Get-More' of 'job\.ps1' cannot stand in a script/);
    expect(exitCode).toBe(1);
  }
});
