import { beforeAll, describe, expect, test } from "vitest";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

const product = String.raw`HKLM\SOFTWARE\Contoso\Product`;
const key = `-Key '${product}'`;

let result: (name: string) => CaseResult;
const verdict = (name: string) => verdictOf(result(name));

/** Test, repair, test: what each said and what was written. */
const round = (args: string, setup: string) =>
  `${setup}\nGet-Verdict RegistryValue ${args}\nRepair-RegistryValue ${args}\nGet-Verdict RegistryValue ${args}\n$script:Writes`;

beforeAll(async () => {
  result = await runCases({
    functions: ["Test-RegistryValue", "Repair-RegistryValue"],
    fakes: ["registry"],
    cases: {
      // Reading
      "read absent key": `Read-RegistryValueExists ${key} -Name 'A'; $null -eq (Read-RegistryValueData ${key} -Name 'A'); $null -eq (Read-RegistryValueType ${key} -Name 'A')`,
      "read empty text": `Set-Fake '${product}' 'A' 'String' ''; Read-RegistryValueExists ${key} -Name 'A'; Read-RegistryValueData ${key} -Name 'A'; Read-RegistryValueType ${key} -Name 'A'`,
      "read default value": `Set-Fake '${product}' '' 'String' 'x'; Read-RegistryValueData ${key} -Name ''`,
      "read unsigned dword": `Set-Fake '${product}' 'A' 'DWord' ([int]-1); Read-RegistryValueData ${key} -Name 'A'`,
      "read list of one": `Set-Fake '${product}' 'A' 'MultiString' ([string[]]@('a')); $list = Read-RegistryValueData ${key} -Name 'A'; $list -is [array]; $list.Count`,
      "read empty list": `Set-Fake '${product}' 'A' 'MultiString' ([string[]]@()); $list = Read-RegistryValueData ${key} -Name 'A'; $list -is [array]; $list.Count`,
      "read binary": `Set-Fake '${product}' 'A' 'Binary' ([byte[]]@(1, 255)); Read-RegistryValueData ${key} -Name 'A'`,
      "read unexpanded": `Set-Fake '${product}' 'A' 'ExpandString' '%SystemRoot%\\x'; Read-RegistryValueData ${key} -Name 'A'`,
      "read strange type": `Set-Fake '${product}' 'A' 'None' ([byte[]]@(1)); Read-RegistryValueType ${key} -Name 'A'`,
      "read denied": String.raw`$script:Hidden = @('hklm|64|software\contoso\product'); Read-RegistryValueExists ${key} -Name 'A'`,
      "read other hive": `Read-RegistryValueExists -Key 'HKCR\\.txt' -Name 'A'`,
      "read long names": String.raw`Set-Fake 'HKCU\Software\X' 'A' 'DWord' 7; Set-Fake 'HKU\S-1-5-21-1\Software\X' 'A' 'DWord' 8; Read-RegistryValueData -Key 'HKEY_CURRENT_USER\Software\X' -Name 'A'; Read-RegistryValueData -Key 'HKEY_USERS\S-1-5-21-1\Software\X' -Name 'A'`,

      // Testing
      "holds dword": `Set-Fake '${product}' 'A' 'DWord' 1; Get-Verdict RegistryValue ${key} -Name 'A' -Data 1`,
      "holds bool": `Set-Fake '${product}' 'A' 'DWord' 1; Get-Verdict RegistryValue ${key} -Name 'A' -Data $true`,
      "holds 0xffffffff": `Set-Fake '${product}' 'A' 'DWord' ([int]-1); Get-Verdict RegistryValue ${key} -Name 'A' -Data 4294967295`,
      "holds -1": `Set-Fake '${product}' 'A' 'DWord' ([int]-1); Get-Verdict RegistryValue ${key} -Name 'A' -Data (-1)`,
      "holds list": `Set-Fake '${product}' 'A' 'MultiString' ([string[]]@('a', 'b')); Get-Verdict RegistryValue ${key} -Name 'A' -Data @('a', 'b')`,
      "holds list of one": `Set-Fake '${product}' 'A' 'MultiString' ([string[]]@('a')); Get-Verdict RegistryValue ${key} -Name 'A' -Data @('a')`,
      "holds expand_string": `Set-Fake '${product}' 'A' 'ExpandString' '%X%'; Get-Verdict RegistryValue ${key} -Name 'A' -Data '%X%' -Type 'expand_string'`,
      "holds binary": `Set-Fake '${product}' 'A' 'Binary' ([byte[]]@(1, 255)); Get-Verdict RegistryValue ${key} -Name 'A' -Data '01 FF' -Type 'binary'`,
      "holds qword": `Set-Fake '${product}' 'A' 'QWord' ([long]5); Get-Verdict RegistryValue ${key} -Name 'A' -Data 5 -Type 'qword'`,
      "holds present": `Set-Fake '${product}' 'A' 'String' ''; Get-Verdict RegistryValue ${key} -Name 'A'`,
      "text is no number": `Set-Fake '${product}' 'A' 'String' '1'; Get-Verdict RegistryValue ${key} -Name 'A' -Data 1`,
      "number is no text": `Set-Fake '${product}' 'A' 'DWord' 1; Get-Verdict RegistryValue ${key} -Name 'A' -Data '1'`,
      "one text is no list": `Set-Fake '${product}' 'A' 'String' 'a'; Get-Verdict RegistryValue ${key} -Name 'A' -Data @('a')`,
      "string is not expand_string": `Set-Fake '${product}' 'A' 'ExpandString' 'a'; Get-Verdict RegistryValue ${key} -Name 'A' -Data 'a'`,
      "case counts": `Set-Fake '${product}' 'A' 'String' 'Value'; Get-Verdict RegistryValue ${key} -Name 'A' -Data 'value'`,
      "list order counts": `Set-Fake '${product}' 'A' 'MultiString' ([string[]]@('b', 'a')); Get-Verdict RegistryValue ${key} -Name 'A' -Data @('a', 'b')`,
      "longer list": `Set-Fake '${product}' 'A' 'MultiString' ([string[]]@('a', 'b', 'c')); Get-Verdict RegistryValue ${key} -Name 'A' -Data @('a', 'b')`,
      "empty is not missing": `Set-Fake '${product}' 'A' 'String' ''; Get-Verdict RegistryValue ${key} -Name 'A' -Data 'x'`,
      missing: `Get-Verdict RegistryValue ${key} -Name 'A' -Data 'SomeValue'`,
      "missing default value": `Get-Verdict RegistryValue ${key} -Name '' -Data 'x'`,
      "missing 0xffffffff": `Get-Verdict RegistryValue ${key} -Name 'A' -Data 4294967295`,
      "missing in a view": `Set-Fake '${product}' 'A' 'DWord' 1; Get-Verdict RegistryValue ${key} -Name 'A' -View 32 -Data 1`,
      "hostile data": `Set-Fake '${product}' 'A' 'String' ("a]LOG]b" + [char]10 + [char]0x202e + ('x' * 300)); Get-Verdict RegistryValue ${key} -Name 'A' -Data 'y'`,
      "present without data": `Get-Verdict RegistryValue ${key} -Name 'A'`,
      "type without data": `Set-Fake '${product}' 'A' 'String' '1'; Get-Verdict RegistryValue ${key} -Name 'A' -Type 'dword'`,
      "too large": `Get-Verdict RegistryValue ${key} -Name 'A' -Data 4294967296`,
      "odd binary": `Get-Verdict RegistryValue ${key} -Name 'A' -Data '01f' -Type 'binary'`,
      "absent of nothing": `Get-Verdict RegistryValue ${key} -Name 'OldKey' -Absent; $script:Registry.Keys.Count -eq 4`,
      "absent of empty": `Set-Fake '${product}' 'OldKey' 'String' ''; Get-Verdict RegistryValue ${key} -Name 'OldKey' -Absent`,

      // Blockers
      "no right to write": String.raw`Set-Fake '${product}' 'A' 'DWord' 0; $script:Locked = @('hklm|64|software\contoso\product'); Get-Verdict RegistryValue ${key} -Name 'A' -Data 1`,
      "no right to create": String.raw`$script:Locked = @('hkcu|64|software'); Get-Verdict RegistryValue -Key 'HKCU\Software\Policies\Microsoft' -Name 'A' -Data 1`,
      "a right one blocks nothing": String.raw`Set-Fake '${product}' 'A' 'DWord' 1; $script:Locked = @('hklm|64|software\contoso\product'); Get-Verdict RegistryValue ${key} -Name 'A' -Data 1`,
      "hive not loaded": String.raw`Get-Verdict RegistryValue -Key 'HKEY_USERS\S-1-5-21-1\Software\X' -Name 'A' -Data 1`,
      "policy wants else": String.raw`Set-Fake '${product}' 'A' 'DWord' 0; New-FakePolicy -Path 'SOFTWARE\Contoso\Product' -Name 'A' -Type 4 -Data @(0, 0, 0, 0); Get-Verdict RegistryValue ${key} -Name 'A' -Data 1`,
      "policy wants the same": String.raw`Set-Fake '${product}' 'A' 'DWord' 0; New-FakePolicy -Path 'SOFTWARE\Contoso\Product' -Name 'A' -Type 4 -Data @(1, 0, 0, 0); Get-Verdict RegistryValue ${key} -Name 'A' -Data 1`,
      "policy of a text": String.raw`New-FakePolicy -Path 'SOFTWARE\Contoso\Product' -Name 'A' -Type 1 -Data ([Text.Encoding]::Unicode.GetBytes('on' + [char]0)); Get-Verdict RegistryValue ${key} -Name 'A' -Data 'on'; Get-Verdict RegistryValue ${key} -Name 'A' -Data 'off'`,
      "policy in the 32-bit view": String.raw`New-FakePolicy -Path 'SOFTWARE\WOW6432Node\Contoso\Product' -Name 'A' -Type 4 -Data @(0, 0, 0, 0); Get-Verdict RegistryValue ${key} -Name 'A' -View 32 -Data 1`,
      "policy of a user": String.raw`Set-Fake 'HKU\S-1-5-21-1\Software\X' '' '' $null; New-FakePolicy -Path 'Software\X' -Name 'A' -Type 4 -Data @(0, 0, 0, 0) -Account 'S-1-5-21-1'; Get-Verdict RegistryValue -Key 'HKEY_USERS\S-1-5-21-1\Software\X' -Name 'A' -Data 1`,
      "policy of a loaded user": String.raw`Set-Fake 'HKU\Remedyc_S-1-5-21-1\Software\X' '' '' $null; New-FakePolicy -Path 'Software\X' -Name 'A' -Type 4 -Data @(0, 0, 0, 0) -Account 'S-1-5-21-1'; Get-Verdict RegistryValue -Key 'HKEY_USERS\Remedyc_S-1-5-21-1\Software\X' -Name 'A' -Data 1`,
      "whose policy": String.raw`New-FakePolicy -Path 'SOFTWARE\WOW6432Node\Contoso\Product' -Name 'A' -Type 4 -Data @(0, 0, 0, 0); $null -eq (Read-RegistryValuePolicy ${key} -Name 'A'); Read-RegistryValuePolicy ${key} -Name 'A' -View 32; New-FakePolicy -Path 'Software\X' -Name 'A' -Type 4 -Data @(0, 0, 0, 0) -Account 'S-1-5-21-1'; Read-RegistryValuePolicy -Key 'HKEY_USERS\Remedyc_S-1-5-21-1\Software\X' -Name 'A'`,
      "whose policy, unreadable": String.raw`New-FakePolicy -Path 'SOFTWARE\Contoso\Product' -Name 'A' -Type 4 -Data @(0) -Broken; Read-RegistryValuePolicy ${key} -Name 'A'`,
      "whose policy, of nobody": String.raw`Read-RegistryValuePolicy -Key 'HKEY_USERS\.DEFAULT\Software\X' -Name 'A'`,
      "policy unreadable": String.raw`New-FakePolicy -Path 'SOFTWARE\Contoso\Product' -Name 'A' -Type 4 -Data @(0) -Broken; Get-Verdict RegistryValue ${key} -Name 'A' -Data 1; (Get-Verdict RegistryValue ${key} -Name 'A' -Data 2).RemedycVerdict; $script:Notes`,

      // Repairing
      "creates key and value": round(`${key} -Name 'ImportantKey' -Data 1`, ""),
      "replaces a wrong type": round(
        `${key} -Name 'A' -Data 1`,
        `Set-Fake '${product}' 'A' 'String' '1'; Set-Fake '${product}' 'B' 'String' 'mine'`,
      ),
      "leaves others alone": `Set-Fake '${product}' 'B' 'String' 'mine'; Repair-RegistryValue ${key} -Name 'A' -Data 1; $script:Registry['hklm|64|software\\contoso\\product'].B.Data`,
      "writes 0xffffffff": round(`${key} -Name 'A' -Data 4294967295`, ""),
      "writes a list": round(`${key} -Name 'A' -Data @('a')`, ""),
      "writes an empty list": round(`${key} -Name 'A' -Data @() -Type 'multi_string'`, ""),
      "writes bytes": round(`${key} -Name 'A' -Data '01 ff' -Type 'binary'`, ""),
      "writes an empty text": round(`${key} -Name '' -Data ''`, ""),
      "writes one view": round(`${key} -Name 'A' -Data 1 -View 32`, `Set-Fake '${product}' 'A' 'DWord' 5`),
      removes: round(
        `${key} -Name 'OldKey' -Absent`,
        `Set-Fake '${product}' 'OldKey' 'Binary' ([byte[]]@(1)); Set-Fake '${product}' 'B' 'String' 'mine'`,
      ),
    },
  });
});

describe("reading", () => {
  test("absent gives false and none", () => expect(result("read absent key").output).toEqual([false, true, true]));
  test("empty data is there", () => expect(result("read empty text").output).toEqual([true, "", "string"]));
  test("the default value has the empty name", () => expect(result("read default value").output).toEqual(["x"]));
  test("a DWORD is unsigned", () => expect(result("read unsigned dword").output).toEqual([4294967295]));
  test("a list stays a list, with one element and with none", () => {
    expect(result("read list of one").output).toEqual([true, 1]);
    expect(result("read empty list").output).toEqual([true, 0]);
  });
  test("bytes are hexadecimal text", () => expect(result("read binary").output).toEqual(["01 ff"]));
  test("REG_EXPAND_SZ is not expanded", () => expect(result("read unexpanded").output).toEqual([String.raw`%SystemRoot%\x`]));
  test("a type that a remedy cannot name is unknown", () => expect(result("read strange type").output).toEqual(["unknown"]));
  test("denied is not absent", () =>
    expect(result("read denied").error).toBe(
      String.raw`registry value HKLM\SOFTWARE\Contoso\Product\A: Requested registry access is not allowed.`,
    ));
  test("other hives are refused", () => expect(result("read other hive").error).toContain("does not begin with HKLM, HKCU or HKEY_USERS"));
  test("long names of hives", () => expect(result("read long names").output).toEqual([7, 8]));
});

describe("testing", () => {
  test.each([
    "holds dword",
    "holds bool",
    "holds 0xffffffff",
    "holds -1",
    "holds list",
    "holds list of one",
    "holds expand_string",
    "holds binary",
    "holds qword",
    "holds present",
  ])("%s", (name) => expect(verdict(name).RemedycVerdict).toBe("holds"));
  test.each([
    ["text is no number", 'is string "1", it should be dword 1'],
    ["number is no text", 'is dword 1, it should be string "1"'],
    ["one text is no list", 'is string "a", it should be multi_string ["a"]'],
    ["string is not expand_string", 'is expand_string "a", it should be string "a"'],
    ["case counts", 'is string "Value", it should be string "value"'],
    ["list order counts", 'is multi_string ["b", "a"], it should be multi_string ["a", "b"]'],
    ["longer list", 'is multi_string ["a", "b", "c"], it should be multi_string ["a", "b"]'],
    ["empty is not missing", 'is string "", it should be string "x"'],
    ["missing 0xffffffff", "is missing, it should be dword 4294967295"],
    ["missing", 'is missing, it should be string "SomeValue"'],
  ])("%s", (name, text) => expect(verdict(name)).toEqual({ RemedycVerdict: "deviates", Why: `registry value ${product}\\A ${text}` }));
  test("the default value has a name in messages", () =>
    expect(verdict("missing default value").Why).toBe(`registry value ${product}\\(default) is missing, it should be string "x"`));
  test("the view is named where it is given", () =>
    expect(verdict("missing in a view").Why).toBe(`registry value ${product}\\A (32-bit view) is missing, it should be dword 1`));
  test("data from outside becomes one short printable line", () => {
    const why = verdict("hostile data").Why;
    expect(why).toMatch(/^[\x20-\x7e]{1,300}$/);
    expect(why).not.toContain("]LOG]");
  });
  test("without data only presence can be tested, and nobody could write it", () => {
    expect(verdict("present without data")).toEqual({
      RemedycVerdict: "blocked",
      Why: `registry value ${product}\\A is missing, it should be there: the remedy does not say its data`,
    });
    expect(verdict("type without data").Why).toBe(
      `registry value ${product}\\A is string "1", it should be there as dword: the remedy does not say its data`,
    );
  });
  test("data that no such value can hold", () => {
    expect(result("too large").error).toBe("4294967296 does not fit into a dword");
    expect(result("odd binary").error).toBe("binary registry data must be written as pairs of hexadecimal digits");
  });
  test("absent holds where the key is missing, which is not created", () => {
    expect(result("absent of nothing").output).toEqual([{ RemedycVerdict: "holds", Why: "" }, true]);
  });
  test("absent deviates for a value with empty data", () =>
    expect(verdict("absent of empty").Why).toBe(`registry value ${product}\\OldKey is string "", it should be absent`));
});

describe("blockers", () => {
  test("no right to write", () => {
    expect(verdict("no right to write")).toEqual({
      RemedycVerdict: "blocked",
      Why: `registry value ${product}\\A is dword 0, it should be dword 1: there is no right to write to ${product}`,
    });
  });
  test("no right to create the key", () =>
    expect(verdict("no right to create").Why).toContain(String.raw`there is no right to write to HKCU\Software`));
  test("are not read when the value is right", () => expect(verdict("a right one blocks nothing").RemedycVerdict).toBe("holds"));
  test("a hive that is not loaded", () =>
    expect(verdict("hive not loaded").Why).toContain("the hive S-1-5-21-1 is not loaded below HKEY_USERS"));
  test("a policy that wants something else is named", () => {
    expect(verdict("policy wants else")).toEqual({
      RemedycVerdict: "blocked",
      Why: `registry value ${product}\\A is dword 0, it should be dword 1: it is set by the Group Policy object 'Policy G1 of ''', change it there`,
    });
  });
  test("a policy that wants the same does not block", () => expect(verdict("policy wants the same").RemedycVerdict).toBe("deviates"));
  test("texts of a policy are compared", () =>
    expect(result("policy of a text").output.map((one) => (one as { RemedycVerdict: string }).RemedycVerdict)).toEqual([
      "deviates",
      "blocked",
    ]));
  test("a policy of the 32-bit view stands below WOW6432Node", () =>
    expect(verdict("policy in the 32-bit view").RemedycVerdict).toBe("blocked"));
  test("a policy of a user", () => expect(verdict("policy of a user").Why).toContain("Policy G1 of 'S-1-5-21-1'"));
  test("a policy of a user whose hive the script has loaded", () =>
    expect(verdict("policy of a loaded user").Why).toContain("Policy G1 of 'S-1-5-21-1'"));
  test("the policy that sets it is read, and unreadable is not none", () => {
    expect(result("whose policy").output).toEqual([
      true,
      expect.stringMatching(/^Policy G\d of/),
      expect.stringContaining("of 'S-1-5-21-1'"),
    ]);
    expect(result("whose policy, unreadable").error).toMatch(/^Group Policy could not be asked about HK.*Contoso.Product: /);
    expect(result("whose policy, of nobody").error).toMatch(/^which policy sets HK.*DEFAULT.Software.X cannot be told$/);
  });
  test("unreadable policy means unknown: a repair may try; it is asked once", () => {
    const [verdict, second, ...notes] = result("policy unreadable").output as [{ RemedycVerdict: string }, string, ...string[]];
    expect([verdict.RemedycVerdict, second]).toEqual(["deviates", "deviates"]);
    expect(notes).toEqual([`Group Policy could not be asked about SOFTWARE\\Contoso\\Product: RSOP is off`]);
  });
});

describe("repairing", () => {
  const path = String.raw`hklm|64|software\contoso\product`;
  test.each([
    ["creates key and value", `write ${path}\\ImportantKey DWord 1`],
    ["replaces a wrong type", `write ${path}\\A DWord 1`],
    ["writes 0xffffffff", `write ${path}\\A DWord -1`],
    ["writes a list", `write ${path}\\A MultiString a`],
    ["writes an empty list", `write ${path}\\A MultiString `],
    ["writes bytes", `write ${path}\\A Binary 1,255`],
    ["writes an empty text", `write ${path}\\ String `],
    ["writes one view", `write ${path.replace("64", "32")}\\A DWord 1`],
    ["removes", `clear ${path}\\OldKey`],
  ])("%s", (name, write) => {
    const [before, after, ...writes] = result(name).output as [{ RemedycVerdict: string }, { RemedycVerdict: string }, ...string[]];
    expect([before.RemedycVerdict, after.RemedycVerdict]).toEqual(["deviates", "holds"]);
    expect(writes).toEqual([write]);
  });
  test("leaves other values of the key alone", () => expect(result("leaves others alone").output).toEqual(["mine"]));
});
