import { beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

const FOLDER = String.raw`C:\ProgramData\chocolatey`;
const CHOCO = `${FOLDER}\\choco.exe`;
const ID = "-Id '7zip'";
const OLDEST = `${ID} -MinimumVersion ([version]'24.9.0.0')`;
const EXACT = `${ID} -Version ([version]'24.9.0.0')`;

let result: (name: string) => CaseResult;

/** A verdict where choco lists this. */
const listed = (output: string, wish: string, more = "") => `$script:Listed = "${output}"\n${more}\nGet-Verdict ChocolateyPackage ${wish}`;
/** How an installation ends. */
const ends = (code: number, more = "", command = `Repair-ChocolateyPackagePresence ${ID}`) =>
  `$script:Run.ExitCode = ${code}\n${more}\n${command}`;

beforeAll(async () => {
  result = await runCases({
    functions: [
      ...["Test", "Repair"].flatMap((verb) =>
        ["Absence", "Presence", "MinimumVersion", "Version"].map((part) => `${verb}-ChocolateyPackage${part}`),
      ),
      ...["Exists", "Version"].map((part) => `Read-ChocolateyPackage${part}`),
    ],
    fakes: ["files"],
    setup: String.raw`
function Reset-Fake {
  $script:Disk = @{}; $script:Closed = @(); $script:Open = @()
  $script:Calls = @(); $script:Busy = $false; $script:Waits = 0; $script:Sums = @{}; $script:Listed = ''; $script:ListCode = 0
  $script:Run = [pscustomobject]@{ ExitCode = 0; TimedOut = $false }
  $script:ChocoVersion = [version]'2.4.3.0'
  Add-FakeFile '${CHOCO}'
  Add-FakeFile '${FOLDER}\lib\7zip\7zip.nupkg'
}
function Get-FileVersion([string] $Path) { if ($Path -eq '${CHOCO}') { $script:ChocoVersion } }
function Get-ProgramOutput([string] $Path, [string] $Arguments, [hashtable] $Environment, [timespan] $Timeout) {
  $script:Calls += "$Path $Arguments"
  $script:Environment = $Environment
  [pscustomobject]@{ ExitCode = $script:ListCode; TimedOut = $script:ListCode -eq 1460; Output = [Text.Encoding]::UTF8.GetBytes($script:Listed) }
}
function Invoke-Program([string] $Path, [string] $Arguments, [hashtable] $Environment, [timespan] $Timeout, [scriptblock] $Started) {
  $script:Calls += "$Path $Arguments"
  $script:Environment = $Environment
  & $Started 7
  $script:Run
}
function Get-SpecialFolder([string] $Name) { @{ CommonApplicationData = 'C:\ProgramData'; LocalApplicationData = 'C:\SYSTEM\Local' }[$Name] }
function Find-Process([string] $Name, [int] $Id) { [pscustomobject]@{ Id = $Id; Path = 'C:\choco.exe'; StartTime = [datetime]5 } }
function Save-Mark([string] $Name, [string] $Value, [switch] $Session) { $script:Sums[$Name] = $Value }
function Get-StateFolder([string] $Name) { "C:\State\$Name" }
function Test-InstallerBusy { $script:Busy }
function Get-Tick { $script:Waits * 1000 }
function Wait-Moment([int] $Milliseconds) { $script:Waits += $Milliseconds }`,
    cases: {
      "new enough": listed("7zip|24.9.0", OLDEST),
      newer: listed("7zip|24.10", OLDEST),
      "the very one": listed("Chocolatey has a notice`r`n7Zip|24.09`r`n", EXACT),
      "headers and more columns": listed("Id|Version|Pinned`r`n7zip|24.9.0.0|true", EXACT),
      gone: listed("7zip.install|24.9.0", `${ID} -Absent`),
      "gone, said by the exit code": listed("", `${ID} -Absent`, "$script:ListCode = 2"),
      there: listed("7zip|v1", ID),
      old: listed("7zip|9.20.0", OLDEST),
      "not the one": listed("7zip|24.10.0", EXACT),
      missing: listed("", ID),
      "missing, to be new": listed("", OLDEST),
      "missing, to be one": listed("", EXACT),
      "to be gone": listed("7zip|24.9.0", `${ID} -Absent`),
      "no numbers": listed("7zip|24.9.0-beta", OLDEST),
      "an error": listed("", ID, "$script:ListCode = 1"),
      "another error": listed("", ID, "$script:ListCode = -1073741515"),
      hangs: listed("", ID, "$script:ListCode = 1460"),
      "no Chocolatey": listed("7zip|1", ID, "$script:Disk = @{}"),
      "an old Chocolatey": listed("7zip|1", ID, "$script:ChocoVersion = [version]'1.4.0.0'"),
      "no version": listed("7zip|1", ID, "$script:ChocoVersion = $null"),
      "open to others": listed("7zip|1", ID, `$script:Open = @('${FOLDER}')`),
      "its packages open to others": listed("7zip|1", ID, `$script:Open = @('${FOLDER}\\lib')`),
      "of a user": listed("7zip|1", ID, "$script:Remedy.Context = 'user'"),
      ...Object.fromEntries(
        ["all", "ALL", "a.config", "a.nupkg", "b.NuSpec", "-y", "a b", "a;b", 'a"', "a`n"].map((id) => [
          `id ${id}`,
          `Repair-ChocolateyPackageAbsence -Id "${id.replaceAll('"', '`"')}"; $script:Calls`,
        ]),
      ),
      "a hostile source": `Repair-ChocolateyPackagePresence ${ID} -Source 'a;b'; $script:Calls`,
      "a source that is an option": `Repair-ChocolateyPackagePresence ${ID} -Source '--force'; $script:Calls`,
      installs: `$script:Remedy.Secrets = @('KEY')\nRepair-ChocolateyPackagePresence ${ID} -Source 'https://feed.contoso.com/nuget/v3/index.json'; $script:Calls; $script:Journal; $script:Sums['Setup']; foreach ($name in $script:Environment.Keys | Sort-Object) { "$name=$($script:Environment[$name])" }`,
      "installs the new one": `Repair-ChocolateyPackageMinimumVersion ${OLDEST} -Timeout ([timespan]'01:00:00.5'); $script:Calls[-1]`,
      upgrades: `$script:Listed = '7zip|24.8.0'; Repair-ChocolateyPackageMinimumVersion ${OLDEST} -Source contoso; $script:Calls[-1]`,
      "installs that version": `Repair-ChocolateyPackageVersion ${ID} -Version ([version]'24.9.0.10'); $script:Calls[-1]`,
      "goes back": `$script:Listed = '7zip|24.10.0'; Repair-ChocolateyPackageVersion ${EXACT}; $script:Calls[-1]`,
      removes: `$script:Listed = '7zip|24.8.0'; Repair-ChocolateyPackageAbsence ${ID}; $script:Calls[-1]`,
      "has nothing to do": `$script:Listed = '7zip|24.9.0'; Repair-ChocolateyPackageMinimumVersion ${OLDEST}; Repair-ChocolateyPackageVersion ${EXACT}; $script:Listed = ''; Repair-ChocolateyPackageAbsence ${ID}; $script:Journal.Count`,
      "asked without secrets": `$script:Remedy.Secrets = @('KEY')\nRead-ChocolateyPackageExists ${ID}; $script:Calls; foreach ($name in $script:Environment.Keys | Sort-Object) { "$name=$($script:Environment[$name])" }`,
      read: `$script:Listed = '7zip|24.9'; Read-ChocolateyPackageExists ${ID}; "$(Read-ChocolateyPackageVersion ${ID})"`,
      "read words": `$script:Listed = '7zip|24.9-beta'; Read-ChocolateyPackageExists ${ID}; @(Read-ChocolateyPackageVersion ${ID}).Count`,
      ...Object.fromEntries([350, 1604, 1641, 3010].map((code) => [`ends ${code}`, ends(code)])),
      ...Object.fromEntries([-1, 1, 2, 1602, 1603, 1605, 1618, 5].map((code) => [`ends ${code}`, ends(code)])),
      "was gone already": ends(1605, "$script:Listed = '7zip|1'", `Repair-ChocolateyPackageAbsence ${ID}; $script:Journal.Count`),
      "another installer works": ends(0, "$script:Busy = $true"),
      "too slow": ends(1460, "$script:Run.TimedOut = $true"),
    },
  });
});

describe("the functions of chocolatey_package", () => {
  test("tell what is installed by the line of the id", () => {
    for (const name of ["new enough", "newer", "the very one", "headers and more columns", "gone", "gone, said by the exit code", "there"])
      expect(verdictOf(result(name)), name).toEqual({ RemedycVerdict: "holds", Why: "" });
    for (const [name, why] of [
      ["old", "is version 9.20.0.0, older than 24.9.0.0"],
      ["not the one", "is version 24.10.0.0, not 24.9.0.0"],
      ["missing", "is missing"],
      ["missing, to be new", "is missing"],
      ["missing, to be one", "is missing"],
      ["to be gone", "is installed (24.9.0)"],
    ] as const)
      expect(verdictOf(result(name)), name).toEqual({ RemedycVerdict: "deviates", Why: `Chocolatey package 7zip ${why}` });
  });

  test.each<readonly [name: string, why: string]>([
    ["no numbers", "Chocolatey lists 7zip as version 24.9.0-beta, which cannot be compared"],
    ["an error", String.raw`choco list 7zip: an error has occurred, which logs\chocolatey.log in its folder tells (1)`],
    ["another error", "choco list 7zip: it returned -1073741515"],
    ["hangs", "choco list 7zip did not end within 5 min and was ended"],
    ["no Chocolatey", `Chocolatey is not there: ${CHOCO} does not exist`],
    ["an old Chocolatey", "Chocolatey 1.4.0.0 is too old: install 2.0 or newer"],
    ["no version", "is too old: install 2.0 or newer"],
    ["open to others", `${FOLDER} may be changed by S-1-5-32-545, so it is not safe to run; let administrators alone write there`],
    [
      "its packages open to others",
      `${FOLDER}\\lib may be changed by S-1-5-32-545, so Chocolatey is not safe to run; let administrators alone write there`,
    ],
    ["of a user", "Chocolatey packages are installed by SYSTEM: the remedy must not have context: user"],
    ["id all", "'all' is no id of a package of Chocolatey"],
    ...["ALL", "a.config", "a.nupkg", "b.NuSpec", "-y", "a b", "a;b", 'a"', "a`n"].map(
      (id) => [`id ${id}`, "is no id of a package of Chocolatey"] as const,
    ),
    ["a hostile source", "'a;b' is no source of Chocolatey"],
    ["a source that is an option", "'--force' is no source of Chocolatey"],
  ])("%s: nothing is run or believed", (name, why) => {
    expect(result(name).output).toEqual([]);
    expect(result(name).error).toContain(why);
  });

  test("run it with the arguments that are asked for, in safe folders and without secrets", () => {
    const options = (seconds: number) => `--limit-output --yes --no-progress --execution-timeout=${seconds}`;
    const own = [`ChocolateyInstall=${FOLDER}`, "KEY=", "PSModulePath="];
    expect(result("installs").output).toEqual([
      `${CHOCO} install 7zip ${options(1800)} --source=https://feed.contoso.com/nuget/v3/index.json`,
      ["Lost", "", "", "choco install 7zip"],
      String.raw`7 5 C:\choco.exe`,
      ...own,
      String.raw`TEMP=C:\State\temp`,
      String.raw`TMP=C:\State\temp`,
    ]);
    expect(result("installs the new one").output).toEqual([`${CHOCO} install 7zip ${options(3601)}`]);
    expect(result("upgrades").output).toEqual([`${CHOCO} upgrade 7zip ${options(1800)} --source=contoso --fail-on-unfound`]);
    expect(result("installs that version").output).toEqual([
      `${CHOCO} install 7zip ${options(1800)} --version=24.9.0.10 --allow-downgrade`,
    ]);
    expect(result("goes back").output).toEqual([
      `${CHOCO} upgrade 7zip ${options(1800)} --version=24.9.0 --allow-downgrade --fail-on-unfound`,
    ]);
    expect(result("removes").output).toEqual([`${CHOCO} uninstall 7zip ${options(1800)}`]);
    expect(result("has nothing to do")).toEqual({ output: [0], error: "" });
    expect(result("asked without secrets").output).toEqual([
      false,
      `${CHOCO} list 7zip --limit-output --exact`,
      ...own,
      String.raw`TEMP=C:\SYSTEM\Local`,
      String.raw`TMP=C:\SYSTEM\Local`,
    ]);
  });

  test("judge how it ends", () => {
    for (const [code, what] of [
      [1641, "asks for it"],
      [3010, "asks for it"],
      [350, "goes on only after it"],
      [1604, "goes on only after it"],
    ] as const)
      expect(result(`ends ${code}`)).toEqual({
        output: [{ RemedycVerdict: "restart", Why: `choco install 7zip ${what} (${code})` }],
        error: "",
      });
    for (const [name, why] of [
      ["ends -1", String.raw`: an error has occurred, which logs\chocolatey.log in its folder tells (-1)`],
      ["ends 1", String.raw`: an error has occurred, which logs\chocolatey.log in its folder tells (1)`],
      ["ends 2", ": its sources have nothing newer (2)"],
      ["ends 1602", ": somebody cancelled it (1602)"],
      ["ends 1603", ": the installer failed (1603)"],
      ["ends 1605", ": it returned 1605"],
      ["ends 5", ": it returned 5"],
      ["ends 1618", " was not started, tried once: another installation is running (1618)"],
      ["another installer works", " was not started: another installation is running (1618)"],
      ["too slow", " did not end within 30m and was ended"],
    ] as const)
      expect(result(name).error, name).toBe(`choco install 7zip${why}`);
    expect(result("was gone already")).toEqual({ output: [1], error: "" });
  });

  test("read it", () => {
    expect(result("read").output).toEqual([true, "24.9.0.0"]);
    expect(result("read words").output).toEqual([true, 0]);
  });
});

const RECIPE = `
remedy apps {
  title: "Packages of Chocolatey"
  version: 1.0.0
  targets: [intune.remediation]

  step apps "Packages" {
    ensure chocolatey_package("7zip") { minimum_version: 24.9, source: "https://feed.contoso.com/v3/index.json" }
    ensure chocolatey_package("git") { version: 2.45.1, minimum_version: 2.0, timeout: 45m }
  }
}

scenario "one is new enough, one too new" for apps {
  given {
    chocolatey_package("7zip") { version: 25.0 }
    chocolatey_package("git") { version: 2.46 }
  }
  expect detect noncompliant
  expect fix succeeded
  expect chocolatey_package("7zip") { minimum_version: 24.9, version: 25.0 }
  expect chocolatey_package("git") { version: 2.45.1 }
}

scenario "all is well" for apps {
  given {
    chocolatey_package("7zip") { version: 25.0 }
    chocolatey_package("git") { version: 2.45.1 }
  }
  expect detect compliant
}

scenario "no Chocolatey" for apps {
  given { chocolatey_package("7zip") { chocolatey: missing } }
  expect detect blocked
  expect fix blocked
}

scenario "its sources have nothing new enough, and an installer takes an hour" for apps {
  given {
    chocolatey_package("7zip") { version: 24.8, available: 24.8 }
    chocolatey_package("git") { duration: 1h }
  }
  expect fix failed
}

scenario "it says that something is wrong, and hangs" for apps {
  given {
    chocolatey_package("7zip") { list_exit_code: 1 }
    chocolatey_package("git") { answers: false }
  }
  expect detect blocked
}

scenario "Windows must restart, before it or after it" for apps {
  given {
    chocolatey_package("7zip") { version: 24.8, exit_code: 350 }
    chocolatey_package("git") { exit_code: 3010 }
  }
  expect fix restart_needed
}
`;

describe("a recipe with chocolatey_package", async () => {
  const recipe = await compileRecipeText(RECIPE);
  testRecipe(recipe, { "one is new enough, one too new": 4 });

  test.each(["all", "a.config", "-7zip", "7zip 7zip", 'a\\"b', ""])("the id '%s' is refused when compiling", async (id) => {
    await expect(compileRecipeText(RECIPE.replace('"7zip") { minimum', `"${id}") { minimum`))).rejects.toThrow(/id/);
  });

  test.each(["windowsfeatures", "a;b", "http://feed.contoso.com", "https://ann:secret@feed.contoso.com/", String.raw`C:\\feed`])(
    "the source '%s' is refused when compiling",
    async (source) => {
      await expect(compileRecipeText(RECIPE.replace("https://feed.contoso.com/v3/index.json", source))).rejects.toThrow(/source/);
    },
  );
});
