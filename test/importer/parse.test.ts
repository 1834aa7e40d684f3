import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { listTemplates } from "../../src/build/read-templates.ts";
import type { Statement } from "../../src/importer/syntax/ast.ts";
import { parseScript } from "../../src/importer/syntax/parse.ts";

test("every PowerShell file of the project is read without an error", () => {
  const files = listTemplates();
  expect(files.length).toBeGreaterThan(300);
  for (const { path } of files) expect([path, parseScript(readFileSync(path, "utf8")).errors]).toEqual([path, []]);
});

test.each([
  "function Log { param($m) Write-Host $m; return $true }",
  "switch ($x) { 'a' { 1 } default { 2 } }",
  "$x = if ($a) { 1 } else { 2 }",
  'reg add "HKLM\\A" /v B /t REG_SZ /d "x y" /f 2>&1 | Out-Null',
  'cmd /c "a & b" 2>$null',
  "$a = @{ B = 1; 'C d' = @(1, 2)\n E = { 3 } }",
  "Get-Item $x.y[0].Z() -Force:$false",
  '"a $($b | % { "c$_" }) `"d`""',
  '$s = @"\n  $x "quoted"\n"@',
  '& "$env:ProgramFiles\\A\\b.exe" --% /x "y"',
  "[Parameter(Mandatory = $true)][string]$x = 'a'",
  "param([Parameter(Position=0)][ValidateSet('a','b')][string]$X = 'a', [switch]$Y)\n$X",
  "try { 1 } catch [System.Exception], [A.B] { 2 } finally { 3 }",
  "Get-A |\n  Where-Object B -eq 'c' |\n  Select-Object -First 1",
  "Get-A `\n  -B c `\n  -D e",
  "do { $i++ } while ($i -lt 3); for ($i = 0; $i -lt 3; $i++) { continue }",
  "[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12",
  "class A { [string] $B; A() { $this.B = '}' } }\nexit 0",
  '7z x a.zip -o"C:\\A"',
  "‘typographic’ + “quotes” –join ','",
])("%j is read", (text) => {
  expect(parseScript(text).errors).toEqual([]);
});

test.each([
  ["if ($a) {\n  exit 1", "'{' is never closed", 8],
  ["$a = 'x", "the text has no closing quote", 5],
  ["}\nexit 0", "'}' closes nothing that is open", 0],
  ["try { 1 }", "'try' needs 'catch' or 'finally' behind its block", 9],
])("%j is none: %s", (text, message, start) => {
  expect(parseScript(text).errors[0]).toMatchObject({ message, start });
});

test("behind a statement that is none the rest is read", () => {
  const { body, errors } = parseScript("$a = ) 1\nexit 3\n");
  expect(errors).toHaveLength(1);
  expect(body.at(-1)).toMatchObject({ kind: "flow", word: "exit" } satisfies Partial<Statement>);
});

test("brackets that lie thousands deep are told, not a crash; a megabyte takes no time", () => {
  expect(parseScript("(".repeat(50_000)).errors[0]?.message).toBe("brackets lie too deep in each other here");
  const start = performance.now();
  expect(parseScript("Set-Thing -Name 'a' -Value 1\n".repeat(36_000)).errors).toEqual([]);
  expect(performance.now() - start).toBeLessThan(5_000);
});
