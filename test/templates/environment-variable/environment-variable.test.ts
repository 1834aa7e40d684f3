import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText, createKindFaultSample, startRecipeRunner } from "../../simulator/recipe-support.ts";
import type { RecipeRunner } from "../../simulator/recipe-support.ts";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

const machine = String.raw`HKLM\SYSTEM\CurrentControlSet\Control\Session Manager\Environment`;
const list = String.raw`%SystemRoot%\system32;C:\Old\;"C:\Quoted;Part";;%JAVA_HOME%\bin`;
const setup = `Set-Fake '${machine}' 'Path' 'ExpandString' '${list}'; Set-Fake '${machine}' 'Plain' 'String' 'C:\\A;C:\\B;'; Set-Fake '${machine}' 'Percent' 'String' '100%;5%'; Set-Fake '${machine}' 'Number' 'DWord' 5`;

let result: (name: string) => CaseResult;
const verdict = (name: string) => verdictOf(result(name));

/** Test, repair, test: what each said and what was written. */
const round = (args: string) =>
  `${setup}\nGet-Verdict EnvironmentVariable ${args}\nRepair-EnvironmentVariable ${args}\nGet-Verdict EnvironmentVariable ${args}\n$script:Writes`;
const look = (args: string) => `${setup}\nGet-Verdict EnvironmentVariable ${args}`;

const cases: Record<string, string> = {
  "read text": `${setup}\nRead-EnvironmentVariable -Name 'PATH' -Property 'value'`,
  "read entries": `${setup}\nRead-EnvironmentVariable -Name 'Plain' -Property 'includes' | ForEach-Object { $_ }`,
  "read absent": `Read-EnvironmentVariable -Name 'None' -Property 'exists'; $null -eq (Read-EnvironmentVariable -Name 'None' -Property 'value')`,
  "read number": `${setup}\nRead-EnvironmentVariable -Name 'Number' -Property 'value'`,
  "other spelling": look(String.raw`-Name 'Path' -Includes @('C:\windows\System32\', 'c:\old', '%SystemRoot%\SYSTEM32')`),
  "unknown variable": look(String.raw`-Name 'Path' -Includes @('%java_home%\bin\')`),
  "part of a quoted entry": look(String.raw`-Name 'Path' -Includes @('C:\Quoted')`),
  "excluded, expanded": look(String.raw`-Name 'Path' -Excludes @('C:\Windows\system32', 'C:\Absent')`),
  "excluded from nothing": look(String.raw`-Name 'None' -Excludes @('C:\Old')`),
  "both wrong": look(String.raw`-Name 'Path' -Includes @('C:\New') -Excludes @('C:\old')`),
  "value case": look(String.raw`-Name 'Plain' -Value 'c:\a;C:\B;'`),
  "value holds as expandable": look(`-Name 'Path' -Value '${list}'`),
  "one percent sign": `Set-Fake '${machine}' 'Share' 'String' '100%'; Get-Verdict EnvironmentVariable -Name 'Share' -Value '100%'`,
  "value needs expandable": look("-Name 'Percent' -Value '100%;5%'"),
  "no value": look("-Name 'None'"),
  "entries of a number": look(String.raw`-Name 'Number' -Includes @('C:\New')`),
  "percent would be expanded": look(String.raw`-Name 'Percent' -Includes @('%SystemRoot%')`),
  "too long": `${setup}\n$long = 'C:\\' + ('x' * 32000)\nGet-Verdict EnvironmentVariable -Name 'Path' -Includes @($long, 'C:\\${"y".repeat(900)}')`,
  locked: `$script:Locked = @('hklm|64|${machine.slice(5).toLowerCase()}')\n${look("-Name 'Plain' -Value 'x'")}`,
  "add and remove": round(String.raw`-Name 'Path' -Includes @('C:\New\', 'c:\new', '%ProgramFiles%\X') -Excludes @('C:\OLD')`),
  "behind a separator": round(String.raw`-Name 'Plain' -Includes @('C:\C')`),
  "becomes expandable": round(String.raw`-Name 'Plain' -Includes @('%SystemRoot%')`),
  "first entry": round(String.raw`-Name 'None' -Includes @('C:\New')`),
  "last entry": round(String.raw`-Name 'Plain' -Excludes @('C:\a', 'c:\b')`),
  "new value": round("-Name 'None' -Value '%SystemRoot%'"),
  "over a number": round("-Name 'Number' -Value 'x'"),
  gone: round("-Name 'Plain' -Absent"),
  "a person's": round(String.raw`-Name 'X' -Scope 'HKU\S-1-5-21-1\Environment' -Value 'x'`).replace(
    setup,
    String.raw`Set-Fake 'HKU\S-1-5-21-1\Environment' 'TEMP' 'String' 'C:\Temp'`,
  ),
};

beforeAll(async () => {
  result = await runCases({
    functions: ["Read-EnvironmentVariable", "Test-EnvironmentVariable", "Repair-EnvironmentVariable"],
    fakes: ["registry"],
    setup: String.raw`function Get-SpecialFolder([string] $Name) { @{ Windows = 'C:\Windows'; ProgramFiles = 'C:\Program Files' }[$Name] }
function Get-MachineVariable([string] $Name) { }`,
    cases,
  });
});

/** What the round wrote, behind `deviates` and before `holds`. */
function written(name: string): unknown {
  const { output, error } = result(name);
  expect(error, name).toBe("");
  expect(output[0], name).toMatchObject({ RemedycVerdict: "deviates" });
  expect(output[1], name).toEqual({ RemedycVerdict: "holds", Why: "" });
  expect(output, name).toHaveLength(3);
  return String(output[2]).replace(`hklm|64|${machine.slice(5).toLowerCase()}\\`, "");
}

describe("an environment variable", () => {
  test("is read as it stands, and refused where it is no text", () => {
    expect(result("read text").output).toEqual([list]);
    expect(result("read entries").output).toEqual(["C:\\A", "C:\\B"]);
    expect(result("read absent").output).toEqual([false, true]);
    expect(result("read number").error).toBe("environment variable Number is dword 5, which is no text");
  });

  test("has an entry in any case, with or without a backslash, expanded or not", () => {
    for (const name of ["other spelling", "unknown variable", "excluded from nothing", "value holds as expandable", "one percent sign"])
      expect(verdict(name), name).toEqual({ RemedycVerdict: "holds", Why: "" });
    expect(verdict("part of a quoted entry").RemedycVerdict).toBe("deviates");
    expect(verdict("value needs expandable").Why).toBe('environment variable Percent is string "100%;5%", it should be expandable text');
    expect(verdict("excluded, expanded").Why).toBe("environment variable Path has C:\\Windows\\system32");
    expect(verdict("both wrong").Why).toBe("environment variable Path lacks C:\\New and has C:\\old");
    expect(verdict("value case").Why).toBe('environment variable Plain is string "C:\\A;C:\\B;", it should be string "c:\\a;C:\\B;"');
  });

  test("is blocked where no run can help", () => {
    for (const [name, why] of [
      ["no value", "environment variable None is missing: the remedy does not say its value"],
      ["entries of a number", "environment variable Number is dword 5, it should be text: what is no text has no entries"],
      ["percent would be expanded", "it should be expandable text: other entries of it have a % and would be expanded, too"],
      ["too long", ": it would be longer than 32767 characters"],
      ["locked", ": there is no right to write to HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment"],
    ] as const) {
      expect(verdict(name).RemedycVerdict, name).toBe("blocked");
      expect(verdict(name).Why, name).toContain(why);
    }
  });

  test("is written with the rest of a list as it was, and with its kind of text", () => {
    expect(written("add and remove")).toBe(
      String.raw`write Path ExpandString %SystemRoot%\system32;"C:\Quoted;Part";;%JAVA_HOME%\bin;C:\New\;%ProgramFiles%\X`,
    );
    expect(written("behind a separator")).toBe(String.raw`write Plain String C:\A;C:\B;C:\C`);
    expect(written("becomes expandable")).toBe(String.raw`write Plain ExpandString C:\A;C:\B;%SystemRoot%`);
    expect(written("first entry")).toBe(String.raw`write None String C:\New`);
    expect(written("last entry")).toBe("write Plain String ");
    expect(written("new value")).toBe("write None ExpandString %SystemRoot%");
    expect(written("over a number")).toBe("write Number String x");
    expect(written("gone")).toBe("clear Plain");
    expect(written("a person's")).toBe(String.raw`write hku|64|s-1-5-21-1\environment\X String x`);
  });
});

const RECIPE = String.raw`
remedy tools {
  title: "Tools"
  version: 1.0.0
  publisher: "IT"
  targets: [intune.remediation, configmgr.baseline]

  step machine "Machine" {
    ensure environment_variable("TOOLS_HOME") { value: 'C:\Tools' }
    ensure environment_variable("OLD_TOOLS") absent
    each v in environment_variable(value matches '^C:\\Gone', name matches '^TOOLS') { ensure v absent }
    ensure environment_variable("Path") { includes: ['C:\Tools\bin', '%ProgramFiles%\Tools'], excludes: ['C:\Old\bin'] }
  }

  step people "People" {
    each u in profile() {
      ensure environment_variable("TOOLS_CACHE", scope: user) { value: '%LOCALAPPDATA%\Tools' }
      each v in environment_variable(scope: user, name matches '^OLD_') { ensure v absent }
    }
  }
}

scenario "nothing is there yet" for tools {
  expect detect noncompliant
  expect fix succeeded
  expect environment_variable("TOOLS_HOME") { value: 'C:\Tools' }
  expect environment_variable("Path") { value: '%SystemRoot%\system32;%SystemRoot%;%SystemRoot%\System32\Wbem;C:\Program Files\Contoso\bin\;C:\Tools\bin;%ProgramFiles%\Tools' }
  expect registry_value('HKLM\SYSTEM\CurrentControlSet\Control\Session Manager\Environment', "Path") { type: expand_string }
  expect detect compliant
}

scenario "an entry has to go, the others keep their order" for tools {
  given {
    environment_variable("TOOLS_HOME") { value: 'c:\tools' }
    environment_variable("OLD_TOOLS") { value: "1" }
    environment_variable("TOOLS_GONE") { value: 'c:\gone\x' }
    environment_variable("GONE") { value: 'C:\Gone\x' }
    environment_variable("TOOLS_NEW") { value: 'C:\Tools' }
    registry_value('HKLM\SYSTEM\CurrentControlSet\Control\Session Manager\Environment', "TOOLS_NO_TEXT") { data: 5 }
    environment_variable("OLD_ONE", scope: user) { value: "1", profile: "bob" }
    environment_variable("Path") { includes: ['C:\Old\BIN\', '%SystemRoot%', 'c:\tools\bin\', 'C:\Program Files\Tools'] }
  }
  expect detect noncompliant
  expect fix succeeded
  expect environment_variable("OLD_TOOLS") absent
  expect environment_variable("TOOLS_GONE") absent
  expect environment_variable("GONE") { value: 'C:\Gone\x' }
  expect environment_variable("TOOLS_NEW") { value: 'C:\Tools' }
  expect environment_variable("Path") { value: '%SystemRoot%;c:\tools\bin\;C:\Program Files\Tools' }
}

scenario "the key may not be written" for tools {
  given { registry_key('HKLM\SYSTEM\CurrentControlSet\Control\Session Manager\Environment') { access: read } }
  expect detect noncompliant
  expect fix blocked
  expect environment_variable("TOOLS_HOME") absent
}
`;

describe("a recipe with environment variables", async () => {
  const recipe = await compileRecipeText(RECIPE);
  let runner: RecipeRunner;
  beforeAll(async () => {
    runner = await startRecipeRunner();
  });
  afterAll(() => {
    runner.close();
  });

  // Each scenario for one target, the targets in turn.
  test.each(recipe.scenarios.map(({ title }, i) => [title, recipe.targets[i % recipe.targets.length] ?? ""] as const))(
    "%s, %s",
    async (title, target) => {
      expect(await runner.failuresOf(recipe, title, target)).toEqual([]);
    },
    120_000,
  );

  test("stands every fault", async () => {
    const { faults, survivors } = await runner.faultsOf(
      recipe,
      "nothing is there yet",
      "intune.remediation",
      createKindFaultSample().choose,
    );
    expect(survivors).toEqual([]);
    expect(faults).toBeGreaterThan(4);
  }, 300_000);

  test("a person's variable needs a person", async () => {
    const text = RECIPE.replace("each u in profile() {", "when os.build > 1 {");
    await expect(compileRecipeText(text)).rejects.toThrow("'user' is nobody's hive here");
    const chosen = RECIPE.replace("step machine", "param whose: environment_variable.scope = user\n\n  step machine").replace(
      "scope: user",
      "scope: whose",
    );
    await expect(compileRecipeText(chosen)).rejects.toThrow("This word must be known when compiling");
  });
});
