import { beforeAll, describe, expect, test } from "vitest";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

let result: (name: string) => CaseResult;
const tried = (body: string) => `try { ${body} } catch { "$_" }`;
const CAMERA = String.raw`'USB\VID_1&PID_2\3'`;

beforeAll(async () => {
  result = await runCases({
    functions: [
      "Read-PnpDevice",
      "Test-PnpDevice",
      "Repair-PnpDevice",
      "Find-PnpDeviceBlocker",
      "Undo-PnpDevice",
      "Get-PnpDeviceState",
    ].concat("Invoke-PnpDeviceRestart"),
    fakes: [],
    setup: String.raw`
function Find-PnpEntity([string] $InstanceId) { foreach ($one in $script:Devices) { if (-not $InstanceId -or $one.InstanceId -eq $InstanceId) { $one } } }
function Switch-PnpEntity([string] $InstanceId, [bool] $Enabled) { $script:Calls += "$InstanceId $Enabled"; if ($script:Refuses) { throw 'Generic failure' }; @(Find-PnpEntity $InstanceId)[0].Code = if ($Enabled) { 0 } else { 22 }; $script:Late }
function Invoke-PnpRestart([string] $InstanceId, [timespan] $Timeout) { $script:Calls += "restart $InstanceId"; $script:Code }
function Read-OsBuild { $script:Build }
function NeedsRestart([string] $Why) { $script:Calls += "owes: $Why" }
function Reset { $script:Refuses = $false; $script:Late = $false; $script:Code = 0; $script:Build = 19045; $script:Calls = @(); $script:Devices = @(
    [pscustomobject]@{ InstanceId = 'USB\VID_1&PID_2\3'; Name = "Contoso\u0007Camera"; Class = 'Camera'; Code = 0 }
    [pscustomobject]@{ InstanceId = 'PCI\VEN_8086\1'; Name = ''; Class = ''; Code = 28 }
    [pscustomobject]@{ InstanceId = 'BTH\1'; Name = 'Radio'; Class = 'Bluetooth'; Code = 22 }) }`,
    cases: Object.fromEntries(
      (
        [
          ["enabled", `Get-Verdict PnpDevice -InstanceId ${CAMERA} -Enabled $true`],
          ["to be disabled", `Get-Verdict PnpDevice -InstanceId ${CAMERA} -Enabled $false`],
          ["disabled", `Get-Verdict PnpDevice -InstanceId 'bth\\1' -Enabled $true`],
          ["another problem", String.raw`Get-Verdict PnpDevice -InstanceId 'PCI\VEN_8086\1' -Enabled $true`],
          ["not there", `Get-Verdict PnpDevice -InstanceId 'BTH\\*' -Enabled $true`],
          ["several", tried("Test-PnpDevice -Where { $true } -Enabled $true")],
          [
            "an element",
            "$each = Select-PnpDevice -Where { $_.Class -eq 'Bluetooth' }; Repair-PnpDevice -Entry $each -Enabled $true; Repair-PnpDevice -Entry $each -Enabled $true; Test-PnpDevice -Entry $each -Enabled $true; $script:Calls",
          ],
          [
            "read",
            `foreach ($name in 'exists', 'friendly_name', 'class', 'problem', 'problem_code', 'enabled') { foreach ($id in 'PCI\\VEN_8086\\1', 'BTH\\1', 'X') { try { $value = Read-PnpDevice $id -Property $name } catch { $value = "$_" }; if ($null -eq $value) { 'none' } else { $value } } }`,
          ],
          [
            "it counts later, or is refused",
            `$script:Late = $true; Repair-PnpDevice ${CAMERA} -Enabled $false; $script:Refuses = $true; ${tried(`Repair-PnpDevice ${CAMERA} -Enabled $true`)}; $script:Calls`,
          ],
          [
            "undone",
            String.raw`Undo-PnpDevice 'BTH\1' 'True'; Undo-PnpDevice 'BTH\1' "False
"; Get-PnpDeviceState 'BTH\1'; Get-PnpDeviceState 'X'; $script:Calls`,
          ],
          [
            "restarted",
            `Invoke-PnpDeviceRestart ${CAMERA}; $script:Code = 3010; Invoke-PnpDeviceRestart ${CAMERA}; $script:Calls; foreach ($code in 5, -536870389, 1460) { $script:Code = $code; ${tried(`Invoke-PnpDeviceRestart ${CAMERA}`)} }
${tried("Invoke-PnpDeviceRestart 'BTH\\1'")}; ${tried("Invoke-PnpDeviceRestart 'X'")}; $script:Build = 17763; ${tried(`Invoke-PnpDeviceRestart ${CAMERA}`)}`,
          ],
        ] as const
      ).map(([name, body]) => [name, `Reset; ${body}`]),
    ),
  });
});

const NAME = String.raw`device USB\VID_1&PID_2\3 (Contoso\u0007Camera)`;

describe("the functions of pnp_device", () => {
  test.each([
    ["enabled", "holds", ""],
    ["to be disabled", "deviates", `${NAME} is enabled`],
    ["disabled", "deviates", String.raw`device BTH\1 (Radio) is disabled`],
    ["another problem", "holds", ""],
    ["not there", "blocked", String.raw`there is no such device: BTH\*: it is not connected, or has another instance id`],
  ])("%s", (name, outcome, why) => {
    expect(verdictOf(result(name))).toEqual({ RemedycVerdict: outcome, Why: why });
  });

  test("are for one device", () => {
    expect(result("several").output).toEqual([String.raw`matches several: USB\VID_1&PID_2\3, PCI\VEN_8086\1, BTH\1`]);
    expect(result("an element")).toEqual({ output: [String.raw`BTH\1 True`], error: "" });
  });

  test("read it", () => {
    const MISSING = "there is no such device";
    expect(result("read").output).toEqual(
      [
        [true, true, false],
        ["none", "Radio", MISSING],
        ["none", "Bluetooth", MISSING],
        [true, false, MISSING],
        [28, 22, MISSING],
        [true, false, MISSING],
      ].flat(),
    );
  });

  test("say what became of a change, and take it back", () => {
    const id = String.raw`USB\VID_1&PID_2\3`;
    expect(result("it counts later, or is refused").output).toEqual([
      `${NAME} could not be enabled: Generic failure`,
      `${id} False`,
      `owes: ${NAME} was disabled`,
      `${id} True`,
    ]);
    expect(result("undone").output).toEqual([expect.stringMatching(/^it was 'False/), "True", "absent", String.raw`BTH\1 True`]);
    expect(result("restarted").output).toEqual([
      `restart ${id}`,
      `restart ${id}`,
      `owes: ${NAME} was restarted`,
      `${NAME} could not be restarted: pnputil.exe returned 5`,
      `${NAME} could not be restarted: pnputil.exe returned 0xE000020B`,
      `pnputil.exe did not restart ${NAME} within 2m`,
      String.raw`device BTH\1 (Radio) is disabled, so that it cannot be restarted`,
      "there is no such device: X",
      `${NAME} cannot be restarted by the pnputil.exe of this Windows (build 17763), only from 19041 on`,
    ]);
  });
});
