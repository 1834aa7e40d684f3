import { beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

let result: (name: string) => CaseResult;
const tried = (body: string) => `try { ${body} } catch { "$_" }`;

/** Two adapters: `Guest` on both, `GUEST` of a policy, `Own` of one person. */
const SETUP = String.raw`
function Find-WlanProfile { if ($script:Down) { throw 'the service WlanSvc (WLAN AutoConfig) does not run' }; $script:Rows }
function Get-WlanProfileText([byte[]] $Interface, [string] $Name) { $script:Texts[[int]$Interface[0]] }
function Clear-WlanProfile([byte[]] $Interface, [string] $Name) { $script:Calls += "$Interface $Name"; if ($script:Refuses) { throw [ComponentModel.Win32Exception]::new(5, 'Access is denied') }; $script:Rows = @($script:Rows | Where-Object { $_.Interface[0] -ne $Interface[0] -or $_.Name -cne $Name }) }
function Test-Elevation { $true }
function Row([byte] $Adapter, [string] $Name, [int] $Flags) { [pscustomobject]@{ Interface = [byte[]]@($Adapter); Name = $Name; Flags = $Flags } }
function Get-Profile([string] $Inner) { '<WLANProfile xmlns="http://www.microsoft.com/networking/WLAN/profile/v1"><name>x</name>' + $Inner + '</WLANProfile>' }
function Reset {
    $script:Down = $script:Refuses = $false; $script:Calls = @()
    $script:Rows = @((Row 1 'Guest' 0), (Row 1 'GUEST' 1), (Row 1 'Own' 2), (Row 2 'Guest' 0), (Row 2 "It's [x]" 0))
    $script:Texts = @{
        1 = Get-Profile '<connectionMode>manual</connectionMode><MSM><security><EAPConfig><authentication xmlns="urn:other">no</authentication></EAPConfig><authEncryption><authentication>WPA2PSK</authentication></authEncryption></security></MSM>'
        2 = Get-Profile ''
    }
}`;

beforeAll(async () => {
  result = await runCases({
    functions: [
      ...["Test-WifiProfileAbsence", "Test-WifiProfilePresence", "Find-WifiProfileAbsenceBlocker", "Repair-WifiProfileAbsence"],
      ...["Repair-WifiProfilePresence", "Select-WifiProfile", "Read-WifiProfileExists", "Read-WifiProfileAuthentication"],
      ...["Read-WifiProfileConnectionMode", "Read-WifiProfileGroupPolicy"],
    ],
    fakes: [],
    setup: SETUP,
    cases: Object.fromEntries(
      Object.entries({
        "all of them": "Select-WifiProfile",
        "one that is there": "Get-Verdict WifiProfile -Name 'Guest' -Absent",
        "one of a policy": "Get-Verdict WifiProfile -Name 'GUEST' -Absent",
        "one of a person": "Get-Verdict WifiProfile -Name 'Own' -Absent",
        "in another case": "Get-Verdict WifiProfile -Name 'guest' -Absent",
        "with a soft hyphen": 'Get-Verdict WifiProfile -Name "Gu$([char]0xAD)est" -Absent',
        "without the service": `$script:Down = $true; ${tried("Test-WifiProfileAbsence 'Guest'")}`,
        deleted:
          "Repair-WifiProfileAbsence -Name 'Guest'; Test-WifiProfileAbsence 'Guest'; $script:Calls; $script:Journal | ForEach-Object { $_ -join '|' }",
        refused: `$script:Refuses = $true; ${tried("Repair-WifiProfileAbsence -Name 'It''s [x]'")}; $script:Calls`,
        missing: `Test-WifiProfilePresence "a\`nb"; Test-WifiProfilePresence 'Guest'; ${tried("Repair-WifiProfilePresence 'X'")}`,
        read: "foreach ($name in 'Guest', 'GUEST', \"It's [x]\", 'X') { foreach ($word in 'Exists', 'Authentication', 'ConnectionMode', 'GroupPolicy') { $value = & \"Read-WifiProfile$word\" $name; if ($null -eq $value) { 'none' } else { $value } } }",
      }).map(([name, body]) => [name, `Reset; ${body}`]),
    ),
  });
});

describe("the functions of wifi_profile", () => {
  test("find what all users have, once, by name with upper and lower case", () => {
    expect(result("all of them").output).toEqual(["Guest", "GUEST", "It's [x]"]);
    expect(verdictOf(result("one that is there"))).toEqual({
      RemedycVerdict: "deviates",
      Why: "Wi-Fi profile Guest is there, it should be absent",
    });
    for (const name of ["one of a person", "in another case", "with a soft hyphen"])
      expect(verdictOf(result(name)), name).toEqual({ RemedycVerdict: "holds", Why: "" });
  });

  test("leave what a policy has made", () => {
    expect(verdictOf(result("one of a policy"))).toEqual({
      RemedycVerdict: "blocked",
      Why: "Wi-Fi profile GUEST is there, it should be absent: a Group Policy has made it; take it out there",
    });
  });

  test("delete it from each adapter, and say what Windows said", () => {
    expect(result("deleted").output).toEqual([
      ...["1 Guest", "2 Guest"],
      ...Array<string>(2).fill("Lost|||Wi-Fi profile Guest was deleted"),
    ]);
    expect(result("refused").output).toEqual([
      expect.stringMatching(/^Wi-Fi profile 'It"s \[x\]' could not be deleted: .*Access is denied/),
      "2 It's [x]",
    ]);
  });

  test("say what is missing, and what cannot be read", () => {
    expect(result("missing").output).toEqual(["Wi-Fi profile 'a b' is missing", "Wi-Fi profile X is missing, and a script makes none"]);
    expect(result("without the service").output).toEqual(["the service WlanSvc (WLAN AutoConfig) does not run"]);
  });

  test("read it", () => {
    expect(result("read").output).toEqual(
      [
        [true, "WPA2PSK", "manual", false],
        [true, "WPA2PSK", "manual", true],
        [true, "none", "none", false],
        [false, "none", "none", "none"],
      ].flat(),
    );
  });
});

const recipe = await compileRecipeText(String.raw`
remedy guest_wifi {
  title: "No profile of the guests' network"
  version: 1.0.0
  targets: [intune.remediation]
  step wifi "Wi-Fi" {
    ensure wifi_profile("Guest's $(1)") absent
    each w in wifi_profile(authentication == "open", group_policy == false) { ensure w absent }
    ensure wifi_profile("Corp") present
    warn "Corp is not joined by itself." when wifi_profile("Corp").connection_mode != auto
  }
}
scenario "two too many" for guest_wifi {
  given {
    wifi_profile("Guest's $(1)") { connection_mode: none }
    wifi_profile("Cafe") { authentication: "open" }
    wifi_profile("Airport") { authentication: "open", group_policy: true }
    wifi_profile("Corp") { authentication: "WPA2", connection_mode: manual }
  }
  expect detect noncompliant
  expect fix succeeded
  expect wifi_profile("Guest's $(1)") absent
  expect wifi_profile("Cafe") absent
  expect wifi_profile("Airport") present
}
scenario "one of a policy, and one that nobody makes" for guest_wifi {
  given { wifi_profile("Guest's $(1)") { group_policy: true } }
  expect detect noncompliant
  expect fix blocked
  expect wifi_profile("Guest's $(1)") present
}
scenario "no adapter" for guest_wifi {
  given { wifi_profile("Corp") { adapter: false } }
  expect detect blocked
  expect fix blocked
}
`);

describe("a recipe with wifi_profile", () => {
  testRecipe(recipe, { "two too many": 4 });
});
