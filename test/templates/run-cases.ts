import { readFileSync } from "node:fs";
import { join } from "node:path";
import { toPascalCase } from "../../src/resources/catalog/names.ts";
import { listTemplates } from "../../src/build/read-templates.ts";
import { runScriptText } from "../powershell/run-text.ts";

const fakes = join(import.meta.dirname, "fakes");

/** What one case gave: its output objects as JSON values, or the text of the exception that ended it. */
export interface CaseResult {
  readonly output: readonly unknown[];
  readonly error: string;
}

/** What `Get-Verdict` makes of a kind's test and of what stands in the way of its fix, as the engine does: `blocked` has both in one text. */
export interface Verdict {
  readonly RemedycVerdict: string;
  readonly Why: string;
}

export interface CaseSource {
  /** Template functions under test; what they call comes along. */
  readonly functions: readonly string[];
  /** Files of `fakes/` (without `.ps1`) that stand in for platform functions. */
  readonly fakes: readonly string[];
  /** PowerShell that runs once, after the functions and fakes. */
  readonly setup?: string;
  /** PowerShell of each case by its name; before each one the fakes are reset. */
  readonly cases: Readonly<Record<string, string>>;
}

/** States by noun: a kind may have functions of its own for one of them. */
const catalog = JSON.parse(readFileSync(join(import.meta.dirname, "../../src/generated/catalog.json"), "utf8")) as {
  readonly kinds: Readonly<
    Record<string, { readonly noun: string; readonly properties: readonly { readonly name: string; readonly role: string }[] }>
  >;
};
const STATES = Object.values(catalog.kinds).map(({ noun, properties }) => {
  const states = properties.filter(({ role }) => role === "state").map(({ name }) => `'${name.replaceAll("_", "")}'`);
  return `${noun} = @(${states.join(", ")})`;
});

/**
 * `Get-Verdict File -Path 'C:\x' -Absent` and `Invoke-Repair Service -Name 'S' -State 'running'`: as from the emitter, the kind's functions for the parts of what is asked, or its
 * general ones, get those of the arguments that they declare.
 */
const GET_VERDICT = String.raw`
$script:States = @{ ${STATES.join("; ")} }
# A function; for a name that is none, Get-Command would look through all modules of the machine.
function Get-Own([string] $Name) { if (Test-Path -LiteralPath "Function:$Name") { Get-Item -LiteralPath "Function:$Name" } }
function Get-Given([object[]] $Words) {
    $given = @{}
    for ($i = 1; $i -lt $Words.Count; $i++) {
        $name = $Words[$i].Substring(1)
        $given[$name] = $true
        if ($i + 1 -lt $Words.Count -and "$($Words[$i + 1])" -notmatch '^-[A-Z]') { $i++; $given[$name] = $Words[$i] }
    }
    $given
}
function Get-PartName([string] $Noun, [hashtable] $Given) {
    if ($Given['Absent']) { return 'Absence' }
    $asked = @(foreach ($state in $script:States[$Noun]) { if ($Given.ContainsKey($state)) { $state } })
    if ($asked.Count -eq 0) { return 'Presence' }
    $asked | Where-Object { $_ -ne 'State' }
    $asked | Where-Object { $_ -eq 'State' }
}
function Get-Function([string] $General, [string[]] $Part) {
    $own = @($Part | ForEach-Object { "$General$_" })
    if (@($own | Where-Object { $null -eq (Get-Own $_) }).Count -eq 0) { $own } else { $General }
}
function Get-Verdict {
    $noun = $args[0]
    $given = Get-Given $args
    $parts = @(Get-PartName $noun $given)
    $tests = @(Get-Function "Test-$noun" $parts)
    $why = "$(Measure-Reason { if ($tests.Count -eq 1) { Invoke-Declared $tests[0] $given } else { Join-Reason @(foreach ($test in $tests) { Invoke-Declared $test $given }) } })"
    $finds = @(@("Find-$($noun)Blocker") + @($parts | ForEach-Object { "Find-$noun$($_)Blocker" }) | Where-Object { $null -ne (Get-Own $_) })
    # one of a part that asks the general one says what that says
    $asking = @($script:States[$noun] | Where-Object { $one = Get-Own "Find-$noun$($_)Blocker"; $null -ne $one -and $one.Definition -match "Find-$($noun)Blocker " })
    if ($given['Absent'] -and $asking.Count -gt 0 -or @($parts | Where-Object { $asking -contains $_ }).Count -gt 0) { $finds = @($finds | Where-Object { $_ -ne "Find-$($noun)Blocker" }) }
    if ($given['Absent']) {
        $finds = @(foreach ($find in $finds) {
                $declared = (Get-Own $find).Parameters
                if ($find -like '*AbsenceBlocker' -or $declared.ContainsKey('Absent') -or @(foreach ($state in $script:States[$noun]) { if ($declared.ContainsKey($state)) { $state } }).Count -eq 0) { $find }
            })
    }
    $blocker = if ($why -ne '') { "$(Measure-Reason { Join-Reason @(foreach ($find in $finds) { Invoke-Declared $find $given }) })" } else { '' }
    if ($why -eq '') { [pscustomobject]@{ RemedycVerdict = 'holds'; Why = '' } }
    elseif ($blocker -eq '') { [pscustomobject]@{ RemedycVerdict = 'deviates'; Why = $why } }
    else { [pscustomobject]@{ RemedycVerdict = 'blocked'; Why = "$($why): $blocker" } }
}
function Invoke-Repair {
    $given = Get-Given $args
    foreach ($repair in Get-Function "Repair-$($args[0])" @(Get-PartName $args[0] $given)) { Invoke-Declared $repair $given }
}
function Invoke-Declared([string] $Name, [hashtable] $Given) {
    $declared = (Get-Own $Name).Parameters
    $splat = @{}
    foreach ($key in $Given.Keys) { if ($declared.ContainsKey($key)) { $splat[$key] = $Given[$key] } }
    & $Name @splat
}`;

/** Runs all cases in one PowerShell with real template functions, except those that a fake defines. */
export async function runCases(source: CaseSource): Promise<(name: string) => CaseResult> {
  const fakeText = source.fakes.map((name) => readFileSync(join(fakes, `${name}.ps1`), "utf8")).join("\n");
  const stand = new Set([...`${fakeText}\n${source.setup ?? ""}`.matchAll(/^function ([A-Za-z-]+)/gm)].map((match) => match[1] ?? ""));
  const script = [
    "Set-StrictMode -Version Latest",
    "$ErrorActionPreference = 'Stop'",
    "$script:Remedy = @{ Name = 'test'; Version = '1.0.0'; Role = 'repair'; Context = 'system'; Hive = 'HKLM'; Marks = @{}; Session = @{} }",
    ...linked(
      [
        "Measure-Reason",
        "Join-Reason",
        ...source.functions.filter((name) => templateFiles().has(name) || partsOf([name]).length === 0),
        ...partsOf(source.functions),
        ...calls(`${fakeText}\n${source.setup ?? ""}\n${Object.values(source.cases).join("\n")}`, templateFiles()),
      ],
      stand,
    ),
    GET_VERDICT,
    // The engine writes it down; here it is output, so that a case shows it.
    "function NeedsRestart([string] $Why) { [pscustomobject]@{ RemedycVerdict = 'restart'; Why = $Why } }",
    "function Write-Note([string] $Text) { $script:Notes += $Text }",
    "function Add-Journal([string] $Kind, [string[]] $At, [string] $Was, [string] $Now) { $script:Journal += ,@(@($Kind, $Was, $Now) + $At) }",
    "function Reset-Fake { }",
    fakeText,
    source.setup ?? "",
    "function Invoke-Case([string] $Name, [scriptblock] $Body) {",
    "    $script:Notes = @()",
    "    $script:Journal = @()",
    "    $script:Remedy = @{ Name = 'test'; Version = '1.0.0'; Role = 'repair'; Context = 'system'; Hive = 'HKLM'; Marks = @{}; Session = @{} }",
    "    Reset-Fake",
    "    $result = [ordered]@{ case = $Name; output = @(); error = '' }",
    "    try { $result.output = @(& $Body) } catch { $result.error = $_.Exception.Message }",
    "    ConvertTo-Json -InputObject $result -Depth 5 -Compress",
    "}",
    ...Object.entries(source.cases).map(([name, body]) => `Invoke-Case '${name.replaceAll("'", "''")}' {\n${body}\n}`),
  ].join("\n");
  const run = await runScriptText(script);
  if (run.failure !== "") throw new Error(`The cases ended with ${run.failure}:\n${run.stdout.join("\n")}`);
  const results = new Map<string, CaseResult>();
  for (const line of run.stdout) {
    if (line.startsWith("{")) {
      const { case: name, output, error } = JSON.parse(line) as { case: string } & CaseResult;
      results.set(name, { output, error });
    }
  }
  return (name) => {
    const result = results.get(name);
    if (result === undefined) throw new Error(`No result of case '${name}':\n${[...run.stdout, ...run.stderr].join("\n")}`);
    return result;
  };
}

/** The one verdict that a case gave. */
export function verdictOf(result: CaseResult): Verdict {
  if (result.error !== "" || result.output.length !== 1) throw new Error(`Not one verdict: ${JSON.stringify(result)}`);
  return result.output[0] as Verdict;
}

/** The functions that a kind has for parts of what can be ensured, and those that say what stands in the way of a fix, for the tests among these. */
function partsOf(functions: readonly string[]): string[] {
  const nouns = functions.flatMap((name) => /^(?:Test|Repair)-(.+)$/.exec(name)?.[1] ?? []);
  const parts = [
    "",
    "Absence",
    "Presence",
    ...Object.values(catalog.kinds).flatMap(({ properties }) => properties.map(({ name }) => toPascalCase(name))),
  ];
  return [
    ...new Set(
      nouns.flatMap((noun) => parts.flatMap((part) => [`Test-${noun}${part}`, `Repair-${noun}${part}`, `Find-${noun}${part}Blocker`])),
    ),
  ].filter((name) => templateFiles().has(name));
}

let known: ReadonlyMap<string, string> | undefined;

function templateFiles(): ReadonlyMap<string, string> {
  known ??= new Map(
    listTemplates().flatMap(({ path, stem, role }) =>
      role.sort === "function" && (role.variant === "any" || role.variant === "repair")
        ? [[stem, readFileSync(path, "utf8")] as const]
        : [],
    ),
  );
  return known;
}

/** The functions with all that they call, without those that a fake defines. */
function linked(roots: readonly string[], stand: ReadonlySet<string>): string[] {
  const files = templateFiles();
  const taken = new Map<string, string>();
  const take = (name: string): void => {
    if (taken.has(name) || stand.has(name) || name === "Write-Note" || name === "Add-Journal") return;
    const text = files.get(name);
    if (text === undefined) throw new Error(`No template function ${name}`);
    taken.set(name, text);
    calls(text, files).forEach(take);
  };
  roots.forEach(take);
  return [...taken.values()];
}

/** Names of template functions that stand in a text. */
function calls(text: string, files: ReadonlyMap<string, string>): string[] {
  const code = text.replaceAll(/<#[\s\S]*?#>/g, "").replaceAll(/^\s*#.*$/gm, "");
  return [...new Set([...code.matchAll(/\b[A-Z][A-Za-z]+(?:-[A-Z][A-Za-z0-9]+)?\b/g)].map((match) => match[0]))].filter((name) =>
    files.has(name),
  );
}
