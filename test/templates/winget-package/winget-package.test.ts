import { beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

const APPS = String.raw`C:\Program Files\WindowsApps`;
const INSTALLER = (version: string, architecture = "x64") =>
  `${APPS}\\Microsoft.DesktopAppInstaller_${version}_${architecture}__8wekyb3d8bbwe`;
const NEWEST = `${INSTALLER("1.24.25200.0")}\\winget.exe`;
const NONE = "0x8A150014";
const ID = "-Id '7zip.7zip'";
const OLDEST = `${ID} -MinimumVersion ([version]'24.9.0.0')`;

let result: (name: string) => CaseResult;

/** What winget answers to `list` and `search`: an exit code and its output. */
const answers = (list: string, listed: string, search = "0", found = "7-Zip 7zip.7zip 24.09") =>
  `$script:Answers = @{ list = ${list}, "${listed}"; search = ${search}, "${found}" }`;
/** Rows as winget prints them to a pipe, in a language that nobody of us speaks. */
const table = (...rows: string[]) =>
  ["`r   - `r   \\ `r", "Nombre   Id        Versi\u00F3n Disponible", "-".repeat(40), ...rows].join("`n");
const verdict = (rows: readonly string[], wish: string, more = "") =>
  `${answers("0", table(...rows))}\n${more}\nGet-Verdict WingetPackage ${wish}`;
const missing = (wish: string, more = "") => `${answers(NONE, "nada")}\n${more}\nGet-Verdict WingetPackage ${wish}`;
const ends = (code: string, more = "") =>
  `${answers(NONE, "nada")}\n$script:Run.ExitCode = ${code}\n${more}\nRepair-WingetPackagePresence ${ID}`;

beforeAll(async () => {
  result = await runCases({
    functions: [
      ...["Test", "Repair"].flatMap((verb) => ["Absence", "Presence", "MinimumVersion"].map((part) => `${verb}-WingetPackage${part}`)),
      "Find-WingetPackageMinimumVersionBlocker",
      ...["Exists", "Version", "Available"].map((part) => `Read-WingetPackage${part}`),
    ],
    fakes: ["files"],
    setup: String.raw`
function Reset-Fake {
  $script:Disk = @{}; $script:Closed = @(); $script:Open = @()
  $script:Policy = ''; $script:Calls = @(); $script:Busy = $false; $script:Waits = 0; $script:Sums = @{}
  $script:Run = [pscustomobject]@{ ExitCode = 0; TimedOut = $false }
  Add-FakeFile '${INSTALLER("1.9.49371.0")}\winget.exe'
  Add-FakeFile '${NEWEST}'
  Add-FakeFolder '${INSTALLER("1.25.0.0", "neutral_~")}'
  Add-FakeFolder '${INSTALLER("1.26.0.0")}'
  Add-FakeFile '${APPS}\Microsoft.DesktopAppInstallerFake_9.0.0.0_x64__8wekyb3d8bbwe\winget.exe'
  Add-FakeFile '${APPS}\Microsoft.DesktopAppInstaller_9.0.0.0_x64__cw5n1h2txyewy\winget.exe'
}
function Get-RegistryValue([string] $Hive, [string] $Path, [string] $Name, [int] $View = 64) { if ($Name -eq $script:Policy) { [pscustomobject]@{ Type = 'DWord'; Data = 0 } } }
function Get-ProgramOutput([string] $Path, [string] $Arguments, [hashtable] $Environment, [timespan] $Timeout) {
  $script:Calls += "$Path $Arguments"
  $script:Environment = $Environment
  $answer = $script:Answers[($Arguments -replace ' .*')]
  [pscustomobject]@{ ExitCode = $answer[0]; TimedOut = $answer[1] -eq 'hangs'; Output = [Text.Encoding]::UTF8.GetBytes($answer[1]) }
}
function Invoke-Program([string] $Path, [string] $Arguments, [hashtable] $Environment, [timespan] $Timeout, [scriptblock] $Started) {
  $script:Calls += "$Path $Arguments"
  & $Started 7
  $script:Run
}
function Get-SpecialFolder([string] $Name) { @{ ProgramFiles = 'C:\Program Files'; LocalApplicationData = 'C:\SYSTEM\Local' }[$Name] }
function Find-Process([string] $Name, [int] $Id) { [pscustomobject]@{ Id = $Id; Path = 'C:\winget.exe'; StartTime = [datetime]5 } }
function Save-Mark([string] $Name, [string] $Value, [switch] $Session) { $script:Sums[$Name] = $Value }
function Get-StateFolder([string] $Name) { "C:\State\$Name" }
function Test-InstallerBusy { $script:Busy }
function Get-Tick { $script:Waits * 1000 }
function Wait-Moment([int] $Milliseconds) { $script:Waits += $Milliseconds }`,
    cases: {
      "new enough": verdict(["7-Zip 24.08 (x64) 7zip.7zip 24.09"], OLDEST),
      "newer than all": verdict(["7-Zip  7zip.7zip  > 24.09   24.09"], OLDEST),
      "its name is its id": verdict(["7zip.7zip 7zip.7zip 24.10 25.01"], OLDEST),
      old: verdict(["7-Zip 7zip.7zip 24.08 24.09"], OLDEST),
      "one of two is old": verdict(["7-Zip 7zip.7zip 24.09 24.09", "7-Zip 7zip.7zip 9.20 24.09"], OLDEST),
      "older than all": verdict(["7-Zip 7zip.7zip < 23.00 24.09"], OLDEST),
      "older than what is newer": verdict(["7-Zip 7zip.7zip < 99.00 24.09"], OLDEST),
      "no version": verdict(["7-Zip 7zip.7zip Unknown 24.09"], OLDEST),
      "cut off": verdict(["A very long name 7zip.7z\u2026 24.08"], OLDEST),
      "of another": verdict(["7-Zip Beta 7zip.7zip.Beta 99.0", "7-Zip x7zip.7zip 99.0"], OLDEST),
      "source is behind": `${answers("0", table("7-Zip 7zip.7zip 23.01"), "0", "7-Zip 7zip.7zip 24.08")}\nGet-Verdict WingetPackage ${OLDEST}`,
      "missing, to be new": missing(OLDEST),
      missing: missing(ID),
      "there, unreadable": verdict(["cut off"], ID),
      gone: missing(`${ID} -Absent`),
      "to be gone": verdict(["7-Zip 7zip.7zip 24.08"], `${ID} -Absent`),
      "unknown to its source": `${answers(NONE, "nada", NONE, "nada")}\nGet-Verdict WingetPackage ${ID} -Absent`,
      "source does not answer": `${answers(NONE, "nada", "0x8A150045", "")}\nGet-Verdict WingetPackage ${ID} -Absent`,
      "not started": `${answers("-1073741515", "")}\nGet-Verdict WingetPackage ${ID}`,
      "another error": `${answers("0x8A15FFFF", "")}\nGet-Verdict WingetPackage ${ID}`,
      hangs: `${answers("1460", "hangs")}\nGet-Verdict WingetPackage ${ID}`,
      "no App Installer": missing(ID, `$script:Disk = @{}`),
      "only an old one": missing(
        ID,
        `$script:Disk.Remove('${NEWEST.toLowerCase()}'); Add-FakeFile '${INSTALLER("1.20.9999.0", "arm64")}\\winget.exe'`,
      ),
      "not to be listed": missing(ID, `$script:Closed = @('${APPS}')`),
      "open to others": missing(ID, `$script:Open = @('${INSTALLER("1.24.25200.0")}')`),
      "a policy": missing(ID, "$script:Policy = 'EnableWindowsPackageManagerCommandLineInterfaces'"),
      "of a user": missing(ID, "$script:Remedy.Context = 'user'"),
      "an option for an id": missing("-Id '--manifest'"),
      "two lines": missing('-Id "a.b`n"'),
      "a hostile source": missing(`${ID} -Source 'x" --override "calc'`),
      installs: `${answers(NONE, "nada")}\nRepair-WingetPackagePresence ${ID}; $script:Calls; $script:Journal; $script:Sums['Setup']`,
      "installs the new one": `${answers(NONE, "nada")}\nRepair-WingetPackageMinimumVersion ${OLDEST} -Scope any -Source contoso; $script:Calls[-1]`,
      upgrades: `${answers("0", table("7-Zip 7zip.7zip 24.08"))}\nRepair-WingetPackageMinimumVersion ${OLDEST}; $script:Calls[-1]`,
      "has nothing to upgrade": `${answers("0", table("7-Zip 7zip.7zip 24.09"))}\nRepair-WingetPackageMinimumVersion ${OLDEST}; $script:Journal.Count`,
      removes: `${answers("0", table("7-Zip 7zip.7zip 24.08"))}\nRepair-WingetPackageAbsence ${ID}; $script:Calls[-1]`,
      "removes all": `${answers("0", table("7-Zip 7zip.7zip 24.08", "7-Zip 7zip.7zip 9.20"))}\nRepair-WingetPackageAbsence ${ID}; $script:Calls[-1]`,
      "has nothing to remove": `${answers(NONE, "nada")}\nRepair-WingetPackageAbsence ${ID}; $script:Journal.Count`,
      "restart to finish": ends("0x8A150109"),
      "restart has begun": ends("0x8A15010B"),
      "in use": ends("0x8A150101"),
      "unknown end": ends("1603"),
      "another installer slipped in": ends("0x8A150102"),
      "another installer works": ends("0", "$script:Busy = $true"),
      "too slow": ends("1460", "$script:Run.TimedOut = $true"),
      "in safe folders": `${answers("0", table("7-Zip 7zip.7zip 24.09"))}\n$script:Remedy.Secrets = @('KEY')\nRead-WingetPackageExists ${ID}; $script:Calls; foreach ($name in $script:Environment.Keys | Sort-Object) { "$name=$($script:Environment[$name])" }`,
      read: `${answers("0", table("7-Zip 7zip.7zip 24.09", "7-Zip 7zip.7zip 9.20"))}\nRead-WingetPackageExists ${ID}; "$(Read-WingetPackageVersion ${ID})"; "$(Read-WingetPackageAvailable ${ID})"`,
      "read nothing": `${answers(NONE, "nada", "0", "7-Zip 7zip.7zip v1-beta")}\nRead-WingetPackageExists ${ID}; @(Read-WingetPackageVersion ${ID}).Count; @(Read-WingetPackageAvailable ${ID}).Count`,
    },
  });
});

describe("the functions of winget_package", () => {
  test("find the version behind the id, whatever the language", () => {
    for (const name of ["new enough", "newer than all", "its name is its id", "gone", "there, unreadable"])
      expect(verdictOf(result(name)), name).toEqual({ RemedycVerdict: "holds", Why: "" });
    for (const [name, why] of [
      ["old", "winget package 7zip.7zip is version 24.08, older than 24.9.0.0"],
      ["one of two is old", "winget package 7zip.7zip is version 9.20, older than 24.9.0.0"],
      ["older than all", "winget package 7zip.7zip is version < 23.00, older than 24.9.0.0"],
      ["missing, to be new", "winget package 7zip.7zip is missing"],
      ["missing", "winget package 7zip.7zip is missing"],
      ["to be gone", "winget package 7zip.7zip is installed (24.08)"],
    ] as const)
      expect(verdictOf(result(name)), name).toEqual({ RemedycVerdict: "deviates", Why: why });
    expect(verdictOf(result("source is behind"))).toEqual({
      RemedycVerdict: "blocked",
      Why: "winget package 7zip.7zip is version 23.01, older than 24.9.0.0: winget's source winget has only 24.08",
    });
  });

  test.each([
    ["older than what is newer", "winget lists 7zip.7zip as version < 99.00, which cannot be compared"],
    ["no version", "winget lists 7zip.7zip as version Unknown, which cannot be compared"],
    ["cut off", "winget lists 7zip.7zip in a way that cannot be read"],
    ["of another", "winget lists 7zip.7zip in a way that cannot be read"],
    ["unknown to its source", "winget's source winget has no package 7zip.7zip (upper and lower case count)"],
    ["source does not answer", "winget search 7zip.7zip: the source cannot be opened (0x8A150045)"],
    [
      "not started",
      "winget list 7zip.7zip: a library is missing: as SYSTEM it needs the Microsoft Visual C++ Redistributable (0xC0000135)",
    ],
    ["another error", "winget list 7zip.7zip: it returned 0x8A15FFFF"],
    ["hangs", "winget list 7zip.7zip did not end within 5 min and was ended"],
    ["no App Installer", "winget is not there: install App Installer (Microsoft.DesktopAppInstaller)"],
    ["only an old one", "App Installer 1.20.9999.0 is too old: install 1.21 or newer (winget 1.6)"],
    ["not to be listed", `Access to the path '${APPS}' is denied.`],
    [
      "open to others",
      `${INSTALLER("1.24.25200.0")} may be changed by S-1-5-32-545, so it is not safe to run; let administrators alone write there`,
    ],
    ["a policy", "Group Policy forbids winget (EnableWindowsPackageManagerCommandLineInterfaces)"],
    ["of a user", "winget packages are installed by SYSTEM: the remedy must not have context: user"],
    ["an option for an id", "is no name of a package or source of winget"],
    ["two lines", "is no name of a package or source of winget"],
    ["a hostile source", "is no name of a package or source of winget"],
  ])("%s: unreadable, never compliant", (name, why) => {
    expect(result(name).output).toEqual([]);
    expect(result(name).error).toContain(why);
  });

  test("run the newest winget that is safe, with the arguments that are asked for", () => {
    const last = "--accept-source-agreements --disable-interactivity";
    expect(result("installs")).toEqual({
      output: [
        `${NEWEST} install --id 7zip.7zip --exact --source winget ${last} --scope machine --silent --accept-package-agreements`,
        ["Lost", "", "", "winget install 7zip.7zip"],
        String.raw`7 5 C:\winget.exe`,
      ],
      error: "",
    });
    expect(result("installs the new one").output).toEqual([
      `${NEWEST} install --id 7zip.7zip --exact --source contoso ${last} --silent --accept-package-agreements`,
    ]);
    expect(result("upgrades").output).toEqual([
      `${NEWEST} upgrade --id 7zip.7zip --exact --source winget ${last} --scope machine --silent --accept-package-agreements`,
    ]);
    for (const name of ["has nothing to upgrade", "has nothing to remove"]) expect(result(name), name).toEqual({ output: [0], error: "" });
    const removal = `${NEWEST} uninstall --id 7zip.7zip --exact --source winget ${last} --scope machine --silent`;
    expect(result("removes").output).toEqual([removal]);
    expect(result("removes all").output).toEqual([`${removal} --all-versions`]);
  });

  test("ask it without secrets, and let it write where nobody else can", () => {
    expect(result("in safe folders").output).toEqual([
      true,
      `${NEWEST} list --id 7zip.7zip --exact --source winget --accept-source-agreements --disable-interactivity --scope machine`,
      "KEY=",
      "PSModulePath=",
      String.raw`TEMP=C:\SYSTEM\Local`,
      String.raw`TMP=C:\SYSTEM\Local`,
    ]);
  });

  test("judge how it ends", () => {
    const restart = (code: string) => ({
      output: [{ RemedycVerdict: "restart", Why: `winget install 7zip.7zip asks for it (${code})` }],
      error: "",
    });
    expect(result("restart to finish")).toEqual(restart("0x8A150109"));
    expect(result("restart has begun")).toEqual(restart("0x8A15010B"));
    for (const [name, why] of [
      ["in use", "winget install 7zip.7zip: the application is running, close it (0x8A150101)"],
      ["unknown end", "winget install 7zip.7zip: it returned 0x00000643"],
      ["another installer slipped in", "winget install 7zip.7zip was not started, tried once: another installation is running (1618)"],
      ["another installer works", "winget install 7zip.7zip was not started: another installation is running (1618)"],
      ["too slow", "winget install 7zip.7zip did not end within 30m and was ended"],
    ] as const)
      expect(result(name).error, name).toBe(why);
  });

  test("read it", () => {
    expect(result("read").output).toEqual([true, "9.20.0.0", "24.9.0.0"]);
    expect(result("read nothing").output).toEqual([false, 0, 0]);
  });
});

const RECIPE = `
remedy apps {
  title: "Applications of winget"
  version: 1.0.0
  publisher: "IT"
  targets: [intune.remediation]
  param reader: string = "Contoso.Reader"

  step apps "Applications" {
    ensure winget_package("7zip.7zip") { minimum_version: 24.09 }
    ensure winget_package("Mozilla.Firefox") absent
    ensure winget_package(reader, scope: any, source: "contoso") present
  }
}

scenario "one is old, one unwanted, one missing" for apps {
  given {
    winget_package("7zip.7zip") { version: 24.08, available: 24.09 }
    winget_package("Mozilla.Firefox") present
  }
  expect detect noncompliant
  expect fix succeeded
  expect winget_package("7zip.7zip") { minimum_version: 24.09 }
  expect winget_package("Mozilla.Firefox") absent
  expect winget_package("Contoso.Reader", scope: any, source: "contoso") present
}

scenario "all is well" for apps {
  given {
    winget_package("7zip.7zip") { version: 25.00 }
    winget_package("Contoso.Reader") { version: none, available: none }
  }
  expect detect compliant
}

scenario "no App Installer" for apps {
  given { winget_package("7zip.7zip") { app_installer: missing } }
  expect detect blocked
  expect fix blocked
}

scenario "App Installer can be changed by users" for apps {
  given { winget_package("7zip.7zip") { app_installer: writable } }
  expect fix blocked
}

scenario "an old App Installer" for apps {
  given { winget_package("7zip.7zip") { app_installer: old } }
  expect fix blocked
}

scenario "Group Policy forbids it" for apps {
  given { winget_package("7zip.7zip") { policy: true } }
  expect fix blocked
}

scenario "the source has nothing new enough" for apps {
  given { winget_package("7zip.7zip") { version: 24.08, available: 24.08 } }
  expect detect noncompliant
  expect fix blocked
}

scenario "nobody knows how old it is" for apps {
  given { winget_package("7zip.7zip") { version: none } }
  expect fix blocked
}

scenario "winget hangs" for apps {
  given {
    winget_package("7zip.7zip") { answers: false }
    winget_package("Contoso.Reader") present
  }
  expect detect blocked
}

scenario "winget cannot open its source" for apps {
  given {
    winget_package("7zip.7zip") { list_exit_code: 0x8A150045 }
    winget_package("Contoso.Reader") present
  }
  expect detect blocked
}

scenario "it counts after a restart" for apps {
  given { winget_package("7zip.7zip") { version: 24.08, exit_code: 0x8A150109 } }
  expect fix restart_needed
}

scenario "it is running" for apps {
  given { winget_package("7zip.7zip") { version: 24.08, exit_code: 0x8A150101 } }
  expect fix failed
}

scenario "it takes an hour" for apps {
  given { winget_package("7zip.7zip") { version: 24.08, duration: 1h } }
  expect fix failed
}
`;

describe("a recipe with winget_package", async () => {
  const recipe = await compileRecipeText(RECIPE);
  testRecipe(recipe, { "one is old, one unwanted, one missing": 4 });

  test.each(["-7zip", "7zip 7zip", "7zip", 'a\\"b', ""])("the id '%s' is refused when compiling, unless it is one", async (id) => {
    const compiled = compileRecipeText(RECIPE.replace('winget_package("7zip.7zip") { minimum', `winget_package("${id}") { minimum`));
    await (id === "7zip" ? expect(compiled).resolves.toBeDefined() : expect(compiled).rejects.toThrow(/id/));
  });
});
