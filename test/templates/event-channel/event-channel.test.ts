import { beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

const POLICY = String.raw`HKLM\SOFTWARE\Policies\Microsoft\Windows\EventLog`;
const NONE = "there is no event channel None";
const SYSTEM = `Group Policy or Intune (${POLICY}\\System), change it there`;

let result: (name: string) => CaseResult;
/** A channel that is as Windows ships it but for `own`. */
const channel = (own: string, more = "") =>
  `$script:Own = @{ Enabled = $true; Size = [long]1028KB; Mode = 'circular'; Direct = $false; File = 'C:\\x.evtx' }; $own = @{ ${own} }; foreach ($key in $own.Keys) { $script:Own[$key] = $own[$key] }\n${more}\n`;
const verdict = (own: string, wish: string, more = "") => `${channel(own, more)}Get-Verdict EventChannel ${wish}`;
const policy = (name: string, type: string, data: string, log = "System") => `Set-Fake '${POLICY}\\${log}' '${name}' '${type}' ${data}\n`;

beforeAll(async () => {
  result = await runCases({
    functions: ["Test", "Repair", "Undo"]
      .map((verb) => `${verb}-EventChannel`)
      .concat(
        ["Exists", "Enabled", "MaximumSize", "Mode", "File"].map((name) => `Read-EventChannel${name}`),
        ["Find-EventChannelBlocker", "Get-EventChannelState"],
      ),
    fakes: ["registry"],
    setup: String.raw`function Get-EventChannel([string] $Name) { if ($Name -eq 'Broken') { throw 'The RPC server is unavailable.' } if ($Name -notlike 'No*') { [pscustomobject]$script:Own } }
function Write-EventChannel([string] $Name, [string] $Setting, [object] $Value) {
    if ($script:Own.Direct -and $script:Own.Enabled -and $Setting -ne 'enabled') { throw 'an enabled direct channel' }
    $script:Writes += "$Name $Setting $Value"; $script:Own[$Setting] = $Value
}`,
    cases: {
      holds: verdict("Size = [long]20MB", "-Name 'System' -Enabled $true -MaximumSize 20971520 -Mode 'circular'"),
      "between two sizes": verdict("Size = [long]1152KB", "-Name 'System' -MaximumSize 1114113"),
      "the smallest": verdict("", "-Name 'X' -MaximumSize 1114112"),
      "smaller than Windows has any": verdict("", "-Name 'X' -MaximumSize 0"),
      several: verdict("Enabled = $false; Mode = 'retain'", "-Name 'X' -Enabled $true -MaximumSize 20971520 -Mode 'archive'"),
      larger: verdict("Size = [long]1GB", "-Name 'X' -MaximumSize 20971520"),
      missing: verdict("", "-Name 'None' -Enabled $false"),
      "does not answer": `${channel("")}Test-EventChannel -Name 'Broken' -Enabled $true`,
      "to be switched off": verdict("", "-Name 'System' -Enabled $false"),
      "Setup to be switched off": verdict("", "-Name 'Setup' -Enabled $false"),
      "a policy's size": verdict("Size = [long]20MB", "-Name 'System' -MaximumSize 20971520", policy("MaxSize", "DWord", "32768")),
      "the policy's size": verdict("", "-Name 'system' -MaximumSize 20480000", policy("MaxSize", "DWord", "20000")),
      "a policy for another log": verdict("Size = [long]20MB", "-Name 'X' -MaximumSize 20971520", policy("MaxSize", "DWord", "32768", "X")),
      "a policy retains": verdict("", "-Name 'System' -Mode 'circular'", policy("Retention", "String", "'1'")),
      "a policy archives": verdict(
        "",
        "-Name 'System' -Mode 'archive'",
        policy("Retention", "String", "'1'") + policy("AutoBackupLogFiles", "String", "'1'"),
      ),
      "a policy archives nothing": verdict(
        "Mode = 'archive'",
        "-Name 'System' -Mode 'archive'",
        policy("Retention", "String", "'0'") + policy("AutoBackupLogFiles", "String", "'1'"),
      ),
      "a policy switches it off": verdict("", "-Name 'Setup' -Enabled $true", policy("Enabled", "String", "'0'", "Setup")),
      "a policy that cannot be read": `${channel("")}$script:Hidden = @('${`hklm|64|${POLICY.slice(5)}\\System`.toLowerCase()}'); Test-EventChannel -Name 'System' -MaximumSize 20971520`,
      recording: verdict("Direct = $true; Mode = 'retain'", "-Name 'X/Debug' -Enabled $true -Mode 'circular'"),
      "recording, of another size": verdict("Direct = $true", "-Name 'X/Debug' -MaximumSize 20971520"),
      "recording, and right": verdict("Direct = $true", "-Name 'X/Debug' -Enabled $true -Mode 'circular'"),
      "recording until now": verdict("Direct = $true", "-Name 'X/Debug' -Enabled $false -Mode 'retain'"),
      read: `${channel("Enabled = $false; Size = [long]2MB", policy("MaxSize", "DWord", "32768"))}foreach ($name in 'Exists', 'Enabled', 'MaximumSize', 'Mode', 'File') { & "Read-EventChannel$name" 'System' }; foreach ($name in 'size', 'enabled') { Get-EventChannelState 'System', $name }; Get-EventChannelState 'None', 'size'; Read-EventChannelExists 'None'; foreach ($name in 'Mode', 'File') { try { & "Read-EventChannel$name" 'None' } catch { "$_" } }`,
      "on last": `${channel("Direct = $true; Enabled = $false")}foreach ($i in 1, 2) { Repair-EventChannel -Name 'X/Debug' -Enabled $true -MaximumSize 5000000 -Mode 'retain' }; $script:Writes`,
      "off first": `${channel("Direct = $true")}foreach ($i in 1, 2) { Repair-EventChannel -Name 'X/Debug' -Enabled $false -MaximumSize 20971520 }; $script:Writes; $script:Writes = @()
Undo-EventChannel 'X/Debug', 'size' '1052672'; Undo-EventChannel 'X/Debug', 'enabled' 'true'; $script:Writes`,
      "nothing to go back to": `${channel("")}Undo-EventChannel 'X', 'size' ''; Undo-EventChannel 'X', 'size' "1052672\`n"; Undo-EventChannel 'X', 'mode' 'Auto'; Undo-EventChannel 'X', 'enabled' 'absent'; $script:Writes.Count`,
    },
  });
});

describe("the functions of event_channel", () => {
  test("say what is not as wished", () => {
    for (const name of [
      "holds",
      "between two sizes",
      "the policy's size",
      "a policy for another log",
      "a policy archives",
      "recording, and right",
    ])
      expect(verdictOf(result(name)), name).toEqual({ RemedycVerdict: "holds", Why: "" });
    for (const [name, why] of [
      ["smaller than Windows has any", "event channel X has size 1028 KB, not 1088 KB"],
      ["the smallest", "event channel X has size 1028 KB, not 1088 KB"],
      ["several", "event channel X has size 1028 KB, not 20480 KB and mode retain, not archive and enabled false, not true"],
      ["larger", "event channel X has size 1048576 KB, not 20480 KB"],
      ["Setup to be switched off", "event channel Setup has enabled true, not false"],
      ["recording until now", "event channel X/Debug has enabled true, not false and mode circular, not retain"],
    ] as const)
      expect(verdictOf(result(name)), name).toEqual({ RemedycVerdict: "deviates", Why: why });
  });

  test.each([
    ["missing", "there is no event channel None: it comes with the program or feature that writes to it"],
    ["to be switched off", "event channel System has enabled true, not false: Windows does not allow that it is switched on or off"],
    ["a policy's size", `event channel System has size 32768 KB, not 20480 KB: size is set by ${SYSTEM}`],
    ["a policy retains", `event channel System has mode retain, not circular: mode is set by ${SYSTEM}`],
    ["a policy archives nothing", `event channel System has mode circular, not archive: mode is set by ${SYSTEM}`],
    [
      "a policy switches it off",
      `event channel Setup has enabled false, not true: enabled is set by ${SYSTEM.replace("\\System", "\\Setup")}`,
    ],
    ["recording", "mode of an analytic or debug log only while it is off"],
    ["recording, of another size", "size of an analytic or debug log only while it is off, and it is recording now"],
  ])("are blocked: %s", (name, why) => {
    expect(verdictOf(result(name)).RemedycVerdict).toBe("blocked");
    expect(verdictOf(result(name)).Why).toContain(why);
  });

  test("are never content with what cannot be read", () => {
    expect(result("does not answer").error).toBe("The RPC server is unavailable.");
    expect(result("a policy that cannot be read").error).toContain("MaxSize: Requested registry access is not allowed.");
  });

  test("read it", () => {
    expect(result("read")).toEqual({
      output: [true, false, 32 * 2 ** 20, "circular", "C:\\x.evtx", String(2 * 2 ** 20), "false", "absent", false, NONE, NONE],
      error: "",
    });
  });

  test("set what deviates once, in the order that Windows asks for, and take it back", () => {
    expect(result("on last")).toEqual({ output: ["X/Debug size 5046272", "X/Debug mode retain", "X/Debug enabled True"], error: "" });
    expect(result("off first")).toEqual({
      output: ["X/Debug enabled False", "X/Debug size 20971520", "X/Debug size 1052672", "X/Debug enabled True"],
      error: "",
    });
    expect(result("nothing to go back to")).toEqual({
      output: ["it was ''", expect.stringMatching(/^it was '1052672/), "it was 'Auto'", "it was 'absent'", 0],
      error: "",
    });
  });
});

const RECIPE = String.raw`
remedy logs {
  title: "Event logs"
  version: 1.0.0
  publisher: "IT"
  targets: [intune.remediation, standalone]

  step logs "Logs" {
    ensure event_channel("Application") { maximum_size: 64MB, mode: circular }
    ensure event_channel("Microsoft-Windows-PrintService/Operational") { enabled: true, maximum_size: 10MB }
    ensure event_channel("Contoso/Debug") { enabled: false, maximum_size: 2MB }
  }
}

scenario "small, off, and a trace that somebody forgot" for logs {
  given {
    event_channel("Application") { mode: retain }
    event_channel("Microsoft-Windows-PrintService/Operational") { enabled: false }
    event_channel("Contoso/Debug") { direct: true, enabled: true, maximum_size: 4GB }
  }
  expect detect noncompliant
  expect fix succeeded
  expect event_channel("Application") { maximum_size: 64MB, mode: circular }
  expect event_channel("microsoft-windows-printservice/operational") { enabled: true, maximum_size: 10MB }
  expect event_channel("Contoso/Debug") { enabled: false, maximum_size: 2MB }
}

scenario "a policy sets a size" for logs {
  given { registry_value('${POLICY}\Application', "MaxSize") { data: 32768 } }
  expect detect noncompliant
  expect fix blocked
}

scenario "no such program" for logs {
  given { event_channel("Contoso/Debug") { known: false } }
  expect detect noncompliant
  expect fix blocked
}

scenario "the service of the logs does not run" for logs {
  given { service("EventLog") { state: stopped } }
  expect detect blocked
  expect fix blocked
}
`;

describe("a recipe with event_channel", async () => {
  const recipe = await compileRecipeText(RECIPE);
  testRecipe(recipe, { "small, off, and a trace that somebody forgot": 4 });

  test.each([
    ["maximum_size: 1MB", "the least is 1114112"],
    ["maximum_size: 3TB", "the most is 2199023190016"],
    ["mode: auto_backup", "'archive'"],
  ])("%s is refused", async (state, why) => {
    await expect(compileRecipeText(RECIPE.replace("maximum_size: 64MB", state))).rejects.toThrow(why);
  });

  test.each(["", "Contoso*", 'a"b', String.raw`a\\b`])("a channel '%s' is refused", async (name) => {
    await expect(
      compileRecipeText(RECIPE.replace('event_channel("Application")', `event_channel("${name.replaceAll('"', '\\"')}")`)),
    ).rejects.toThrow();
  });
});
