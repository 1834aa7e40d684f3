import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runScriptText } from "../../powershell/run-text.ts";

const templates = join(import.meta.dirname, "../../../templates");
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

/** `Get-Verdict File -Path 'C:\x' -Absent`: the functions of that kind get those of the arguments that they declare, as from the emitter. */
const GET_VERDICT = String.raw`
function Get-Verdict {
    $noun = $args[0]
    $given = @{}
    for ($i = 1; $i -lt $args.Count; $i++) {
        $name = $args[$i].Substring(1)
        $given[$name] = $true
        if ($i + 1 -lt $args.Count -and "$($args[$i + 1])" -notmatch '^-[A-Z]') { $i++; $given[$name] = $args[$i] }
    }
    $why = Measure-Reason { Invoke-Declared "Test-$noun" $given }
    $blocker = if ($why -ne '' -and (Get-Command "Find-$($noun)Blocker" -ErrorAction Ignore)) { Measure-Reason { Invoke-Declared "Find-$($noun)Blocker" $given } } else { '' }
    if ($why -eq '') { [pscustomobject]@{ RemedycVerdict = 'holds'; Why = '' } }
    elseif ($blocker -eq '') { [pscustomobject]@{ RemedycVerdict = 'deviates'; Why = $why } }
    else { [pscustomobject]@{ RemedycVerdict = 'blocked'; Why = "$($why): $blocker" } }
}
function Invoke-Declared([string] $Name, [hashtable] $Given) {
    $declared = (Get-Command $Name).Parameters
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
    "$script:Remedy = @{ Name = 'test'; Version = '1.0.0'; Role = 'repair' }",
    ...linked(
      [
        "Measure-Reason",
        ...source.functions,
        ...blockersOf(source.functions),
        ...calls(`${fakeText}\n${source.setup ?? ""}\n${Object.values(source.cases).join("\n")}`, templateFiles()),
      ],
      stand,
    ),
    GET_VERDICT,
    "function Write-Note([string] $Text) { $script:Notes += $Text }",
    "function Add-Journal([string] $Kind, [string[]] $At, [string] $Was, [string] $Now) { $script:Journal += ,@(@($Kind, $Was, $Now) + $At) }",
    "function Reset-Fake { }",
    fakeText,
    source.setup ?? "",
    "function Invoke-Case([string] $Name, [scriptblock] $Body) {",
    "    $script:Notes = @()",
    "    $script:Journal = @()",
    "    $script:Remedy = @{ Name = 'test'; Version = '1.0.0'; Role = 'repair' }",
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

/** The functions that say what stands in the way of a fix, for the tests among these. */
function blockersOf(functions: readonly string[]): string[] {
  return functions
    .map((name) => name.replace(/^Test-(.+)$/, "Find-$1Blocker"))
    .filter((name) => /^Find-.+Blocker$/.test(name) && templateFiles().has(name));
}

let known: ReadonlyMap<string, string> | undefined;

function templateFiles(): ReadonlyMap<string, string> {
  known ??= new Map(
    ["platform", "runtime", "runtime/repair", "resources"].flatMap((folder) =>
      readdirSync(join(templates, folder))
        .filter((name) => name.endsWith(".ps1"))
        .map((name) => [name.slice(0, -4), readFileSync(join(templates, folder, name), "utf8")] as const),
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
