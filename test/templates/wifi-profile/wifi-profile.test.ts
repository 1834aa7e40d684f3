import { beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";
import { BACK, differences, machine, standalone } from "../../simulator/rollback-support.ts";
import { startSimulation } from "../../simulator/simulate.ts";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

let result: (name: string) => CaseResult;
const tried = (body: string) => `try { ${body} } catch { "$_" }`;

/** Two adapters: `Guest` on both, `GUEST` of a policy, `Own` of one person. */
const SETUP = String.raw`
function Test-WlanService { -not $script:Down }
function Test-WlanProfileFile { $script:Kept }
function Find-WlanAdapter { foreach ($one in $script:Adapters) { , [byte[]]@($one) } }
function Find-WlanProfile([byte[]] $Interface) { foreach ($one in $script:Rows) { if ($one.Interface[0] -eq $Interface[0]) { $one } } }
function Write-WlanProfile([byte[]] $Interface, [string] $Xml) { $script:Calls += "$Interface $Xml"; if ($script:Refuses) { throw 'bad (error 1206, WLAN_REASON_CODE 524289)' }; $script:Rows += Row $Interface[0] ([xml]$Xml).WLANProfile.name 0 }
function Find-CopyBlocker([string] $Source, [string] $Sha256) { if ($Source -like '*lost*') { "its source $Source is not there" } }
function Open-SourceFile([string] $Path, [scriptblock] $Body) { & $Body }
function Get-FileSha256([string] $Path) { 'AB' * 32 }
function Read-TextFile([string] $Path) { [pscustomobject]@{ Text = "$([char]0xFEFF)$($script:Xml)" } }
function Get-WlanProfileText([byte[]] $Interface, [string] $Name) { $script:Texts[[int]$Interface[0]] }
function Clear-WlanProfile([byte[]] $Interface, [string] $Name) { $script:Calls += "$Interface $Name"; if ($script:Refuses) { throw [ComponentModel.Win32Exception]::new(5, 'Access is denied') }; $script:Rows = @($script:Rows | Where-Object { $_.Interface[0] -ne $Interface[0] -or $_.Name -cne $Name }) }
function Test-Elevation { $true }
function Row([byte] $Adapter, [string] $Name, [int] $Flags) { [pscustomobject]@{ Interface = [byte[]]@($Adapter); Name = $Name; Flags = $Flags } }
function Get-Profile([string] $Inner, [string] $Name = 'x') { '<WLANProfile xmlns="http://www.microsoft.com/networking/WLAN/profile/v1"><name>' + $Name + '</name>' + $Inner + '</WLANProfile>' }
function Reset {
    $script:Down = $script:Refuses = $script:Kept = $false; $script:Calls = @(); $script:Adapters = 1, 2; $script:Xml = Get-Profile '' 'New'
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
      ...[
        "Read-WifiProfileConnectionMode",
        "Read-WifiProfileGroupPolicy",
        "Find-WifiProfilePresenceBlocker",
        "Read-NetworkHasWirelessAdapter",
      ],
      ...["Undo-WifiProfile", "Get-WifiProfileState"],
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
        "without the service": `$script:Down = $true; ${tried("Test-WifiProfileAbsence 'Guest'")}; Read-NetworkHasWirelessAdapter; $script:Kept = $true; ${tried("Test-WifiProfileAbsence 'Guest'")}; ${tried("Read-NetworkHasWirelessAdapter")}`,
        "without an adapter": `$script:Adapters = @(); Test-WifiProfileAbsence 'Guest'; Select-WifiProfile; Read-NetworkHasWirelessAdapter; Find-WifiProfilePresenceBlocker 'New'; $script:Down = $true; Find-WifiProfilePresenceBlocker 'New'`,
        "what stands in the way": `foreach ($xml in '', '<a', '<WLANProfile/>', (Get-Profile '' 'new'), (Get-Profile '' 'New')) { $why = Find-WifiProfilePresenceBlocker -Name 'New' -Definition $xml; if ($why) { $why } else { 'nothing' } }; Find-WifiProfilePresenceBlocker -Name 'New' -Source 'C:\\lost.xml'; Find-WifiProfilePresenceBlocker -Name 'New' -Source 'C:\\a.xml' -Sha256 ('CD' * 32); Find-WifiProfilePresenceBlocker -Name 'Old' -Source 'C:\\a.xml'`,
        "made, and taken back": `Repair-WifiProfilePresence -Name 'New' -Source 'C:\\a.xml' -Sha256 ('ab' * 32); $script:Calls; $script:Journal | ForEach-Object { $_ -join '|' }; Get-WifiProfileState 'New'; Undo-WifiProfile 'New' ''; "[$(Get-WifiProfileState 'New')]"; Undo-WifiProfile 'New' 'there'`,
        "not taken": `$script:Refuses = $true; ${tried("Repair-WifiProfilePresence -Name 'New' -Definition $script:Xml")}`,
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
    expect(result("missing").output).toEqual(["Wi-Fi profile 'a b' is missing", "the remedy names neither definition nor source for it"]);
    const unreadable = "Wi-Fi profiles are kept, and the service WlanSvc (WLAN AutoConfig), which tells of them, does not run";
    expect(result("without the service").output).toEqual([false, unreadable, unreadable]);
    expect(result("without an adapter").output).toEqual([
      false,
      "this computer has no wireless adapter that is enabled",
      "this Windows has no wireless networks, or their service WlanSvc (WLAN AutoConfig) does not run",
    ]);
  });

  test("make it from its XML on each adapter, and show nothing of that", () => {
    const none = "what it is to be made of is no XML of a Wi-Fi profile";
    expect(result("what stands in the way").output).toEqual([
      ...["the remedy names neither definition nor source for it", none, none, "what it is to be made of is the profile new", "nothing"],
      ...[String.raw`its source C:\lost.xml is not there`, String.raw`its source C:\a.xml is another file than its SHA-256 says`],
      "what it is to be made of is the profile New",
    ]);
    const xml = '<WLANProfile xmlns="http://www.microsoft.com/networking/WLAN/profile/v1"><name>New</name></WLANProfile>';
    expect(result("made, and taken back").output).toEqual([
      ...[`1 ${xml}`, `2 ${xml}`, "WifiProfile||there|New", "there", "[]", "it is not known what it was"],
    ]);
    expect(result("not taken").output).toEqual(["Wi-Fi profile New could not be made: bad (error 1206, WLAN_REASON_CODE 524289)"]);
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

const XML = `<WLANProfile xmlns="http://www.microsoft.com/networking/WLAN/profile/v1"><name>Corp</name><SSIDConfig><SSID><name>Corp</name></SSID></SSIDConfig>
  <connectionMode>auto</connectionMode><MSM><security><authEncryption><authentication>WPA2</authentication></authEncryption></security></MSM></WLANProfile>`;

const recipe = await compileRecipeText(String.raw`
remedy guest_wifi {
  title: "No profile of the guests' network"
  version: 1.0.0
  targets: [intune.remediation]
  step wifi "Wi-Fi" {
    ensure wifi_profile("Guest's $(1)") absent
    each w in wifi_profile(authentication == "open", group_policy == false) { ensure w absent }
    when network.has_wireless_adapter {
      ensure wifi_profile("Corp") present { definition: '''${XML}''' }
      ensure wifi_profile("Key") present { source: 'C:\Contoso\key.xml', sha256: "${"AB".repeat(32)}" }
      ensure wifi_profile("Far") present { source: "https://download.contoso.com/far.xml", sha256: "${"CD".repeat(32)}" }
    }
    warn "Corp is not joined by itself." when wifi_profile("Corp").connection_mode != auto
  }
}
scenario "two too many, and three that are missing" for guest_wifi {
  given {
    wifi_profile("Guest's $(1)") { connection_mode: none }
    wifi_profile("Cafe") { authentication: "open" }
    wifi_profile("Airport") { authentication: "open", group_policy: true }
  }
  expect detect noncompliant
  expect fix succeeded
  expect wifi_profile("Guest's $(1)") absent
  expect wifi_profile("Cafe") absent
  expect wifi_profile("Airport") present
  expect wifi_profile("Corp") present
}
scenario "one of a policy, and one that is of another name" for guest_wifi {
  given {
    wifi_profile("Guest's $(1)") { group_policy: true }
    file('C:\Contoso\key.xml') { content: "<WLANProfile/>", sha256: "${"AB".repeat(32)}" }
  }
  expect detect noncompliant
  expect fix blocked
  expect wifi_profile("Guest's $(1)") present
  expect wifi_profile("Key") absent
}
scenario "no adapter" for guest_wifi {
  given { network.has_wireless_adapter: false }
  expect detect compliant
}
scenario "no service" for guest_wifi {
  given { wifi_profile("Corp") { service_running: false } }
  expect detect blocked
  expect fix blocked
}
`);

describe("a recipe with wifi_profile", () => {
  testRecipe(recipe, { "two too many, and three that are missing": 8 });
});

test("a Wi-Fi profile that the fix made is deleted by -Rollback", async () => {
  const before = machine();
  const simulation = await startSimulation();
  const run = await standalone(simulation, `ensure wifi_profile("Corp") { definition: '''${XML}''' }`);
  const fixed = await run(before);
  expect(Object.keys(fixed.machine.wifi)).toEqual(["Corp"]);
  const back = await run(fixed.machine, BACK);
  expect(back.output[0]).toMatch(/^UNDONE sample 1\.0\.0 \| 1 of 1 undone/);
  expect(differences(before, back.machine)).toEqual([]);
});
