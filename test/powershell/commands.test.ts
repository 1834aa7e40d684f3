import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEnginePool, type EnginePool } from "./engine-pool.ts";

const folder = mkdtempSync(join(tmpdir(), "remedyc-commands-"));
let pool: EnginePool;
beforeAll(async () => {
  pool = await createEnginePool(1);
}, 300_000);
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Each expectation is what PowerShell documents for that command line, not what this host happened to print. */
describe("the compiled-in commands", () => {
  it.each<[command: string, lines: readonly string[]]>([
    ["Write-Output 1, 2", ["1", "2"]],
    ["@(Write-Output -NoEnumerate @(1, 2)).Count", ["1"]],
    ["Write-Host 'a' 'b'", ["a b"]],
    ["(Write-Host 'a' 6>&1).GetType().Name", ["InformationRecord"]],
    ["(3, 1, 2 | Sort-Object -Descending) -join ','", ["3,2,1"]],
    ["('b', 'A', 'a', 'B' | Sort-Object -Unique) -join ','", ["A,b"]],
    ["('b', 'a' | Sort-Object { $_ -eq 'b' }) -join ','", ["a,b"]],
    ["@(1..5 | Select-Object -First 2 -Skip 1) -join ','", ["2,3"]],
    ["@(1..5 | Select-Object -Last 2) -join ','", ["4,5"]],
    ["('a', 'b', 'a' | Select-Object -Unique) -join ','", ["a,b"]],
    ["$p = [pscustomobject]@{ A = 1; B = 2 } | Select-Object A, @{ n = 'C'; e = { $_.B + 1 } }; \"$($p.A) $($p.C)\"", ["1 3"]],
    ["[pscustomobject]@{ A = 1, 2 } | Select-Object -ExpandProperty A", ["1", "2"]],
    ['$m = 1..4 | Measure-Object -Sum -Maximum; "$($m.Count) $($m.Sum) $($m.Maximum)"', ["4 10 4"]],
    ["'x', 'y', 'X' | Group-Object | ForEach-Object { \"$($_.Name) $($_.Count)\" }", ["x 2", "y 1"]],
    ["('x', 'y', 'X' | Group-Object -AsHashTable -AsString)['x'].Count", ["2"]],
    ['Compare-Object 1, 2 2, 3 | ForEach-Object { "$($_.InputObject)$($_.SideIndicator)" }', ["3=>", "1<="]],
    ["[ordered]@{ a = 1; b = @('x', $null, $true); c = 'it''s' } | ConvertTo-Json -Compress", ['{"a":1,"b":["x",null,true],"c":"it\'s"}']],
    ["@{ a = @{ b = @{ c = @{ d = 1 } } } } | ConvertTo-Json -Compress -Depth 2", ['{"a":{"b":{"c":"System.Collections.Hashtable"}}}']],
    ["ConvertTo-Json @(1) -Compress", ["[1]"]],
    ['$o = \'{"q":[1,2],"z":{"w":"2020-01-01T00:00:00Z"}}\' | ConvertFrom-Json; "$($o.q.Count) $($o.z.w)"', ["2 2020-01-01T00:00:00Z"]],
    ["(New-Object System.Text.StringBuilder 'ab').Append('c').ToString()", ["abc"]],
    ["(New-Object System.Version 5, 1).Minor", ["1"]],
    ["(New-Object psobject -Property @{ A = 7 }).A", ["7"]],
    ["Join-Path (Join-Path '/a' 'b') 'c'", ["/a/b/c"]],
    ["(Split-Path '/a/b/c.txt'), (Split-Path '/a/b/c.txt' -Leaf)", ["/a/b", "c.txt"]],
    ["(Test-Path /), (Test-Path /nope), (Test-Path / -PathType Leaf), (Test-Path '')", ["True", "False", "False", "False"]],
    ["(Get-Date '2024-02-29').AddYears(1).ToString('yyyy-MM-dd'); Get-Date '2024-02-29' -Format 'yyyyMMdd'", ["2025-02-28", "20240229"]],
    ["$n = Get-Random -Minimum 3 -Maximum 5; $n -ge 3 -and $n -lt 5", ["True"]],
    ["Set-Variable A 3; (Get-Variable A).Value; Get-Variable A -ValueOnly; Remove-Variable A; Test-Path variable:A", ["3", "3", "False"]],
    ["function Set-Outer { Set-Variable -Name Z -Value 2 -Scope 1 }; $Z = 1; Set-Outer; $Z", ["2"]],
    ["'one', 'two' | Select-String 'TW' | ForEach-Object { \"$($_.LineNumber) $($_.Line)\" }", ["2 two"]],
    ["(Get-Process -Id $PID).Id -eq $PID", ["True"]],
    ["Add-Type -AssemblyName System.Security; 'loaded'", ["loaded"]],
    ["([pscustomobject]@{ Name = 'x' } | Out-String).Trim().Split(\"`n\").Count", ["3"]],
    ["$i = Write-Information 'm' 6>&1; $i.MessageData", ["m"]],
  ])("%s", async (text, lines) => {
    const result = await pool.run({ text });
    expect(result.stderr).toEqual([]);
    expect(result.stdout).toEqual(lines);
  });

  it.each([
    ["Get-Content /nope", "PathNotFound,Microsoft.PowerShell.Commands.GetContentCommand"],
    ["Get-Item /nope", "PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand"],
    ["Remove-Item /nope", "PathNotFound,Microsoft.PowerShell.Commands.RemoveItemCommand"],
    ["New-Object No.Such.Type", "TypeNotFound,Microsoft.PowerShell.Commands.NewObjectCommand"],
    ["New-Object System.Version 'x'", "ConstructorInvokedThrowException,Microsoft.PowerShell.Commands.NewObjectCommand"],
    ["Get-Variable NoSuchVariable", "VariableNotFound,Microsoft.PowerShell.Commands.GetVariableCommand"],
    ["Write-Error 'm' -ErrorId MyId", "MyId,Microsoft.PowerShell.Commands.WriteErrorCommand"],
    ["'{' | ConvertFrom-Json", "System.ArgumentException,Microsoft.PowerShell.Commands.ConvertFromJsonCommand"],
    ["Get-Process -Id 2147483647", "NoProcessFoundForGivenId,Microsoft.PowerShell.Commands.GetProcessCommand"],
    ["Get-Service x", "CommandNotFoundException"],
    ["Get-Item / -NoSuch", "NamedParameterNotFound,Microsoft.PowerShell.Commands.GetItemCommand"],
  ])("%s fails as the genuine command does", async (text, id) => {
    const result = await pool.run({ text: `$ErrorActionPreference = 'Stop'; try { ${text} } catch { $_.FullyQualifiedErrorId }` });
    expect(result.stdout).toEqual([id]);
  });

  it("writes, reads, copies, moves, lists, hashes and removes files, and does nothing with -WhatIf", async () => {
    const result = await pool.run({
      text: `
$ErrorActionPreference = 'Stop'
$null = New-Item -ItemType Directory -Path work -WhatIf
Test-Path work
$null = New-Item -ItemType Directory -Path work
'abc' | Set-Content -LiteralPath 'work/a[1].txt'
Add-Content -LiteralPath 'work/a[1].txt' -Value 'def', 'ghi'
(Get-Content -LiteralPath 'work/a[1].txt').Count
(Get-Content -LiteralPath 'work/a[1].txt' -Raw).Length
Copy-Item -LiteralPath 'work/a[1].txt' -Destination work/two.txt
Move-Item work/two.txt work/three.txt
(Get-ChildItem work -File | Sort-Object -Property Name).Name
(Get-ChildItem work -Filter t*).Name
Set-Content work/hash.txt 'abc' -NoNewline
(Get-FileHash work/hash.txt).Hash
Remove-Item -LiteralPath work -Recurse -WhatIf
Test-Path work
Remove-Item -LiteralPath work -Recurse
Test-Path work`,
      workingDirectory: folder,
    });
    expect(result.stderr).toEqual([]);
    expect(result.stdout.filter((line) => !line.startsWith("What if: "))).toEqual([
      "False",
      "3",
      "12",
      "a[1].txt",
      "three.txt",
      "three.txt",
      // SHA-256 of "abc": FIPS 180-2, appendix B.1.
      "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
      "True",
      "False",
    ]);
    expect(result.stdout.filter((line) => line.startsWith("What if: "))).toHaveLength(2);
  });
});
