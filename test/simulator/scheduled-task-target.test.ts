import { beforeAll, expect, test } from "vitest";
import { setRegistryValue } from "../../src/simulator/tables.ts";
import type { Machine } from "../../src/simulator/machine.ts";
import { compileRecipeText } from "./recipe-support.ts";
import { DEMO, differences, machine, value } from "./rollback-support.ts";
import { startSimulation } from "./simulate.ts";
import type { SimulateOptions, Simulation, ToldResult } from "./simulate.ts";

/*
 * The target scheduled_task: the script as it would be deployed makes itself a task, and takes itself away. Of a script the simulated machine knows its name and version alone.
 */

const COPY = "C:\\Program Files\\Remedyc\\sample\\sample.ps1";
const TASK = "\\Remedyc\\sample";
const MARKS = "HKLM\\SOFTWARE\\Remedyc\\sample";

let simulation: Simulation;
const scripts = new Map<string, { readonly path: string; readonly text: string }>();
const textOf = (version: string): string => scripts.get(version)?.text ?? "";
beforeAll(async () => {
  simulation = await startSimulation();
  for (const version of ["1.0.0", "1.1.0"]) {
    const { outputs } = await compileRecipeText(`remedy sample {
  title: "A sample"
  version: ${version}
  targets: [scheduled_task]
  step one "One" { ensure registry_value('HKLM\\SOFTWARE\\Demo', "A") { data: 1 } }
}
`);
    expect(outputs.map(({ file }) => file)).toEqual(["scheduled_task/sample.ps1"]);
    const text = outputs[0]?.script.text ?? "";
    scripts.set(version, { path: simulation.write(text), text });
  }
});

type Parameters = SimulateOptions["parameters"];
const run = (made: Machine, parameters: Parameters, options: SimulateOptions & { readonly version?: string } = {}): Promise<ToldResult> =>
  simulation.runFile(made, scripts.get(options.version ?? "1.0.0")?.path ?? "", { ...options, parameters: { ...parameters } });

const unset = (): Machine => machine(value("A", { type: "DWord", data: 0 }));
const valueOf = ({ registry }: Machine): unknown => registry[DEMO]?.values["A"]?.data;

/** What a run leaves of the copy and the task: version, command line, triggers. */
function registered({ files, tasks }: Machine): unknown {
  const task = tasks[TASK];
  const starts = task?.triggers?.map(({ type, every }) => `${type} ${every}`.trim());
  return [files[COPY]?.content, task?.account, task?.enabled, `${task?.program} ${task?.arguments}`, starts];
}
const commandLine = (policy: string): string =>
  `C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe -NoProfile -NonInteractive -ExecutionPolicy ${policy} -File "${COPY}"`;
const asRegistered = (version = "1.0.0", policy = "Bypass", starts = ["1 PT1H"]): unknown => [
  `# sample ${version}`,
  "S-1-5-18",
  true,
  commandLine(policy),
  starts,
];

/** What differs besides the engine's own log, lock and marks. */
const changes = (before: Machine, after: Machine): string[] =>
  differences(before, after).filter((one) => !/Logs\\Remedyc|SOFTWARE\\Remedyc|Remedyc\\sample\\lock|^story|^clock/.test(one));
const said = ({ exitCode, output }: ToldResult): unknown => [exitCode, ...output];

test("registers, is there already, becomes another version, does its work, and takes itself away", async () => {
  const fresh = unset();
  const told = await run(fresh, { Register: true, WhatIf: true });
  expect(said(told)).toEqual([
    1,
    expect.stringContaining(
      `NONCOMPLIANT sample 1.0.0 | 2 of 2: register: file ${COPY} is missing; register: scheduled task ${TASK} is missing`,
    ),
  ]);
  expect([told.told.length, differences(fresh, told.machine)]).toEqual([2, []]);

  const first = await run(fresh, { Register: true });
  expect(said(first)).toEqual([0, "FIXED sample 1.0.0 | 2 of 2 fixed: register"]);
  expect(registered(first.machine)).toEqual(asRegistered());
  expect(valueOf(first.machine)).toBe(0);
  const second = await run(first.machine, { Register: true });
  expect(said(second)).toEqual([0, expect.stringMatching(/^COMPLIANT sample 1\.0\.0 \| 2 checks in /)]);
  expect(changes(first.machine, second.machine)).toEqual([]);

  const newer = await run(second.machine, { Register: true, Every: "4h", AtStartup: true }, { version: "1.1.0" });
  expect(said(newer)).toEqual([0, "FIXED sample 1.1.0 | 2 of 2 fixed: register"]);
  expect(registered(newer.machine)).toEqual(asRegistered("1.1.0", "Bypass", ["8", "1 PT4H"]));
  const worked = await run(newer.machine, {}, { version: "1.1.0" });
  expect(said(worked)).toEqual([0, "FIXED sample 1.1.0 | 1 of 1 fixed: one"]);
  expect(valueOf(worked.machine)).toBe(1);

  const tellsGoing = await run(worked.machine, { Unregister: true, WhatIf: true });
  expect([tellsGoing.exitCode, differences(worked.machine, tellsGoing.machine)]).toEqual([1, []]);
  const gone = await run(worked.machine, { Unregister: true });
  expect(said(gone)).toEqual([0, "FIXED sample 1.0.0 | 2 of 2 fixed: unregister"]);
  expect([gone.machine.tasks[TASK], gone.machine.files[COPY]]).toEqual([undefined, undefined]);
  const again = await run(gone.machine, { Unregister: true });
  expect(said(again)).toEqual([0, expect.stringMatching(/^COMPLIANT /)]);
  expect(changes(gone.machine, again.machine)).toEqual([]);
  // what the remedy did can still be undone, and the registration is no run of it
  const back = await run(again.machine, { Rollback: true });
  expect(said(back)).toEqual([0, expect.stringContaining("UNDONE sample 1.0.0 | 1 of 1 undone")]);
  expect(valueOf(back.machine)).toBe(0);
});

test("what is there and not as it should be is corrected; a signature counts once its publisher is trusted here", async () => {
  const { machine: made } = await run(unset(), { Register: true });
  const copy = made.files[COPY];
  if (!copy) throw new Error("there is no copy");
  copy.signature = { status: "Valid", subject: "CN=Contoso", thumbprint: "AB" };
  // nobody would answer PowerShell's question
  expect(said(await run(made, { Register: true }))).toEqual([0, expect.stringMatching(/^COMPLIANT /)]);

  const store = "HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\TrustedPublisher\\Certificates\\AB";
  for (const name of ["Subject", "Data"]) setRegistryValue(made, store, name, { type: "String", data: "CN=Contoso" });
  for (const name of ["NotAfter", "HasPrivateKey"]) setRegistryValue(made, store, name, { type: "DWord", data: 1 });
  const signed = await run(made, { Register: true });
  expect(said(signed)).toEqual([0, "FIXED sample 1.0.0 | 1 of 2 fixed: register"]);
  expect(registered(signed.machine)).toEqual(asRegistered("1.0.0", "AllSigned"));

  copy.rules = [{ sid: "S-1-5-32-545", rights: 0x1301bf, allow: true, inheritOnly: false, flags: 0 }];
  Object.assign(made.tasks[TASK] ?? {}, { enabled: false, program: "C:\\Windows\\notepad.exe" });
  const told = await run(made, { Register: true, WhatIf: true });
  expect(said(told)).toEqual([1, expect.stringMatching(/2 of 2: .* may be changed by .* starts 'C:\\Windows\\notepad.exe'/)]);
  const after = await run(made, { Register: true });
  expect(registered(after.machine)).toEqual(asRegistered());
  expect(after.machine.files[COPY]?.rules?.some(({ sid }) => sid === "S-1-5-32-545") ?? false).toBe(false);
});

test("a remedy that rests is registered all the same, and goes on resting", async () => {
  const made = unset();
  const fingerprint = /Fingerprint = '(\w{64})'/.exec(textOf("1.0.0"))?.[1] ?? "";
  const mark = `${fingerprint} 3 ${new Date(made.clock.now - 60_000).toISOString()} it was so`;
  setRegistryValue(made, MARKS, "Failed", { type: "String", data: mark });
  const after = await run(made, { Register: true, AtStartup: true });
  expect(said(after)).toEqual([0, "FIXED sample 1.0.0 | 2 of 2 fixed: register"]);
  expect(registered(after.machine)).toEqual(asRegistered("1.0.0", "Bypass", ["8"]));
  expect(said(await run(after.machine, {}))).toEqual([20001, expect.stringContaining("3 runs failed in a row")]);
});

test.each(["90s", "32d", "1h'; exit"])("-Every %s is refused before anything changes", async (every) => {
  const refused = await run(unset(), { Register: true, Every: every });
  expect(said(refused)).toEqual([1603, expect.stringContaining("parameter -Every: '")]);
  expect([refused.machine.tasks[TASK], refused.machine.files[COPY]]).toEqual([undefined, undefined]);
});

/** The fault at each effect that is not the engine's own; after each the same again must come to the same as without it. */
async function surviveFaults(before: Machine, parameters: Parameters): Promise<number> {
  const undisturbed = await run(before, parameters, { snapshots: true });
  const wanted = registered((await run(undisturbed.machine, parameters)).machine);
  const left: Machine[] = undisturbed.snapshots.map((snapshot) => snapshot.machine);
  for (const { number, about } of undisturbed.effects) {
    if (about !== "machine") continue;
    const disturbed = await run(before, parameters, { fault: { kind: "fail", effect: number } });
    expect(disturbed.exitCode, `effect ${number} fails`).toBe(1603);
    left.push(disturbed.machine);
  }
  const known = new Set<string>();
  for (const made of left) {
    const key = JSON.stringify([made.files, made.folders, made.tasks]);
    if (known.has(key)) continue;
    known.add(key);
    const recovered = await run(made, parameters);
    expect(recovered.exitCode).toBe(0);
    expect(registered(recovered.machine)).toEqual(wanted);
    expect(Object.keys(recovered.machine.files).filter((path) => path.includes("remedyc-new"))).toEqual([]);
  }
  return known.size;
}

test("killed or failing at any point, a second -Register or -Unregister comes to the same", async () => {
  expect(await surviveFaults(unset(), { Register: true })).toBeGreaterThan(6);
  const { machine: old } = await run(unset(), { Register: true });
  expect(await surviveFaults(old, { Unregister: true })).toBeGreaterThan(2);
});

test("a task of SYSTEM is nothing for a remedy of the signed-in user", async () => {
  const text =
    'remedy sample { title: "A"\nversion: 1.0.0\ncontext: user\ntargets: [scheduled_task]\nstep one "One" { require os.build > 1 else "x" } }';
  await expect(compileRecipeText(text)).rejects.toThrow("'context: user'");
});
