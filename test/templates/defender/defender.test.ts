import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText, createKindFaultSample, startRecipeRunner } from "../../simulator/recipe-support.ts";
import type { RecipeRunner } from "../../simulator/recipe-support.ts";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

/** Tables for the two platform functions: what the classes tell, and what becomes of a call. `$script:Calls` has all of them. */
const CIM = String.raw`
$script:Status = @{}; $script:Now = @{}; $script:Calls = @(); $script:Takes = $true
function Get-DefenderInstance([string] $Class) {
    if ($Class -eq 'MSFT_MpComputerStatus') { $script:Status } else { $script:Now }
}
function Invoke-DefenderMethod([string] $Class, [string] $Method, [hashtable] $Values, [timespan] $Timeout) {
    $name = @($Values.Keys | Where-Object { $_ -ne 'Force' }) -join ' '
    $value = if ($name) { @($Values[$name])[0] }
    $script:Calls += "$Class $Method $name $value $(if ($name) { $Values[$name].GetType().Name }) $($Timeout.TotalSeconds)"
    if (-not $script:Takes) { return }
    if ($Method -eq 'Add') { $script:Now[$name] = [string[]]@(@($script:Now[$name]) + $Values[$name]) }
    elseif ($Method -eq 'Remove') { $script:Now[$name] = [string[]]@($script:Now[$name] -ne $value) }
    elseif ($Method -eq 'Set') { $script:Now[$name] = if ($value -is [datetime]) { $value.TimeOfDay } else { $value } }
    elseif ($Method -eq 'Start') { throw [TimeoutException]::new('The operation has timed out') }
}
function Reset-Fake {
    $script:Values = @{}; $script:Waits = 0; $script:Calls = @(); $script:Takes = $true
    $script:Status = @{ AMRunningMode = 'Normal'; IsTamperProtected = $false; RealTimeProtectionEnabled = $true; AntivirusSignatureAge = [uint32]2; AntivirusSignatureVersion = '1.443.155.0'; AMEngineVersion = '1.1.25110.1' }
    $script:Now = @{ MAPSReporting = [byte]1; CloudBlockLevel = [byte]4; SubmitSamplesConsent = [byte]1; PUAProtection = [byte]2; DisableRealtimeMonitoring = $true; ScanScheduleDay = [byte]8
        ScanScheduleTime = [timespan]'03:15:00'; ScanParameters = [byte]2; ExclusionPath = [string[]]@('C:\Data', 'D:\SQL\*.mdf'); ExclusionProcess = $null; ExclusionExtension = [string[]]@('cto') }
}
function Read-SystemValue([string] $Path, [string] $Name) { $script:Values["$Path\$Name" -replace '^SOFTWARE\\Policies\\Microsoft\\Windows Defender\\', ''] }
function Wait-Condition([timespan] $Timeout, [scriptblock] $Condition, [int] $Every) { $script:Waits += $Timeout.TotalSeconds; [bool](& $Condition) }`;

const SETTINGS = [
  "CloudProtection",
  "CloudBlockLevel",
  "SampleSubmission",
  "PuaProtection",
  "RealTimeProtection",
  "ScanDay",
  "ScanTime",
  "ScanType",
  "ExcludedPaths",
  "ExcludedProcesses",
  "ExcludedExtensions",
];
const FACTS = ["Installed", "Mode", "RealTimeActive", "TamperProtected", "SignatureAge", "SignatureVersion", "EngineVersion"];
const read = (names: readonly string[]): string =>
  names.map((name) => `try { @(Read-Defender${name} | ForEach-Object { "$_" }) -join ',' } catch { $_.Exception.Message }`).join("\n");
const look = (args: string): string => `Get-Verdict Defender ${args}`;
const all = String.raw`-CloudProtection 'advanced' -CloudBlockLevel 'high' -SampleSubmission 'all' -PuaProtection 'on' -RealTimeProtection $true -ScanDay 'daily' -ScanTime '12:30' -ScanType 'quick' -ExcludedPaths @('c:\data\', 'E:\New', 'e:\new\') -ExcludedProcesses @('contoso.exe') -ExcludedExtensions @('.CTO', 'mdf')`;

let result: (name: string) => CaseResult;
const why = (name: string): string => {
  const verdict = verdictOf(result(name));
  return `${verdict.RemedycVerdict}: ${verdict.Why}`;
};

const cases: Record<string, string> = {
  "read all": read([...SETTINGS, ...FACTS]),
  "read words": `$script:Now.MAPSReporting = [byte]9; $script:Now.CloudBlockLevel = [byte]3; $script:Now.DisableRealtimeMonitoring = $false; $script:Now.ExclusionPath = $null\n${read(["CloudProtection", "CloudBlockLevel", "RealTimeProtection", "ExcludedPaths"])}`,
  "read missing": `$script:Status = $script:Now = $null\n${read(["SampleSubmission", "ExcludedPaths", ...FACTS])}`,
  "read stopped": `$script:Status = $script:Now = @{}\n${read(["SampleSubmission", ...FACTS])}`,
  "read old": `$script:Status.Remove('AMRunningMode'); $script:Status.Remove('IsTamperProtected'); $script:Now.Remove('CloudBlockLevel')\n${read(["Mode", "TamperProtected", "CloudBlockLevel"])}`,
  "read modes": `foreach ($mode in 'Passive Mode', 'SxS Passive Mode', 'EDR Block Mode', 'Not running', 'Passiv') { $script:Status.AMRunningMode = $mode; Read-DefenderMode }`,
  "all wrong": look(all),
  holds: look(
    String.raw`-CloudProtection 'basic' -RealTimeProtection $false -ScanTime '03:15' -ExcludedPaths @('c:\DATA\') -ExcludedExtensions @('.cto')`,
  ),
  hidden: `$script:Now.ExclusionPath = [string[]]@('N/A: Must be an administrator to view exclusions')\n${look(String.raw`-ExcludedPaths @('C:\X')`)}`,
  missing: `$script:Status = $script:Now = $null\n${look("-CloudProtection 'advanced'")}`,
  stopped: `$script:Status.AMRunningMode = 'Not running'; $script:Now = @{}\n${look("-CloudProtection 'advanced'")}`,
  passive: `$script:Status.AMRunningMode = 'SxS Passive Mode'\n${look("-CloudProtection 'advanced'")}`,
  "unknown mode": `$script:Status.AMRunningMode = 'Passiv'\n${look("-CloudProtection 'advanced'")}`,
  policy: `$script:Values['Spynet\\SpynetReporting'] = 0; $script:Values['Policy Manager\\SubmitSamplesConsent'] = 1\n${look("-CloudProtection 'advanced' -SampleSubmission 'all' -ScanType 'quick'")}`,
  "policy lets us": `$script:Values['Spynet\\SpynetReporting'] = 0; $script:Values['Spynet\\LocalSettingOverrideSpynetReporting'] = 1\n${look("-CloudProtection 'advanced'")}`,
  "policy of another": `$script:Values['Scan\\ScheduleDay'] = 1\n${look("-CloudProtection 'advanced' -ExcludedPaths @('C:\\X')")}`,
  "every policy": `foreach ($name in 'Spynet\\SpynetReporting', 'MpEngine\\MpCloudBlockLevel', 'Spynet\\SubmitSamplesConsent', 'PUAProtection', 'Real-Time Protection\\DisableRealtimeMonitoring', 'Scan\\ScheduleDay', 'Scan\\ScheduleTime', 'Scan\\ScanParameters', 'DisableLocalAdminMerge') { $script:Values[$name] = 1 }\n${look(all)}`,
  "Intune's": `foreach ($name in 'AllowCloudProtection', 'CloudBlockLevel', 'SubmitSamplesConsent', 'PUAProtection', 'AllowRealtimeMonitoring', 'ScheduleScanDay', 'ScheduleScanTime', 'ScanParameter', 'DisableLocalAdminMerge') { $script:Values["Policy Manager\\$name"] = 1 }\n${look(all)}`,
  merged: `$script:Values['DisableLocalAdminMerge'] = 0\n${look("-ExcludedPaths @('C:\\X')")}`,
  tamper: `$script:Status.IsTamperProtected = $true\n${look("-CloudProtection 'advanced' -RealTimeProtection $true -SampleSubmission 'all'")}\n${look("-SampleSubmission 'all'")}`,
  repair: `Repair-Defender ${all}\n$script:Calls\n${look(all)}\n$script:Journal | ForEach-Object { $_ -join '|' }`,
  "repair nothing": "Repair-Defender -CloudProtection 'basic'; $script:Calls.Count",
  ignored: "$script:Takes = $false; $script:Status.IsTamperProtected = $true; Repair-Defender -SampleSubmission 'all'",
  undo: String.raw`Undo-DefenderSetting @('MAPSReporting') '2'; Undo-DefenderSetting @('DisableRealtimeMonitoring') '0'; Undo-DefenderSetting @('ScanScheduleTime') '02:00'; Undo-DefenderSetting @('ExclusionPath', 'C:\Data') ''
$script:Calls; Get-DefenderSettingState @('MAPSReporting'); Get-DefenderSettingState @('DisableRealtimeMonitoring'); Get-DefenderSettingState @('ScanScheduleTime'); Get-DefenderSettingState @('ExclusionPath', 'C:\Data'); Get-DefenderSettingState @('ExclusionPath', 'd:\sql\*.MDF')`,
  verbs:
    "Invoke-DefenderUpdate; Invoke-DefenderUpdate -Timeout '00:01:00'; $script:Calls; $script:Journal | ForEach-Object { $_ -join '|' }",
  "scan hangs":
    "try { Invoke-DefenderScan -Type 'full' } catch { $_.Exception.Message }; try { Invoke-DefenderScan } catch { }; $script:Calls",
  "scan of nothing": "$script:Status = $null; Invoke-DefenderScan",
};

beforeAll(async () => {
  result = await runCases({
    functions: ["Test-Defender", "Repair-Defender", ...[...SETTINGS, ...FACTS].map((name) => `Read-Defender${name}`)],
    fakes: [],
    setup: CIM,
    cases,
  });
});

describe("Microsoft Defender Antivirus", () => {
  test("is read in the words of remedies", () => {
    expect(result("read all")).toEqual({
      output: [
        "basic",
        "high_plus",
        "safe",
        "audit",
        "False",
        "never",
        "03:15",
        "full",
        String.raw`C:\Data D:\SQL\*.mdf`,
        "",
        "cto",
        "True",
        "normal",
        "True",
        "False",
        "2.00:00:00",
        "1.443.155.0",
        "1.1.25110.1",
      ],
      error: "",
    });
    expect(result("read words").output).toEqual(["9", "3", "True", ""]);
    expect(result("read modes").output).toEqual(["passive", "sxs_passive", "edr_block", "not_running", "other"]);
  });

  test("tells that it is missing, does not run or has no such setting, and is unreadable otherwise", () => {
    const nothing = "Microsoft Defender Antivirus is missing or does not run";
    const rest = Array.from({ length: 5 }, () => nothing);
    expect(result("read missing").output).toEqual([nothing, nothing, "False", "missing", ...rest]);
    expect(result("read stopped").output).toEqual([nothing, "True", "not_running", ...rest]);
    expect(result("read old").output).toEqual(["other", "False", "this version of Microsoft Defender Antivirus has no CloudBlockLevel"]);
  });

  test("says each setting that differs, and each entry that a list lacks", () => {
    expect(why("holds")).toBe("holds: ");
    expect(why("all wrong")).toBe(
      `deviates: Microsoft Defender Antivirus: ${[
        "MAPSReporting is basic, it should be advanced",
        "CloudBlockLevel is high_plus, it should be high",
        "SubmitSamplesConsent is safe, it should be all",
        "PUAProtection is audit, it should be on",
        "DisableRealtimeMonitoring is True, it should be False",
        "ScanScheduleDay is never, it should be daily",
        "ScanScheduleTime is 03:15, it should be 12:30",
        "ScanParameters is full, it should be quick",
        String.raw`ExclusionPath lacks E:\New`,
        "ExclusionProcess lacks contoso.exe",
        "ExclusionExtension lacks mdf",
      ].join(" and ")}`,
    );
    expect(result("hidden").error).toBe("a policy hides the exclusions of Microsoft Defender Antivirus");
  });

  test("is blocked where it does not protect the machine", () => {
    expect(why("missing")).toBe("blocked: Microsoft Defender Antivirus is missing: this Windows does not have it");
    expect(why("stopped")).toBe(
      "blocked: Microsoft Defender Antivirus does not run: another product protects this machine, or it was turned off",
    );
    expect(why("passive")).toContain("it should be advanced: it is in mode sxs_passive, since another product protects this machine");
    expect(why("unknown mode")).toMatch(/^deviates: /);
  });

  test("is blocked where a policy or tamper protection decides, by the place", () => {
    const places = String.raw`HKLM\SOFTWARE\Policies\Microsoft\Windows Defender`;
    expect(why("policy")).toMatch(/^blocked: /);
    expect(why("policy")).toContain(
      String.raw`it should be quick: a policy decides on MAPSReporting (${places}\Spynet\SpynetReporting is 0), change it there and a policy decides on SubmitSamplesConsent (${places}\Policy Manager\SubmitSamplesConsent is 1), change it there`,
    );
    expect(why("policy lets us")).toMatch(/^deviates: /);
    expect(why("policy of another")).toMatch(/^deviates: /);
    expect(why("merged")).toMatch(/^deviates: /);
    for (const name of ["every policy", "Intune's"]) expect(why(name).match(/a policy decides on/g), name).toHaveLength(11);
    const [both, samples] = result("tamper").output as readonly { RemedycVerdict: string; Why: string }[];
    expect(both?.Why).toContain("tamper protection decides on MAPSReporting and tamper protection decides on DisableRealtimeMonitoring");
    expect(both?.Why).not.toContain("decides on SubmitSamplesConsent");
    expect(samples?.RemedycVerdict).toBe("deviates");
  });

  test("is set one by one in the type that each has, lists by what they lack", () => {
    const set = (name: string, value: string, type: string): string => `MSFT_MpPreference Set ${name} ${value} ${type} 60`;
    const { output, error } = result("repair");
    expect(error).toBe("");
    expect(output.slice(0, 12)).toEqual([
      set("MAPSReporting", "2", "Byte"),
      set("CloudBlockLevel", "2", "Byte"),
      set("SubmitSamplesConsent", "3", "Byte"),
      set("PUAProtection", "1", "Byte"),
      set("DisableRealtimeMonitoring", "False", "Boolean"),
      set("ScanScheduleDay", "0", "Byte"),
      expect.stringMatching(/^MSFT_MpPreference Set ScanScheduleTime .* 12:30:00 DateTime 60$/),
      set("ScanParameters", "1", "Byte"),
      String.raw`MSFT_MpPreference Add ExclusionPath E:\New String[] 60`,
      "MSFT_MpPreference Add ExclusionProcess contoso.exe String[] 60",
      "MSFT_MpPreference Add ExclusionExtension mdf String[] 60",
      { RemedycVerdict: "holds", Why: "" },
    ]);
    expect(output.slice(12)).toEqual([
      "DefenderSetting|1|2|MAPSReporting",
      "DefenderSetting|4|2|CloudBlockLevel",
      "DefenderSetting|1|3|SubmitSamplesConsent",
      "DefenderSetting|2|1|PUAProtection",
      "DefenderSetting|1|0|DisableRealtimeMonitoring",
      "DefenderSetting|8|0|ScanScheduleDay",
      "DefenderSetting|03:15|12:30|ScanScheduleTime",
      "DefenderSetting|2|1|ScanParameters",
      String.raw`DefenderSetting||excluded|ExclusionPath|E:\New`,
      "DefenderSetting||excluded|ExclusionProcess|contoso.exe",
      "DefenderSetting||excluded|ExclusionExtension|mdf",
    ]);
    expect(result("repair nothing").output).toEqual([0]);
    expect(result("ignored").error).toBe(
      "a change was taken without an error and not made, tamper protection is on: Microsoft Defender Antivirus: SubmitSamplesConsent is safe, it should be all",
    );
  });

  test("is set back as the journal says", () => {
    expect(result("undo").output).toEqual([
      "MSFT_MpPreference Set MAPSReporting 2 Byte 60",
      "MSFT_MpPreference Set DisableRealtimeMonitoring False Boolean 60",
      expect.stringMatching(/ScanScheduleTime .* 02:00:00 DateTime 60$/),
      String.raw`MSFT_MpPreference Remove ExclusionPath C:\Data String[] 60`,
      "2",
      "0",
      "02:00",
      "",
      "excluded",
    ]);
  });

  test("updates and scans no longer than it may", () => {
    expect(result("verbs").output).toEqual([
      "MSFT_MpSignature Update    900",
      "MSFT_MpSignature Update    60",
      "Lost|||the signatures of Microsoft Defender Antivirus were updated",
      "Lost|||the signatures of Microsoft Defender Antivirus were updated",
    ]);
    expect(result("scan hangs").output).toEqual([
      "the full scan of Microsoft Defender Antivirus: The operation has timed out",
      "MSFT_MpScan Start ScanType 2 Byte 3600",
      "MSFT_MpScan Start ScanType 1 Byte 3600",
    ]);
    expect(result("scan of nothing").error).toBe("Microsoft Defender Antivirus is missing or does not run");
  });
});

const RECIPE = String.raw`
remedy antivirus {
  title: "Antivirus"
  version: 1.0.0
  targets: [intune.remediation]

  step settings "Settings" {
    ensure defender { cloud_protection: advanced, sample_submission: all, scan_time: "12:30", excluded_paths: ['C:\Contoso\Data', 'D:\SQL'] }
    when defender.installed {
      check "the signatures are fresh" { defender.signature_age < 3d } fix { update defender }
      check "a scan every week" every 7d fix { scan defender { type: full, timeout: 4h } }
    }
  }
}

scenario "all of it is wrong" for antivirus {
  given { defender { cloud_protection: basic, sample_submission: safe, scan_time: "02:00", excluded_paths: ['C:\Other'], signature_age: 9d } }
  expect detect noncompliant
  expect fix succeeded
  expect defender { cloud_protection: advanced, sample_submission: all, scan_time: "12:30", excluded_paths: ['C:\Other', 'D:\SQL'], scan_day: daily }
}

scenario "tamper protection lets samples be set" for antivirus {
  given { defender { sample_submission: never, tamper_protected: true } }
  expect detect noncompliant
  expect fix succeeded
}

scenario "a policy decides, and another product protects the machine" for antivirus {
  given {
    defender { mode: passive, sample_submission: never }
    registry_value('HKLM\SOFTWARE\Policies\Microsoft\Windows Defender\Policy Manager', "SubmitSamplesConsent") { data: 2 }
  }
  expect detect noncompliant
  expect fix blocked
}

scenario "Windows does not have it" for antivirus {
  given { defender { installed: false } }
  expect detect noncompliant
  expect fix blocked
}

scenario "changes come to nothing" for antivirus {
  given { defender { cloud_protection: off, ignores_changes: true, signature_age: 9d, updating: hangs } }
  expect detect noncompliant
  expect fix failed
}

scenario "CIM does not answer" for antivirus {
  given { computer { cim_readable: false } }
  expect detect blocked
  expect fix blocked
}
`;

describe("a recipe for Microsoft Defender Antivirus", async () => {
  const recipe = await compileRecipeText(RECIPE);
  let runner: RecipeRunner;
  beforeAll(async () => {
    runner = await startRecipeRunner();
  });
  afterAll(() => {
    runner.close();
  });

  test.each(recipe.scenarios.map(({ title }) => title))("%s", async (title) => {
    expect(await runner.failuresOf(recipe, title, "intune.remediation")).toEqual([]);
  });

  test("stands every fault", async () => {
    const { faults, survivors } = await runner.faultsOf(recipe, "all of it is wrong", "intune.remediation", createKindFaultSample().choose);
    expect(survivors).toEqual([]);
    expect(faults).toBeGreaterThan(4);
  }, 300_000);
});
