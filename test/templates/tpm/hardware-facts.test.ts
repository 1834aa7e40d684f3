import { beforeAll, expect, test } from "vitest";
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
