import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { createCompiler } from "../../src/cli/compiler-session.ts";
import { compileFile } from "../../src/compiler/compile.ts";
import { checkScripts, formatFindings, type GateFinding, type GateRule } from "./gate.ts";
import { readTemplates } from "./templates.ts";

const project = fileURLToPath(new URL("../../", import.meta.url));

const check = (text: string): Promise<readonly GateFinding[]> => checkScripts([{ name: "sample.ps1", text }]);

describe("what the project ships", () => {
  it("every template passes the gate", async () => {
    const templates = readTemplates();
    // Proves that templates were found: platform, resources, runtime and targets have dozens each.
    expect(templates.length).toBeGreaterThan(100);
    expect(templates.map((file) => file.name)).toContain("templates/engine/NeedsRestart.ps1");
    // The frames call the function that the compiler writes.
    const steps = { name: "steps.ps1", text: "function Invoke-Remedy {\n}\n" };
    expect(formatFindings(await checkScripts([...templates, steps]))).toBe("");
  });

  it("every script emitted for the examples passes the gate, with no function but its own", async () => {
    const compiler = await createCompiler(project);
    const examples = globSync(["examples/*.remedy"], { cwd: project }).sort();
    const silent: string[] = [];
    const findings: GateFinding[] = [];
    for (const example of examples) {
      const parameters = example.includes("service-virtual-account")
        ? [{ remedy: undefined, span: undefined, name: "service_name", value: "DIAHostService" }]
        : [];
      const { scripts } = await compileFile(example, compiler, { targets: undefined, parameters });
      if (scripts.length === 0) silent.push(example);
      for (const { file, script } of scripts) findings.push(...(await checkScripts([{ name: file, text: script.text }])));
    }
    expect(examples).not.toEqual([]);
    expect(silent, "Examples for which nothing was emitted.").toEqual([]);
    expect(formatFindings(findings)).toBe("");
  });
});

describe("each rule fires", () => {
  it.each<[rule: GateRule, line: number, column: number, text: string, message: string]>([
    ["parse-error", 1, 11, "if ($true {", "Missing closing ')'"],
    ["newer-syntax", 1, 1, "$true ? 1 : 2", "the ternary operator"],
    ["newer-syntax", 1, 1, "$null ?? 1", "??"],
    ["newer-syntax", 2, 1, "$a = 1\n$a ??= 2", "??="],
    ["newer-syntax", 2, 1, "$a = 'x'\n${a}?.Length", "?."],
    ["newer-syntax", 2, 1, "$a = 1, 2\n${a}?[0]", "?[]"],
    ["newer-syntax", 1, 1, "Get-Date && Get-Date", "&&"],
    ["newer-syntax", 1, 1, "Get-Date || Get-Date", "||"],
    ["newer-syntax", 1, 1, "Get-Date &", "background"],
    ["newer-syntax", 1, 32, "function Get-One { process { } clean { } }", "clean block"],
    ["newer-syntax", 1, 1, "'a' -replace 'a', { 'b' }", "-replace with a script block"],
    ["newer-syntax", 1, 2, "('a'..'c')", "a range of characters"],
    ["newer-syntax", 1, 1, "0b11", "the number 0b11"],
    ["newer-syntax", 1, 1, "1ul", "the number 1ul"],
    ["newer-syntax", 1, 1, '"`e[0m"', "`e"],
    ["newer-syntax", 1, 1, '"`u{41}"', "`u{}"],
    ["newer-syntax", 2, 5, "Get-Date\n    | Out-Null", "a pipe at the start of a line"],
    ["newer-syntax", 1, 1, "[uint]5", "[uint]"],
    ["unknown-command", 1, 1, "Get-Uptime", "Get-Uptime is neither"],
    ["unknown-command", 1, 1, "sc.exe query", "sc.exe is neither"],
    ["unknown-parameter", 1, 1, "Get-Content -Path x -AsByteStream", "-AsByteStream"],
    ["unknown-parameter", 1, 5, "1 | ForEach-Object -Parallel { 1 }", "-Parallel"],
    ["unknown-parameter", 1, 1, "Get-Item -Lit x", "-Lit"],
    ["unknown-parameter", 2, 1, "function Get-One { param([string] $Name) $Name }\nGet-One -Nome x", "Get-One has no parameter -Nome."],
    ["alias", 1, 5, "1 | foreach { $_ }", "'foreach' is an alias"],
    ["alias", 1, 1, "gci x", "'gci' is an alias"],
    ["forbidden-command", 1, 1, "Invoke-Expression 'x'", "Invoke-Expression"],
    ["forbidden-command", 1, 1, "Write-Host x", "Write-Host"],
    ["forbidden-command", 1, 1, "Add-Type -TypeDefinition 'class A { }'", "Add-Type compiles"],
    ["forbidden-command", 1, 1, "& cmd.exe /c x", "cmd.exe is a shell"],
    ["forbidden-name", 1, 28, "Get-CimInstance -ClassName Win32_Product", "Win32_Product"],
    ["forbidden-name", 1, 16, "Get-Item -Path 'C:\\x\\cmd.exe'", "cmd.exe"],
    ["environment-folder", 1, 1, "$env:windir", "$env:windir"],
    ["environment-folder", 1, 2, '"$env:ProgramData\\x"', "$env:ProgramData"],
    ["environment-folder", 1, 1, "${env:ProgramFiles(x86)}", "$env:ProgramFiles(x86)"],
    ["environment-folder", 1, 1, "$Env:TEMP", "$env:TEMP"],
    ["unapproved-verb", 1, 1, "function Fix-Thing { }", "'Fix'"],
    ["dotnet-member", 1, 19, "[System.IO.Path]::Join('a', 'b')", 'add "System.IO.Path": "Join" with 2 arguments'],
    ["dotnet-member", 2, 4, "$p = [System.Diagnostics.Process]::GetProcessById(1)\n$p.Kill($true)", "Kill"],
    ["dotnet-member", 1, 48, "function Get-One { param([string] $Text) $Text.Contains('a', 'Ordinal') }", "not among the overloads"],
    ["dotnet-member", 2, 5, "$m = [System.Math]\n$m::Clamp(1, 2, 3)", "Clamp"],
    ["dotnet-member", 1, 1, "[No.Such.Type]::new()", "The type [No.Such.Type]"],
    ["unassigned-variable", 1, 20, "function Get-One { $Missing }", "$Missing"],
    ["unassigned-variable", 2, 20, "$outer = 1\nfunction Get-One { $outer }", "$outer"],
    ["should-process", 1, 1, "Invoke-CimMethod -ClassName A -MethodName B", "obeys the script's -WhatIf"],
    ["should-process", 1, 1, "Remove-Item -LiteralPath x -WhatIf:$false", "obeys the script's -WhatIf"],
    ["culture", 2, 4, "$a = 'x'\n$a.LastIndexOf('\\')", "LastIndexOf of a text"],
    ["culture", 2, 8, "$a = 'x'\nif ($a.StartsWith('x')) { 1 }", "StartsWith of a text"],
    ["non-ascii", 2, 7, "'a'\n'fehlt\u00e4'", "Only ASCII"],
    ["non-ascii", 1, 2, "'\u0001'", "Only ASCII"],
  ])("%s at %i:%i: %s", async (rule, line, column, text, message) => {
    const findings = await check(text);
    const found = findings.filter((finding) => finding.rule === rule && finding.message.includes(message));
    expect(
      found.map(({ line: l, column: c }) => [l, c]),
      formatFindings(findings),
    ).toContainEqual([line, column]);
  });
});

describe("what is allowed", () => {
  it.each([
    [
      "aliases and parameters of the script's own functions",
      "function Get-One { [CmdletBinding(SupportsShouldProcess)] param([Alias('Nick')] [string] $Name) $Name }\nGet-One -Nick x -WhatIf -ErrorAction Stop",
    ],
    ["words without a dash", "function Holds { 1 }\nHolds"],
    [
      "dynamic parameters that 5.1 has",
      "Get-ChildItem -LiteralPath 'x' -File -Force\nGet-Content -LiteralPath 'x' -Raw -Encoding UTF8\nSet-ItemProperty -LiteralPath 'x' -Name 'n' -Value 1 -Type DWord -WhatIf:$false -Confirm:$false",
    ],
    ["numbers, escapes and pipes of 5.1", '$a = 5L, 1.5d, 10MB, 0x1F, 1e3\n"``e `t $a" |\n    Out-Null'],
    [
      "variables assigned in the ways that there are",
      "function Get-One {\n    param([string] $Name)\n    $a, $b = 1, 2\n    [int] $c = 3\n    foreach ($d in 1, 2) { $d }\n    Get-Date -OutVariable e\n    Set-Variable -Name f -Value 1 -WhatIf:$false -Confirm:$false\n    1 | ForEach-Object { $_ + $a + $b + $c }\n    $e; $f; $Name; $script:g; $PSCmdlet; $Matches\n}",
    ],
    [
      "a folder that Windows names",
      "[Environment]::GetFolderPath('Windows')\n[Environment]::SystemDirectory\n$env:PSModulePath = \"$PSHOME\\Modules\"",
    ],
    ["members of tables and of objects that the script made", "$t = @{ Any = 1 }\n$t.Any\n$o = [pscustomobject]@{ Some = 1 }\n$o.Some"],
    ["a name of cmd.exe in a list of what is refused", "'x' -in 'cmd.exe', 'powershell.exe'"],
  ])("%s", async (_, text) => {
    expect(formatFindings(await check(text))).toBe("");
  });

  it("functions of the library, by their parameters", async () => {
    const library = [{ name: "Get-Two.ps1", text: "function Get-Two { param([int] $Number) $Number }" }];
    const findings = await checkScripts([{ name: "sample.ps1", text: "Get-Two -Number 1\nGet-Two -Nr 1" }], { library });
    expect(formatFindings(findings)).toBe("sample.ps1:2:1 unknown-parameter: Get-Two has no parameter -Nr.");
  });
});

describe("the data", () => {
  const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));

  it("lists members of .NET Framework 4.6.2 or earlier only", () => {
    const { types } = read("dotnet-members.json") as {
      types: Record<string, { since: string; members: Record<string, { since?: string }> }>;
    };
    const versions = Object.values(types).flatMap((type) => [
      type.since,
      ...Object.values(type.members).flatMap((member) => member.since ?? []),
    ]);
    expect(versions.length).toBeGreaterThan(100);
    for (const version of versions)
      expect(version).toMatch(/^(1\.[01]|2\.0|3\.[05]|4\.0|4\.5(\.[12])?|4\.6(\.[12])?|PowerShell [2-5]\.[01])$/);
  });

  it("knows 5.1's verbs, without those that PowerShell 6 added", () => {
    const { verbs, commands } = read("commands-5.1.json") as { verbs: string[]; commands: Record<string, string[]> };
    expect(verbs).toHaveLength(98);
    expect(verbs).not.toContain("Build");
    expect(verbs).not.toContain("Deploy");
    expect(commands["Get-Service"]).toEqual(expect.arrayContaining(["Name", "DependentServices"]));
    expect(commands["Get-Content"]).not.toContain("AsByteStream");
  });
});
