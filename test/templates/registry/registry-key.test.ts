import { beforeAll, describe, expect, test } from "vitest";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult, Verdict } from "../run-cases.ts";

const contoso = String.raw`-Key 'HKLM\SOFTWARE\Contoso'`;

const vital = [
  "HKLM",
  "HKLM\\",
  String.raw`HKEY_LOCAL_MACHINE\SOFTWARE`,
  String.raw`HKLM\SYSTEM`,
  String.raw`HKCU\Software`,
  String.raw`HKEY_USERS\S-1-5-21-1-2-3-1001`,
  String.raw`HKEY_USERS\S-1-5-21-1-2-3-1001\Software`,
  String.raw`HKLM\SYSTEM\CurrentControlSet`,
  String.raw`HKLM\SYSTEM\ControlSet001\Services`,
  String.raw`HKLM\System\\CurrentControlSet\\Services`,
  String.raw`hklm\system\currentcontrolset\control\lsa`,
  String.raw`HKLM\SYSTEM\CurrentControlSet\Control\Session Manager`,
  String.raw`HKLM\SYSTEM\CurrentControlSet\Services\Tcpip`,
  String.raw`HKLM\SOFTWARE\Microsoft`,
  String.raw`HKLM\SOFTWARE\WOW6432Node\Microsoft`,
  String.raw`HKLM\SOFTWARE\Classes`,
  String.raw`HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion`,
  String.raw`HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon`,
  String.raw`HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList`,
  String.raw`HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall`,
  String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion`,
];
const free = [
  String.raw`HKLM\SOFTWARE\Contoso`,
  String.raw`HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\{1}`,
  String.raw`HKLM\SYSTEM\CurrentControlSet\Services\ContosoAgent`,
  String.raw`HKCU\Software\Contoso`,
  String.raw`HKLM\SOFTWARE\MicrosoftContoso`,
  String.raw`HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.0`,
];

let result: (name: string) => CaseResult;
const verdict = (name: string) => verdictOf(result(name));

beforeAll(async () => {
  result = await runCases({
    functions: ["Test-RegistryKey", "Repair-RegistryKey", "Test-RegistryKeyVital"],
    fakes: ["registry"],
    cases: {
      reads: String.raw`Set-Fake 'HKLM\SOFTWARE\Contoso\A' '' '' $null; Read-RegistryKeyExists -Key 'HKLM\SOFTWARE\Contoso\A'; Read-RegistryKeyExists -Key 'HKLM\SOFTWARE\Contoso\B'; Read-RegistryKeyExists -Key 'HKLM\SOFTWARE\Contoso\A' -View 32`,
      denied: String.raw`$script:Hidden = @('hklm|64|software\contoso'); Get-Verdict RegistryKey ${contoso}`,
      creates: `Get-Verdict RegistryKey ${contoso}; Repair-RegistryKey ${contoso}; Get-Verdict RegistryKey ${contoso}; $script:Writes`,
      "deletes the tree": String.raw`Set-Fake 'HKLM\SOFTWARE\Contoso\A\B' 'V' 'DWord' 1; Set-Fake 'HKLM\SOFTWARE\ContosoOther' 'V' 'DWord' 1; Get-Verdict RegistryKey ${contoso} -Absent; Repair-RegistryKey ${contoso} -Absent; Get-Verdict RegistryKey ${contoso} -Absent; Test-RegistryPath -Hive HKLM -Path 'SOFTWARE\Contoso\A\B'; Test-RegistryPath -Hive HKLM -Path 'SOFTWARE\ContosoOther'`,
      "one view": String.raw`Set-Fake 'HKLM\SOFTWARE\Contoso' '' '' $null; Get-Verdict RegistryKey ${contoso} -View 32`,
      "vital is blocked": String.raw`Set-Fake 'HKLM\SOFTWARE\Microsoft' '' '' $null; Get-Verdict RegistryKey -Key 'HKLM\SOFTWARE\Microsoft' -Absent`,
      "vital is refused": String.raw`Set-Fake 'HKLM\SOFTWARE\Microsoft' '' '' $null; try { Repair-RegistryKey -Key 'HKLM\SOFTWARE\Microsoft' -Absent } catch { $_.Exception.Message }; $script:Writes.Count`,
      "no right": String.raw`$script:Locked = @('hklm|64|software'); Get-Verdict RegistryKey ${contoso}`,
      vital: `foreach ($key in ${vital.map((key) => `'${key}'`).join(", ")}) { if (-not (Test-RegistryKeyVital -Key $key)) { $key } }`,
      free: `foreach ($key in ${free.map((key) => `'${key}'`).join(", ")}) { if (Test-RegistryKeyVital -Key $key) { $key } }`,
    },
  });
});

describe("registry_key", () => {
  test("reads whether it exists, by view", () => expect(result("reads").output).toEqual([true, false, false]));
  test("denied is not absent", () =>
    expect(result("denied").error).toBe(String.raw`registry key HKLM\SOFTWARE\Contoso: Requested registry access is not allowed.`));
  test("creates", () => {
    const [before, after, ...writes] = result("creates").output as [Verdict, Verdict, ...string[]];
    expect(before).toEqual({ RemedycVerdict: "deviates", Why: String.raw`registry key HKLM\SOFTWARE\Contoso is missing` });
    expect(after.RemedycVerdict).toBe("holds");
    expect(writes).toEqual([String.raw`add hklm|64|software\contoso`]);
  });
  test("absent deletes the tree and nothing beside it", () => {
    const [before, after, tree, beside] = result("deletes the tree").output as [Verdict, Verdict, boolean, boolean];
    expect(before.Why).toBe(String.raw`registry key HKLM\SOFTWARE\Contoso is there, it should be absent`);
    expect([after.RemedycVerdict, tree, beside]).toEqual(["holds", false, true]);
  });
  test("names the view that is given", () =>
    expect(verdict("one view").Why).toBe(String.raw`registry key HKLM\SOFTWARE\Contoso (32-bit view) is missing`));
  test("no right to create it", () =>
    expect(verdict("no right")).toEqual({
      RemedycVerdict: "blocked",
      Why: String.raw`registry key HKLM\SOFTWARE\Contoso is missing: there is no right to write to HKLM\SOFTWARE`,
    }));
});

describe("keys that Windows needs", () => {
  test("are blocked", () =>
    expect(verdict("vital is blocked")).toEqual({
      RemedycVerdict: "blocked",
      Why: String.raw`registry key HKLM\SOFTWARE\Microsoft is there, it should be absent: Windows needs this key, it is never deleted`,
    }));
  test("are refused by the repair as well", () =>
    expect(result("vital is refused").output).toEqual([
      String.raw`registry key HKLM\SOFTWARE\Microsoft is never deleted: Windows needs it`,
      0,
    ]));
  test("all of these", () => expect(result("vital")).toEqual({ output: [], error: "" }));
  test("none of these", () => expect(result("free")).toEqual({ output: [], error: "" }));
});
