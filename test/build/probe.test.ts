import { beforeAll, describe, expect, test } from "vitest";
import { readTemplateLibrary } from "../../src/build/generate.ts";
import { createProbe, findProbeGaps, readProbeSources } from "../../src/build/probe.ts";
import { findServiceSid } from "../../src/accounts/service-sid.ts";
import { createService } from "../../src/simulator/healthy-machine.ts";
import { createHealthyMachine } from "../../src/simulator/machine.ts";
import { createProduct } from "../../src/simulator/products.ts";
import { checkScripts, formatFindings } from "../powershell/gate.ts";
import { runScript } from "../powershell/host.ts";
import { createScratch } from "../simulator/scratch.ts";
import { startSimulation } from "../simulator/simulate.ts";
import type { Machine, SimulationResult } from "../../src/simulator/machine.ts";
import type { Simulation } from "../simulator/simulate.ts";

const library = readTemplateLibrary();
const sources = readProbeSources();
const script = createProbe(library, sources);
const platform = library.functions.filter((one) => one.layer === "platform").map((one) => one.name);

describe("the probe of the platform functions", () => {
  test("has exactly one probe of each, which calls it", () => {
    expect(platform.length).toBeGreaterThan(80);
    expect(findProbeGaps(library, sources)).toEqual([]);
  });

  test("a gap is told, and no script is made", () => {
    const { accounts = "", ...others } = sources.calls;
    const damaged = {
      ...sources,
      calls: { ...others, accounts: `${accounts.replace("Probe 'Get-UserSid'", "Probe 'Get-UserSit'")}Probe 'Get-Clock' { 'x' }\n` },
    };
    expect(findProbeGaps(library, damaged)).toEqual([
      "Get-UserSid has no probe in templates/probe/calls",
      "the probe 'Get-UserSit' is of no platform function",
      "Get-Clock has two probes",
      "the probe of Get-UserSit does not call it",
      "the probe of Get-Clock does not call it",
    ]);
    expect(() => createProbe(library, damaged)).toThrow("Get-UserSid has no probe");
  });

  test("holds the functions as compiled scripts hold them, and nothing that the linker leaves behind", () => {
    expect(script).not.toContain("#remedyc:");
    for (const name of platform) expect(script).toMatch(new RegExp(String.raw`^function ${name}(?:\(| \{)`, "m"));
    expect(script).toMatch(/^[\r\n\x20-\x7e]*$/);
  });

  test("passes the parser gate", async () => {
    expect(formatFindings(await checkScripts([{ name: "probe.ps1", text: script }]))).toBe("");
  }, 120_000);

  test("gives the right to the account of its own service", () => {
    expect(script).toContain(`Sid = '${findServiceSid("RemedycProbe") ?? ""}'`);
  });

  test("says in one line that it does not run here", async () => {
    const scratch = createScratch();
    const run = await runScript(scratch.put("probe.ps1", script), [], { timeLimitMs: 100_000 });
    scratch.remove();
    // On this system there is no Windows identity to ask.
    expect(run.stdout).toMatch(/^REFUSED: .+\r?\n$/);
    expect(run.exitCode).toBe(1);
  }, 120_000);
});

/** What the tables cannot answer, since the probe looks past them or they hold nothing of the kind. */
const BEYOND_TABLES = [
  ...[
    "Get-NativeType",
    "Open-RegistryKey",
    "Get-FolderApi",
    "Get-ProcessApi",
    "Get-LsaApi",
    "Get-NetApi",
    "Open-LsaPolicy",
    "Open-TaskFolder",
    "Open-Task",
    "Get-WlanApi",
    "Get-SecurityApi",
    "Write-Privilege",
    "Get-OpenAttribute",
    "Open-WlanSession",
  ], // below the boundary
  ...["Get-ProcessVariable", "Test-TcpPort", "Receive-WebFile", "Find-Process", "Get-OwnFileByte"], // the variable, ports, process and hard link are of the real machine
  ...["Get-ProgramOutput"], // no program of Windows tells anything there
  ...["Write-ErrorText"], // what it writes is kept in the book of the run
  ...["Invoke-ScriptText"], // no author's PowerShell runs there
  ...["Open-SourceFile", "Open-LockFile", "Open-NewFile"], // nothing is held open there by the script itself
  ...["Open-Archive", "Get-ArchiveSha256", "Write-ArchiveEntry"], // an archive there is a list of names
  ...["Get-UserRightHolder"], // every name may be a right there
];

function createProbeMachine(): Machine {
  const machine = createHealthyMachine();
  machine.rights["SeBackupPrivilege"] = ["S-1-5-32-544", "S-1-5-32-551"];
  const channel = { enabled: true, size: 1028 * 2 ** 10, mode: "circular", direct: false } as const;
  machine.wifi["Guest"] = { authentication: "open", connectionMode: "auto", groupPolicy: false };
  machine.channels = { Setup: channel, "Remedyc-None/Operational": { ...channel, missing: true } };
  const file = { content: "", encoding: "utf8", written: machine.clock.now } as const;
  for (const name of ["kernel32.dll", "ping.exe", "sc.exe", "reg.exe"])
    machine.files[`C:\\Windows\\System32\\${name}`] = { ...file, version: "10.0.17763.1" };
  machine.programs["C:\\Windows\\System32\\ping.exe"] = { exitCode: 0, duration: 59_000 };
  machine.programs["C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe"] = { exitCode: 20001, duration: 400 };
  // sc.exe as a setup that brings one service: programs of the simulation change nothing otherwise
  const service = createService("RemedycProbe", { displayName: "Remedyc probe", startType: "disabled" });
  const installs = createProduct({
    kind: "exe",
    name: "sc.exe create",
    version: "1.0.0.0",
    services: [{ name: "RemedycProbe", service, started: false }],
  });
  for (const product of Object.values(installs))
    for (const row of Object.values(product.services)) row.service.path = "C:\\Windows\\System32\\sc.exe";
  machine.media["C:\\Windows\\System32\\sc.exe"] = { kind: "exe", installs, outcome: { exitCode: 0, duration: 500, log: [] } };
  machine.hives["C:\\Program Files\\Remedyc.Probe\\saved.dat"] = { keys: { "": { values: { Number: { type: "DWord", data: 42 } } } } };
  machine.events.push({ log: "System", source: "EventLog", id: 6005, time: machine.clock.now - 60_000, values: ["started"] });
  return machine;
}

/** What a probe could leave behind; the product that stands for `sc.exe create` is the simulation's own. */
function withoutService({ registry, files, folders, services, rights, mountedHives }: Machine): unknown {
  const isProduct = (path: string): boolean => path.includes("sc.exe create");
  const others = (rows: object): unknown => Object.fromEntries(Object.entries(rows).filter(([path]) => !isProduct(path)));
  return {
    registry: others(registry),
    files: others(files),
    folders: Object.keys(folders)
      .filter((path) => !isProduct(path))
      .sort(),
    services,
    rights,
    mountedHives,
  };
}

describe("the probe on the simulated Windows", () => {
  let simulation: Simulation;
  let result: SimulationResult;
  const linesOf = (outcome: string): string[] => result.output.filter((line) => line.includes(`: ${outcome}`));
  const names = (lines: readonly string[]): string[] => lines.map((line) => line.slice(0, line.indexOf(":")));
  beforeAll(async () => {
    simulation = await startSimulation();
    result = await simulation.runFile(createProbeMachine(), simulation.write(script));
  }, 120_000);

  test("one line each, then how many", () => {
    expect(result.failure).toBe("");
    expect(names(result.output.slice(1, -1)).sort()).toEqual([...platform].sort());
    const counts = [platform.length, linesOf("reached").length, linesOf("not reached").length, linesOf("failed").length];
    expect(result.output.at(-1)).toBe(
      `${counts[0]} platform functions: ${counts[1]} reached, ${counts[2]} not reached, ${counts[3]} failed`,
    );
    expect(result.exitCode).toBe(1);
  });

  test("what the tables answer is what Windows must answer", () => {
    expect(linesOf("failed").filter((line) => !BEYOND_TABLES.includes(names([line])[0] ?? ""))).toEqual([]);
    expect(names(linesOf("failed")).sort()).toEqual([...BEYOND_TABLES].sort());
  });

  test("nothing of it is left, and nothing else was touched", () => {
    expect(withoutService(result.machine)).toEqual(withoutService(createProbeMachine()));
  });

  test("one that was killed is cleaned up by the next", async () => {
    const start = createProbeMachine();
    const { snapshots } = await simulation.runFile(start, simulation.write(script), { snapshots: true });
    const half = snapshots.find(
      ({ effect, moment, machine }) => effect >= 40 && moment === "after" && "C:\\Program Files\\Remedyc.Probe" in machine.folders,
    )?.machine;
    if (!half) throw new Error("no snapshot");
    const next = await simulation.runFile(half, simulation.write(script));
    expect(withoutService(next.machine)).toEqual(withoutService(start));
  }, 120_000);

  test("without administrator's rights it says so and does nothing", async () => {
    const machine = createProbeMachine();
    machine.host.elevated = false;
    const refused = await simulation.runFile(machine, simulation.write(script));
    expect(refused.output).toEqual(["REFUSED: it needs an elevated administrator or SYSTEM"]);
    expect(refused.exitCode).toBe(1);
    expect(refused.effects).toEqual([]);
  });
});
