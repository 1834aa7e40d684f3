import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getSharedEngine } from "../powershell/engine-pool.ts";

/** Asks genuine PowerShell of each text whether it parses as what stands in one script block; gives its first complaint, empty where it has none. */
const SCRIPT = `param([string] $Path)
$texts = [System.IO.File]::ReadAllText($Path) | ConvertFrom-Json -NoEnumerate
foreach ($text in $texts) {
    $tokens = $null
    $errors = $null
    $ast = [System.Management.Automation.Language.Parser]::ParseInput("& {\`n$text\`n}\`n", [ref] $tokens, [ref] $errors)
    $statements = @($ast.EndBlock.Statements)
    if ($errors.Count -gt 0) { "$($errors[0].ErrorId): $($errors[0].Message)" -replace '\\s+', ' ' }
    elseif ($statements.Count -ne 1 -or $statements[0].Extent.Text.Length -ne "& {\`n$text\`n}".Length) { 'it leaves its block' }
    else { '' }
}`;

export async function parseGenuinely(texts: readonly string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "remedyc-parse-"));
  try {
    const path = join(folder, "texts.json");
    writeFileSync(
      path,
      JSON.stringify(texts).replace(/[\u007f-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`),
    );
    const result = await (await getSharedEngine()).run({ text: SCRIPT, parameters: { Path: path }, timeLimitMs: 120_000 });
    if (result.failure !== "") throw new Error(result.failure);
    return [...result.stdout];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
