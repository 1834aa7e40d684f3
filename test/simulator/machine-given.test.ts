import { beforeAll, describe, expect, it } from "vitest";
import { lowerScenario } from "../../src/plan/lower/scenario.ts";
import type { GivenItem } from "../../src/plan/scenario.ts";
import { applyGiven } from "../../src/simulator/given.ts";
import { createService } from "../../src/simulator/healthy-machine.ts";
import { createHealthyMachine } from "../../src/simulator/machine.ts";
import type { Machine } from "../../src/simulator/machine.ts";
import { createOutcome, createProduct } from "../../src/simulator/products.ts";
import { compileText } from "../plan/support.ts";
import { startSimulation } from "./simulate.ts";
import type { Simulation } from "./simulate.ts";

/** The items of a scenario's `given`. */
async function readItems(given: string): Promise<readonly GivenItem[]> {
  const remedy =
    'remedy sample {\n  title: "Sample"\n  version: 1.0.0\n  targets: [standalone]\n  step one "One" { ensure service("Spooler") { state: running } }\n}\n';
  const { program, diagnostics } = await compileText(
    `${remedy}scenario "s" for sample {\n  given {\n${given}\n  }\n  expect detect compliant\n}\n`,
  );
  expect(diagnostics.filter((one) => one.severity === "error").map((one) => one.message)).toEqual([]);
  const declaration = program.entry.declarations.find((one) => one.kind === "scenario");
  if (declaration === undefined) throw new Error("no scenario");
  return lowerScenario(program, declaration).steps.flatMap((step) => (step.kind === "given" ? step.items : []));
}

async function give(given: string, machine: Machine = createHealthyMachine()): Promise<Machine> {
  expect(applyGiven(machine, await readItems(given))).toEqual([]);
  return machine;
}

const windows = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";

describe("what a scenario gives", () => {
  it("of services: state, startup, account, and how they behave", async () => {
    const machine = await give(`
      service("Agent") { state: starting, startup: automatic_delayed, account: 'NT AUTHORITY\\NETWORK SERVICE', stop: hangs, without_right: hangs, depends_on: ["RpcSs"] }
      service("spooler") absent
      service("W32Time") { startup: disabled, state: stopped, marked_for_deletion: true }`);
    const agent = machine.services["Agent"];
    expect(agent).toMatchObject({
      state: "starting",
      startType: "automatic",
      delayed: true,
      account: "NT AUTHORITY\\NetworkService",
      stop: "hangs",
      withoutRight: "hangs",
      dependencies: ["RpcSs"],
    });
    expect(machine.processes[String(agent?.processId)]?.name).toBe("Agent");
    expect(machine.services["Spooler"]).toBeUndefined();
    expect(machine.processes["1200"]).toBeUndefined();
    expect(machine.services["W32Time"]).toMatchObject({ state: "stopped", startType: "disabled", deleteMarked: true, processId: 0 });
    // Other services live in the process that this one has left.
    expect(machine.processes["900"]).toBeDefined();
  });

  it("of packages: registered as their installer says, in the version that is given; absent: nothing of that name", async () => {
    const machine = await give(
      'package("Contoso Tool") { version: 2.1, installer: exe, publisher: "Contoso Ltd", view: 32 }\n package("Contoso App") { version: 1.0, cached_package: false, removal_exit_code: 3010 }',
    );
    expect(Object.values(machine.products).map(({ kind, name, version }) => [kind, name, version])).toEqual([
      ["exe", "Contoso Tool", "2.1"],
      ["msi", "Contoso App", "1.0"],
    ]);
    const tool = machine.registry["HKLM\\SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Contoso Tool"];
    expect(tool?.values["Publisher"]?.data).toBe("Contoso Ltd");
    const app = Object.values(machine.products)[1];
    expect([app?.removal.exitCode, machine.files[app?.cachedPackage ?? ""]]).toEqual([3010, undefined]);
    await give('package("contoso tool") absent', machine);
    expect(Object.values(machine.products).map((product) => product.name)).toEqual(["Contoso App"]);
    expect(Object.keys(machine.registry).filter((key) => key.endsWith("Contoso Tool"))).toEqual([]);
  });

  it("of packages of one name: each of another sort, view or code is one more", async () => {
    const machine = await give(
      'package("App") { installer: exe }\n package("App") { installer: msi, view: 64 }\n package("App") { installer: msi, view: 32, product_code: "{11111111-2222-4333-8444-555555555555}" }\n package("App") { installer: exe, version: 2.0 }',
    );
    expect(Object.values(machine.products).map(({ kind, version }) => [kind, version])).toEqual([
      ["msi", "1.0.0.0"],
      ["msi", "1.0.0.0"],
      ["exe", "2.0"],
    ]);
  });

  it("of people: signed in or not, and what their hives hold", async () => {
    const machine = await give(`
      profile(name == "eve") { signed_in: true }
      profile(name == "bob") { signed_in: true }
      profile(name == "ann") { signed_in: false }
      profile(name == "TEMP") { temporary: true, readable: false }
      registry_value('HKCU\\Software\\Contoso', "A") { data: 1, profile: "eve" }
      registry_value('HKCU\\Software\\Contoso', "A") { data: 2, profile: "ann" }
      environment_variable("X", scope: user) { value: "y", profile: "ann" }
      registry_value('HKCU\\Software\\Contoso', "A") { data: 3 }`);
    const sidOf = (name: string): string => machine.accounts[`CONTOSO\\${name}`] ?? "";
    const software = (root: string): unknown => machine.registry[`${root}\\Software\\Contoso`]?.values["A"]?.data;
    expect([`HKU\\${sidOf("eve")}`, `HKU\\${sidOf("bob")}`, `HKU\\${sidOf("ann")}`, "HKU\\S-1-5-18"].map(software)).toEqual([
      1,
      undefined,
      undefined,
      3,
    ]);
    expect(Object.keys(machine.registry).some((key) => key.startsWith(`HKU\\${sidOf("ann")}`))).toBe(false);
    expect(machine.registry[`HKU\\${sidOf("bob")}\\Environment`]?.values["TEMP"]).toBeDefined();
    expect(Object.keys(machine.hives)).toEqual([
      "C:\\Users\\Default\\NTUSER.DAT",
      "C:\\Users\\ann\\NTUSER.DAT",
      "C:\\Users\\TEMP\\NTUSER.DAT",
    ]);
    const { keys } = machine.hives["C:\\Users\\ann\\NTUSER.DAT"] ?? { keys: {} };
    expect([keys["Software\\Contoso"]?.values["A"]?.data, keys["Environment"]?.values["X"]?.data]).toEqual([2, "y"]);
    expect(machine.hives["C:\\Users\\TEMP\\NTUSER.DAT"]?.refuses).toBeDefined();
    await give('profile(name == "ann") absent\n profile(name == "eve") absent', machine);
    expect(Object.keys(machine.hives)).toEqual(["C:\\Users\\Default\\NTUSER.DAT", "C:\\Users\\TEMP\\NTUSER.DAT"]);
    expect(software(`HKU\\${sidOf("eve")}`)).toBeUndefined();
  });

  it("of a person who is not there, or of what is nobody's: said", async () => {
    const problems = applyGiven(
      createHealthyMachine(),
      await readItems(`
      registry_value('HKCU\\Software\\Contoso', "A") { data: 1, profile: "eve" }
      registry_key('HKLM\\SOFTWARE\\Contoso') { profile: "ann" }
      environment_variable("X") { value: "y", profile: "ann" }`),
    );
    expect(problems.map(({ text }) => text)).toEqual([
      "Nobody has a profile 'eve': give it first, profile(name == \"eve\").",
      "'profile' says whose HKCU it is, and the key is another one.",
      "'profile' says whose variable it is, and this one is the machine's.",
    ]);
  });

  it("of a package and service that a setup file installs: they are those, and the bundle takes its chain along", async () => {
    const machine = createHealthyMachine();
    const chain = createProduct({
      kind: "msi",
      name: "Agent",
      version: "2.0.0.0",
      services: [{ name: "AgentSvc", service: createService("AgentSvc", { account: "NT SERVICE\\AgentSvc" }) }],
    });
    machine.media["C:\\Setup.exe"] = {
      kind: "bundle",
      installs: createProduct({ kind: "bundle", name: "Package", version: "2.0.0.0", chain }),
      outcome: createOutcome(),
    };
    await give(
      'package("Package") { version: 1.0 }\n package("Agent") { version: 2.0.0.0 }\n service("AgentSvc") { state: stopped }',
      machine,
    );
    const [key = ""] = Object.keys(chain);
    expect(machine.services["AgentSvc"]?.account).toBe("NT SERVICE\\AgentSvc");
    const bundle = Object.values(machine.products).find((product) => product.name === "Package");
    expect([bundle?.kind, bundle?.version, Object.keys(bundle?.chain ?? {})]).toEqual(["bundle", "1.0", [key]]);
    expect(Object.keys(machine.products[key]?.services ?? {})).toEqual(["AgentSvc"]);
  });

  it("of programs: what they make of a registry value, which stays as it is until they run", async () => {
    const machine = await give(`
      registry_value('HKLM\\SOFTWARE\\Contoso', "Plan") { data: "slow" }
      registry_value('HKLM\\SOFTWARE\\Contoso', "Plan") { data: "fast", set_by: '%SystemRoot%\\System32\\plan.exe', set_with: "/fast" }
      program('%SystemRoot%\\System32\\plan.exe') { duration: 5s }`);
    const path = "C:\\Windows\\System32\\plan.exe";
    expect(machine.files[path]).toBeDefined();
    expect(machine.registry["HKLM\\SOFTWARE\\Contoso"]?.values["Plan"]?.data).toBe("slow");
    expect(machine.programs[path]).toEqual({
      exitCode: 0,
      duration: 1000,
      answers: [{ arguments: null, exitCode: 0, duration: 5000, output: "", outputSize: 0, after: null }],
      sets: [{ arguments: "/fast", key: "HKLM\\SOFTWARE\\Contoso", name: "Plan", value: { type: "String", data: "fast" } }],
    });
    const [item] = await readItems(`registry_value('HKLM\\SOFTWARE\\Contoso', "Plan") { data: "fast", set_with: "/fast" }`);
    expect(item && applyGiven(machine, [item]).map((problem) => problem.text)).toEqual([
      "'set_with' are the arguments of the program that 'set_by' names, and there is no 'set_by'.",
    ]);
  });

  it("of user rights: holders by SID, denials, and the policy that owns them", async () => {
    const machine = await give(
      `user_right("SeServiceLogonRight") { includes: ['NT SERVICE\\ALL SERVICES', 'CONTOSO\\svc', 'CONTOSO\\new'], denied: ['BUILTIN\\Guests'], policy: "Baseline", policy_includes: ['BUILTIN\\Administrators'] }`,
    );
    expect(machine.rights["SeServiceLogonRight"]).toEqual([
      "S-1-5-80-0",
      "S-1-5-21-1004336348-1177238915-682003330-1201",
      machine.accounts["CONTOSO\\new"],
    ]);
    expect(machine.rights["SeDenyServiceLogonRight"]).toEqual(["S-1-5-32-546"]);
    const policy = machine.policy.rights["SeServiceLogonRight"];
    expect([machine.policy.objects[policy?.object ?? ""], policy?.accounts]).toEqual(["Baseline", ["S-1-5-32-544"]]);
  });

  it("of the registry: values with their types, views, keys, policies, TLS", async () => {
    const machine = await give(`
      registry_value('HKLM\\SOFTWARE\\Contoso', "N") { data: 1 }
      registry_value('HKLM\\SOFTWARE\\Contoso', "L", view: 32) { data: ["a", "b"] }
      registry_value('HKLM\\SOFTWARE\\Contoso', "B") { data: "01 ff", type: binary, policy: "Baseline" }
      registry_value('HKCU\\Software\\Contoso', "S") { data: "x" }
      registry_key('HKLM\\SOFTWARE\\Closed') { access: read }
      registry_key('HKLM\\SOFTWARE\\Hidden') { access: denied }
      registry_key('HKLM\\SOFTWARE\\Microsoft\\PowerShell') absent
      tls("1.2") { client: off }`);
    expect(machine.registry["HKLM\\SOFTWARE\\Contoso"]?.values).toEqual({
      N: { type: "DWord", data: 1 },
      B: { type: "Binary", data: [1, 255] },
    });
    expect(machine.registry["HKLM\\SOFTWARE\\WOW6432Node\\Contoso"]?.values).toEqual({ L: { type: "MultiString", data: ["a", "b"] } });
    expect(machine.registry["HKU\\S-1-5-18\\Software\\Contoso"]?.values["S"]?.data).toBe("x");
    expect(machine.registry["HKLM\\SOFTWARE\\Closed"]?.access).toBe("read");
    expect(machine.registry["HKLM\\SOFTWARE\\Hidden"]?.access).toBe("none");
    expect(machine.registry["HKLM\\SOFTWARE\\Microsoft\\PowerShell\\3\\PowerShellEngine"]).toBeUndefined();
    expect(
      machine.registry["HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client"]?.values,
    ).toEqual({ Enabled: { type: "DWord", data: 0 }, DisabledByDefault: { type: "DWord", data: 1 } });
    expect(machine.policy.registry.map((setting) => setting.name)).toEqual(["B"]);
  });

  it("of files, folders and processes", async () => {
    const machine = await give(`
      file('%ProgramData%\\Contoso\\a.cfg') { content: "x", age: 2h, version: 1.2, in_use: true }
      directory('C:\\Jobs', files: ["*.spl"]) { file_count: 3, oldest_file_age: 3h }
      directory('C:\\Windows\\Logs') absent
      process("chrome") { count: 2 }`);
    expect(machine.files["C:\\ProgramData\\Contoso\\a.cfg"]).toMatchObject({
      content: "x",
      written: machine.clock.now - 7_200_000,
      version: "1.2.0.0",
      inUse: true,
    });
    expect(
      Object.entries(machine.files)
        .filter(([path]) => path.startsWith("C:\\Jobs\\"))
        .map(([path, file]) => [path, machine.clock.now - file.written]),
    ).toEqual([
      ["C:\\Jobs\\file1.spl", 10_800_000],
      ["C:\\Jobs\\file2.spl", 0],
      ["C:\\Jobs\\file3.spl", 0],
    ]);
    expect(machine.folders["C:\\Windows\\Logs"]).toBeUndefined();
    expect(Object.values(machine.processes).filter((process) => process.name === "chrome")).toHaveLength(2);
  });

  it("of a setup file: how it ends", async () => {
    const machine = createHealthyMachine();
    machine.media["C:\\Setup.exe"] = { kind: "exe", installs: {}, outcome: createOutcome() };
    await give(`file('C:\\Setup.exe') { exit_code: 1603, log: ["Error 1303."], duration: 5m }`, machine);
    expect(machine.media).toMatchObject({ "C:\\Setup.exe": { outcome: { exitCode: 1603, log: ["Error 1303."], duration: 300_000 } } });
  });

  it("of the machine as a whole", async () => {
    const machine = await give(`
      os.build: 19045
      os.product_type: workstation
      dotnet.version: 4.7.1
      reboot.pending: true
      computer.is_domain_joined: false
      computer.memory: 2GB
      powershell.machine_policy: all_signed
      network.can_connect("login.example", 443): false
      disk("C:").free: 1GB
      computer { installer_busy_for: 10m, policy_readable: false, cim_readable: false }
      powershell { bits: 32, elevated: false, account: 'CONTOSO\\ann' }`);
    expect(machine.registry[windows]?.values).toMatchObject({
      CurrentBuildNumber: { data: "19045" },
      InstallationType: { data: "Client" },
    });
    expect(machine.registry["HKLM\\SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v4\\Full"]?.values["Release"]?.data).toBe(461_308);
    expect(machine.registry["HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending"]).toBeDefined();
    expect(machine.registry["HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\PowerShell"]?.values).toEqual({
      EnableScripts: { type: "DWord", data: 1 },
      ExecutionPolicy: { type: "String", data: "AllSigned" },
    });
    expect(machine.computer).toMatchObject({ domainJoined: false, memoryModules: [2 * 2 ** 30], cimReadable: false });
    expect([machine.network.endpoints, machine.drives["C:"]?.free, machine.policy.readable]).toEqual([
      { "login.example:443": false },
      2 ** 30,
      false,
    ]);
    expect(machine.installer.busyUntil).toBe(machine.clock.now + 600_000);
    expect(machine.host).toMatchObject({ bits: 32, elevated: false, account: "S-1-5-21-1004336348-1177238915-682003330-1103" });
    expect(machine.specialFolders["LocalApplicationData"]).toBe("C:\\Users\\ann\\AppData\\Local");
  });

  it("that no machine can be is told", async () => {
    const items = await readItems('process("x") { count: 1 }');
    const [item] = items;
    if (item === undefined) throw new Error("no item");
    const dns: GivenItem = { ...item, resource: { ...item.resource, resourceKind: "dns", label: "dns" }, properties: [] };
    expect(applyGiven(createHealthyMachine(), [dns]).map((problem) => problem.text)).toEqual([
      "The simulated Windows cannot be given dns.",
    ]);
  });
});

describe("a given machine, read by a compiled script's functions", () => {
  let simulation: Simulation;
  beforeAll(async () => {
    simulation = await startSimulation();
  });

  it("is what was given", async () => {
    const machine = await give(
      'service("Agent") { state: starting }\n package("App") { version: 1.2.3.4 }\n process("chrome") { count: 2 }',
    );
    const run = await simulation.run(
      machine,
      `
      Wait-Moment -Milliseconds 60000
      (Get-ServiceStatus -Name 'Agent').State
      @(Find-UninstallEntry -View 64 | ForEach-Object { $_.DisplayName })
      @(Find-Process -Name 'chrome').Count`,
    );
    expect(run.output).toEqual(["starting", "App", "2"]);
  });
});
