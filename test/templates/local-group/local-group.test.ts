import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileRecipe, compileRecipeText, createKindFaultSample, startRecipeRunner } from "../../simulator/recipe-support.ts";
import type { CompiledRecipe, RecipeRunner } from "../../simulator/recipe-support.ts";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

const ADMINS = "S-1-5-32-544";
const DESKTOP = "S-1-5-32-555";
const EVERYONE = "S-1-1-0";
const BUILTIN = "S-1-5-21-7-7-7-500";
const OWN = "S-1-5-21-7-7-7-1001";
const ORPHAN = "S-1-5-21-4-5-6-9999";
const ENTRA = "S-1-12-1-1111111111-1222222222-1333333333-1444444444";
const ANN = "S-1-5-21-1-2-3-1103";
const DOMAIN_ADMINS = "S-1-5-21-1-2-3-512";
const holds = { RemedycVerdict: "holds", Why: "" };

/** The groups as tables: name -> members, and what was done to them. */
const SETUP = String.raw`
function Reset-Fake {
    $script:Story = @()
    $script:Product = 'ServerNT'
    $script:Groups = @{ 'Administratoren' = @('${BUILTIN}', '${ANN}', '${DOMAIN_ADMINS}'); 'Remotedesktopbenutzer' = @('${ORPHAN}', '${ENTRA}'); 'Operators' = @() }
    $script:Texts = @{ 'Operators' = 'They operate' }
    $script:Names = @{ '${ADMINS}' = 'VORDEFINIERT\Administratoren'; '${DESKTOP}' = 'VORDEFINIERT\Remotedesktopbenutzer'; '${OWN}' = 'PC\Operators'; '${DOMAIN_ADMINS}' = 'CONTOSO\Domain Admins'; '${EVERYONE}' = 'Jeder' }
    $script:Token = @('S-1-5-18', '${ADMINS}')
    $script:Policies = @()
    $script:Remedy['Accounts'] = @{ '${EVERYONE}' = 'Everyone' }
}
function Read-SystemValue([string] $Path, [string] $Name) { $script:Product }
function Get-AccountName([string] $Sid) { $script:Names[$Sid] }
function Get-AccountSid([string] $Name) { foreach ($sid in @($script:Names.Keys)) { if ($script:Names[$sid] -eq ($Name -replace '^\.', 'PC')) { return $sid } } }
function Get-GroupDescription([string] $Name) { if ($script:Groups.ContainsKey($Name)) { [string]$script:Texts[$Name] } }
function Find-GroupMember([string] $Name) { $script:Groups[$Name] }
function Write-GroupMember([string] $Name, [string] $Sid, [switch] $Away) {
    if ($Sid -eq 'S-1-5-21-9-9-9-9') { throw [ComponentModel.Win32Exception]::new(1387, 'A member could not be added') }
    $script:Story += "$Name $Sid$(if ($Away) { ' away' })"
    $script:Groups[$Name] = @(@($script:Groups[$Name]) -ne $Sid) + @(if (-not $Away) { $Sid })
}
function Install-Group([string] $Name) { $script:Story += "make $Name"; $script:Groups[$Name] = @() }
function Uninstall-Group([string] $Name) { $script:Story += "delete $Name"; $script:Groups.Remove($Name) }
function Write-GroupDescription([string] $Name, [string] $Description) { $script:Story += "describe $Name"; $script:Texts[$Name] = $Description }
function Get-MachineSid { 'S-1-5-21-7-7-7' }
function Get-TokenSid { $script:Token }
function Test-Elevation { $script:Token -contains '${ADMINS}' }
function Get-RsopGroup { if ($script:Policies -eq 'broken') { throw 'Invalid namespace' }; $script:Policies }
function Get-RsopGpoName([string] $GpoId) { if ($GpoId -eq 'CN={1}') { 'Servers' } }`;

let result: (name: string) => CaseResult;
const verdict = (name: string) => verdictOf(result(name));
const look = (args: string): string => `Get-Verdict LocalGroup ${args}`;
const round = (args: string): string =>
  `Invoke-Repair LocalGroup ${args}; ${look(args)}; $script:Story; $script:Journal | ForEach-Object { $_ -join '|' }`;
const policy = (name: string, ...members: string[]): string =>
  `$script:Policies = @([pscustomobject]@{ GpoId = 'CN={1}'; Name = '${name}'; Members = [string[]]@(${members.map((one) => `'${one}'`).join(", ")}) })`;

beforeAll(async () => {
  result = await runCases({
    functions: ["Test-LocalGroup", "Repair-LocalGroup"],
    fakes: [],
    setup: SETUP,
    cases: {
      reads: `Read-LocalGroupMembers '${DESKTOP}'; Read-LocalGroupExists '.\\Operators'; Read-LocalGroupExists '.\\None'; Read-LocalGroupExists 'S-1-5-32-578'; Read-LocalGroupDescription '.\\Operators'; $null -eq (Read-LocalGroupDescription '.\\None'); $null -eq (Read-LocalGroupMembers '.\\None')`,
      "reads nobody": String.raw`(Read-LocalGroupMembers '.\Operators').Count`,
      "of its own by SID": look(`-Group '${OWN}' -Excludes '${ANN}'`),
      "a domain's": look(`-Group '${DOMAIN_ADMINS}' -Includes '${ANN}'`),
      "no group": look(`-Group '${EVERYONE}' -Includes '${ANN}'`),
      controller: `$script:Product = 'LanmanNT'; ${look(`-Group '${DESKTOP}' -Includes '${EVERYONE}'`)}`,
      lacks: look(`-Group '${DESKTOP}' -Includes '${EVERYONE}', '${ORPHAN}'`),
      "has them": look(`-Group '${DESKTOP}' -Includes '${ENTRA}', '${ORPHAN}' -Excludes '${ANN}'`),
      "has too many": look(`-Group '${DESKTOP}' -Excludes '${ENTRA}'`),
      "only these": look(`-Group '${DESKTOP}' -Only '${ENTRA}', '${ANN}'`),
      "only nobody": look(`-Group '${DESKTOP}' -Only @()`),
      missing: look("-Group 'S-1-5-32-578' -Includes 'S-1-1-0'"),
      "nobody in a missing one": look("-Group 'S-1-5-32-578' -Excludes 'S-1-1-0'"),
      "to be made": look(String.raw`-Group '.\New' -Includes 'S-1-1-0'`),
      "is there": `${look(`-Group '${DESKTOP}' -Absent`)}; ${look(String.raw`-Group '.\Operators' -Absent`)}; ${look(String.raw`-Group '.\New' -Absent`)}; ${look(`-Group '${DESKTOP}'`)}`,
      description: `${look(String.raw`-Group '.\Operators' -Description 'They operate'`)}; ${look(String.raw`-Group '.\Operators' -Description 'they operate'`)}; ${look(String.raw`-Group '.\Operators' -Description ''`)}`,
      "the built-in administrator may stay": look(`-Group '${ADMINS}' -Only '${ANN}', '${DOMAIN_ADMINS}'`),
      "the built-in administrator stays": look(`-Group '${ADMINS}' -Excludes '${BUILTIN}'`),
      "nobody else": look(`-Group '${ADMINS}' -Only @()`),
      "nobody else, excluded": look(`-Group '${ADMINS}' -Excludes '${ANN}', '${DOMAIN_ADMINS}'`),
      "nobody else, on purpose": look(`-Group '${ADMINS}' -Only '${BUILTIN}'`),
      "the account that runs": `$script:Token = @('${ANN}', '${ADMINS}'); ${look(`-Group '${ADMINS}' -Only '${DOMAIN_ADMINS}'`)}`,
      "the account that runs, through a group": `$script:Token = @('${ANN}', '${DOMAIN_ADMINS}', '${ADMINS}'); ${look(`-Group '${ADMINS}' -Only '${DOMAIN_ADMINS}'`)}`,
      "no administrator": `$script:Token = @('${ANN}'); ${look(`-Group '${DESKTOP}' -Includes '${ANN}'`)}`,
      "policy lacks": `${policy(`*${DESKTOP}`, "CONTOSO\\gone")}; ${look(`-Group '${DESKTOP}' -Includes '${EVERYONE}'`)}`,
      "policy has": `${policy("VORDEFINIERT\\Remotedesktopbenutzer", `*${ENTRA}`)}; ${look(`-Group '${DESKTOP}' -Excludes '${ENTRA}'`)}`,
      "policy agrees": `${policy(`*${DESKTOP}`, `*${EVERYONE}`)}; ${look(`-Group '${DESKTOP}' -Includes '${EVERYONE}'`)}`,
      "policy of another": `${policy(`*${ADMINS}`)}; ${look(`-Group '${DESKTOP}' -Includes '${EVERYONE}'`)}; $script:Policies = 'broken'; ${look(`-Group '${DESKTOP}' -Includes '${EVERYONE}'`)}`,
      "adds first": round(`-Group '${DESKTOP}' -Only '${ENTRA}', '${ANN}'`),
      "nothing to do": round(`-Group '${DESKTOP}' -Includes '${ENTRA}'`),
      makes: round(String.raw`-Group '.\New' -Includes 'S-1-1-0' -Description 'New ones'`),
      deletes: round(String.raw`-Group '.\Operators' -Absent`),
      administrators: round(`-Group '${ADMINS}' -Only '${DOMAIN_ADMINS}'`),
      refused: `Invoke-Repair LocalGroup -Group '${DESKTOP}' -Includes 'S-1-5-21-9-9-9-9'`,
      undo: String.raw`$script:Groups['Operators'] = @('S-1-1-0'); Undo-LocalGroup '.\Operators'; $script:Groups['Operators'] = @(); Undo-LocalGroup '.\Operators'; Undo-GroupMember '${DESKTOP}', '${ORPHAN}' ''; Undo-GroupMember '${DESKTOP}', '${ANN}' 'member'; $script:Story; Get-GroupMemberState '${DESKTOP}', '${ANN}'; Get-GroupMemberState '${DESKTOP}', '${ORPHAN}'; Get-LocalGroupState '.\None'; Get-GroupDescriptionState '.\None'`,
    },
  });
});

const deviates = (why: string) => ({ RemedycVerdict: "deviates", Why: why });
const blocked = (why: string) => ({ RemedycVerdict: "blocked", Why: why });

describe("a local group", () => {
  test("is read by its SID, under whatever name, or by a name of the computer", () => {
    expect(result("reads").output).toEqual([[ENTRA, ORPHAN], true, false, false, "They operate", true, true]);
    expect(result("reads nobody").output).toEqual([0]);
    expect(verdict("of its own by SID")).toEqual(holds);
  });
  test("is unreadable where it is not the computer's", () => {
    expect(result("a domain's").error).toBe(`${DOMAIN_ADMINS} is no group of this computer`);
    expect(result("no group").error).toBe(`${EVERYONE} is no group of this computer`);
    expect(result("controller").error).toBe("a domain controller has no groups of its own");
  });
  test("has members, orphans and Entra's among them; others do not matter", () => {
    expect(verdict("lacks")).toEqual(deviates(`local group ${DESKTOP} lacks ${EVERYONE}`));
    expect(verdict("has them")).toEqual(holds);
    expect(verdict("has too many")).toEqual(deviates(`local group ${DESKTOP} has ${ENTRA}`));
    expect(verdict("only these")).toEqual(deviates(`local group ${DESKTOP} lacks ${ANN} and has ${ORPHAN}`));
    expect(verdict("only nobody")).toEqual(deviates(`local group ${DESKTOP} has ${ORPHAN} and has ${ENTRA}`));
  });
  test("may be missing where nobody is to be in it, and is made only where it is no group of Windows", () => {
    expect(verdict("missing")).toEqual(
      blocked("local group S-1-5-32-578 is missing: this Windows has no such group, and none of Windows is made"),
    );
    expect(verdict("nobody in a missing one")).toEqual(holds);
    expect(verdict("to be made")).toEqual(deviates("local group .\\New is missing"));
    expect(result("is there").output).toEqual([
      blocked(`local group ${DESKTOP} is there, it should be absent: it is a group of Windows, which is never deleted`),
      deviates("local group .\\Operators is there, it should be absent"),
      holds,
      holds,
    ]);
  });
  test("has a description, compared exactly", () =>
    expect(result("description").output).toEqual([
      holds,
      deviates("local group .\\Operators is described as 'They operate', it should be 'they operate'"),
      deviates("local group .\\Operators is described as 'They operate', it should be ''"),
    ]));
});

describe("Administrators", () => {
  test("keeps the built-in administrator, named or not", () => {
    expect(verdict("the built-in administrator may stay")).toEqual(holds);
    expect(verdict("the built-in administrator stays")).toEqual(
      blocked(`local group ${ADMINS} has ${BUILTIN}: Windows never lets the built-in administrator ${BUILTIN} go`),
    );
  });
  test("is never left to the built-in administrator alone, unless the remedy says so", () => {
    expect(verdict("nobody else").Why).toMatch(/: nobody but the built-in administrator would be left$/);
    expect(verdict("nobody else, excluded").RemedycVerdict).toBe("blocked");
    expect(verdict("nobody else, on purpose").RemedycVerdict).toBe("deviates");
  });
  test("keeps the account that runs the script, itself or through a group", () => {
    expect(verdict("the account that runs")).toEqual(
      blocked(`local group ${ADMINS} has ${ANN}: the account ${ANN}, which runs this script, would lose its rights`),
    );
    expect(verdict("the account that runs, through a group").RemedycVerdict).toBe("deviates");
    expect(verdict("no administrator").Why).toMatch(/: administrator's rights are needed$/);
  });
});

describe("a group whose members a domain policy sets", () => {
  test("is blocked where the policy wants it otherwise", () => {
    expect(verdict("policy lacks")).toEqual(
      blocked(`local group ${DESKTOP} lacks ${EVERYONE}: its members are set by the domain GPO 'Servers'; add Everyone there`),
    );
    expect(verdict("policy has")).toEqual(
      blocked(`local group ${DESKTOP} has ${ENTRA}: its members are set by the domain GPO 'Servers'; take ${ENTRA} away there`),
    );
  });
  test("is repaired where the policy wants the same, is another's, or cannot be asked", () => {
    expect(verdict("policy agrees").RemedycVerdict).toBe("deviates");
    expect(result("policy of another").output).toEqual([
      deviates(`local group ${DESKTOP} lacks ${EVERYONE}`),
      deviates(`local group ${DESKTOP} lacks ${EVERYONE}`),
    ]);
  });
});

describe("repairing a local group", () => {
  test("adds before it takes away, one by one, and writes down each", () => {
    expect(result("adds first").output).toEqual([
      holds,
      `Remotedesktopbenutzer ${ANN}`,
      `Remotedesktopbenutzer ${ORPHAN} away`,
      `GroupMember||member|${DESKTOP}|${ANN}`,
      `GroupMember|member||${DESKTOP}|${ORPHAN}`,
    ]);
    expect(result("nothing to do").output).toEqual([holds]);
    expect(result("administrators").output).toEqual([holds, `Administratoren ${ANN} away`, `GroupMember|member||${ADMINS}|${ANN}`]);
  });
  test("makes and deletes one of the computer", () => {
    expect(result("makes").output).toEqual([
      holds,
      "make New",
      "describe New",
      "New S-1-1-0",
      "LocalGroup||there|.\\New",
      "GroupDescription||New ones|.\\New",
      "GroupMember||member|.\\New|S-1-1-0",
    ]);
    expect(result("deletes").output).toEqual([holds, "delete Operators", "Lost|||local group .\\Operators was deleted, with its SID"]);
  });
  test("says what Windows refused", () =>
    expect(result("refused").error).toBe(`Windows refused to change local group ${DESKTOP}: A member could not be added`));
  test("is undone member by member; a group that others use stays", () =>
    expect(result("undo").output).toEqual([
      "it has members that others have added",
      "delete Operators",
      `Remotedesktopbenutzer ${ORPHAN} away`,
      `Remotedesktopbenutzer ${ANN}`,
      "member",
      "",
      "",
      "",
    ]));
});

const OPERATORS = String.raw`
remedy operators {
  title: "Operators"
  version: 1.0.0
  targets: [intune.remediation]
  step groups "Groups" {
    ensure local_group('.\Old operators') absent
    ensure local_group('.\Operators') { description: "They operate", includes: ['CONTOSO\ann'], excludes: ['CONTOSO\bob'] }
    ensure local_group("Administrators") { only: ['CONTOSO\Domain Admins'] }
  }
}
scenario "nothing is right" for operators {
  given {
    local_group('.\Old operators') { members: ['CONTOSO\ann'] }
    local_group("Administrators") { members: ['SRV01\Administrator', 'CONTOSO\Domain Admins', 'CONTOSO\bob', "S-1-5-21-4-5-6-9999"] }
  }
  expect detect noncompliant
  expect fix succeeded
  expect local_group('.\Old operators') absent
  expect local_group('.\Operators') { description: "They operate", only: ['CONTOSO\ann'] }
  expect local_group("Administrators") { only: ['SRV01\Administrator', 'CONTOSO\Domain Admins'] }
}
scenario "an administrator would lose the rights" for operators {
  given {
    powershell { account: 'CONTOSO\ann', elevated: true }
    local_group('.\Operators') { members: ['CONTOSO\ann', 'CONTOSO\bob'] }
    local_group("Administrators") { members: ['SRV01\Administrator', 'CONTOSO\ann'] }
  }
  expect detect noncompliant
  expect fix blocked
  expect local_group("Administrators") { includes: ['CONTOSO\ann'] }
  expect local_group('.\Operators') { only: ['CONTOSO\ann'] }
}
`;

describe("recipes with local groups", async () => {
  const desktop = await compileRecipe("examples/intents/remote-desktop.remedy");
  const operators = await compileRecipeText(OPERATORS);
  let runner: RecipeRunner;
  beforeAll(async () => {
    runner = await startRecipeRunner();
  });
  afterAll(() => {
    runner.close();
  });
  const all = (recipe: CompiledRecipe): (readonly [string, CompiledRecipe])[] => recipe.scenarios.map(({ title }) => [title, recipe]);

  test.each(all(operators))(
    "%s",
    async (title, recipe) => {
      expect(await runner.failuresOf(recipe, title, "intune.remediation")).toEqual([]);
    },
    120_000,
  );

  const sample = createKindFaultSample();
  test("stand every fault", async () => {
    const { faults, survivors } = await runner.faultsOf(operators, "nothing is right", "intune.remediation", sample.choose);
    expect(survivors).toEqual([]);
    expect(faults).toBeGreaterThan(10);
  }, 300_000);

  test("a script holds how a group is made only where it names one of the computer", () => {
    const script = (recipe: CompiledRecipe): string => recipe.outputs.map((output) => output.script.text).join("");
    expect(script(desktop)).not.toContain("Install-Group");
    expect(script(operators)).toContain("NetLocalGroupAdd ");
  });

  test.each([
    [String.raw`'CONTOSO\Operators'`, "it must fit the pattern"],
    [String.raw`'NT SERVICE\Spooler'`, "it must fit the pattern"],
    ['"S-1-1-0"', "it must fit the pattern"],
    ['"Administratros"', String.raw`Did you mean 'BUILTIN\Administrators'?`],
    ['"Operators"', String.raw`'.\Operators'`],
  ])("is refused where it can be no group of the computer: %s", async (name, why) => {
    await expect(
      compileRecipeText(OPERATORS.replace('local_group("Administrators") { only', `local_group(${name}) { only`)),
    ).rejects.toThrow(why);
  });
});
