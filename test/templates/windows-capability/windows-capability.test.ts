import { beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText } from "../../simulator/recipe-support.ts";
import { testRecipe } from "../../simulator/recipe-tests.ts";
import { runCases } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

let result: (name: string) => CaseResult;

/** What dism.exe writes of one capability. */
const answer = (state: string) =>
  `$script:Output = "\`r\`nDeployment Image Servicing and Management tool\`r\`n\`r\`nCapability Identity : A~~~~0.0.1.0\`r\`nName : A\`r\`nState : ${state}\`r\`nDescription : says State : Installed\`r\`n"`;
const look = (absent: boolean, state: string) =>
  `${answer(state)}\nGet-Verdict WindowsCapability -Name 'A~~~~0.0.1.0'${absent ? " -Absent" : ""}; Read-WindowsCapabilityExists 'A~~~~0.0.1.0'; Get-WindowsCapabilityState 'A~~~~0.0.1.0'`;
const change = (code: number, absent = false, state = "Not Present") =>
  `${answer(state)}; $script:Code = ${code}\nRepair-WindowsCapability 'A~~~~0.0.1.0' ${absent ? "-Absent" : String.raw`-Source 'D:\FoD\'`}; $script:Calls`;

beforeAll(async () => {
  result = await runCases({
    functions: ["Test", "Repair", "Undo"]
      .map((verb) => `${verb}-WindowsCapability`)
      .concat(
        "Find-WindowsCapabilityBlocker",
        "Read-WindowsCapabilityExists",
        "Get-WindowsCapabilityState",
        "Get-CapabilityState",
        "Switch-Capability",
      ),
    fakes: [],
    setup: String.raw`function Reset-Fake { $script:Output = ''; $script:Code = 0; $script:Told = 0; $script:TimedOut = $false; $script:Calls = @() }
Reset-Fake
function Get-ProgramOutput([string] $Path, [string] $Arguments, [hashtable] $Environment, [timespan] $Timeout) {
    if ($Arguments -ne '/English /Online /Get-CapabilityInfo /CapabilityName:"A~~~~0.0.1.0"') { throw $Arguments }
    [pscustomobject]@{ ExitCode = $script:Told; TimedOut = $script:TimedOut; Output = [Text.Encoding]::UTF8.GetBytes($script:Output) }
}
function Invoke-Program([string] $Path, [string] $Arguments, [timespan] $Timeout) { $script:Calls += $Arguments; [pscustomobject]@{ ExitCode = $script:Code; TimedOut = $script:TimedOut } }`,
    cases: {
      ...Object.fromEntries(
        ["Installed", "Not Present", "Staged", "Removed", "Install Pending", "Uninstall Pending", "Superseded"].flatMap((state) => [
          [`present: ${state}`, look(false, state)],
          [`absent: ${state}`, look(true, state)],
        ]),
      ),
      "none of that name": `$script:Told = -2146498548\nGet-Verdict WindowsCapability -Name 'A~~~~0.0.1.0'; Get-Verdict WindowsCapability -Name 'A~~~~0.0.1.0' -Absent`,
      "not elevated": "$script:Told = 740\nGet-Verdict WindowsCapability -Name 'A~~~~0.0.1.0'",
      "no state": "$script:Output = 'Version: 10.0'\nGet-Verdict WindowsCapability -Name 'A~~~~0.0.1.0'",
      hangs: "$script:TimedOut = $true\nGet-Verdict WindowsCapability -Name 'A~~~~0.0.1.0'",
      "a quotation mark": "Get-CapabilityState 'A\" /x'",
      "a quotation mark for a change": "Switch-Capability 'A\" /x' $true '' '00:01:00'",
      added: `${change(0)}; $script:Journal[0] -join '|'`,
      "after a restart": change(3010, true, "Installed"),
      "only the restart": change(0, false, "Install Pending"),
      lasting: change(-2146498523, true, "Installed"),
      "no files": change(-2146498220),
      late: `${answer("Installed")}; $script:Code = 1460\nRepair-WindowsCapability 'A~~~~0.0.1.0' -Absent`,
      "not undone": "$script:Code = 5; Undo-WindowsCapability 'A~~~~0.0.1.0' 'False'",
      undone:
        "Undo-WindowsCapability 'A~~~~0.0.1.0' 'True'; $script:Code = 3010; Undo-WindowsCapability 'A~~~~0.0.1.0' 'False'; $script:Calls",
    },
  });
});

const HOLDS = { RemedycVerdict: "holds", Why: "" };
const deviates = (why: string) => ({ RemedycVerdict: "deviates", Why: `the capability A~~~~0.0.1.0 is ${why}` });

describe("the functions of windows_capability", () => {
  test.each([
    ["Installed", HOLDS, deviates("there, it should be absent"), true, "True"],
    ["Not Present", deviates("missing"), HOLDS, false, "False"],
    ["Staged", deviates("missing"), HOLDS, false, "False"],
    ["Removed", deviates("missing"), HOLDS, false, "False"],
    ["Install Pending", deviates("added when Windows restarts"), deviates("added when Windows restarts"), false, "True"],
    ["Uninstall Pending", deviates("removed when Windows restarts"), deviates("removed when Windows restarts"), true, "False"],
  ])("read '%s'", (state, present, absent, exists, after) => {
    expect(result(`present: ${state}`).output).toEqual([present, exists, after]);
    expect(result(`absent: ${state}`).output).toEqual([absent, exists, after]);
  });

  test("take what Windows does not tell for neither", () => {
    for (const asked of ["present", "absent"])
      expect(result(`${asked}: Superseded`).error).toBe("the capability A~~~~0.0.1.0 is Superseded, neither there nor missing");
    expect(result("not elevated").error).toBe("dism.exe does not tell the state of A~~~~0.0.1.0: it returned 0x2E4");
    expect(result("no state").error).toBe("dism.exe does not tell the state of A~~~~0.0.1.0");
    expect(result("hangs").error).toBe("dism.exe did not tell the state of A~~~~0.0.1.0 within 5 min and was ended");
    expect(result("none of that name").output).toEqual([
      { RemedycVerdict: "blocked", Why: "the capability A~~~~0.0.1.0 is missing: this Windows has none of that name" },
      HOLDS,
    ]);
    expect(result("a quotation mark").error).toBe('there is no capability A" /x');
    expect(result("a quotation mark for a change").output).toEqual([123]);
  });

  test("change it once, and say what dism.exe returns", () => {
    expect(result("added")).toEqual({
      output: [
        String.raw`/Online /Quiet /NoRestart /CapabilityName:"A~~~~0.0.1.0" /Add-Capability /LimitAccess /Source:"D:\FoD\\"`,
        "WindowsCapability|False|True|A~~~~0.0.1.0",
      ],
      error: "",
    });
    expect(result("after a restart").output).toEqual([
      { RemedycVerdict: "restart", Why: "the capability A~~~~0.0.1.0 was removed" },
      '/Online /Quiet /NoRestart /CapabilityName:"A~~~~0.0.1.0" /Remove-Capability',
    ]);
    expect(result("only the restart").output).toEqual([{ RemedycVerdict: "restart", Why: "the capability A~~~~0.0.1.0 was added" }]);
    expect(result("lasting").error).toContain("could not be removed: dism.exe returned 0x800F0825: it is a lasting part of this Windows");
    expect(result("no files").error).toContain("could not be added: dism.exe returned 0x800F0954: its files were not found; name a folder");
    expect(result("late").error).toBe("the capability A~~~~0.0.1.0 could not be removed: dism.exe did not end within 30m");
  });

  test("take it back", () => {
    expect(result("undone").output).toEqual([expect.stringMatching(/\/Add-Capability$/), expect.stringMatching(/\/Remove-Capability$/)]);
    expect(result("not undone").error).toMatch(/^dism\.exe returned 5/);
  });
});

const RECIPE = String.raw`
remedy capabilities {
  title: "Capabilities of Windows"
  version: 1.0.0
  publisher: "IT"
  targets: [intune.remediation]

  step capabilities "Capabilities" {
    ensure windows_capability("OpenSSH.Server~~~~0.0.1.0") absent
    ensure windows_capability("Rsat.Dns.Tools~~~~0.0.1.0") present { source: 'D:\FoD', timeout: 1h }
  }
}

scenario "neither is as it should be" for capabilities {
  given { windows_capability("openssh.server~~~~0.0.1.0") present }
  expect detect noncompliant
  expect fix succeeded
  expect windows_capability("OpenSSH.Server~~~~0.0.1.0") absent
  expect windows_capability("Rsat.Dns.Tools~~~~0.0.1.0") present
}

scenario "a restart is needed" for capabilities {
  given { windows_capability("OpenSSH.Server~~~~0.0.1.0") present { needs_restart: true }, windows_capability("Rsat.Dns.Tools~~~~0.0.1.0") present }
  expect fix restart_needed
  expect detect noncompliant
  expect fix restart_needed
  restart
  expect detect compliant
}

scenario "none of that name" for capabilities {
  given { windows_capability("Rsat.Dns.Tools~~~~0.0.1.0") { missing: true } }
  expect detect noncompliant
  expect fix blocked
}

scenario "Windows does not tell" for capabilities {
  given { windows_capability("OpenSSH.Server~~~~0.0.1.0") { known: false }, windows_capability("Rsat.Dns.Tools~~~~0.0.1.0") present }
  expect detect blocked
  expect fix blocked
}
`;

describe("a recipe with windows_capability", async () => {
  const recipe = await compileRecipeText(RECIPE);
  testRecipe(recipe, { "neither is as it should be": 4 });

  test.each(["OpenSSH.Server", 'a~~~~0.0.1.0" /x', "/Remove~~~~0.0.1.0"])("'%s' is no name", async (name) => {
    await expect(
      compileRecipeText(RECIPE.replace('OpenSSH.Server~~~~0.0.1.0") absent', `${name.replace('"', '\\"')}") absent`)),
    ).rejects.toThrow(/cannot be 'name' of windows_capability/);
  });
});
