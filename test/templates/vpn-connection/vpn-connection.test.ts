import { beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";
import { BACK, differences, machine, standalone } from "../../simulator/rollback-support.ts";
import { startSimulation } from "../../simulator/simulate.ts";
import { createVpnConnection } from "../../../src/simulator/vpn.ts";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

let result: (name: string) => CaseResult;

/** What CIM answers: `Contoso` as an output parameter that is streamed, one of an app as another, which says less of it. */
const SETUP = String.raw`
function Get-Instance([hashtable] $Values) { [pscustomobject]@{ CimInstanceProperties = @(foreach ($key in $Values.Keys) { [pscustomobject]@{ Name = $key; Value = $Values[$key] } }) } }
function Invoke-CimMethod([string] $Namespace, [string] $ClassName, [string] $MethodName, [hashtable] $Arguments, [int] $OperationTimeoutSec, [switch] $WhatIf, [switch] $Confirm) {
    if ($MethodName -eq 'Get') {
        [pscustomobject]@{ ItemName = 'cmdletOutput'; ItemValue = Get-Instance $script:Contoso }
        [pscustomobject]@{ ReturnValue = 0; cmdletOutput = @((Get-Instance @{ Name = 'App'; ProfileType = 'ThirdParty'; ServerAddress = 'a' })) }
        return
    }
    $script:Calls += "$MethodName " + (@(foreach ($key in $Arguments.Keys | Sort-Object) { "$key=$($Arguments[$key] -join ',')($($Arguments[$key].GetType().Name))" }) -join ' ')
    [pscustomobject]@{ ReturnValue = $script:Code }
}
function Test-Elevation { $true }
function Reset {
    $script:Calls = @(); $script:Code = 0
    $script:Contoso = @{ Name = 'Contoso'; ServerAddress = 'vpn.contoso.com'; TunnelType = 'Ikev2'; SplitTunneling = $false; AuthenticationMethod = [string[]]@('MachineCertificate'); EncryptionLevel = 'NoEncryption'; RememberCredential = $true; DnsSuffix = ''; ProfileType = 'Inbox'; ConnectionStatus = 'Connected' }
}`;

beforeAll(async () => {
  result = await runCases({
    functions: [
      ...["Test-VpnConnection", "Test-VpnConnectionAbsence", "Find-VpnConnectionBlocker", "Find-VpnConnectionAbsenceBlocker"],
      ...["Repair-VpnConnection", "Repair-VpnConnectionAbsence", "Read-VpnConnection", "Select-VpnConnection", "Undo-VpnConnectionSetting"],
    ],
    fakes: [],
    setup: SETUP,
    cases: Object.fromEntries(
      Object.entries({
        read: "Select-VpnConnection; foreach ($one in 'server_address', 'tunnel_type', 'split_tunneling', 'authentication_method', 'encryption_level', 'dns_suffix', 'connected') { Read-VpnConnection 'CONTOSO' $one; Read-VpnConnection 'None' $one }; $script:Contoso.AuthenticationMethod = [string[]]@('Eap', 'Pap'); Read-VpnConnection 'Contoso' 'authentication_method'",
        "as wished":
          "Get-Verdict VpnConnection -Name 'contoso' -ServerAddress 'VPN.contoso.com' -TunnelType 'ikev2' -AuthenticationMethod 'machine_certificate' -EncryptionLevel 'no_encryption' -DnsSuffix '' -SplitTunneling $false",
        deviating: "Get-Verdict VpnConnection -Name 'Contoso' -TunnelType 'sstp' -SplitTunneling $true",
        connected: "Get-Verdict VpnConnection -Name 'Contoso' -Absent",
        "of an app": "Get-Verdict VpnConnection -Name 'App' -ServerAddress 'b'",
        missing: "Get-Verdict VpnConnection -Name 'Ne''w' -TunnelType 'sstp'",
        made: "Repair-VpnConnection -Name 'New' -ServerAddress 'b' -TunnelType 'l2tp' -AuthenticationMethod 'mschapv2' -SplitTunneling $true; Repair-VpnConnection -Name 'contoso' -AuthenticationMethod 'eap' -SplitTunneling $true; Undo-VpnConnectionSetting @('Contoso', 'AuthenticationMethod') 'MachineCertificate'; Repair-VpnConnectionAbsence -Name 'contoso'; $script:Calls; $script:Journal | ForEach-Object { $_ -join '|' }",
        refused: "$script:Code = 87; try { Repair-VpnConnectionAbsence -Name 'contoso' } catch { \"$_\" }",
      }).map(([name, body]) => [name, `Reset; ${body}`]),
    ),
  });
});

describe("the functions of vpn_connection", () => {
  test("read what CIM tells, in words", () => {
    expect(result("read").output).toEqual([
      ...["Contoso", "App", "vpn.contoso.com", "ikev2", false, "machine_certificate", "no_encryption", "", true, "other"],
    ]);
  });

  test("say what deviates, and what stands in the way", () => {
    expect(verdictOf(result("as wished"))).toEqual({ RemedycVerdict: "holds", Why: "" });
    expect(verdictOf(result("deviating"))).toEqual({
      RemedycVerdict: "deviates",
      Why: "VPN connection Contoso has the tunnel type 'Ikev2', it should be 'Sstp', and the split tunneling 'False', it should be 'True'",
    });
    expect(verdictOf(result("connected")).Why).toBe("VPN connection Contoso is there, it should be absent: somebody is connected by it");
    expect(verdictOf(result("of an app")).Why).toMatch(/: it is one of an app, change it there$/);
    expect(verdictOf(result("missing")).Why).toBe("VPN connection 'Ne\"w' is missing: the remedy names no server_address for it");
  });

  test("call the methods with what they take, and set only what deviates", () => {
    const all = "AllUserConnection=True(Boolean)";
    const force = "Force=True(Boolean)";
    expect(result("made").output).toEqual([
      `Add ${all} AuthenticationMethod=MsChapv2(String[]) ${force} Name=New(String) ServerAddress=b(String) SplitTunneling=True(Boolean) TunnelType=L2tp(String)`,
      `Set ${all} ${force} Name=Contoso(String) SplitTunneling=True(Boolean)`,
      `Set ${all} AuthenticationMethod=Eap(String[]) ${force} Name=Contoso(String)`,
      `Set ${all} AuthenticationMethod=MachineCertificate(String[]) ${force} Name=Contoso(String)`,
      `Remove ${all} ${force} Name=Contoso(String[])`,
      "VpnConnection||there|New",
      "VpnConnectionSetting|False|True|contoso|SplitTunneling",
      "VpnConnectionSetting|MachineCertificate|Eap|contoso|AuthenticationMethod",
      "Lost|||VPN connection contoso was deleted",
    ]);
    expect(result("refused").output).toEqual(["PS_VpnConnection.Remove returned 87"]);
  });
});

const recipe = await compileRecipeText(String.raw`
remedy vpn {
  title: "The company's VPN"
  version: 1.0.0
  targets: [intune.remediation]
  step vpn "VPN" {
    ensure vpn_connection("Contoso's $(1)") {
      server_address: "vpn.contoso.com", tunnel_type: ikev2, authentication_method: machine_certificate, split_tunneling: true,
    }
    ensure vpn_connection("Old") absent
    each v in vpn_connection(tunnel_type == pptp, connected == false) { ensure v absent }
  }
}
scenario "one to be made, two to be deleted" for vpn {
  given {
    vpn_connection("OLD") { server_address: "old.contoso.com" }
    vpn_connection("Weak") { tunnel_type: pptp }
    vpn_connection("In use") { tunnel_type: pptp, connected: true }
  }
  expect detect noncompliant
  expect fix succeeded
  expect vpn_connection("Contoso's $(1)") { tunnel_type: ikev2, split_tunneling: true }
  expect vpn_connection("Weak") absent
  expect vpn_connection("In use") present
}
scenario "another server, and one that is in use" for vpn {
  given {
    vpn_connection("Contoso's $(1)") { server_address: "old.contoso.com", authentication_method: other }
    vpn_connection("Old") { connected: true }
  }
  expect detect noncompliant
  expect fix blocked
  expect vpn_connection("Contoso's $(1)") { server_address: "vpn.contoso.com", authentication_method: machine_certificate }
}
scenario "it cannot be read" for vpn {
  given { vpn_connection("Old") { readable: false } }
  expect detect blocked
  expect fix blocked
}
`);

describe("a recipe with vpn_connection", () => {
  testRecipe(recipe, { "one to be made, two to be deleted": 5 });
});

test("a VPN connection that the fix made is deleted by -Rollback, and what it set is set back", async () => {
  const before = machine((made) => {
    made.vpnConnections["Old"] = createVpnConnection("old.contoso.com");
  });
  const run = await standalone(
    await startSimulation(),
    `ensure vpn_connection("New") { server_address: "vpn.contoso.com" }
ensure vpn_connection("Old") { server_address: "vpn.contoso.com", authentication_method: eap, remember_credential: true }`,
  );
  const fixed = await run(before);
  expect(Object.keys(fixed.machine.vpnConnections).sort()).toEqual(["New", "Old"]);
  const back = await run(fixed.machine, BACK);
  expect(back.output[0]).toMatch(/^UNDONE sample 1\.0\.0 \| 4 of 4 undone/);
  expect(differences(before, back.machine)).toEqual([]);
});
