import { runCases } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

/** What a change makes of a text file: its bytes before (none: there is no such file) and after, and the words of the ensure. */
export type Edits = Readonly<Record<string, readonly [before: string | undefined, words: string, after: string]>>;

/** A file's bytes: ASCII, with others as `\xFF`; in UTF-16 with its mark; in UTF-8. */
export const latin1 = (text: string): string => [...Buffer.from(text, "latin1")].join(",");
export const utf16 = (text: string): string => [0xff, 0xfe, ...Buffer.from(text, "utf16le")].join(",");
export const utf8 = (text: string): string => [...Buffer.from(text, "utf8")].join(",");

const bytes = (text: string | undefined): string => (text === undefined ? "$null" : `[byte[]]@(${text})`);

/** Runs each change on one file, and other cases beside: `$script:Bytes` are the file's. Of a change come the verdict before it, the bytes after it, and the verdict after it. */
export async function runEdits(
  noun: string,
  functions: readonly string[],
  edits: Edits,
  others: Readonly<Record<string, string>>,
): Promise<(name: string) => CaseResult> {
  return runCases({
    functions: [`Test-${noun}`, `Repair-${noun}`, "Read-TextFile", "Write-TextFile", ...functions],
    fakes: [],
    setup: String.raw`function Reset-Fake { $script:Bytes = $null; $script:Link = $false; $script:Size = $null; $script:Folder = '' }
function Get-FileEntry([string] $Path) { if ($null -ne $script:Bytes) { [pscustomobject]@{ Size = $(if ($null -ne $script:Size) { $script:Size } else { [long]$script:Bytes.Length }); IsDirectory = $false; IsLink = $script:Link } } }
function Get-FileByte([string] $Path, [long] $Offset = 0, [int] $Count) { , [byte[]]$script:Bytes }
function Find-PathBlocker([string] $Path, [string] $Access) { }
function Get-FileState([string[]] $At) { $At[0] }
function Add-MissingFolder([string] $Path) { $script:Folder = $Path }
function Write-FileByte($File, [byte[]] $Data) { $script:Bytes = $Data }
function Write-WholeFile([string] $Path, [scriptblock] $Fill) { & $Fill $null "$Path.new" }`,
    cases: {
      ...Object.fromEntries(
        Object.entries(edits).map(([name, [before, words]]) => [
          name,
          `$script:Bytes = ${bytes(before)}
Get-Verdict ${noun} ${words}
Invoke-Repair ${noun} ${words}
"$($script:Bytes -join ',')"
Get-Verdict ${noun} ${words}`,
        ]),
      ),
      ...others,
    },
  });
}
