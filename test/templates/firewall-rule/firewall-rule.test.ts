import { beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

const POLICY = String.raw`HKLM\SOFTWARE\Policies\Microsoft\WindowsFirewall`;
const INTUNE = String.raw`HKLM\SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\Mdm`;

let result: (name: string) => CaseResult;
const verdict = (wish: string, before = "") => `${before}\nGet-Verdict FirewallRule -Name 'contoso' ${wish}`;
const add = (change: string) => `$rule = New-Rule; ${change}; $script:Rules += $rule`;
const merge = (store: string, profile: string, data = 0) =>
  `Set-Fake '${store}\\${profile}Profile' 'AllowLocalPolicyMerge' 'DWord' ${data}`;
const MAKE = "-Direction 'inbound' -Action 'allow'";
const tried = (body: string) => `try { ${body} } catch { "$_" }`;

beforeAll(async () => {
  result = await runCases({
    functions: [
      "Test-FirewallRule",
      "Test-FirewallRuleAbsence",
      "Test-FirewallRuleEnabled",
      "Repair-FirewallRule",
      "Repair-FirewallRuleAbsence",
      "Read-FirewallRuleExists",
      "Find-FirewallRuleBlocker",
      "Read-FirewallRule",
    ].concat(
      ["Undo-FirewallRule", "Undo-FirewallRuleSetting", "Get-FirewallRuleState", "Get-FirewallRuleSettingState"],
      ["Format-FirewallAddress"],
    ),
    fakes: ["registry"],
    setup: String.raw`
function New-Rule { [pscustomobject]@{ Name = 'Contoso'; Direction = 1; Action = 1; Protocol = 6; LocalPorts = '8080-8090,443'; RemotePorts = '*'; RemoteAddresses = 'LocalSubnet,10.0.0.0/255.0.0.0'; ApplicationName = '%ProgramFiles%\Contoso\agent.exe'; ServiceName = ''; Profiles = 0x7FFFFFFF; Enabled = $true } }
function Get-PathVariable([string] $Name) { if ($Name -eq 'Odd') { throw 'none' }; 'C:\Program Files' }
function Get-FirewallRule([string] $Name) { if ($null -eq $script:Rules) { throw 'There are no more endpoints' }; foreach ($one in $script:Rules) { if ($one.Name -eq $Name) { $one } } }
function Write-FirewallRule([string] $Name, [string] $Property, [object] $Value) { $script:Calls += "$Property=$Value"; foreach ($one in Get-FirewallRule $Name) { $one.$Property = $Value } }
function Add-FirewallRule([string] $Name, [Collections.IDictionary] $Values) { $script:Calls += "$Name $(@($Values.Keys | ForEach-Object { "$_=$($Values[$_])" }) -join ' ')" }
function Clear-FirewallRule([string] $Name) { $script:Calls += "deleted $Name" }
function Add-Journal { $script:Calls += "journal $(@($args | ForEach-Object { $_ -join ' ' }) -join '|')" }
function Reset { $script:Calls = @(); $script:Rules = @(New-Rule) }`,
    cases: Object.fromEntries(
      Object.entries({
        holds: verdict(
          String.raw`-Direction 'inbound' -Action 'allow' -Protocol 'tcp' -LocalPorts @('443', '8080-8090') -RemotePorts @('any') -RemoteAddresses @('10.1.2.3/8', 'localsubnet') -Program 'c:\program files\contoso\AGENT.exe' -Profiles @('public', 'domain', 'private') -Enabled $true`,
        ),
        several: verdict("-Action 'block' -LocalPorts @('443') -Service 'Dnscache' -Profiles @('domain') -Enabled $false"),
        "it is for another protocol": verdict("-Protocol 'udp'"),
        "it goes the other way": verdict("-Direction 'outbound' -Action 'block'"),
        "two have the name": verdict("-LocalPorts @('443') -Enabled $true", add("$rule.Enabled = $false")),
        "one of two is off": verdict("-Enabled $true", add("$rule.Enabled = $false")),
        "ports of ICMP": verdict("-LocalPorts @('443')", "$script:Rules[0].Protocol = 1; $script:Rules[0].LocalPorts = ''"),
        "no such rule": verdict("-Enabled $true", "$script:Rules = @()"),
        "it is on and counts nowhere": verdict(
          "-Enabled $true",
          ["Domain", "Private", "Public"].map((name) => merge(INTUNE, name)).join("; "),
        ),
        "all would come in": verdict(`${MAKE} -Protocol 'any'`, "$script:Rules = @()"),
        "ports of what": verdict(`${MAKE} -Program 'C:\\x.exe' -LocalPorts @('443')`, "$script:Rules = @()"),
        "can be made": verdict(`${MAKE} -Protocol 'udp' -LocalPorts @('53')`, "$script:Rules = @()"),
        "all of it is to go": verdict("-Absent"),
        "none is there": verdict("-Absent", "$script:Rules = @()"),
        "a policy shuts all networks": verdict("", ["Domain", "Private", "Public"].map((name) => merge(POLICY, name)).join("; ")),
        "a policy shuts one that is not named": verdict("-Profiles @('domain', 'private', 'public')", merge(INTUNE, "Domain", 1)),
        "Intune shuts one that is named": verdict("-Enabled $true -Profiles @('domain', 'private', 'public')", merge(INTUNE, "Public")),
        "Group Policy before Intune": verdict(
          "-Enabled $true -Profiles @('domain', 'private', 'public')",
          `${merge(INTUNE, "Public")}; ${merge(POLICY, "Public", 1)}`,
        ),
        "one of three is shut": verdict("-Enabled $true", merge(POLICY, "Public")),
        "what is off needs no policy": verdict(
          "-Enabled $false",
          `$script:Rules[0].Enabled = $false; ${merge(POLICY, "Domain")}; ${merge(POLICY, "Private")}; ${merge(POLICY, "Public")}`,
        ),
        unreadable: `$script:Rules = $null; ${tried("Test-FirewallRuleAbsence 'x'")}; ${tried("Read-FirewallRule 'x' -Property 'enabled'")}`,
        addresses:
          "'10.1.2.3/8', '10.0.0.0/255.0.0.0', '10.0.0.1/255.255.255.255', '10.0.0.1', '10.0.0.1-10.0.0.1', '10.0.0.1 - 10.0.0.9', '192.168.17.9/20', '2001:DB8:0:0::1/33', 'fe80::1/128', '0.0.0.0/0', 'DNS' | ForEach-Object { Format-FirewallAddress $_ }",
        read: String.raw`foreach ($name in 'direction', 'protocol', 'local_ports', 'remote_addresses', 'program', 'service', 'profiles', 'enabled') { $value = Read-FirewallRule 'CONTOSO' -Property $name; if ($null -eq $value) { 'none' } else { "$name $value" } }
$script:Rules[0].ApplicationName = '%Odd%\x.exe'; $script:Rules[0].Protocol = 47; $script:Rules[0].Profiles = 3; Read-FirewallRule 'Contoso' -Property 'program'; Read-FirewallRule 'Contoso' -Property 'protocol'; Read-FirewallRule 'Contoso' -Property 'profiles'
Read-FirewallRuleExists 'X'; Read-FirewallRuleExists 'CONTOSO'; $null -eq (Read-FirewallRule 'X' -Property 'enabled')
${add("$rule.Enabled = $false")}; Read-FirewallRule 'Contoso' -Property 'action'; ${tried("Read-FirewallRule 'Contoso' -Property 'enabled'")}`,
        repaired: String.raw`foreach ($turn in 1, 2) { Repair-FirewallRule 'Contoso' -Action 'block' -LocalPorts @('any') -RemoteAddresses @('10.0.0.0/8', 'DNS') -Service 'Dnscache' -Profiles @('private') -Enabled $false }; Get-FirewallRuleSettingState 'Contoso', 'remote_addresses'
Undo-FirewallRuleSetting 'Contoso', 'local_ports' '443, 8080-8090'; Undo-FirewallRuleSetting 'Contoso', 'service' 'any'; Undo-FirewallRuleSetting 'Contoso', 'protocol' 'other'; Get-FirewallRuleState 'X'; Get-FirewallRuleSettingState 'X', 'enabled'; $script:Calls`,
        "made and deleted": String.raw`Repair-FirewallRule 'New' -Direction 'outbound' -Action 'block' -Protocol 'icmpv6' -Profiles @('domain', 'private', 'public'); Repair-FirewallRuleAbsence 'Contoso'; Undo-FirewallRule 'New' ''; Get-FirewallRuleState 'Contoso'
${add("")}; Repair-FirewallRule 'Contoso' -Action 'block'; $script:Calls`,
      }).map(([name, body]) => [name, `Reset; ${body}`]),
    ),
  });
});

describe("the functions of firewall_rule", () => {
  test.each([
    "holds",
    "none is there",
    "a policy shuts one that is not named",
    "Group Policy before Intune",
    "one of three is shut",
    "what is off needs no policy",
  ])("are content: %s", (name) => {
    expect(verdictOf(result(name))).toEqual({ RemedycVerdict: "holds", Why: "" });
  });

  test.each([
    [
      "several",
      "firewall rule contoso has action allow, not block and local_ports 443, 8080-8090, not 443 and service any, not Dnscache and profiles domain, private, public, not domain and enabled true, not false",
    ],
    ["one of two is off", "firewall rule contoso has enabled false, not true"],
    ["can be made", "firewall rule contoso is missing"],
    ["all of it is to go", "firewall rule contoso exists, it should be absent"],
  ])("see that %s", (name, why) => {
    expect(verdictOf(result(name))).toEqual({ RemedycVerdict: "deviates", Why: why });
  });

  test.each([
    ["it is for another protocol", "has protocol tcp, not udp: one with another protocol is another rule"],
    ["it goes the other way", "one with another direction is another rule: give this one a name of its own"],
    ["two have the name", "2 rules have this name: give this one a name of its own, or ensure those absent first"],
    ["ports of ICMP", "local_ports are those of the protocol tcp or udp, not of icmpv4"],
    ["it is on and counts nowhere", "firewall rule contoso does not count: no rule of this computer counts on domain networks"],
    ["no such rule", "is missing: the remedy does not say the direction and the action"],
    ["all would come in", "it would let in everything"],
    ["ports of what", "local_ports are those of the protocol tcp or udp, not of any"],
    [
      "a policy shuts all networks",
      `does not count: no rule of this computer counts on domain networks, says a policy (${POLICY}\\DomainProfile`,
    ],
    ["Intune shuts one that is named", `counts on public networks, says a policy (${INTUNE}\\PublicProfile, AllowLocalPolicyMerge)`],
  ])("are blocked where %s", (name, why) => {
    expect(verdictOf(result(name)).RemedycVerdict).toBe("blocked");
    expect(verdictOf(result(name)).Why).toContain(why);
  });

  test("compare addresses however they are written, and are never content with what cannot be read", () => {
    expect(result("addresses").output).toEqual(
      ["10.0.0.0/8", "10.0.0.0/8", "10.0.0.1", "10.0.0.1", "10.0.0.1", "10.0.0.1-10.0.0.9", "192.168.16.0/20", "2001:db8::/33"].concat([
        "fe80::1",
        "0.0.0.0/0",
        "dns",
      ]),
    );
    const why = "Windows Firewall does not answer (does its service MpsSvc run?): There are no more endpoints";
    expect(result("unreadable").output).toEqual([why, why]);
  });

  test("read what there is", () => {
    expect(result("read")).toEqual({
      error: "",
      output: [
        "direction inbound",
        "protocol tcp",
        "local_ports 443 8080-8090",
        "remote_addresses 10.0.0.0/8 localsubnet",
        "program C:\\Program Files\\Contoso\\agent.exe",
        "none",
        "profiles domain private public",
        "enabled True",
        "%Odd%\\x.exe",
        "other",
        "domain",
        "private",
        false,
        true,
        true,
        "allow",
        "2 firewall rules have the name Contoso, and differ in enabled",
      ],
    });
  });

  test("set what deviates once, and take it back", () => {
    expect(result("repaired")).toEqual({
      error: "",
      output: ["10.0.0.0/8, dns", "it was 'other'", "", "absent"].concat(
        ["journal FirewallRuleSetting|Contoso action|allow|block", "Action=0"],
        ["journal FirewallRuleSetting|Contoso local_ports|443, 8080-8090|any", "LocalPorts=*"],
        ["journal FirewallRuleSetting|Contoso remote_addresses|10.0.0.0/8, localsubnet|10.0.0.0/8, dns", "RemoteAddresses=10.0.0.0/8,dns"],
        ["journal FirewallRuleSetting|Contoso service|any|Dnscache", "ServiceName=Dnscache"],
        ["journal FirewallRuleSetting|Contoso profiles|domain, private, public|private", "Profiles=2"],
        ["journal FirewallRuleSetting|Contoso enabled|true|false", "Enabled=False"],
        ["LocalPorts=443,8080-8090", "ServiceName="],
      ),
    });
    expect(result("made and deleted")).toEqual({
      error: "",
      output: ["made"].concat(
        ["journal FirewallRule|New||made", "New Direction=2 Action=0 Protocol=58 Profiles=2147483647 Enabled=True"],
        ["journal Lost|firewall rule Contoso was deleted", "deleted Contoso", "deleted New"],
        ["journal Lost|firewall rules Contoso got action block", "Action=0"],
      ),
    });
  });
});

const RECIPE = String.raw`
remedy firewall {
  title: "Firewall rules"
  version: 1.0.0
  publisher: "IT"
  targets: [intune.remediation]

  step rules "Rules" {
    ensure firewall_rule("Contoso Agent (TCP-In)") {
      direction: inbound, action: allow, protocol: tcp, local_ports: ["443", "8080-8090"], remote_addresses: ["10.0.0.0/8", "LocalSubnet"]
      program: '%ProgramFiles%\Contoso\agent.exe', profiles: ["domain", "private"]
    }
    ensure firewall_rule("Ping") { direction: inbound, action: allow, protocol: icmpv4, local_ports: ["any"] }
    ensure firewall_rule("Old 'rule'") absent
    ensure firewall_rule("Remote Desktop") { enabled: false }
    require all port in (firewall_rule("Contoso Agent (TCP-In)").remote_ports ?? ["any"]): port == "any" else "Remote ports are narrowed."
  }
}

scenario "missing, left over, open" for firewall {
  given {
    firewall_rule("OLD 'rule'") { copies: 2, program: none }
    firewall_rule("Remote Desktop") { local_ports: ["3389"], copies: 2, service: "TermService" }
  }
  expect detect noncompliant
  expect fix succeeded
  expect firewall_rule("Remote Desktop") { enabled: false }
}

scenario "narrower than it should be" for firewall {
  given {
    firewall_rule("Ping") { protocol: icmpv4 }
    firewall_rule("contoso agent (tcp-in)") { local_ports: ["443"], action: block, enabled: false, profiles: ["public"] }
    firewall_rule("Remote Desktop") { enabled: false }
  }
  expect detect noncompliant
  expect fix succeeded
  expect firewall_rule("Contoso Agent (TCP-In)") { enabled: false, action: allow }
}

scenario "there is none to switch off, and a policy lets none count" for firewall {
  given { registry_value('${POLICY}\DomainProfile', "AllowLocalPolicyMerge") { data: 0 } }
  expect detect noncompliant
  expect fix blocked
}

scenario "its service does not run" for firewall {
  given { service("MpsSvc") { state: stopped } }
  expect detect blocked
  expect fix blocked
}
`;

describe("a recipe with firewall_rule", async () => {
  testRecipe(await compileRecipeText(RECIPE), { "missing, left over, open": 4 });
});
