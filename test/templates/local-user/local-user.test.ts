import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText, createKindFaultSample, startRecipeRunner } from "../../simulator/recipe-support.ts";
import type { RecipeRunner } from "../../simulator/recipe-support.ts";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

const holds = { RemedycVerdict: "holds", Why: "" };
const deviates = (why: string) => ({ RemedycVerdict: "deviates", Why: why });
const blocked = (why: string) => ({ RemedycVerdict: "blocked", Why: why });

/** The accounts as tables: name -> flags and texts, and what was done to them. */
const SETUP = String.raw`
function Reset-Fake {
    $script:Story = @()
    $script:Product = 'WinNT'
    $script:Users = @{
        'Verwalter' = [pscustomobject]@{ Flags = 0x10201; FullName = ''; Description = 'Built in' }
        'Gast' = [pscustomobject]@{ Flags = 0x10263; FullName = ''; Description = '' }
        'kiosk' = [pscustomobject]@{ Flags = 0x801201; FullName = 'Kiosk'; Description = '' }
    }
    $script:Names = @{ 'S-1-5-21-7-7-7-500' = 'PC\Verwalter'; 'S-1-5-21-7-7-7-501' = 'PC\Gast'; 'S-1-5-21-7-7-7-1001' = 'PC\kiosk' }
    $script:Own = 'S-1-5-18'
    $script:Elevated = $true
    $script:Secrets = @{ 'env:KIOSK' = 'pa55 w0rd' }
    $script:Policies = @()
}
function Read-SystemValue([string] $Path, [string] $Name) { $script:Product }
function Get-MachineSid { 'S-1-5-21-7-7-7' }
function Get-AccountName([string] $Sid) { $script:Names[$Sid] }
function Get-AccountSid([string] $Name) { foreach ($sid in @($script:Names.Keys)) { if ($script:Names[$sid] -eq ($Name -replace '^\.', 'PC')) { return $sid } } }
function Get-UserSid { $script:Own }
function Test-Elevation { $script:Elevated }
function Test-Secret([string] $Reference) { $script:Secrets.ContainsKey($Reference) }
function Read-Secret([string] $Reference) { $script:Secrets[$Reference] }
function Get-UserState([string] $Name) { if ($Name -eq 'broken') { throw [ComponentModel.Win32Exception]::new(5, 'Access is denied') }; $script:Users[$Name] }
function Get-UserPasswordAge([string] $Name) { 90000 }
function Install-User([string] $Name, [securestring] $Password, [int] $Flags) {
    if ($Name -eq 'refused') { throw 'the password is not as the password policy wants it' }
    $script:Story += "make $Name $('{0:x}' -f $Flags) password of $($Password.Length)"
    $script:Users[$Name] = [pscustomobject]@{ Flags = $Flags; FullName = ''; Description = '' }
}
function Uninstall-User([string] $Name) { $script:Story += "delete $Name"; $script:Users.Remove($Name) }
function Write-UserFlag([string] $Name, [int] $Flags) { $script:Story += "flags $Name $('{0:x}' -f $Flags)"; $script:Users[$Name].Flags = $Flags }
function Write-UserText([string] $Name, [int] $Level, [string] $Text) {
    $script:Story += "text $Name $Level"
    if ($Level -eq 1011) { $script:Users[$Name].FullName = $Text } else { $script:Users[$Name].Description = $Text }
}
function Get-RsopAccountStatus([string] $Key) { if ($script:Policies -eq 'broken') { throw 'Invalid namespace' }; $script:Policies | Where-Object { $_.Key -eq $Key } }
function Get-RsopGpoName([string] $GpoId) { 'Clients' }`;

let result: (name: string) => CaseResult;
const verdict = (name: string) => verdictOf(result(name));
const look = (args: string): string => `Get-Verdict LocalUser ${args}`;
const round = (args: string): string =>
  `Invoke-Repair LocalUser ${args}; ${look(args)}; $script:Story; $script:Journal | ForEach-Object { $_ -join '|' }`;
const policy = (enabled: boolean): string =>
  `$script:Policies = @([pscustomobject]@{ Key = 'EnableGuestAccount'; GpoId = 'CN={1}'; Enabled = $${enabled} })`;
const KIOSK = String.raw`-Account '.\kiosk'`;
const NEW = String.raw`-Account '.\new'`;

beforeAll(async () => {
  result = await runCases({
    functions: ["Test-LocalUser", "Repair-LocalUser", "Select-LocalUser"],
    fakes: [],
    setup: `${SETUP}\nfunction Find-User { foreach ($at in 500, 501, 503, 504, 1001) { [pscustomobject]@{ Name = "N$at"; Number = $at } } }`,
    cases: {
      reads: String.raw`foreach ($name in 'enabled', 'may_change_password', 'password_never_expires', 'full_name', 'description') { Read-LocalUser 'Guest' $name }; (Read-LocalUser '.\kiosk' 'password_age').TotalHours; $null -eq (Read-LocalUser '.\none' 'enabled'); Read-LocalUserExists '.\none'; Read-LocalUserExists 'Administrator'; Read-LocalUserExists 'DefaultAccount'`,
      all: "Select-LocalUser",
      "all of a controller": "$script:Product = 'LanmanNT'; Select-LocalUser",
      controller: `$script:Product = 'LanmanNT'; ${look(`${KIOSK} -Enabled $true`)}`,
      "no account of Windows": look("-Account 'kiosk' -Enabled $true"),
      unreadable: look(String.raw`-Account '.\broken' -Enabled $true`),
      holds: look(`${KIOSK} -Enabled $true -MayChangePassword $true -PasswordNeverExpires $false -FullName 'Kiosk' -Description ''`),
      "all differ": look(
        `${KIOSK} -Enabled $false -MayChangePassword $false -PasswordNeverExpires $true -FullName 'kiosk' -Description 'x'`,
      ),
      "the other way": look("-Account 'Guest' -Enabled $true -MayChangePassword $true -PasswordNeverExpires $false"),
      missing: `${look(`${NEW} -Enabled $true`)}; ${look(`${NEW} -Password 'env:NONE'`)}; ${look(`${NEW} -Password 'env:KIOSK'`)}; ${look("-Account 'DefaultAccount' -Enabled $false")}`,
      absent: `${look(`${NEW} -Absent`)}; ${look(`${KIOSK} -Absent`)}; ${look("-Account 'Guest' -Absent")}`,
      "that runs": `$script:Own = 'S-1-5-21-7-7-7-1001'; ${look(`${KIOSK} -Absent`)}; ${look(`${KIOSK} -Enabled $false`)}; ${look(`${KIOSK} -Description 'x'`)}; ${look("-Account 'Administrator' -Enabled $false")}`,
      "no administrator": `$script:Elevated = $false; ${look(`${KIOSK} -Enabled $false`)}`,
      policy: `${policy(false)}; ${look("-Account 'Guest' -Enabled $true")}; ${look("-Account 'Administrator' -Enabled $false")}; ${look("-Account 'Guest' -Description 'x'")}; ${policy(true)}; ${look("-Account 'Guest' -Enabled $true")}; $script:Policies = 'broken'; ${look("-Account 'Guest' -Enabled $true")}`,
      makes: round(`${NEW} -Enabled $false -MayChangePassword $false -PasswordNeverExpires $true -FullName 'New' -Password 'env:KIOSK'`),
      "makes one": round(`${NEW} -Password 'env:KIOSK'`),
      changes: round(`${KIOSK} -Enabled $false -PasswordNeverExpires $true -Description 'Shows' -Password 'env:NONE'`),
      "nothing to do": round(`${KIOSK} -Enabled $true -FullName 'Kiosk' -Password 'env:KIOSK'`),
      deletes: round(`${KIOSK} -Absent`),
      refused: String.raw`Invoke-Repair LocalUser -Account '.\refused' -Password 'env:KIOSK'`,
      undo: String.raw`Get-UserFlagState '.\kiosk', '2'; Undo-UserFlag '.\kiosk', '2' '2'; Get-UserFlagState '.\kiosk', '2'; Undo-UserFlag '.\kiosk', '2' '0'; Undo-UserText '.\kiosk', '1011' 'Old'; Get-UserTextState '.\kiosk', '1011'; Get-UserTextState '.\kiosk', '1007'; Get-LocalUserState '.\kiosk'; Undo-LocalUser '.\kiosk'; Get-LocalUserState '.\kiosk'; Get-UserFlagState '.\kiosk', '2'; $script:Story`,
    },
  });
});

describe("a local user", () => {
  test("is read by its name, or one of Windows by its number", () => {
    expect(result("all").output).toEqual(["Administrator", "Guest", "DefaultAccount", String.raw`.\N504`, String.raw`.\N1001`]);
    expect(result("all of a controller").error).toBe("a domain controller has no accounts of its own");
    expect(result("reads").output).toEqual([false, false, true, "", "", 25, true, false, true, false]);
  });
  test("is unreadable where it is not the computer's", () => {
    expect(result("controller").error).toBe("local user .\\kiosk: a domain controller has no accounts of its own");
    expect(result("no account of Windows").error).toBe("kiosk is no account of Windows; one of the computer's own is '.\\kiosk'");
    expect(result("unreadable").error).toBe("Access is denied");
  });
  test("is what the remedy says of it, and all that differs is one reason", () => {
    expect(verdict("holds")).toEqual(holds);
    expect(verdict("all differ").Why).toBe(
      "local user .\\kiosk is enabled and may change its password and has a password that expires and has the full name Kiosk, it should be kiosk and is described as '', it should be x",
    );
    expect(verdict("the other way").Why).toBe(
      "local user Guest is disabled and may not change its password and has a password that never expires",
    );
  });
  test("is made with a password alone, and never where it is one of Windows", () =>
    expect(result("missing").output).toEqual([
      blocked("local user .\\new is missing: the remedy gives no password to make it with"),
      blocked("local user .\\new is missing: the secret 'env:NONE' is not there"),
      deviates("local user .\\new is missing"),
      blocked("local user DefaultAccount is missing: this Windows has no such account, and none of Windows is made"),
    ]));
  test("goes, but none of Windows", () =>
    expect(result("absent").output).toEqual([
      holds,
      deviates("local user .\\kiosk is there, it should be absent"),
      blocked("local user Guest is there, it should be absent: it is an account of Windows, which is never deleted"),
    ]));
  test("that runs the script is neither disabled nor deleted", () => {
    expect(result("that runs").output).toEqual([
      blocked("local user .\\kiosk is there, it should be absent: it is the account that runs this script"),
      blocked("local user .\\kiosk is enabled: it is the account that runs this script"),
      deviates("local user .\\kiosk is described as '', it should be x"),
      deviates("local user Administrator is enabled"),
    ]);
    expect(verdict("no administrator").Why).toMatch(/: administrator's rights are needed$/);
  });
  test("of Windows that a domain policy enables or disables is blocked where it wants the other", () =>
    expect(result("policy").output).toEqual([
      blocked("local user Guest is disabled: the domain GPO 'Clients' sets that (EnableGuestAccount); change it there"),
      deviates("local user Administrator is enabled"),
      deviates("local user Guest is described as '', it should be x"),
      deviates("local user Guest is disabled"),
      deviates("local user Guest is disabled"),
    ]));
});

describe("repairing a local user", () => {
  test("makes it as it should be from the first moment, and writes down no password", () => {
    expect(result("makes").output).toEqual([
      holds,
      "make new 10243 password of 9",
      "text new 1011",
      "LocalUser||there|.\\new",
      "UserText||New|.\\new|1011",
    ]);
    expect(result("makes one").output).toEqual([holds, "make new 201 password of 9", "LocalUser||there|.\\new"]);
  });
  test("changes what differs, and leaves the other flags", () => {
    expect(result("changes").output).toEqual([
      holds,
      "flags kiosk 811203",
      "text kiosk 1007",
      "UserFlag|0|2|.\\kiosk|2",
      "UserFlag|0|65536|.\\kiosk|65536",
      "UserText||Shows|.\\kiosk|1007",
    ]);
    expect(result("nothing to do").output).toEqual([holds]);
  });
  test("deletes it, and says that this cannot be undone", () =>
    expect(result("deletes").output).toEqual([holds, "delete kiosk", "Lost|||local user .\\kiosk was deleted, with its SID"]));
  test("says what Windows refused", () =>
    expect(result("refused").error).toBe(
      "Windows refused to change local user .\\refused: the password is not as the password policy wants it",
    ));
  test("is undone flag by flag and text by text", () =>
    expect(result("undo").output).toEqual([
      ...["0", "2", "Old", "", "there", "", ""],
      ...["flags kiosk 801203", "flags kiosk 801201", "text kiosk 1011", "delete kiosk"],
    ]));
});

const RECIPE = String.raw`
remedy kiosk {
  title:   "The kiosk's account"
  version: 1.0.0
  targets: [intune.remediation]
  step account "Account" {
    ensure local_user('.\kiosk') {
      enabled: true
      password_never_expires: true
      may_change_password: false
      full_name: "Kiosk"
      description: "Shows the timetable"
      password: secret.env("KIOSK_PASSWORD")
    }
    ensure local_group("Users") { includes: ['.\kiosk'] }
    ensure local_user("Guest") { enabled: false }
    ensure local_user('.\old kiosk') absent
    each u in local_user(enabled == true, account matches '^\.\\(?i:tmp)') { ensure u { enabled: false } }
  }
}
scenario "nothing is there" for kiosk {
  given {
    local_user('.\old kiosk') present
    local_user("Guest") { enabled: true, named: "Gast" }
    local_user('.\tmp 1') { enabled: true }
    local_user('.\other') { enabled: true }
  }
  expect detect noncompliant
  expect fix succeeded
  expect local_user('.\kiosk') { enabled: true, password_never_expires: true, may_change_password: false, full_name: "Kiosk", description: "Shows the timetable" }
  expect local_user('.\old kiosk') absent
  expect local_user("Guest") { enabled: false }
  expect local_user('.\tmp 1') { enabled: false }
  expect local_user('.\other') { enabled: true }
  expect local_group("Users") { includes: ['.\kiosk', "Authenticated Users"] }
}
scenario "a few things differ" for kiosk {
  given {
    local_user('.\kiosk') { enabled: false, may_change_password: true, password_never_expires: true, description: "x" }
    local_group("Users") { includes: ['.\kiosk'] }
  }
  expect detect noncompliant
  expect fix succeeded
}
scenario "a policy enables Guest" for kiosk {
  given { local_user("Guest") { enabled: true, policy: "Guests" } }
  expect detect noncompliant
  expect fix blocked
}
scenario "the password policy refuses it" for kiosk {
  given { local_user("Administrator") { password_refused: true } }
  expect detect noncompliant
  expect fix failed
  expect local_user('.\kiosk') absent
}
`;

describe("a recipe with local users", async () => {
  const recipe = await compileRecipeText(RECIPE);
  let runner: RecipeRunner;
  beforeAll(async () => {
    runner = await startRecipeRunner();
  });
  afterAll(() => {
    runner.close();
  });

  test.each(recipe.scenarios.map(({ title }) => title))(
    "%s",
    async (title) => {
      expect(await runner.failuresOf(recipe, title, "intune.remediation")).toEqual([]);
    },
    120_000,
  );

  const sample = createKindFaultSample();
  test("stands every fault", async () => {
    const { faults, survivors } = await runner.faultsOf(recipe, "nothing is there", "intune.remediation", sample.choose);
    expect(survivors).toEqual([]);
    expect(faults).toBeGreaterThan(10);
  }, 300_000);

  test.each([
    '"kiosk"',
    String.raw`'CONTOSO\kiosk'`,
    String.raw`'.\a name of more than twenty'`,
    String.raw`'.\. .'`,
    String.raw`'.\a/b'`,
    '"S-1-5-21-1-2-3-500"',
  ])("is refused where it can be no account of the computer: %s", async (name) => {
    await expect(
      compileRecipeText(RECIPE.replace('local_user("Guest") { enabled: false }', `local_user(${name}) { enabled: false }`)),
    ).rejects.toThrow("cannot be 'account' of local_user");
  });

  test("a password is a secret, and no word of absent", async () => {
    await expect(compileRecipeText(RECIPE.replace('secret.env("KIOSK_PASSWORD")', '"plain"'))).rejects.toThrow();
    await expect(
      compileRecipeText(
        RECIPE.replace(
          String.raw`local_user('.\old kiosk') absent`,
          String.raw`local_user('.\old kiosk') absent { password: secret.env("X") }`,
        ),
      ),
    ).rejects.toThrow();
    for (const { script } of recipe.outputs)
      expect(script.text.includes("NetUserAdd ")).toBe(script.text.includes("function Repair-LocalUser"));
  });
});
