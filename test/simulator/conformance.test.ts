import { afterAll, beforeAll, describe, expect, test } from "vitest";
import catalog from "../../src/generated/catalog.json" with { type: "json" };
import { moreKinds } from "./conformance-kinds.ts";
import type { Conformance } from "./conformance-kinds.ts";
import { compileRecipeText, startRecipeRunner } from "./recipe-support.ts";
import type { CompiledRecipe, RecipeRunner } from "./recipe-support.ts";

const SIGNED = 'signed_by: "CN=Contoso"';

const KINDS: readonly Conformance[] = [
  ...moreKinds,
  {
    kind: "file",
    parameters: "param place: path = '%ProgramData%\\Contoso\\by parameter.txt'",
    statements: String.raw`
      ensure file('C:\Contoso\New\literal.txt') { content: "a" }
      ensure file('%SystemRoot%\Contoso\variable.txt') { content: "b" }
      ensure file(place) { content: "c" }
      each name in ["one.txt", "two.txt"] { ensure file('%ProgramFiles%' / "Contoso" / name) { content: "d" } }
      ensure file('%SystemRoot%\Temp\gone.txt') absent`,
    deviations: [
      String.raw`file('C:\Contoso\New\literal.txt') absent
        file('%SystemRoot%\Contoso\variable.txt') absent`,
      String.raw`file('C:\Contoso\New\literal.txt') { content: "x" }
        file('C:\Windows\Contoso\variable.txt') { content: "x" }
        file('C:\ProgramData\Contoso\by parameter.txt') { content: "x" }
        file('C:\Program Files\Contoso\two.txt') { content: "x" }
        file('C:\Windows\Temp\gone.txt') present`,
    ],
  },
  {
    kind: "directory",
    parameters: "param place: path = '%ProgramData%\\Contoso\\By parameter\\Deep'",
    statements: String.raw`
      ensure directory('C:\Contoso\New\Literal') present
      ensure directory('%SystemRoot%\Contoso\Variable') present
      ensure directory(place) present
      each name in ["one", "two"] { ensure directory('%ProgramFiles%' / "Contoso" / name) present }
      ensure directory('%SystemRoot%\Temp\Gone') absent`,
    deviations: [String.raw`os.build: 20348`, String.raw`directory('C:\Windows\Temp\Gone') { file_count: 2 }`],
  },
  {
    kind: "registry_value",
    parameters: 'param place: string = "Contoso"',
    statements: String.raw`
      ensure registry_value('HKEY_LOCAL_MACHINE\SOFTWARE\Contoso\Literal', "a") { data: 1 }
      ensure registry_value('HKLM\SOFTWARE\Contoso\View', "b", view: 32) { data: "x" }
      ensure registry_value('HKLM\SOFTWARE\${"$"}{place}', "c") { data: ["x", "y"] }
      each name in ["one", "two"] { ensure registry_value('HKLM\SOFTWARE\Contoso', name) { data: "%TEMP%", type: expand_string } }
      ensure registry_value('HKU\.DEFAULT\Control Panel\Desktop', "d") { data: "0" }
      ensure registry_value('HKLM\SOFTWARE\Contoso', "gone") absent
      each u in profile() { ensure registry_value('HKCU\Software\Contoso', "p") { data: 1 } }`.replace(
      "'HKLM\\SOFTWARE\\${\"$\"}{place}'",
      '"HKLM\\\\SOFTWARE\\\\${place}"',
    ),
    deviations: [
      "os.build: 20348",
      String.raw`registry_value('HKLM\SOFTWARE\Contoso\Literal', "a") { data: "1" }
        registry_value('HKLM\SOFTWARE\Contoso\View', "b", view: 32) { data: "y" }
        registry_value('HKLM\SOFTWARE\Contoso', "c") { data: "x" }
        registry_value('HKLM\SOFTWARE\Contoso', "two") { data: "x" }
        registry_value('HKU\.DEFAULT\Control Panel\Desktop', "d") { data: "1" }
        registry_value('HKLM\SOFTWARE\Contoso', "gone") { data: 1 }`,
    ],
  },
  {
    kind: "defender",
    parameters: 'param level: defender.cloud_protection = advanced\n  param place: string = "C:\\\\Contoso\\\\By parameter"',
    statements: String.raw`
      ensure defender { cloud_protection: level, real_time_protection: true, scan_time: "23:59", excluded_paths: [place, '%ProgramFiles%\Contoso\*'] }
      each name in ["one.exe", "two.exe"] { ensure defender { excluded_processes: [name] } }`,
    deviations: [
      String.raw`os.build: 20348`,
      String.raw`defender { cloud_protection: off, real_time_protection: false, excluded_paths: ['c:\contoso\BY PARAMETER\'], excluded_processes: ["TWO.EXE"] }`,
    ],
  },
  {
    kind: "scheduled_task",
    parameters: 'param folder: string = "Contoso"',
    statements: String.raw`
      ensure scheduled_task('\Contoso\Inventory') { enabled: false }
      ensure scheduled_task("\\${"$"}{folder}\\By parameter") { enabled: true, definition: "<Task><Settings/></Task>" }
      each name in ["one", "two"] { ensure scheduled_task("\\${"$"}{name}") absent }`,
    deviations: [
      "os.build: 20348",
      String.raw`scheduled_task('\contoso\BY PARAMETER') { enabled: false }
        scheduled_task('\two') { enabled: true }`,
    ],
  },
  {
    kind: "registry_key",
    parameters: 'param place: string = "Parameter"',
    statements: String.raw`
      ensure registry_key('HKEY_LOCAL_MACHINE\SOFTWARE\Contoso\Literal\Deep') present
      ensure registry_key("HKLM\\SOFTWARE\\Contoso\\${"$"}{place}") present
      each name in ["one", "two"] { ensure registry_key("HKLM\\SOFTWARE\\Contoso\\${"$"}{name}", view: 32) present }
      ensure registry_key('HKLM\SOFTWARE\Contoso\Owned', view: 32) { owner: "SYSTEM" }
      ensure registry_key('HKLM\SOFTWARE\Fabrikam') absent`.replaceAll('${"$"}', "$"),
    deviations: [
      "os.build: 20348",
      String.raw`registry_key('HKLM\SOFTWARE\Fabrikam\Deep') present
        registry_key('HKLM\SOFTWARE\Contoso\Owned', view: 32) { owner: "Users" }
        registry_value('HKLM\SOFTWARE\Fabrikam', "a") { data: 1 }`,
    ],
  },
  {
    kind: "environment_variable",
    parameters: 'param place: string = "BY_PARAMETER"',
    statements: String.raw`
      ensure environment_variable("LITERAL") { value: "a" }
      ensure environment_variable(place) { value: "%SystemRoot%\\x" }
      each name in ["ONE", "TWO"] { ensure environment_variable(name) { value: "d" } }
      ensure environment_variable("Path") { includes: ['C:\Contoso\bin', '%ProgramData%\Contoso'], excludes: ['C:\Old'] }
      ensure environment_variable("GONE") absent
      each u in profile() { ensure environment_variable("PERSON", scope: user) { value: "p" } }`,
    deviations: [
      "os.build: 20348",
      String.raw`environment_variable("LITERAL") { value: "x" }
        environment_variable("by_parameter") { value: "x" }
        environment_variable("TWO") { value: "x" }
        environment_variable("Path") { includes: ['C:\Windows', 'C:\Old'] }
        environment_variable("GONE") { value: "x" }`,
    ],
  },
  {
    kind: "appx_package",
    parameters: 'param place: string = "Contoso.ByParameter"',
    statements: `
      ensure appx_package("Contoso.Literal") absent
      ensure appx_package(place) absent
      each name in ["Contoso.One", "Contoso.Two"] { ensure appx_package(name) absent }
      ensure appx_package("Contoso.NewUsers", scope: new_users) absent
      ensure appx_package("Contoso.People", scope: existing_users) absent
      each u in profile() { ensure appx_package("Contoso.Person", scope: user) absent }`,
    deviations: [
      `appx_package("contoso.literal") { provisioned: true, installed: false }
        appx_package("Contoso.ByParameter") { several_versions: true }
        appx_package("Contoso.Two") { provisioned: false, users: ['CONTOSO\\bob'] }
        appx_package("Contoso.NewUsers") { installed: true }
        appx_package("Contoso.People") { provisioned: true }
        appx_package("Contoso.Person") { provisioned: true }`,
    ],
  },
  {
    kind: "local_group",
    parameters: "param place: account = '.\\By parameter'\n  param who: account = 'CONTOSO\\svc'",
    statements: String.raw`
      ensure local_group("S-1-5-32-555") { includes: ["Everyone", who], excludes: ['CONTOSO\bob'] }
      ensure local_group(place) { description: "By parameter", includes: [who] }
      each one in ['.\One', '.\Two'] { ensure local_group(one) { only: ['CONTOSO\ann'] } }
      ensure local_group('.\Gone') absent`,
    deviations: [
      String.raw`local_group("Remote Desktop Users") { members: ['CONTOSO\bob', "S-1-5-21-4-5-6-7"], named: "Remotedesktopbenutzer" }`,
      String.raw`local_group('.\By parameter') { description: "x", members: ["S-1-5-21-4-5-6-7"] }
        local_group('.\Two') { members: ["Everyone", "S-1-12-1-4-5-6-7"] }
        local_group('.\Gone') { members: ['CONTOSO\ann'] }`,
    ],
  },
  {
    kind: "local_user",
    parameters: "param place: string = '.\\by parameter'\n  param word: secret = secret.env(\"WORD\")",
    statements: String.raw`
      ensure local_user("Guest") { enabled: false, description: "Nobody" }
      ensure local_user(place) { password_never_expires: true, password: word }
      each one in ['.\one', '.\two'] { ensure local_user(one) { enabled: false, full_name: "One of them", may_change_password: false, password: word } }
      ensure local_user('.\gone') absent`,
    deviations: [
      String.raw`local_user("Guest") { enabled: true, named: "Gast" }`,
      String.raw`local_user('.\by parameter') { password_never_expires: false }
        local_user('.\two') { enabled: true, full_name: "x" }
        local_user('.\gone') { enabled: true }`,
    ],
  },
  {
    kind: "certificate",
    parameters: `param old: string = "${"c".repeat(40)}"`,
    statements: `
      each thumbprint in ["${"a".repeat(40)}", "${"B".repeat(40)}"] { ensure certificate(thumbprint, store: ca) absent }
      ensure certificate(old, store: trusted_people) absent`,
    deviations: [
      `certificate("${"A".repeat(40)}", store: ca) present`,
      `certificate("${"B".repeat(40)}", store: ca) { has_private_key: true }
        certificate("${"C".repeat(40)}", store: trusted_people) { expires_in: 1d }`,
    ],
  },
  {
    kind: "firewall_profile",
    parameters: "param inward: firewall_profile.inbound = block",
    statements: `
      each name in ["domain", "private", "public"] { ensure firewall_profile(name) { enabled: true, inbound: inward } }
      ensure firewall_profile("public") { notify: false, outbound: block }`,
    deviations: [
      'firewall_profile("domain") { enabled: false }',
      `firewall_profile("private") { inbound: allow }
        firewall_profile("public") { inbound: block_all, notify: false }`,
    ],
  },
  {
    kind: "delivery_optimization",
    statements: 'with service("DoSvc") stopped { ensure delivery_optimization { verbose_logging: true } }',
    deviations: ["os.build: 20348"],
  },
  {
    kind: "time_zone",
    parameters: 'param place: time_zone.id = "Romance Standard Time"',
    statements: "ensure time_zone { id: place, automatic: false }",
    deviations: ['time_zone { id: "Pacific Standard Time" }', 'time_zone { id: "Romance Standard Time", automatic: true }'],
  },
  {
    kind: "service",
    parameters: 'param place: string = "W32Time"',
    statements: String.raw`
      ensure service("Spooler") { state: running, startup: automatic }
      ensure service(place) { state: running, startup: manual }
      each name in ["BITS", "wuauserv"] { ensure service(name) { state: stopped, startup: disabled } }
      ensure service("EventLog") { startup: automatic_delayed }
      ensure service("Fax") absent`,
    deviations: [
      String.raw`service("Spooler") { state: stopped, startup: disabled }
        service("W32Time") { state: stopped, startup: disabled }
        service("BITS") { state: running, startup: automatic }
        service("wuauserv") { state: running, startup: automatic_delayed }`,
      String.raw`service("Spooler") { state: starting, startup: manual }
        service("Fax") { state: running, startup: automatic }`,
    ],
  },
  {
    kind: "user_right",
    parameters: String.raw`param place: account = 'CONTOSO\ann'`,
    statements: String.raw`
      ensure user_right("SeServiceLogonRight") { includes: ['NT SERVICE\ALL SERVICES', place] }
      each who in ['CONTOSO\bob', 'BUILTIN\Guests'] { ensure user_right("SeDenyNetworkLogonRight") { includes: [who] } }
      ensure user_right("SeDebugPrivilege") { excludes: ['BUILTIN\Users'] }`,
    deviations: [
      String.raw`user_right("SeServiceLogonRight") { includes: ['BUILTIN\Users'] }
        user_right("SeDebugPrivilege") { includes: ['BUILTIN\Users', 'BUILTIN\Administrators'] }`,
    ],
  },
  {
    kind: "tls",
    outcome: "restart_needed",
    statements:
      'each version in ["1.0", "1.1"] { ensure tls(version) { client: off, server: off } }\nensure tls("1.2") { client: on, server: on }',
    deviations: [
      'tls("1.2") { client: off, server: off }',
      'tls("1.0") { client: on, server: on }\ntls("1.2") { client: off, server: on }',
    ],
  },
  {
    kind: "process",
    parameters: 'param place: string = "parameter"',
    statements:
      'ensure process("literal") absent\nensure process(place) absent\neach name in ["one", "two"] { ensure process(name) absent }',
    deviations: ['process("literal") { count: 2, window: closes }\nprocess("parameter") { count: 1 }\nprocess("two") { window: stays }'],
  },
  {
    kind: "package",
    parameters: "param place: path = '%ProgramData%\\Contoso\\parameter.msi'",
    statements: String.raw`
      ensure package("Literal") present { source: 'C:\Setup\literal.msi', ${SIGNED} }
      ensure package("Variable") present { source: '%ProgramData%\Setup\variable.msi', ${SIGNED} }
      ensure package("Parameter") present { source: place, ${SIGNED} }
      each name in ["One", "Two"] { ensure package(name) absent }`,
    deviations: ["os.build: 20348", 'package("One") { version: 1.0 }\npackage("Two") { version: 2.0 }'],
  },
  {
    kind: "file",
    parameters: "param source: path = '%ProgramData%\\Setup\\source.txt'",
    statements: String.raw`
      ensure file('C:\Contoso\copy.txt') present { source: '%ProgramData%\Setup\source.txt' }
      ensure file('%SystemRoot%\Contoso\copy.txt') present { source: source }
      ensure file('C:\Contoso\hash.txt') { source: 'C:\Setup\hash.txt', sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" }`,
    deviations: [
      String.raw`file('C:\ProgramData\Setup\source.txt') { content: "s" }
        file('C:\Setup\hash.txt') { content: "" }
        file('C:\Contoso\hash.txt') { content: "x" }`,
    ],
  },
  {
    kind: "registry_value",
    statements: String.raw`
      ensure registry_value('HKLM\SOFTWARE\Contoso', "") { data: "default" }
      ensure registry_value('HKLM\SOFTWARE\Contoso', "binary") { data: "0102ff", type: binary }
      ensure registry_value('HKLM\SOFTWARE\Contoso', "large") { data: 5000000000, type: qword }
      ensure registry_value('HKLM\SOFTWARE\Contoso', "highest") { data: 4294967295 }
      ensure registry_value('HKLM\SOFTWARE\Contoso', "bool") { data: true }
      ensure registry_value('HKLM\SOFTWARE\Contoso', "empty list") { data: [], type: multi_string }
      ensure registry_value('HKLM\SOFTWARE\Classes\Contoso', "view", view: 32) { data: 1 }
      ensure registry_value('HKLM\SYSTEM\CurrentControlSet\Services\Contoso', "shared", view: 32) { data: 1 }
      ensure registry_value('HKU\S-1-5-18\Software\Contoso', "user") { data: 1 }
      ensure registry_value('HKLM\SOFTWARE\Contoso\Sub*[x]', "w*[y]") { data: 1 }
      ensure registry_value('HKLM\SOFTWARE\Contoso\Sl/ash', "a/b") { data: "it's" }`,
    deviations: ["os.build: 20348"],
  },
  {
    kind: "service",
    statements: String.raw`
      ensure service("Spooler") { state: stopped }
      ensure service("Agent") { account: 'NT AUTHORITY\LocalService', state: running }
      ensure service("Own") { account: 'NT SERVICE\Own', state: running, startup: automatic_delayed }
      ensure service("Held") absent
      ensure service("Needs") { state: running }
      ensure service("Driver") { startup: disabled }`,
    deviations: [
      String.raw`service("Fax") { state: running, depends_on: ["Spooler"] }
        service("Agent") { state: running, account: 'NT AUTHORITY\SYSTEM' }
        service("Own") { state: stopped, startup: disabled, account: 'NT AUTHORITY\NetworkService' }
        service("Held") { state: running }
        service("Base") { state: stopped, startup: manual }
        service("Needs") { state: stopped, startup: manual, depends_on: ["Base"] }
        service("Driver") { state: stopped, startup: boot }`,
    ],
  },
  {
    kind: "package",
    parameters: 'param name: string = "Named"\nparam wanted: version = 3.1',
    statements: String.raw`
      ensure package("Old", version < 2.0) absent
      ensure package(name matches '^Contoso .*') absent
      ensure package("Bundle", version >= 2.0) present { source: 'C:\Setup\bundle.exe', arguments: ["/quiet"], ${SIGNED} }
      ensure package(name, version >= wanted) present { source: 'C:\Setup\named.msi', ${SIGNED}, provides: [service("NamedSvc")] }`,
    deviations: [
      "os.build: 20348",
      String.raw`package("Old") { version: 1.0 }
        package("Contoso A") { version: 1.0 }
        package("Contoso B") { version: 2.0 }
        package("Bundle") { version: 1.0 }
        package("Named") { version: 1.0 }`,
    ],
  },
  {
    kind: "environment_variable",
    statements: String.raw`
      ensure environment_variable("PATH") { includes: ['C:\A', 'c:\windows\system32'] }
      ensure environment_variable("EXPANDED") { value: "%ProgramFiles%\\x" }
      ensure environment_variable("PLAIN") { value: "100%" }
      each u in profile() { ensure environment_variable("Path", scope: user) { includes: ['C:\U'], excludes: ['C:\Old'] } }`,
    deviations: ['environment_variable("EXPANDED") { value: "y" }'],
  },
  {
    kind: "directory",
    parameters: String.raw`let jobs = directory('%SystemRoot%\Temp\Jobs', files: ["*.tmp"])`,
    statements: String.raw`
      check "jobs" { jobs.file_count == none or jobs.file_count == 0 } fix { clear jobs }
      check "service" { service("Spooler").process_id != 1200 } fix { restart service("Spooler") }
      check "program" { registry_value('HKLM\SOFTWARE\Contoso', "Set").data == 1 } fix { run program('%SystemRoot%\System32\reg.exe') { arguments: ["add"] } }
      with service("W32Time"), process("tool") stopped { ensure file('%SystemRoot%\Temp\x.txt') { content: "1" } }`,
    deviations: [
      String.raw`directory('C:\Windows\Temp\Jobs', files: ["*.tmp"]) { file_count: 3 }
        registry_value('HKLM\SOFTWARE\Contoso', "Set") { data: 0 }
        registry_value('HKLM\SOFTWARE\Contoso', "Set") { data: 1, set_by: '%SystemRoot%\System32\reg.exe' }
        process("tool") { count: 1 }`,
    ],
  },
];

const titleOf = (i: number): string => `deviation ${i + 1}`;

function write({ parameters = "", statements, deviations, outcome = "succeeded" }: Conformance): string {
  const scenarios = deviations.map(
    (given, i) =>
      `scenario "${titleOf(i)}" for conforms {\n  given {\n    ${given}\n  }\n  expect detect noncompliant\n  expect fix ${outcome}\n}\n`,
  );
  return `remedy conforms {\n  title: "Conforms"\n  version: 1.0.0\n  targets: [intune.remediation]\n  ${parameters}\n  step only "Only" {\n    ${statements}\n  }\n}\n${scenarios.join("\n")}`;
}

let runner: RecipeRunner;
beforeAll(async () => {
  runner = await startRecipeRunner();
});
afterAll(() => {
  runner.close();
});

describe.each(KINDS.map((one) => ({ ...one, name: one.kind })))("$name", (one) => {
  let recipe: CompiledRecipe;
  beforeAll(async () => {
    recipe = await compileRecipeText(write(one));
  });

  test.each(one.deviations.map((given, i) => ({ title: titleOf(i), given })))("$given", async ({ title }) => {
    expect(await runner.failuresOf(recipe, title, "intune.remediation")).toEqual([]);
  });
});

test("every kind that can be ensured is among them", () => {
  const kinds = Object.values(catalog.kinds).filter((kind) => kind.ensure !== "none");
  expect([...new Set(KINDS.map(({ kind }) => kind))].sort()).toEqual(kinds.map(({ name }) => name).sort());
});
