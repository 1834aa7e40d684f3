import { beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

let result: (name: string) => CaseResult;
const tried = (body: string) => `try { ${body} } catch { "$_" }`;
const verdict = (wish: string, before = "") => `${before}\nGet-Verdict NetworkInterface -Name 'ethernet' ${wish}`;
const BY_HAND = String.raw`Set-Fake 'HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters\Interfaces\{1}' 'NameServer' 'String' '10.0.0.9 10.0.0.8'`;

beforeAll(async () => {
  result = await runCases({
    functions: ["Read-NetworkInterface", "Test-NetworkInterface", "Repair-NetworkInterface", "Find-NetworkInterfaceBlocker"].concat(
      ["Get-NetworkInterfaceDnsState", "Undo-NetworkInterfaceDns", "Get-NetworkInterfaceBindingState", "Undo-NetworkInterfaceBinding"],
      ["Select-NetworkInterface"],
    ),
    fakes: ["registry"],
    setup: String.raw`
function Find-NetworkAdapter { $script:Adapters }
function Get-AdapterBinding([string] $Component) { $script:Bindings }
function Switch-AdapterBinding([string] $Name, [string] $Component, [bool] $Enabled) { $script:Calls += "$Name $Component $Enabled"; $script:Bindings[$Name] = $Enabled }
function Write-AdapterDnsServer([int] $Index, [string[]] $Servers) { $script:Calls += "$Index <$Servers>"; $script:Code }
function Add-Journal { $script:Calls += "journal $(@($args | ForEach-Object { $_ -join ' ' }) -join '|')" }
function NeedsRestart([string] $Why) { $script:Calls += "owes: $Why" }
function Reset { $script:Code = 0; $script:Calls = @(); $script:Bindings = @{ Ethernet = $true; 'Wi-Fi' = $false }; $script:Adapters = @(
    [pscustomobject]@{ Name = 'Ethernet'; Description = 'Contoso'; Index = 12; Guid = '{1}'; State = 1; Physical = $true; IpEnabled = $true; Dhcp = $true; Servers = @('10.0.0.2'); Mac = '00:15'; Addresses = @('10.0.0.50', 'fe80::1'); Metric = [uint32]25 }
    [pscustomobject]@{ Name = 'Wi-Fi'; Description = 'Radio'; Index = 13; Guid = '{2}'; State = 2; Physical = $true; IpEnabled = $false; Dhcp = $true; Servers = @(); Mac = ''; Addresses = @(); Metric = $null }
    [pscustomobject]@{ Name = 'VPN'; Description = 'Tunnel'; Index = 14; Guid = '{3}'; State = 1; Physical = $false; IpEnabled = $true; Dhcp = $false; Servers = @(); Mac = ''; Addresses = @('10.9.0.1'); Metric = [uint32]1 }) }`,
    cases: Object.fromEntries(
      Object.entries({
        holds: verdict("-DnsServers @('10.0.0.2') -Ipv6 $true"),
        automatic: verdict("-DnsSource 'automatic'"),
        several: verdict("-DnsServers @('10.0.0.9', '10.0.0.2') -Ipv6 $false"),
        "by hand": verdict("-DnsSource 'automatic'", BY_HAND),
        "of two orders": verdict(
          "-DnsServers @('10.0.0.8', '10.0.0.9')",
          `${BY_HAND}; $script:Adapters[0].Servers = @('10.0.0.9', '10.0.0.8')`,
        ),
        "not there": "Get-Verdict NetworkInterface -Name 'Ethernet*' -Ipv6 $true",
        "not connected": "Get-Verdict NetworkInterface -Name 'Wi-Fi' -DnsServers @('10.0.0.2')",
        "no IPv6": "Get-Verdict NetworkInterface -Name 'VPN' -Ipv6 $true",
        "both are said": verdict("-DnsServers @('10.0.0.9') -DnsSource 'automatic'"),
        "no server is said": verdict("-DnsServers @()"),
        "several match": tried("Test-NetworkInterface -Where { $_.Connected } -Ipv6 $true"),
        unreadable: `$script:Hidden = @('hklm|64|system\\currentcontrolset\\services\\tcpip\\parameters\\interfaces\\{1}'); ${tried("Read-NetworkInterface 'Ethernet' -Property 'dns_servers'")}`,
        read: `foreach ($property in 'exists', 'description', 'connected', 'physical', 'mac', 'dhcp', 'addresses', 'metric', 'dns_servers', 'dns_source', 'ipv6') { foreach ($name in 'Ethernet', 'Wi-Fi', 'None') { try { $is = ConvertTo-Text (Read-NetworkInterface $name -Property $property) } catch { $is = $_ }; "$property $is" } }
$each = Select-NetworkInterface -Where { -not $_.Physical }; Read-NetworkInterface -Entry $each -Property 'description'`,
        repaired: `$each = Select-NetworkInterface 'Ethernet'; Repair-NetworkInterface -Entry $each -DnsServers @('10.0.0.9', '10.0.0.8') -Ipv6 $false; ${BY_HAND}; $script:Adapters[0].Servers = @('10.0.0.9', '10.0.0.8'); Repair-NetworkInterface 'Ethernet' -DnsServers @('10.0.0.9', '10.0.0.8') -Ipv6 $false
Get-NetworkInterfaceDnsState '{1}'; Get-NetworkInterfaceBindingState '{1}'; Get-NetworkInterfaceDnsState '{2}'; Get-NetworkInterfaceBindingState '{9}'; Get-NetworkInterfaceDnsState '{9}'
$script:Code = 1; Repair-NetworkInterface 'Ethernet' -DnsSource 'automatic'
Undo-NetworkInterfaceDns '{1}' '10.0.0.9, 10.0.0.8'; Undo-NetworkInterfaceDns '{1}' 'automatic'; Undo-NetworkInterfaceDns '{1}' "1
"; Undo-NetworkInterfaceBinding '{1}' 'true'; Undo-NetworkInterfaceBinding '{1}' 'x'; foreach ($code in 70, 101) { $script:Code = $code; ${tried("Undo-NetworkInterfaceDns '{1}' 'automatic'")} }; $script:Calls`,
      }).map(([name, body]) => [name, `Reset; ${body}`]),
    ),
  });
});

describe("the functions of network_interface", () => {
  test.each([
    ["holds", "holds", ""],
    ["automatic", "holds", ""],
    ["several", "deviates", "network interface Ethernet has dns_servers 10.0.0.2, not 10.0.0.9, 10.0.0.2 and ipv6 true, not false"],
    ["by hand", "deviates", "network interface Ethernet has dns_source manual, not automatic"],
    ["of two orders", "deviates", "network interface Ethernet has dns_servers 10.0.0.9, 10.0.0.8, not 10.0.0.8, 10.0.0.9"],
    ["not there", "blocked", "there is no such network interface: Ethernet*: it has another name here, or is hidden"],
    ["not connected", "blocked", "network interface Wi-Fi has dns_servers none, not 10.0.0.2: it is not connected, or has no IPv4"],
    ["no IPv6", "blocked", "Windows knows no IPv6 for it"],
    ["both are said", "blocked", "dns_servers are set by hand, which dns_source: automatic excludes"],
    ["no server is said", "blocked", "the remedy names no DNS server"],
  ])("see what is: %s", (name, verdictIs, why) => {
    expect(verdictOf(result(name)).RemedycVerdict).toBe(verdictIs);
    if (verdictIs === "blocked") expect(verdictOf(result(name)).Why).toContain(why);
    else expect(verdictOf(result(name)).Why).toBe(why);
  });

  test("read what there is, and nothing that they cannot read", () => {
    expect(result("several match").output).toEqual(["matches several: Ethernet, VPN"]);
    expect(result("unreadable").output[0]).toContain("NameServer: Requested registry access is not allowed.");
    const MISSING = "there is no such network interface";
    expect(result("read")).toEqual({
      error: "",
      output: [
        ["exists true", "exists true", "exists false"],
        ["description Contoso", "description Radio", `description ${MISSING}`],
        ["connected true", "connected false", `connected ${MISSING}`],
        ["physical true", "physical true", `physical ${MISSING}`],
        ["mac 00:15", "mac none", `mac ${MISSING}`],
        ["dhcp true", "dhcp true", `dhcp ${MISSING}`],
        ["addresses 10.0.0.50, fe80::1", "addresses none", `addresses ${MISSING}`],
        ["metric 25", "metric none", `metric ${MISSING}`],
        ["dns_servers 10.0.0.2", "dns_servers none", `dns_servers ${MISSING}`],
        ["dns_source automatic", "dns_source automatic", `dns_source ${MISSING}`],
        ["ipv6 true", "ipv6 false", `ipv6 ${MISSING}`, "Tunnel"],
      ].flat(),
    });
  });

  test("set what deviates once, and take it back", () => {
    expect(result("repaired")).toEqual({
      error: "",
      output: [
        ["10.0.0.9, 10.0.0.8", "false", "automatic", "absent", "absent", "it was '1'", "it was 'x'"],
        [
          "the DNS servers could not be set: Windows returned 70 (an address is not valid)",
          "the DNS servers could not be set: Windows returned 101",
        ],
        ["journal NetworkInterfaceDns|{1}|automatic|10.0.0.9, 10.0.0.8", "12 <10.0.0.9 10.0.0.8>"],
        ["journal NetworkInterfaceBinding|{1}|true|false", "Ethernet ms_tcpip6 False"],
        [
          "journal NetworkInterfaceDns|{1}|10.0.0.9, 10.0.0.8|automatic",
          "12 <>",
          "owes: the DNS servers of network interface Ethernet were set",
        ],
        ["12 <10.0.0.9 10.0.0.8>", "owes: the DNS servers of network interface Ethernet were set"],
        ["12 <>", "owes: the DNS servers of network interface Ethernet were set", "Ethernet ms_tcpip6 True", "12 <>", "12 <>"],
      ].flat(),
    });
  });
});

const RECIPE = String.raw`
remedy network_settings {
  title: "DNS"
  version: 1.0.0
  publisher: "IT"
  targets: [intune.remediation]

  step dns "DNS" {
    each n in network_interface(connected == true, physical == true) { ensure n { dns_servers: ["10.0.0.2", "10.0.0.3"], ipv6: true } }
    ensure network_interface("VPN") { dns_source: automatic }
    require all n in network_interface(description matches '^Fabrikam'): n.mac != none and "10.9.0.1" in n.addresses else "The tunnel has another address."
  }
}

scenario "set by hand, and IPv6 off" for network_settings {
  given {
    network_interface("Ethernet") { dns_servers: ["8.8.8.8"], ipv6: false }
    network_interface("Wi-Fi") { connected: false, dns_servers: ["8.8.4.4"] }
    network_interface("VPN") { dns_source: manual, physical: false, description: "Fabrikam tunnel", addresses: ["10.9.0.1"] }
  }
  expect detect noncompliant
  expect fix succeeded
  expect network_interface("Ethernet") { dns_servers: ["10.0.0.2", "10.0.0.3"], ipv6: true }
}

scenario "there is no VPN, and Windows refuses" for network_settings {
  given { network_interface("Ethernet") { dns_servers: ["8.8.8.8"], dns_exit_code: 97 } }
  expect detect noncompliant
  expect fix failed
}

scenario "CIM does not answer" for network_settings {
  given { computer { cim_readable: false } }
  expect detect blocked
  expect fix blocked
}
`;

describe("a recipe with network_interface", async () => {
  testRecipe(await compileRecipeText(RECIPE), { "set by hand, and IPv6 off": 3 });
});
