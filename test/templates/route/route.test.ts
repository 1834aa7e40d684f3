import { beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";
import { runCases } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

let result: (name: string) => CaseResult;
const tried = (body: string) => `try { ${body} } catch { "$_" }`;

/** Two interfaces; what is kept: a route, one of IPv6, two to one network, the default route, and one that route.exe has noted. */
const SETUP = String.raw`
function Row([string] $Prefix, [string] $NextHop, [string] $Interface, [int] $Metric, [bool] $Kept) { [pscustomobject]@{ Prefix = $Prefix; NextHop = $NextHop; Interface = $Interface; Metric = $Metric; Cost = $Metric; Kept = $Kept } }
function Find-RouteEntry { $script:Rows }
function Test-Elevation { $true }
function Test-IpInterface([string] $Name) { $Name -in 'Ethernet', 'Lab' }
function Add-RouteEntry([string] $Prefix, [string] $NextHop, [string] $Interface, [int] $Metric) { $script:Calls += "add $Prefix $NextHop $Interface $Metric" }
function Clear-RouteEntry([string] $Prefix, [string] $NextHop, [string] $Interface) { $script:Calls += "clear $Prefix $NextHop $Interface" }
function Write-RouteMetric([string] $Prefix, [string] $NextHop, [string] $Interface, [int] $Metric) { $script:Calls += "metric $Prefix $NextHop $Interface $Metric" }
function Get-RegistryValueName([string] $Hive, [string] $Path) { '10.30.0.0,255.255.0.0,10.0.0.3,4'; '10.20.0.0,255.255.0.0,10.0.0.1,1'; 'none' }
function Save-RegistryValue([string] $Hive, [string] $Path, [string] $Name) { }
function Clear-RegistryValue([string] $Hive, [string] $Path, [string] $Name) { $script:Calls += "note $Name" }
function Reset {
    $script:Calls = @()
    $script:Rows = @(
        (Row '0.0.0.0/0' '10.0.0.254' 'Ethernet' 0 $true), (Row '10.0.0.0/24' '0.0.0.0' 'Ethernet' 256 $false), (Row '10.0.0.0/16' '0.0.0.0' 'Lab' 1 $false), (Row '2001:db8::/64' '::' 'Lab' 256 $false)
        (Row '10.20.0.0/16' '10.0.0.1' 'Ethernet' 256 $true), (Row '10.20.0.0/16' '10.0.0.1' 'Ethernet' 256 $false), (Row '2001:db8:20::/48' '2001:db8::1' 'Lab' 5 $true)
        (Row '10.40.0.0/16' '10.0.0.4' 'Ethernet' 5 $true), (Row '10.40.0.0/16' '10.0.0.5' 'Lab' 6 $true), (Row '10.50.0.0/16' '10.0.0.1' 'Ethernet' 1 $false)
    )
}`;
const REPAIRS = "$script:Calls; $script:Journal | ForEach-Object { $_ -join '|' }";

beforeAll(async () => {
  result = await runCases({
    functions: [
      ...[
        "Test-Route",
        "Test-RouteAbsence",
        "Find-RouteBlocker",
        "Repair-Route",
        "Repair-RouteAbsence",
        "Select-Route",
        "Read-RouteNextHop",
      ],
      ...["ConvertTo-RoutePrefix", "Read-RouteMetric", "Read-RouteInterface", "Undo-Route", "Get-RouteState"],
    ],
    fakes: [],
    setup: SETUP,
    cases: Object.fromEntries(
      Object.entries({
        all: "Select-Route",
        holds: [
          "Get-Verdict Route -Destination '10.20.0.0/16' -NextHop '10.0.0.1' -Interface 'ETHERNET' -Metric 256",
          "Get-Verdict Route -Destination '2001:0DB8:20:0::/48' -NextHop '2001:DB8:0::1' -Metric 5",
          "Get-Verdict Route -Destination '10.50.0.0/16' -Absent",
        ].join("; "),
        deviates: [
          "Get-Verdict Route -Destination '10.20.0.0/16' -NextHop '10.0.0.2' -Metric 5",
          "Get-Verdict Route -Destination '10.30.0.0/16' -Interface 'Lab'",
          "Get-Verdict Route -Destination '10.60.0.0/16' -NextHop '10.0.0.1'",
          "Get-Verdict Route -Destination '10.40.0.0/16' -NextHop '10.0.0.5'",
          "Get-Verdict Route -Destination '10.40.0.0/16' -Absent",
        ].join("; "),
        blocked: [
          "Get-Verdict Route -Destination '10.60.0.0/16'",
          "Get-Verdict Route -Destination '10.40.0.0/16' -Metric 5",
          "Get-Verdict Route -Destination '10.60.0.0/16' -NextHop '192.168.7.1'",
          "Get-Verdict Route -Destination '10.60.0.0/16' -NextHop '10.0.0.1' -Interface 'It''s'",
          "Get-Verdict Route -Destination '10.60.0.0/16' -NextHop '2001:db8::1'",
          "Get-Verdict Route -Destination '2001:db8:60::/48' -NextHop 'fe80::1'",
        ].join("; "),
        refused: [
          "0.0.0.0/0",
          "::/00",
          "10.20.30.0/16",
          "10.0.0.0/33",
          "010.0.0.0/8",
          "10.1/16",
          "10.20.0.0",
          "2001:db8::/12",
          "$(1)'/8",
          "fe80::%1/64",
        ]
          .map((text) => tried(`ConvertTo-RoutePrefix '${text.replaceAll("'", "''")}'`))
          .join("; "),
        "default by a parameter": `${tried("Repair-RouteAbsence -Destination '0.0.0.0/0'")}; ${REPAIRS}`,
        "by another": `Repair-Route -Destination '10.20.0.0/16' -NextHop '10.0.0.2'; ${REPAIRS}`,
        "at another metric": `Repair-Route -Destination '10.20.0.0/16' -Metric 9; ${REPAIRS}`,
        noted: `Repair-Route -Destination '10.30.0.0/16' -Metric 9; ${REPAIRS}`,
        "one of two": `Repair-Route -Destination '10.40.0.0/16' -NextHop '10.0.0.5'; ${REPAIRS}`,
        "not kept": `Repair-Route -Destination '10.50.0.0/16' -NextHop '10.0.0.1'; ${REPAIRS}`,
        deleted: `Repair-RouteAbsence -Destination '10.40.0.0/16'; Repair-RouteAbsence -Destination '10.30.0.0/16'; ${REPAIRS}`,
        undone: `$at = '10.40.0.0/16', '10.0.0.4', 'Ethernet'; Get-RouteState $at; Undo-Route $at 'absent'; Undo-Route $at '7'; $script:Rows = @(); Get-RouteState $at; Undo-Route $at '7'; Undo-Route $at 'x'; $script:Calls`,
        read: `Read-RouteNextHop '10.20.0.0/16'; Read-RouteMetric '10.20.0.0/16'; @(Read-RouteInterface '10.30.0.0/16').Count; ${tried("Read-RouteNextHop '10.40.0.0/16'")}`,
      }).map(([name, body]) => [name, `Reset; ${body}`]),
    ),
  });
});

const reasons = (name: string): string[] => {
  expect(result(name).error).toBe("");
  return (result(name).output as { Why: string }[]).map(({ Why }) => Why);
};

describe("the functions of route", () => {
  test("know what is kept, once, without default routes", () => {
    expect(result("all").output).toEqual(["10.20.0.0/16", "2001:db8:20::/48", "10.40.0.0/16", "10.30.0.0/16"]);
    expect(reasons("holds")).toEqual(["", "", ""]);
    expect(result("read").output).toEqual(["10.0.0.1", 256, 0, "matches several: 10.0.0.4, 10.0.0.5"]);
  });

  test("say what deviates, and what stands in the way", () => {
    expect(reasons("deviates")).toEqual([
      "route 10.20.0.0/16 has next_hop 10.0.0.1, not 10.0.0.2 and metric 256, not 5",
      "route 10.30.0.0/16 has interface none, not Lab",
      "route 10.60.0.0/16 is missing",
      "route 10.40.0.0/16 has next_hop 10.0.0.4, not 10.0.0.5",
      "route 10.40.0.0/16 is there, it should be absent",
    ]);
    expect(reasons("blocked")).toEqual([
      "route 10.60.0.0/16 is missing: the remedy does not say the next_hop by which it would go",
      "route 10.40.0.0/16 has metric 6, not 5: 2 routes go there (by 10.0.0.4, 10.0.0.5), and the remedy does not say which next_hop is meant",
      "route 10.60.0.0/16 is missing: no network interface that is connected is on the network of 192.168.7.1; connect it, or say its interface",
      "route 10.60.0.0/16 is missing: there is no network interface 'It\"s'",
      "route 10.60.0.0/16 is missing: next_hop 2001:db8::1 is of the other version of IP",
      "route 2001:db8:60::/48 is missing: no network interface that is connected is on the network of fe80::1; connect it, or say its interface",
    ]);
  });

  test("refuse default routes and what is no network, wherever it comes from", () => {
    const texts = result("refused").output as string[];
    expect(texts.slice(0, 2)).toEqual(
      ["0.0.0.0/0", "::/00"].map((text) => `'${text}' is the default route, which a remedy does not change`),
    );
    for (const text of texts) expect(text).toMatch(/ is (no|the default) /);
    expect(texts[2]).toBe("'10.20.30.0/16' is no network: it has bits behind the first 16");
    expect(result("default by a parameter").output).toEqual(["'0.0.0.0/0' is the default route, which a remedy does not change"]);
  });

  test("make the new one before the old one goes, and keep what is not named", () => {
    expect(result("by another").output).toEqual([
      ...["clear 10.20.0.0/16 10.0.0.2 Ethernet", "add 10.20.0.0/16 10.0.0.2 Ethernet 256", "clear 10.20.0.0/16 10.0.0.1 Ethernet"],
      "note 10.20.0.0,255.255.0.0,10.0.0.1,1",
      ...["Route|absent|256|10.20.0.0/16|10.0.0.2|Ethernet", "Route|256|absent|10.20.0.0/16|10.0.0.1|Ethernet"],
    ]);
    expect(result("at another metric").output).toEqual([
      "metric 10.20.0.0/16 10.0.0.1 Ethernet 9",
      "Route|256|9|10.20.0.0/16|10.0.0.1|Ethernet",
    ]);
    expect(result("noted").output).toEqual([
      ...["clear 10.30.0.0/16 10.0.0.3 Ethernet", "add 10.30.0.0/16 10.0.0.3 Ethernet 9", "note 10.30.0.0,255.255.0.0,10.0.0.3,4"],
      "Route|absent|9|10.30.0.0/16|10.0.0.3|Ethernet",
    ]);
    expect(result("one of two").output).toEqual(["clear 10.40.0.0/16 10.0.0.4 Ethernet", "Route|5|absent|10.40.0.0/16|10.0.0.4|Ethernet"]);
    expect(result("not kept").output.slice(0, 2)).toEqual([
      "clear 10.50.0.0/16 10.0.0.1 Ethernet",
      "add 10.50.0.0/16 10.0.0.1 Ethernet 256",
    ]);
  });

  test("delete all to a network, and take back what they did", () => {
    expect(result("deleted").output.slice(0, 4)).toEqual([
      ...["clear 10.40.0.0/16 10.0.0.4 Ethernet", "clear 10.40.0.0/16 10.0.0.5 Lab", "clear 10.30.0.0/16 10.0.0.3 "],
      "note 10.30.0.0,255.255.0.0,10.0.0.3,4",
    ]);
    expect(result("undone").output).toEqual([
      ...["5", "absent", "it was 'x'"],
      ...["clear", "metric", "clear", "add"].map((verb) => `${verb} 10.40.0.0/16 10.0.0.4 Ethernet${verb === "clear" ? "" : " 7"}`),
    ]);
  });
});

const recipe = await compileRecipeText(String.raw`
remedy lab_routes {
  title: "The lab is reached"
  version: 1.0.0
  targets: [intune.remediation]
  step routes "Routes" {
    ensure route("10.20.0.0/16") { next_hop: "10.0.0.1", metric: 10 }
    ensure route("2001:db8:20::/48") { next_hop: "fe80::2", interface: "Ethernet" }
    ensure route("10.99.0.0/16") absent
    each r in route(next_hop == "10.0.0.9") { ensure r absent }
  }
}
scenario "one by the old gateway, one of route.exe, one too many" for lab_routes {
  given {
    route("10.20.0.0/16") { next_hop: "10.0.0.9" }
    route("10.99.0.0/16") present
    route("10.77.0.0/16") { next_hop: "10.0.0.9" }
    route("10.88.0.0/16") { next_hop: "10.0.0.8" }
    registry_value('HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters\PersistentRoutes', "10.99.0.0,255.255.0.0,10.0.0.7,1") { data: "" }
  }
  expect detect noncompliant
  expect fix succeeded
  expect route("10.20.0.0/16") { next_hop: "10.0.0.1", interface: "Ethernet", metric: 10 }
  expect route("10.77.0.0/16") absent
  expect route("10.88.0.0/16") { next_hop: "10.0.0.8" }
}
scenario "not connected" for lab_routes {
  given { network_interface("Ethernet") { connected: false } }
  expect detect noncompliant
  expect fix blocked
}
scenario "CIM does not answer" for lab_routes {
  given { computer { cim_readable: false } }
  expect detect blocked
  expect fix blocked
}
`);

describe("a recipe with route", () => {
  testRecipe(recipe, { "one by the old gateway, one of route.exe, one too many": 12 });
});
