import { describe, expect, test } from "vitest";
import { parseTemplate } from "../../src/powershell/library.ts";
import { runScriptText } from "../powershell/run-text.ts";
import { builtInLibrary } from "../plan/support.ts";
import { emit, emitCondition, emitSteps } from "./support.ts";

const BEFORE =
  'let d = directory(\'C:\\Data\')\nlet s = service("Other")\nlet held = user_right(SeServiceLogonRight).includes\nparam text: string = "a"\nparam who: account?\nparam n: int = 3\nparam v: version = 1.2\nparam where: path = \'C:\\x\'\nparam limit: size = 1GB\nparam hosts: [string] = ["h"]';
const condition = (expression: string) => emitCondition(expression, BEFORE);

describe("conditions", () => {
  test.each<[expression: string, powershell: string]>([
    ['service("S").exists', "Read-ServiceExists -Name 'S'"],
    ["os.build > n", "(Read-OsBuild) -gt $script:NValue"],
    ["os.version >= v", "(Read-OsVersion) -ge $script:VValue"],
    ["os.version == 10.0", "(Read-OsVersion) -eq ([version]'10.0.0.0')"],
    ["os.uptime < 2h", "(Read-OsUptime) -lt ([timespan]'02:00:00')"],
    ["computer.memory >= 4GB", "(Read-ComputerMemory) -ge 4GB"],
    ['text == "A"', "Test-Text $script:TextValue 'A'"],
    ['text != "A"', "-not (Test-Text $script:TextValue 'A')"],
    ["where == 'C:\\X'", "Test-Text $script:WhereValue 'C:\\X' -IgnoreCase"],
    [
      'service("S").exists and service("S").account == who',
      "(Read-ServiceExists -Name 'S') -and ((Read-ServiceAccount -Name 'S') -eq $script:WhoValue)",
    ],
    ['service("S").account == none', "$null -eq (Read-ServiceAccount -Name 'S')"],
    ["none != who", "$null -ne $script:WhoValue"],
    ["not registry_value('HKLM\\SOFTWARE\\X', \"a\").exists", "$null -eq (Get-RegistryValue 'HKLM' 'SOFTWARE\\X' 'a')"],
    ['service("S").state == running', "(Read-ServiceState -Name 'S') -eq 'running'"],
    ['service("S").state in [running, stopped]', "@('running', 'stopped') -contains (Read-ServiceState -Name 'S')"],
    ["n in [1, 2]", "@(1, 2) -contains $script:NValue"],
    ['text in ["a", "b"]', "Test-Any @('a', 'b') { Test-Text $_ $script:TextValue }"],
    ["where in ['C:\\a']", "Test-Any @('C:\\a') { Test-Text $_ $script:WhereValue -IgnoreCase }"],
    ["file(d.path / 'a').exists", "Read-FileExists -Path 'C:\\Data\\a'"],
    ["text == s.name", "Test-Text $script:TextValue $let_s"],
    ["n not in [1, 2]", "-not (@(1, 2) -contains $script:NValue)"],
    ["os.build - n + 1 > 5", "(((Read-OsBuild) - $script:NValue) + 1) -gt 5"],
    ["os.uptime > 1h + 30m", "(Read-OsUptime) -gt ([timespan]'01:30:00')"],
    ["any x in [1, n]: os.build == x", "((Read-OsBuild) -eq 1) -or ((Read-OsBuild) -eq $script:NValue)"],
    ["all x in [1, n]: os.build == x", "((Read-OsBuild) -eq 1) -and ((Read-OsBuild) -eq $script:NValue)"],
    ["any x in []: os.build == x", "$false"],
    [
      "any x in held: x == who",
      "Test-Any (Read-UserRightIncludes -Right 'SeServiceLogonRight') { $each_x = $_ Test-Account $each_x $script:WhoValue }",
    ],
    [
      "all x in held: x == 'S-1-5-32-544'",
      "-not (Test-Any (Read-UserRightIncludes -Right 'SeServiceLogonRight') { $each_x = $_ -not (Test-Account $each_x 'S-1-5-32-544') })",
    ],
    [
      'any p in package(publisher == "C"): p.name == text',
      "Test-Any (Select-Package -Where { Test-Text (Read-EntryValue $_ 'Publisher') 'C' -IgnoreCase }) { $each_p = $_ Test-Text (Read-Package -Where { ($_.Key -eq $each_p.Key) -and ($_.View -eq $each_p.View) } -Property 'name') $script:TextValue }",
    ],
    ["text matches '^a\"$(x)'", "Test-Match $script:TextValue '^a\"$(x)'"],
    [
      "(registry_value('HKLM\\SOFTWARE\\X', \"a\").data ?? 3) == 3",
      "Test-Data (Use-Default (Read-RegistryData 'HKLM' 'SOFTWARE\\X' 'a') { 3 }) 3",
    ],
    ['network.can_connect("h", 443)', "Read-NetworkCanConnect -Target 'h' -Port 443"],
    ['network.reaches("h:443")', "Read-NetworkReaches -Endpoint 'h:443'"],
    [
      'text == "${d.size ?? 0MB}, ${limit + 1GB}, ${2GB}"',
      "Test-Text $script:TextValue (-join @((Format-Size (Use-Default (Read-DirectorySize -Path 'C:\\Data') { 0 })), ', ', (Format-Size ($script:LimitValue + 1GB)), ', 2GB'))",
    ],
    ["text == \"${hosts} ${['a', 'b']}\"", "Test-Text $script:TextValue 'h a, b'"],
    [
      'file(where / "a" / text).exists',
      "Read-FileExists -Path (Expand-Path (Join-Segment (Join-Segment $script:WhereValue 'a') $script:TextValue))",
    ],
    ["file('%Contoso%\\a').exists", "Read-FileExists -Path (Expand-Path '%Contoso%\\a')"],
    ["file('%ProgramData%\\a\\%Contoso%').exists", "Read-FileExists -Path (Expand-Path '%ProgramData%\\a\\%Contoso%')"],
    [
      "registry_value('HKEY_LOCAL_MACHINE\\SOFTWARE\\X', \"a\", view: 32).exists",
      "$null -ne (Get-RegistryValue 'HKLM' 'SOFTWARE\\X' 'a' -View 32)",
    ],
    [
      'package(upgrade_code: "{5C9C7B52-6C1B-4D58-A0E4-2B1B8D5A00FF}").exists',
      "Read-PackageExists -Where { Test-UpgradeCode $_ '{5C9C7B52-6C1B-4D58-A0E4-2B1B8D5A00FF}' }",
    ],
    ["file('%ProgramData%\\a').exists", "Read-FileExists -Path (-join @((Get-SpecialFolder 'CommonApplicationData'), '\\a'))"],
    ['service("A${text}b").exists', "Read-ServiceExists -Name (-join @('A', $script:TextValue, 'b'))"],
    ["changed and os.build > 1", "(Test-Changed 'only.1') -and ((Read-OsBuild) -gt 1)"],
    [
      'package(name matches "^${text}").exists',
      "Read-PackageExists -Where { Test-Match $_.DisplayName (-join @('^', (ConvertTo-Pattern $script:TextValue))) }",
    ],
    [
      'package("A", version < 2.0).exists',
      "Read-PackageExists ` -Where { 'A'.Equals($_.DisplayName, 'OrdinalIgnoreCase') -and ($null -ne (Read-EntryVersion $_)) -and ((Read-EntryVersion $_) -lt ([version]'2.0.0.0')) }",
    ],
    ['package(name in ["a", "b"]).exists', "Read-PackageExists -Where { Test-OneOf $_.DisplayName @('a', 'b') }"],
    [
      "package(version in [1.0, 2.0]).exists",
      "Read-PackageExists -Where { @(([version]'1.0.0.0'), ([version]'2.0.0.0')) -contains (Read-EntryVersion $_) }",
    ],
    ['package(publisher != "C").exists', "Read-PackageExists -Where { -not (Test-Text (Read-EntryValue $_ 'Publisher') 'C' -IgnoreCase) }"],
  ])("%s", async (expression, powershell) => {
    expect(await condition(expression)).toBe(powershell);
  });

  test("-and and -or, which have one precedence in PowerShell, are grouped as the remedy groups them", async () => {
    const a = "((Read-OsBuild) -gt 1)";
    const b = "((Read-OsBuild) -gt 2)";
    const c = "((Read-OsBuild) -gt 3)";
    expect(await condition("os.build > 1 or os.build > 2 and os.build > 3")).toBe(`${a} -or (${b} -and ${c})`);
    expect(await condition("(os.build > 1 or os.build > 2) and os.build > 3")).toBe(`(${a} -or ${b}) -and ${c}`);
    expect(await condition("os.build > 1 and os.build > 2 and os.build > 3")).toBe(`${a} -and ${b} -and ${c}`);
    expect(await condition("not (os.build > 1 and os.build > 2)")).toBe(`-not (${a} -and ${b})`);
    expect(await condition("not (os.build > 1) and os.build > 2")).toBe(`(-not ${a}) -and ${b}`);
  });
});

test("a pattern's run-time parts match only themselves", async () => {
  const hostile = ["a.b", "(", "[x]", "^$", "a|b", "\\", "#", " ", "{2}", "*", "}", "]", ""];
  const template = builtInLibrary.functions.find((each) => each.name === "ConvertTo-Pattern")?.text;
  const rows = hostile.map(
    (text) =>
      `$p = '^' + (ConvertTo-Pattern '${text}') + '$'; (@([regex]::IsMatch('${text}', $p), [regex]::IsMatch('${text}x', $p), [regex]::IsMatch('axb', $p)) -join ' ')`,
  );
  const { stdout, stderr } = await runScriptText([String(template), ...rows].join("\n"));
  expect(stderr).toEqual([]);
  expect(stdout).toEqual(hostile.map(() => "True False False"));
});

describe("loops", () => {
  test("items of a loop have the element's name in their id and in what they concern", async () => {
    expect(await emitSteps("each Q in package(name matches '^A') {\n  ensure file(\"C:\\\\${Q.name}\") absent\n}")).toContain(
      "foreach ($each_Q in (Select-Each 'each Q in package(name matches ''^A'')' { Select-Package -Where { Test-Match $_.DisplayName '^A' } })) {",
    );
    const steps = await emitSteps("each Q in package(name matches '^A') {\n  ensure Q absent\n}");
    expect(steps.replace(/\s+/g, " ")).toContain(
      "Ensure (-join @('only.1', '[', $each_Q.Name, ']')) (-join @('package ', $each_Q.Name, ' is absent')) { Test-PackageAbsence -Where { ($_.Key -eq $each_Q.Key) -and ($_.View -eq $each_Q.View) } }",
    );
  });

  test("a label has the value of a parameter, and a selection is told by its filters", async () => {
    const steps = (
      await emitSteps(
        'param x: string = "X"\nstep only "Only" {\n  ensure service("A${x}") { state: running }\n  ensure package(name matches "^A ${x}", version >= 2.0) present { source: \'C:\\a.msi\', sha256: "'.concat(
          "b".repeat(64),
          '" }\n}',
        ),
        {},
        "first",
      )
    ).replace(/\s+/g, " ");
    expect(steps).toContain("Ensure 'only.1' (-join @('service A', $script:XValue, ': state running'))");
    expect(steps).toContain("-join @('whose name matches ^A ', $script:XValue, ', version >= 2.0')");
  });

  test("in a profile HKCU is the person's hive, in keys and in what an item concerns, also of a key put together", async () => {
    const steps = (
      await emitSteps(
        'param x: string = "X"\nstep only "Only" {\n  each u in profile() {\n    ensure registry_value(\'HKCU\\Software\\A\', "v") { data: 1 }\n    ensure registry_value("HKCU\\\\Software\\\\${x}", "v") { data: 1 }\n    ensure file(u.folder / "a.txt") absent\n  }\n}',
      )
    ).replace(/\s+/g, " ");
    expect(steps).toContain("if (Enter-UserHive $each_u) {");
    expect(steps).toContain("Exit-UserHive $each_u }");
    expect(steps).toContain("-Key (-join @('HKEY_USERS\\', $each_u.Hive, '\\Software\\A'))");
    expect(steps).toContain("-Key (-join @('HKEY_USERS\\', $each_u.Hive, '\\Software\\', $script:XValue))");
    expect(steps).not.toMatch(/-Key (?:'|\(-join @\(')HKCU/);
  });
});

describe("items", () => {
  test("detection has tests only: no repair, no actions, nothing that holds a fix back; what a fix would change is passed over", async () => {
    const text =
      'ensure service("S") { state: running }\ncheck "c" { os.build > 1 } every 2h fix {\n  require os.build > 2 else "no"\n  restart service("S")\n}\non failure { diagnose event_log("System", source: "X", last: 1h) }';
    const detect = await emitSteps(text, { target: "intune.remediation" }, "first");
    const repair = await emitSteps(text, { target: "intune.remediation" }, "last");
    for (const word of [
      "Repair-Service",
      "-Blocker { Find-ServiceStateBlocker",
      "Invoke-ServiceRestart",
      "Invoke-EventLogDiagnose",
      "-Every ([timespan]'02:00:00') -Require { # line 8: require os.build > 2 else \"no\" if (-not ((Read-OsBuild) -gt 2)) { return 'no' } }",
    ]) {
      expect(repair.replace(/\s+/g, " ")).toContain(word);
      expect(detect).not.toContain(word);
    }
    expect(detect.replace(/\s+/g, " ")).toContain(
      "Item 'only.1' { Ensure 'service S: state running' { Test-ServiceState -Name 'S' -State 'running' } } # line 7: check \"c\" { os.build > 1 } every 2h fix { require os.build > 2 else \"no\" restart service(\"S\") } if (Untouched 'only.1') { Check 'c' { (Read-OsBuild) -gt 1 } }",
    );
  });

  test("with names what is stopped, by kind", async () => {
    expect(
      await emitSteps('with service("S"), process("p.exe"), service("T") stopped {\n  ensure service("U") { state: running }\n}'),
    ).toContain("With -Service @('S', 'T') -Process @('p.exe') {");
  });

  test("else has a guard of its own, since neither branch runs when the guard cannot be read", async () => {
    const steps = (
      await emitSteps('when os.build > 1 { ensure service("A") { state: running } } else { ensure service("B") { state: running } }')
    ).replace(/\s+/g, " ");
    expect(steps).toContain("$when1 = Guard 'os.build > 1' { (Read-OsBuild) -gt 1 } if ($when1) {");
    expect(steps).toContain("elseif ($null -ne $when1) {");
  });

  test("accounts that are known are SIDs, others are resolved on the device; both are told by name", async () => {
    const steps = await emitSteps("ensure user_right(\"SeServiceLogonRight\") { includes: ['NT SERVICE\\ALL SERVICES', 'CONTOSO\\svc'] }");
    expect(steps.replace(/\s+/g, " ")).toMatch(
      /-Includes @\('S-1-5-80-0', \(Resolve-Account 'CONTOSO\\svc'\)\)|Includes = @\('S-1-5-80-0', \(Resolve-Account 'CONTOSO\\svc'\)\)/,
    );
  });
});

test("what the administrator sees: Intune's fix writes to the error stream, its detection tells the last run, and no script holds more than its channel shows", async () => {
  const text = 'ensure user_right("SeServiceLogonRight") { includes: ["S-1-5-80-0"] }'.replaceAll(
    '"S-1-5-80-0"',
    "'NT SERVICE\\ALL SERVICES'",
  );
  const holds = async (target: "intune.remediation" | "configmgr.baseline" | "standalone", role: "first" | "last") => {
    const script = await emit(text, { target }, role);
    return ["function Write-ErrorText", "Write-Error $line", "'LastRun').Data", "Save-Mark 'LastRun'"].map((part) => script.includes(part));
  };
  expect(await holds("intune.remediation", "first")).toEqual([false, false, true, false]);
  expect(await holds("intune.remediation", "last")).toEqual([true, true, false, true]);
  expect(await holds("configmgr.baseline", "first")).toEqual([false, false, false, false]);
  expect(await holds("configmgr.baseline", "last")).toEqual([false, false, false, true]);
  expect(await holds("standalone", "last")).toEqual([false, false, false, true]);
});

test("what stands in the way of a kind whatever is asked, and takes no state, is asked for what is to be absent, too", async () => {
  const text = 'ensure service("S") absent';
  expect(await emit(text)).not.toContain("Find-ServiceBlocker");
  const bare = parseTemplate("kinds", "any", "function Find-ServiceBlocker([string] $Name) { if ($Name -eq '') { 'why' } }");
  const functions = [
    ...builtInLibrary.functions.filter((each) => !["Find-ServiceBlocker", "Find-ServiceStateBlocker"].includes(each.name)),
    ...bare,
  ];
  expect(await emit(text, { library: { ...builtInLibrary, functions } })).toContain("Find-ServiceBlocker -Name 'S'");
});

test("what an else takes away to come again is looked at as a whole inside that else, wherever it stands", async () => {
  const again = `ensure package("A") absent\n    ensure package("A") present { source: 'C:\\a.msi', signed_by: "CN=A" }`;
  const ladder = `ensure service("S") { state: running } else {\n    ${again}\n  }`;
  const lines = async (body: string) => {
    const steps = await emitSteps(`step only "Only" {\n  ${body}\n  ensure service("T") { state: running }\n}`);
    return steps.split("\n").flatMap((line) => /^ *(?:.*-Else \{|Together \{|if \(Guard .*)$/.exec(line)?.[0].trim() ?? []);
  };
  expect(await lines(ladder)).toEqual([expect.stringMatching(/-Else \{$/), "Together {"]);
  const guarded = await lines(`when os.uptime > 1h {\n  ${ladder}\n  }`);
  expect(guarded).toEqual([expect.stringMatching(/^if \(Guard /), expect.stringMatching(/-Else \{$/), "Together {"]);
});
