import { beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";
import { runCases } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

/* What the computer says of its TPM, its battery, and of who sits in front of it. */

let result: (name: string) => CaseResult;
const tried = (body: string) => `try { ${body} } catch { "$_" }`;

beforeAll(async () => {
  result = await runCases({
    functions: ["TpmPresent", "TpmEnabled", "TpmReady", "TpmVersion", "BatteryPresent", "BatteryCharge", "BatteryHealth", "SignedInUserSid"]
      .concat("SignedInUserName")
      .map((name) => `Read-${name}`),
    fakes: [],
    setup: String.raw`
function Get-TpmState { $script:Tpm }
function Get-BatteryCharge { $script:Charges }
function Get-BatteryCapacity { foreach ($one in $script:Capacities) { [pscustomobject]@{ Full = $one[0]; Designed = $one[1] } } }
function Get-ConsoleUser { $script:User }
function Get-AccountSid([string] $Name) { if ($Name -eq 'CONTOSO\ann') { 'S-1-5-21-1-2-3-1104' } }
function Show([object[]] $Names) { foreach ($name in $Names) { $value = & "Read-$name"; if ($null -eq $value) { 'none' } else { "$value" } } }`,
    cases: Object.fromEntries([
      ["no TPM", "$script:Tpm = $null; Show TpmPresent, TpmEnabled, TpmReady, TpmVersion"],
      ...["2.0, 0, 1.38", "1.2, 2, 0", "Not Supported"].map((version) => [
        version,
        `$script:Tpm = [pscustomobject]@{ Version = '${version}'; Enabled = $true; Ready = $false }; Show TpmPresent, TpmEnabled, TpmReady, TpmVersion`,
      ]),
      ["no battery", "$script:Charges = @(); $script:Capacities = @(); Show BatteryPresent, BatteryCharge, BatteryHealth"],
      ["worn", "$script:Charges = @(37); $script:Capacities = @(, @(39999, 50000)); Show BatteryPresent, BatteryCharge, BatteryHealth"],
      [
        "two",
        "$script:Charges = 40, 81; $script:Capacities = @(10000, 20000), @(21000, 20000); Show BatteryPresent, BatteryCharge, BatteryHealth",
      ],
      [
        "silent",
        "$script:Charges = 40, -1; $script:Capacities = @(10000, 20000), @(0, 20000); Show BatteryPresent, BatteryCharge, BatteryHealth",
      ],
      ["nobody", "$script:User = $null; Show SignedInUserName, SignedInUserSid"],
      ["ann", "$script:User = 'CONTOSO\\ann'; Show SignedInUserName, SignedInUserSid"],
      ["a stranger", `$script:User = 'GONE\\eve'; Show SignedInUserName; ${tried("Read-SignedInUserSid")}`],
    ] as [string, string][]),
  });
});

test.each([
  ["no TPM", ["False", "False", "False", "none"]],
  ["2.0, 0, 1.38", ["True", "True", "False", "2.0.0.0"]],
  ["1.2, 2, 0", ["True", "True", "False", "1.2.0.0"]],
  ["Not Supported", ["True", "True", "False", "none"]],
  ["no battery", ["False", "none", "none"]],
  ["worn", ["True", "37", "79"]],
  ["two", ["True", "60", "77"]],
  ["silent", ["True", "none", "none"]],
  ["nobody", ["none", "none"]],
  ["ann", ["CONTOSO\\ann", "S-1-5-21-1-2-3-1104"]],
  ["a stranger", ["GONE\\eve", "GONE\\eve is signed in, and has no SID that this computer knows"]],
])("%s", (name, said) => {
  expect(result(name)).toEqual({ output: said, error: "" });
});

const RECIPE = String.raw`
remedy facts {
  title: "What the computer says of itself"
  version: 1.0.0
  publisher: "IT"
  targets: [intune.remediation]

  step hardware "Hardware" {
    require tpm.present and tpm.enabled and tpm.ready else "The TPM is not ready."
    require tpm.version != none and tpm.version >= 2.0 else "The TPM is too old."
    require not battery.present or (battery.charge ?? 0) >= 20 else "Plug it in."
    warn "The battery is worn: ${"${battery.health ?? 0}"} percent." when battery.health != none and battery.health < 60
    require disk(os.system_drive).free > 1GB and bitlocker_volume(os.system_drive).protection == on else "Drive ${"${os.system_drive}"} is not as it should be."
  }
  step person "Person" when signed_in_user.name != none {
    each u in profile(sid == (signed_in_user.sid ?? "")) { ensure registry_value('HKLM\SOFTWARE\Contoso', "SignedIn") { data: u.name } }
  }
}

scenario "a laptop at which ann sits" for facts {
  given { battery { charge: 80, health: 55 } }
  expect detect noncompliant
  expect fix succeeded
  expect registry_value('HKLM\SOFTWARE\Contoso', "SignedIn") { data: "ann" }
}

scenario "nobody is there, and the TPM is an old one" for facts {
  given {
    tpm.version: 1.2
    signed_in_user.name: none
  }
  expect detect blocked
  expect fix blocked
}

scenario "it runs out of power, nobody knows how worn it is" for facts {
  given {
    battery { charge: 5, health: none }
    signed_in_user.name: none
  }
  expect detect blocked
  expect fix blocked
}

scenario "nobody is there" for facts {
  given { signed_in_user.name: none }
  expect detect compliant
}

scenario "CIM does not answer" for facts {
  given { computer { cim_readable: false } }
  expect detect blocked
  expect fix blocked
}
`;

describe("a recipe with these facts", async () => {
  testRecipe(await compileRecipeText(RECIPE), {});
});
