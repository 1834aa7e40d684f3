import { beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

const POLICY = String.raw`HKLM\SOFTWARE\Policies\Microsoft\WindowsFirewall`;
const INTUNE = String.raw`HKLM\SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\Mdm`;
const DOMAIN = `Group Policy (${POLICY}\\DomainProfile)`;

let result: (name: string) => CaseResult;
const verdict = (own: string, wish: string, more = "") =>
  `$script:Own = @{ Enabled = $true; Inbound = 'block'; Outbound = 'allow'; Notify = $true }; $own = @{ ${own} }; foreach ($key in $own.Keys) { $script:Own[$key] = $own[$key] }\n${more}\nGet-Verdict FirewallProfile ${wish}`;
const set = (key: string, name: string, data: number) => `Set-Fake '${key}' '${name}' 'DWord' ${data}`;

beforeAll(async () => {
  result = await runCases({
    functions: ["Test", "Repair", "Undo"]
      .map((verb) => `${verb}-FirewallProfile`)
      .concat(
        ["Enabled", "Inbound", "Outbound", "Notify", "Exists"].map((name) => `Read-FirewallProfile${name}`),
        ["Find-FirewallProfileBlocker", "Get-FirewallProfileState"],
      ),
    fakes: ["registry"],
    setup: String.raw`function Get-FirewallProfile([string] $Name) { if ($null -eq $script:Own) { throw 'There are no more endpoints' } [pscustomobject]$script:Own }
function Write-FirewallProfile([string] $Name, [string] $Setting, [object] $Value) { $script:Writes += "$Name $Setting $Value"; $script:Own[$Setting] = $Value }`,
    cases: {
      holds: verdict("", "-Name 'domain' -Enabled $true -Inbound 'block' -Outbound 'allow' -Notify $true"),
      several: verdict("Inbound = 'allow'; Notify = $true", "-Name 'public' -Enabled $false -Inbound 'block' -Notify $false"),
      "all of it blocked": verdict("Inbound = 'block_all'", "-Name 'public' -Inbound 'block'"),
      "does not answer": "$script:Own = $null; Test-FirewallProfile -Name 'domain' -Enabled $true",
      "a policy turns it off": verdict("", "-Name 'domain' -Enabled $true", set(`${POLICY}\\DomainProfile`, "EnableFirewall", 0)),
      "a policy turns it on": verdict(
        "Enabled = $false",
        "-Name 'domain' -Enabled $true",
        set(`${POLICY}\\DomainProfile`, "EnableFirewall", 1),
      ),
      "another profile's policy": verdict("", "-Name 'public' -Enabled $true", set(`${POLICY}\\DomainProfile`, "EnableFirewall", 0)),
      "the old profile's policy": verdict("", "-Name 'private' -Enabled $true", set(`${POLICY}\\StandardProfile`, "EnableFirewall", 0)),
      "a policy says nothing": verdict("", "-Name 'domain' -Notify $false", set(`${POLICY}\\DomainProfile`, "DisableNotifications", 0)),
      "a policy blocks all": verdict(
        "",
        "-Name 'domain' -Inbound 'block'",
        `${set(`${POLICY}\\DomainProfile`, "DefaultInboundAction", 1)}; ${set(`${POLICY}\\DomainProfile`, "DoNotAllowExceptions", 1)}`,
      ),
      "a policy blocks, this computer blocks all": verdict(
        "Inbound = 'block_all'",
        "-Name 'domain' -Inbound 'block'",
        set(`${POLICY}\\DomainProfile`, "DefaultInboundAction", 1),
      ),
      "Intune allows": verdict("", "-Name 'public' -Outbound 'block'", set(`${INTUNE}\\PublicProfile`, "DefaultOutboundAction", 0)),
      "Group Policy before Intune": verdict(
        "",
        "-Name 'public' -Inbound 'allow'",
        `${set(`${INTUNE}\\PublicProfile`, "DefaultInboundAction", 1)}; ${set(`${POLICY}\\PublicProfile`, "DefaultInboundAction", 0)}`,
      ),
      "not readable": verdict(
        "",
        "-Name 'public' -Enabled $true",
        `$script:Hidden = @('${`hklm|64|${POLICY.slice(5)}\\PublicProfile`.toLowerCase()}')`,
      ).replace("Get-Verdict FirewallProfile", "Test-FirewallProfile"),
      read: verdict("Outbound = 'block'; Notify = $false", "").replace(
        /Get-Verdict.*/,
        "foreach ($name in 'Enabled', 'Inbound', 'Outbound', 'Notify', 'Exists') { & \"Read-FirewallProfile$name\" 'domain' }; Get-FirewallProfileState 'domain', 'notify'",
      ),
      round: verdict("Enabled = $false; Inbound = 'block_all'", "").replace(
        /Get-Verdict.*/,
        "foreach ($i in 1, 2) { Repair-FirewallProfile -Name 'public' -Enabled $true -Inbound 'allow' -Outbound 'allow' }; Undo-FirewallProfile 'public', 'enabled' 'false'; Undo-FirewallProfile 'public', 'inbound' 'block_all'; Undo-FirewallProfile 'public', 'inbound' 'true'; $script:Writes",
      ),
    },
  });
});

describe("the functions of firewall_profile", () => {
  test("say what counts", () => {
    for (const name of ["holds", "a policy turns it on", "another profile's policy", "Group Policy before Intune"])
      expect(verdictOf(result(name)), name).toEqual({ RemedycVerdict: "holds", Why: "" });
    expect(verdictOf(result("several"))).toEqual({
      RemedycVerdict: "deviates",
      Why: "the public profile of the firewall has enabled true, not false and inbound allow, not block and notify true, not false",
    });
    for (const name of ["all of it blocked", "a policy blocks, this computer blocks all"]) {
      expect(verdictOf(result(name)).RemedycVerdict, name).toBe("deviates");
      expect(verdictOf(result(name)).Why, name).toContain("has inbound block_all, not block");
    }
    expect(result("read")).toEqual({ output: [true, "block", "block", false, true, "false"], error: "" });
  });

  test("are never content with what cannot be read", () => {
    expect(result("does not answer").error).toBe(
      "Windows Firewall does not answer (does its service MpsSvc run?): There are no more endpoints",
    );
    expect(result("not readable").error).toContain("EnableFirewall: Requested registry access is not allowed.");
  });

  test.each([
    [
      "a policy turns it off",
      `the domain profile of the firewall has enabled false, not true: enabled is set by ${DOMAIN}, change it there`,
    ],
    ["the old profile's policy", `enabled is set by Group Policy (${POLICY}\\StandardProfile), change it there`],
    ["a policy says nothing", `notify is set by ${DOMAIN}, change it there`],
    ["a policy blocks all", `inbound is set by ${DOMAIN}, change it there`],
    ["Intune allows", `outbound is set by Intune (${INTUNE}\\PublicProfile), change it there`],
  ])("are blocked where %s", (name, why) => {
    expect(verdictOf(result(name)).RemedycVerdict).toBe("blocked");
    expect(verdictOf(result(name)).Why).toContain(why);
  });

  test("set what deviates once, and take it back", () => {
    expect(result("round")).toEqual({
      output: ["it was 'true'", "public enabled True", "public inbound allow", "public enabled False", "public inbound block_all"],
      error: "",
    });
  });
});

const RECIPE = String.raw`
remedy firewall {
  title: "Firewall"
  version: 1.0.0
  publisher: "IT"
  targets: [intune.remediation]

  step profiles "Profiles" {
    ensure firewall_profile("private") { enabled: true, inbound: block, outbound: allow }
    ensure firewall_profile("public") { enabled: true, inbound: block_all, notify: false }
  }
}

scenario "off, and open" for firewall {
  given {
    firewall_profile("private") { enabled: false, inbound: allow }
    firewall_profile("public") { inbound: block }
  }
  expect detect noncompliant
  expect fix succeeded
  expect firewall_profile("private") { enabled: true, inbound: block }
  expect firewall_profile("public") { inbound: block_all, notify: false }
}

scenario "a policy turns it off" for firewall {
  given { registry_value('${POLICY}\PublicProfile', "EnableFirewall") { data: 0 } }
  expect detect noncompliant
  expect fix blocked
}

scenario "its service does not run" for firewall {
  given { service("MpsSvc") { state: stopped } }
  expect detect blocked
  expect fix blocked
}
`;

describe("a recipe with firewall_profile", async () => {
  const recipe = await compileRecipeText(RECIPE);
  testRecipe(recipe, { "off, and open": 4 });
});
