import { beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

const NOW = String.raw`HKLM\SYSTEM\CurrentControlSet\Control\TimeZoneInformation`;
const ZONES = String.raw`HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Time Zones`;
const POLICY = String.raw`HKLM\SOFTWARE\Microsoft\PolicyManager\current\device\TimeLanguageSettings`;

let result: (name: string) => CaseResult;

/** A machine with this zone, whose service has this start type; a dollar sign stands for the end of the name, with what an earlier one has left behind it. */
const machine = (zone: string, start: number | undefined) =>
  `Set-Fake '${NOW}' 'TimeZoneKeyName' 'String' ('${zone}'.Replace('$', [string][char]0))
Set-Fake '${ZONES}\\W. Europe Standard Time' '' '' ''; Set-Fake '${ZONES}\\UTC' '' '' ''
$script:Start = ${start ?? "$null"}`;
const verdict = (zone: string, start: number | undefined, wish: string, more = "") =>
  `${machine(zone, start)}\n${more}\nGet-Verdict TimeZone ${wish}`;
const berlin = "-Id 'W. Europe Standard Time'";

beforeAll(async () => {
  result = await runCases({
    functions: ["Read-TimeZoneId", "Read-TimeZoneAutomatic", "Get-TimeZoneState", "Undo-TimeZone"].concat(
      ["Test", "Repair"].flatMap((verb) => [`${verb}-TimeZoneId`, `${verb}-TimeZoneAutomatic`]),
      ["Find-TimeZoneIdBlocker", "Find-TimeZoneAutomaticBlocker"],
    ),
    fakes: ["registry"],
    setup: String.raw`function Get-ServiceConfiguration([string] $Name) { if ($null -ne $script:Start) { [pscustomobject]@{ StartType = $script:Start; Delayed = $false } } }
function Write-ServiceStartup([string] $Name, [string] $Start) { $script:Writes += "$Name $Start"; $script:Start = @{ demand = 3; disabled = 4 }[$Start]; 0 }
function Write-TimeZone([string] $Id) { $script:Writes += "zone $Id"; if ($Id -eq 'Broken Time') { return 1 }; Set-Fake '${NOW}' 'TimeZoneKeyName' 'String' $Id; 0 }`,
    cases: {
      same: verdict("W. Europe Standard Time", 4, berlin),
      "other case, with a rest": verdict("w. europe standard time$ard Time", undefined, `${berlin} -Automatic $false`),
      other: verdict("UTC", 4, berlin),
      nameless: verdict("$Pacific", 4, berlin),
      unreadable: `Get-Verdict TimeZone ${berlin}`,
      automatic: verdict("UTC", 3, berlin),
      "to be automatic": verdict("UTC", 4, `${berlin} -Automatic $true`),
      "no longer automatic": verdict("UTC", 3, `${berlin} -Automatic $false`),
      "no service": verdict("UTC", undefined, "-Automatic $true"),
      unknown: verdict("UTC", 4, "-Id 'Mars Standard Time'"),
      policy: verdict("UTC", 4, berlin, `Set-Fake '${POLICY}' 'ConfigureTimeZone' 'String' 'UTC'`),
      "the same policy": verdict("UTC", 4, berlin, `Set-Fake '${POLICY}' 'ConfigureTimeZone' 'String' 'w. Europe Standard Time'`),
      read: `${machine("UTC$x", 2)}\nRead-TimeZoneId; Read-TimeZoneAutomatic; Get-TimeZoneState 'id'`,
      round: `${machine("UTC", 3)}\nRepair-TimeZoneId ${berlin}; Repair-TimeZoneId ${berlin}; Repair-TimeZoneAutomatic $false; Repair-TimeZoneAutomatic $false; $script:Writes; Read-TimeZoneId; Undo-TimeZone 'id' 'UTC'; Read-TimeZoneId`,
      refused: `${machine("UTC", 3)}\nRepair-TimeZoneId 'Broken Time'`,
      "nothing to go back to": `${machine("UTC", 3)}\nUndo-TimeZone 'id' ''; Undo-TimeZone 'id' 'x" /s "UTC'; $script:Writes.Count`,
    },
  });
});

describe("the functions of time_zone", () => {
  test("compare the id of Windows, not what it shows", () => {
    for (const name of ["same", "other case, with a rest"])
      expect(verdictOf(result(name)), name).toEqual({ RemedycVerdict: "holds", Why: "" });
    expect(verdictOf(result("other"))).toEqual({ RemedycVerdict: "deviates", Why: "the time zone is UTC, not W. Europe Standard Time" });
    expect(verdictOf(result("nameless")).Why).toBe("the time zone is none of Windows, not W. Europe Standard Time");
    expect(verdictOf(result("no longer automatic"))).toEqual({
      RemedycVerdict: "deviates",
      Why: "the time zone is UTC, not W. Europe Standard Time and the time zone is set automatically",
    });
    expect(verdictOf(result("the same policy")).RemedycVerdict).toBe("deviates");
    expect(result("unreadable").error).toBe(`registry value ${NOW}\\TimeZoneKeyName is missing`);
  });

  test("are blocked by what would take it back, and by a Windows that cannot", () => {
    for (const [name, why] of [
      ["automatic", "Windows sets it by where the device is, so that it would not last; ensure automatic: false"],
      ["to be automatic", "Windows sets it by where the device is, so that it would not last; ensure automatic: false"],
      ["no service", "the time zone is not set automatically: this Windows has no service tzautoupdate"],
      ["unknown", "the time zone is UTC, not Mars Standard Time: this Windows does not know it, new time zones come with its updates"],
      ["policy", "Intune's policy TimeLanguageSettings/ConfigureTimeZone sets UTC, change it there"],
    ] as const) {
      expect(verdictOf(result(name)).RemedycVerdict, name).toBe("blocked");
      expect(verdictOf(result(name)).Why, name).toContain(why);
    }
  });

  test("read it, set it once, and take that back", () => {
    expect(result("read")).toEqual({ output: ["UTC", true, "UTC"], error: "" });
    expect(result("round")).toEqual({
      output: ["zone W. Europe Standard Time", "tzautoupdate disabled", "W. Europe Standard Time", "UTC"],
      error: "",
    });
    expect(result("refused").error).toBe("the time zone could not be set to Broken Time: tzutil.exe returned 1");
    expect(result("nothing to go back to")).toEqual({ output: ["it was ''", `it was 'x" /s "UTC'`, 0], error: "" });
  });
});

const RECIPE = `
remedy berlin {
  title: "The time of Berlin"
  version: 1.0.0
  publisher: "IT"
  targets: [intune.remediation, standalone]

  step zone "Time zone" {
    ensure time_zone { id: "W. Europe Standard Time", automatic: false }
  }
}

scenario "another zone, set automatically" for berlin {
  given { time_zone { id: "Pacific Standard Time", automatic: true } }
  expect detect noncompliant
  expect fix succeeded
  expect time_zone { id: "W. Europe Standard Time", automatic: false }
}

scenario "all is well" for berlin {
  given { time_zone { id: "W. Europe Standard Time" } }
  expect detect compliant
}

scenario "a Windows without it" for berlin {
  given { time_zone { known: false } }
  expect detect noncompliant
  expect fix blocked
}

scenario "Intune says otherwise" for berlin {
  given { time_zone { policy: "UTC" } }
  expect fix blocked
  expect time_zone { id: "UTC" }
}
`;

describe("a recipe with time_zone", async () => {
  const recipe = await compileRecipeText(RECIPE);
  testRecipe(recipe, { "another zone, set automatically": 4 });

  test.each([
    ["W. Europe Standard time", "W. Europe Standard Time"],
    ["Berlin", "W. Europe Standard Time"],
    ["Europe/Paris", "Romance Standard Time"],
    ["new york", "Eastern Standard Time"],
    ["CET", "W. Europe Standard Time"],
    ["GMT", "GMT Standard Time"],
  ])("%s: did you mean %s?", async (typed, meant) => {
    const text = RECIPE.replace('id: "W. Europe Standard Time", automatic', `id: "${typed}", automatic`);
    await expect(compileRecipeText(text)).rejects.toThrow(`Did you mean '${meant}'?`);
  });
});
