import { expect, test } from "vitest";
import { machine, runSample, step } from "./machine.ts";

/** Evaluates expressions in a repair script on a machine and gives their values as the engine writes them, errors as `! message`. */
async function evaluate(setup: string, ...expressions: readonly string[]): Promise<string[]> {
  const lines = expressions.map(
    (one) => `try { $global:Windows.Story += (ConvertTo-Text (${one})) } catch { $global:Windows.Story += '! ' + $_.Exception.Message }`,
  );
  const remedy = { items: [], steps: () => step("a", ...lines) };
  const result = await runSample(remedy, machine(setup), [{ role: "remediate" }]);
  return result.windows["Story"] as string[];
}

test("paths expand by the folders that Windows names and by the machine's variables, never by this process's", async () => {
  expect(
    await evaluate(
      "$global:Windows.Variables = @{ TOOLS = 'D:\\tools\\'; BELOW = '%ProgramFiles%\\Tools'; FOREIGN = '%OWN%\\x' }; $global:Windows.Environment = @{ OWN = 'x' }; $env:ProgramData = 'C:\\evil'",
      "Expand-Path '%ProgramData%\\Install\\a.exe'",
      "Expand-Path '%systemroot%\\x;%WINDIR%'",
      "Expand-Path '%SystemDrive%\\x'",
      "Expand-Path '%TEMP%\\a*.log'",
      "Expand-Path '%Tools%\\a'",
      "Expand-Path '%OWN%'",
      "Expand-Path '%BELOW%\\a'",
      "Expand-Path '%FOREIGN%'",
      "Expand-Path '%PUBLIC%\\x'",
      "Expand-Path 'C:\\100%'",
    ),
  ).toEqual([
    "C:\\ProgramData\\Install\\a.exe",
    "C:\\Windows\\x;C:\\Windows",
    "C:\\x",
    "C:\\Windows\\Temp\\a*.log",
    "D:\\tools\\a",
    expect.stringContaining("this machine has no variable %OWN%"),
    "C:\\Program Files\\Tools\\a",
    expect.stringContaining("the variable %FOREIGN% of this machine refers to %OWN%, which is no folder of Windows"),
    "C:\\Users\\Public\\x",
    "C:\\100%",
  ]);
});

test("accounts are compared by SID, and resolved by this device", async () => {
  expect(
    await evaluate(
      "$global:Windows.Accounts = @{ 'CONTOSO\\svc' = 'S-1-5-21-1-2-3-1105'; 'ann' = 'S-1-5-21-9-9-9-1001' }",
      "Resolve-Account 'CONTOSO\\svc'",
      "Resolve-Account 's-1-5-80-0'",
      "Resolve-Account '.\\ann'",
      "Resolve-Account 'nobody'",
      "Test-Account 'S-1-5-21-1-2-3-1105' 'contoso\\SVC'",
      "Test-Account 'S-1-5-18' 'ann'",
      "Test-Account $null $null",
      "Test-Account $null 'ann'",
    ),
  ).toEqual([
    "S-1-5-21-1-2-3-1105",
    "S-1-5-80-0",
    "S-1-5-21-9-9-9-1001",
    "! this machine knows no account 'nobody'",
    "true",
    "false",
    "true",
    "false",
  ]);
});

test("texts compare character by character, patterns ignore case and never match nothing", async () => {
  expect(
    await evaluate(
      "",
      "Test-Text 'a' 'A'",
      "Test-Text 'a' 'A' -IgnoreCase",
      "Test-Text '' $null",
      "Test-Text $null $null",
      `Test-Text "co$([char]0xAD)op" 'coop'`,
      "Test-Match 'Microsoft Entra Agent' '^microsoft (entra|azure) '",
      "Test-Match $null '.*'",
      "Test-Match '' '^$'",
      "Test-Match ('a' * 40 + '!') '^(a+)+$'",
    ),
  ).toEqual(["false", "true", "false", "true", "false", "true", "false", "true", expect.stringMatching(/^! /)]);
});

test("registry data compare with their type", async () => {
  expect(
    await evaluate(
      "",
      "Test-Data 1 1",
      "Test-Data 1 '1'",
      "Test-Data '1' 1",
      "Test-Data 1 $true",
      "Test-Data 0 $false",
      "Test-Data (-1) 4294967295",
      "Test-Data ([long]5) 5",
      "Test-Data 'a' 'A'",
      "Test-Data @('a', 'b') @('a', 'b')",
      "Test-Data @('a') 'a'",
      "Test-Data @('a', 'b') @('b', 'a')",
      "Test-Data ([byte[]](1, 2)) ([byte[]](1, 2))",
      "Test-Data $null 0",
      "Test-Data $null $null",
      "Test-Data @() @()",
    ),
  ).toEqual(["true", "false", "false", "true", "true", "true", "true", "false", "true", "false", "false", "true", "false", "true", "true"]);
});

test("default, membership, path segments", async () => {
  expect(
    await evaluate(
      "",
      "Use-Default $null { 'b' }",
      "Use-Default '' { 'b' }",
      "Use-Default $false { 'b' }",
      "Test-Any @('a', 'B') { Test-Text $_ 'b' -IgnoreCase }",
      "Test-Any @() { $true }",
      "Test-Any @($null) { $null -eq $_ }",
      "Join-Segment 'C:\\a\\' '\\b'",
      "Join-Segment 'C:\\a' 'b'",
    ),
  ).toEqual(["b", "", "false", "true", "false", "true", "C:\\a\\b", "C:\\a\\b"]);
});

test("values as people read them, in every culture", async () => {
  expect(
    await evaluate(
      "[System.Threading.Thread]::CurrentThread.CurrentCulture = [cultureinfo]::InvariantCulture",
      "ConvertTo-Text $null",
      "ConvertTo-Text $true",
      "ConvertTo-Text ([version]'1.2.0.0')",
      "ConvertTo-Text ([timespan]'01:30:00')",
      "ConvertTo-Text ([timespan]'1.00:00:00')",
      "ConvertTo-Text ([timespan]::Zero)",
      "ConvertTo-Text ([timespan]::FromMilliseconds(1500))",
      "ConvertTo-Text 4GB",
      "ConvertTo-Text @('a', 1)",
      "ConvertTo-Text 'S-1-5-18'",
    ),
  ).toEqual(["none", "true", "1.2.0.0", "90m", "1d", "0ms", "1500ms", "4294967296", "a, 1", "S-1-5-18"]);
});

test("a variable that held a secret is known, so that programs do not get it", async () => {
  expect(
    await evaluate(
      "$global:Windows.Environment = @{ PW = 'x'; OTHER = 'y' }",
      "(Read-Secret 'env:PW').Length",
      "ConvertFrom-Parameter 'Password' 'secret?' 'env:OTHER'",
      "$script:Remedy.Secrets",
    ),
  ).toEqual(["1", "env:OTHER", "PW, OTHER"]);
});

test("secrets: read by reference, missing ones named by reference, and no error repeats what is in the file", async () => {
  // 'pw' in UTF-16, as ConvertFrom-SecureString writes protected bytes: the fake protection changes nothing, a leading zero is a wrong key.
  const values = await evaluate(
    "$global:Windows.Environment = @{ PW = 'geheim' }; $global:Windows.Files = @{ 'C:\\ProgramData\\pw.txt' = \"70007700`r`n\"; 'C:\\bad.txt' = 'hunter2'; 'C:\\other.txt' = '00ff' }",
    "Read-Secret 'env:PW'",
    "Read-Secret 'env:NONE'",
    "Read-Secret 'dpapi:%ProgramData%\\pw.txt'",
    "Read-Secret 'dpapi:C:\\bad.txt'",
    "Read-Secret 'dpapi:C:\\other.txt'",
    "Read-Secret 'dpapi:C:\\none.txt'",
    "Test-Secret 'env:PW'",
    "Test-Secret 'env:NONE'",
    "Test-Secret 'dpapi:C:\\bad.txt'",
    "Test-Secret 'dpapi:C:\\none.txt'",
  );
  expect(values).toEqual([
    "geheim",
    "! the secret 'env:NONE' is not there",
    "pw",
    "! the secret 'dpapi:C:\\bad.txt' is no output of ConvertFrom-SecureString",
    "! the secret 'dpapi:C:\\other.txt' was protected for another account or machine",
    "! the secret 'dpapi:C:\\none.txt' is not there",
    "true",
    "false",
    "true",
    "false",
  ]);
  expect(values.join()).not.toContain("hunter2");
});
