import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChanges } from "../../src/simulator/attribution.ts";
import { createService } from "../../src/simulator/healthy-machine.ts";
import { createHealthyMachine } from "../../src/simulator/machine.ts";
import type { Machine, RegistryValue } from "../../src/simulator/machine.ts";
import { addFolder, addRegistryKey, setRegistryValue } from "../../src/simulator/tables.ts";
import { emit, inStep } from "../semantics/machine.ts";
import { startSimulation } from "./simulate.ts";
import type { SimulateOptions, Simulation, ToldResult } from "./simulate.ts";

/*
 * The journal of a run and -Rollback, from source to machine: the standalone script as it would be deployed, on a simulated machine.
 */

const DEMO = "HKLM\\SOFTWARE\\Demo";
const JOURNAL = "C:\\Program Files\\Remedyc\\sample\\journal1.jsonl";
const BACK: SimulateOptions = { parameters: { Rollback: true } };
const TELL: SimulateOptions = { parameters: { Rollback: true, WhatIf: true } };

let simulation: Simulation;
beforeAll(async () => {
  simulation = await startSimulation();
});
afterAll(() => simulation.close());

/** A standalone script with one step of these statements; gives a way to run it. */
async function script(body: string, head = ""): Promise<(machine: Machine, options?: SimulateOptions) => Promise<ToldResult>> {
  const path = simulation.write(await emit(inStep(body, head), "standalone"));
  return (machine, options) => simulation.runFile(machine, path, options);
}

function machine(...changes: readonly ((machine: Machine) => void)[]): Machine {
  const made = createHealthyMachine();
  for (const change of changes) change(made);
  return made;
}

const value =
  (name: string, one: RegistryValue, key = DEMO) =>
  (made: Machine): void =>
    setRegistryValue(made, key, name, one);

const file =
  (path: string, content: string, part: Partial<Machine["files"][string]> = {}) =>
  (made: Machine): void => {
    addFolder(made, path.slice(0, path.lastIndexOf("\\")));
    made.files[path] = { content, encoding: "utf8", written: 1000, ...part };
  };

const service =
  (name: string, part: Parameters<typeof createService>[1]) =>
  (made: Machine): void => {
    made.services[name] = createService(name, part);
  };

/** What differs but for the numbers that the service control manager gives anew, and times of files. */
function differences(before: Machine, after: Machine): string[] {
  return findChanges(before, after)
    .filter(({ path }) => !["processId", "exitCode", "written"].includes(path[2] ?? ""))
    .map(({ path }) => path.join(" "));
}

function journal(result: ToldResult, path = JOURNAL): string[] {
  return (result.machine.files[path]?.content ?? "").split("\r\n").filter((line) => line !== "");
}

const OLD: Readonly<Record<string, RegistryValue>> = {
  number: { type: "DWord", data: -2 },
  long: { type: "QWord", data: 5_000_000_000 },
  text: { type: "String", data: "plain" },
  empty: { type: "String", data: "" },
  odd: { type: "String", data: "100% \"quoted\" 'single' <tag> \\ back\r\n\ttab é 漢 \u0001 " },
  date: { type: "String", data: "2026-01-01T00:00:00" },
  slash: { type: "String", data: "/Date(0)/" },
  expand: { type: "ExpandString", data: "%SystemRoot%\\x" },
  none: { type: "MultiString", data: [] },
  blank: { type: "MultiString", data: [""] },
  list: { type: "MultiString", data: ["a", "", "2026-01-01T00:00:00", "é"] },
  bytes: { type: "Binary", data: [0, 1, 255] },
  noBytes: { type: "Binary", data: [] },
  untyped: { type: "None", data: [7] },
  "2026-01-01T00:00:00": { type: "DWord", data: 5 },
  "": { type: "String", data: "default" },
};

describe("registry values come back", () => {
  const fills = (made: Machine): void => {
    for (const [name, one] of Object.entries(OLD)) setRegistryValue(made, DEMO, name, one);
  };
  const ensure = (state: (name: string) => string): string =>
    Object.keys(OLD)
      .map((name) => `ensure registry_value('${DEMO}', "${name}") ${state(name)}`)
      .join("\n");

  it.each([
    ["a DWORD", ensure(() => "{ data: 77 }")],
    ["a text", ensure(() => '{ data: "new" }')],
    ["a list, by the general functions", ensure(() => '{ data: ["x", "y"] }')],
    ["nothing", ensure(() => "absent")],
  ])("of every type, after a fix made each %s", async (_, body) => {
    const before = machine(fills);
    const run = await script(body);
    const fixed = await run(before);
    expect(fixed.exitCode, fixed.output.join("\n")).toBe(0);
    expect(differences(before, fixed.machine)).not.toEqual([]);
    const back = await run(fixed.machine, BACK);
    expect(back.output).toEqual([expect.stringMatching(/^UNDONE sample 1\.0\.0 \| 16 of 16 undone, of the run \S+$/)]);
    expect(back.exitCode).toBe(0);
    expect(back.machine.registry[DEMO]).toEqual(before.registry[DEMO]);
    expect(differences(before, back.machine)).toEqual([]);
  });

  it("where there were none, with the keys that were made for them", async () => {
    const before = machine();
    const run = await script(
      `ensure registry_value('${DEMO}\\A\\B', "x") { data: 1 }\nensure registry_value('${DEMO}\\A', "y", view: 32) { data: 1 }`,
    );
    const fixed = await run(before);
    expect(differences(before, fixed.machine).length).toBeGreaterThan(2);
    const back = await run(fixed.machine, BACK);
    expect([back.exitCode, differences(before, back.machine)]).toEqual([0, []]);
  });

  it("and of Schannel; the restart that they need is asked for again", async () => {
    const before = machine();
    const run = await script('ensure tls("1.0") { client: off }');
    const fixed = await run(before);
    expect(fixed.exitCode).toBe(3010);
    const back = await run(fixed.machine, BACK);
    expect(back.output).toEqual([expect.stringMatching(/^UNDONE .*; restart needed$/)]);
    expect([back.exitCode, differences(before, back.machine)]).toEqual([3010, []]);
  });

  it("but one of a type that .NET does not know is left and named", async () => {
    const before = machine(value("link", { type: "Unknown", data: null }));
    const run = await script(`ensure registry_value('${DEMO}', "link") { data: 1 }`);
    const back = await run((await run(before)).machine, BACK);
    expect(back.output).toEqual([
      expect.stringContaining("left: registry value HKLM\\SOFTWARE\\Demo link: it was of a type that cannot be written"),
    ]);
    expect(back.exitCode).toBe(20001);
  });
});

describe("registry keys come back", () => {
  it("one that was made goes where it is empty, and stays where others have put something in", async () => {
    const before = machine();
    const run = await script(`ensure registry_key('${DEMO}\\A') present`);
    const fixed = await run(before);
    const back = await run(fixed.machine, BACK);
    expect([back.exitCode, differences(before, back.machine)]).toEqual([0, []]);
    setRegistryValue(fixed.machine, `${DEMO}\\A`, "theirs", { type: "DWord", data: 1 });
    const kept = await run(fixed.machine, BACK);
    expect(kept.exitCode).toBe(20001);
    expect(kept.output[0]).toContain(
      "left: registry key HKLM\\SOFTWARE\\Demo\\A: it holds what others have put there; registry key HKLM\\SOFTWARE\\Demo: it holds",
    );
    expect(differences(fixed.machine, kept.machine)).toEqual([]);
  });

  it("one that was deleted has its values and all below it again", async () => {
    const before = machine(
      value("a", { type: "DWord", data: 1 }),
      value("b", { type: "Binary", data: [1] }, `${DEMO}\\One\\Two`),
      value("", { type: "String", data: "é" }, `${DEMO}\\Other`),
      (made) => void addRegistryKey(made, `${DEMO}\\Empty`),
    );
    const run = await script(`ensure registry_key('${DEMO}') absent`);
    const fixed = await run(before);
    expect(fixed.machine.registry[DEMO]).toBeUndefined();
    const back = await run(fixed.machine, BACK);
    expect([back.exitCode, differences(before, back.machine)]).toEqual([0, []]);
  });

  it("one with more than 1,000 keys and values is not kept, and is named", async () => {
    const before = machine((made) => {
      for (let i = 0; i < 1001; i++) setRegistryValue(made, DEMO, `v${i}`, { type: "DWord", data: i });
    });
    const run = await script(`ensure registry_key('${DEMO}') absent`);
    const fixed = await run(before);
    expect(fixed.exitCode).toBe(0);
    expect(journal(fixed)).toHaveLength(1);
    const back = await run(fixed.machine, BACK);
    expect(back.exitCode).toBe(20001);
    expect(back.output[0]).toContain("left: registry key HKLM\\SOFTWARE\\Demo: cannot be undone, too large to be kept");
  });
});

describe("user rights come back", () => {
  const SVC = "S-1-5-21-1004336348-1177238915-682003330-1201";
  it("given ones are taken, taken ones are given, and nobody else is touched", async () => {
    const before = machine((made) => {
      made.rights["SeBatchLogonRight"] = ["S-1-5-32-551", "S-1-5-32-544"];
    });
    const run = await script(
      `ensure user_right(SeServiceLogonRight) { includes: ["${SVC}"] }\nensure user_right(SeBatchLogonRight) { excludes: ["S-1-5-32-544"] }`,
    );
    const fixed = await run(before);
    expect([fixed.exitCode, fixed.output]).toEqual([0, [expect.stringContaining("FIXED")]]);
    expect(fixed.machine.rights["SeServiceLogonRight"]).toContain(SVC);
    // somebody else changes the same rights meanwhile
    fixed.machine.rights["SeServiceLogonRight"]?.push("S-1-5-11");
    const back = await run(fixed.machine, BACK);
    expect(back.exitCode).toBe(0);
    expect(back.machine.rights["SeServiceLogonRight"]).toEqual([...(before.rights["SeServiceLogonRight"] ?? []), "S-1-5-11"]);
    expect(back.machine.rights["SeBatchLogonRight"]).toEqual(before.rights["SeBatchLogonRight"]);
  });
});

describe("services come back", () => {
  it.each([
    ["disabled and stopped", { startType: "disabled", state: "stopped" }, "{ state: running, startup: automatic_delayed }"],
    ["by hand and running", { startType: "manual", state: "running" }, "{ state: stopped, startup: disabled }"],
    ["delayed and running", { startType: "automatic", delayed: true, state: "running" }, "{ state: stopped, startup: manual }"],
  ] as const)("one that was %s", async (_, part, state) => {
    const before = machine(service("Agent", part));
    const run = await script(`ensure service("Agent") ${state}`);
    const fixed = await run(before);
    expect([fixed.exitCode, fixed.output]).toEqual([0, [expect.stringContaining("FIXED")]]);
    const back = await run(fixed.machine, BACK);
    expect([back.exitCode, differences(before, back.machine), back.output[0]]).toEqual([0, [], expect.stringContaining("2 of 2 undone")]);
  });

  it("with those that depend on it and were stopped with it", async () => {
    const before = machine(
      service("Agent", { state: "running" }),
      service("Above", { state: "running", dependencies: ["Agent"] }),
      service("Idle", { dependencies: ["Agent"] }),
    );
    const run = await script('ensure service("Agent") { state: stopped }');
    const fixed = await run(before);
    expect(fixed.machine.services["Above"]?.state).toBe("stopped");
    const back = await run(fixed.machine, BACK);
    expect([back.exitCode, differences(before, back.machine)]).toEqual([0, []]);
  });

  it("with an account that needs no password; one that needs it is left and named", async () => {
    const before = machine(service("Agent", { account: "NT AUTHORITY\\LocalService", state: "running" }));
    const run = await script('ensure service("Agent") { account: "S-1-5-18" }');
    const fixed = await run(before);
    expect([fixed.exitCode, fixed.machine.services["Agent"]?.account]).toEqual([0, "LocalSystem"]);
    const back = await run(fixed.machine, BACK);
    expect([back.exitCode, differences(before, back.machine)]).toEqual([0, []]);
    const person = machine(service("Agent", { account: "CONTOSO\\svc" }));
    const left = await run((await run(person)).machine, BACK);
    expect(left.exitCode).toBe(20001);
    expect(left.output[0]).toContain("left: service account Agent: its account S-1-5-21-1004336348-1177238915-682003330-1201");
    expect(left.machine.services["Agent"]?.account).toBe("LocalSystem");
  });
});

it("a service that a killed run had stopped for a while runs again after a rollback", async () => {
  const start = machine(service("Agent", { state: "running" }));
  const run = await script(`with service("Agent") stopped { ensure registry_value('${DEMO}', "A") { data: 1 } }`);
  const whole = await run(start, { snapshots: true });
  const write = whole.effects.find((one) => one.function === "Write-RegistryValue")?.number;
  const killed = whole.snapshots.find(({ effect, moment }) => effect === write && moment === "after")?.machine ?? start;
  expect(killed.services["Agent"]?.state).toBe("stopped");
  const back = await run(killed, BACK);
  expect([back.exitCode, differences(start, back.machine)]).toEqual([0, []]);
});

describe("files and folders come back", () => {
  const PATH = "C:\\Data\\a.txt";
  it("written, replaced and deleted ones", async () => {
    const before = machine(file(PATH, "old\r\n"), file("C:\\Data\\gone.txt", "x"), file("C:\\Data\\empty.txt", ""));
    const run = await script(
      [
        `ensure file('${PATH}') { content: "new" }`,
        `ensure file('C:\\Data\\gone.txt') absent`,
        `ensure file('C:\\Data\\empty.txt') absent`,
        `ensure file('C:\\Data\\Deep\\Er\\n.txt') { content: "" }`,
        `ensure directory('C:\\Data\\Made\\Too') present`,
      ].join("\n"),
    );
    const fixed = await run(before);
    expect([fixed.exitCode, fixed.output]).toEqual([0, [expect.stringContaining("5 of 5 fixed")]]);
    const back = await run(fixed.machine, BACK);
    expect([back.exitCode, differences(before, back.machine)]).toEqual([0, []]);
  });

  it("one over 512 KB and one with rights of its own are not kept, and named", async () => {
    const rules = [{ sid: "S-1-5-18", rights: 0x1f01ff, allow: true, inheritOnly: false }];
    const before = machine(file(PATH, "x".repeat(512 * 1024 + 1)), file("C:\\Data\\own.txt", "x", { protected: true, rules } as object));
    const run = await script(`ensure file('${PATH}') absent\nensure file('C:\\Data\\own.txt') absent`);
    const back = await run((await run(before)).machine, BACK);
    expect(back.exitCode).toBe(20001);
    expect(back.output[0]).toContain(
      "left: file C:\\Data\\own.txt: cannot be undone, it had rights of its own; file C:\\Data\\a.txt: it was too large",
    );
  });

  it("never through a junction that was put there since", async () => {
    const run = await script(`ensure file('C:\\Data\\Sub\\a.txt') { content: "new" }`);
    const fixed = await run(machine(file("C:\\Data\\Sub\\a.txt", "old")));
    const folder = fixed.machine.folders["C:\\Data\\Sub"];
    if (folder) fixed.machine.folders["C:\\Data\\Sub"] = { ...folder, link: true };
    const back = await run(fixed.machine, BACK);
    expect(back.output[0]).toContain("C:\\Data\\Sub is a junction or link");
    expect(back.machine.files["C:\\Data\\Sub\\a.txt"]?.content).toBe("new");
  });
});

describe("what is done", () => {
  const body = `ensure registry_value('${DEMO}', "A") { data: 1 }\nensure registry_value('${DEMO}', "B") { data: 2 }`;
  const before = (): Machine => machine(value("A", { type: "DWord", data: 9 }), value("B", { type: "DWord", data: 9 }));

  it("nothing where somebody changed it since: that is left and named, the rest is undone", async () => {
    const run = await script(body);
    const fixed = await run(before());
    setRegistryValue(fixed.machine, DEMO, "B", { type: "DWord", data: 3 });
    const back = await run(fixed.machine, BACK);
    expect(back.exitCode).toBe(20001);
    expect(back.output).toEqual([
      expect.stringMatching(
        /^UNDONE sample 1\.0\.0 \| 1 of 2 undone, of the run \S+; left: registry value HKLM\\SOFTWARE\\Demo B: it was changed since$/,
      ),
    ]);
    expect(back.machine.registry[DEMO]?.values).toMatchObject({ A: { data: 9 }, B: { data: 3 } });
    const again = await run(back.machine, BACK);
    expect([again.exitCode, again.output]).toEqual([0, ["COMPLIANT sample 1.0.0 | there is no run to undo"]]);
  });

  it("nothing where the change is one that a comparison by language would not see", async () => {
    const run = await script(`ensure registry_value('${DEMO}', "A") { data: "x" }`);
    const fixed = await run(before());
    setRegistryValue(fixed.machine, DEMO, "A", { type: "String", data: "x\u00ad" });
    const back = await run(fixed.machine, BACK);
    expect([back.exitCode, back.output[0]]).toEqual([20001, expect.stringContaining("A: it was changed since")]);
    expect(back.machine.registry[DEMO]?.values["A"]?.data).toBe("x\u00ad");
  });

  it("with -WhatIf nothing but to say it, in the same words and order, also of one value that was written twice", async () => {
    const run = await script(
      `ensure registry_value('${DEMO}', "A") { data: 1 }\ncheck "b" { registry_value('${DEMO}', "B").data == 2 } fix { ensure registry_value('${DEMO}', "A") { data: 4 }\nensure registry_value('${DEMO}', "B") { data: 2 } }`,
    );
    const start = before();
    const fixed = await run(start);
    expect([fixed.exitCode, fixed.output]).toEqual([0, [expect.stringContaining("2 of 2 fixed")]]);
    const told = await run(fixed.machine, TELL);
    const order = ["B", "A", "A"].map((name) => `What if: undo: registry value HKLM\\SOFTWARE\\Demo ${name}`);
    expect(told.told).toEqual(order);
    expect([told.exitCode, told.output]).toEqual([
      1,
      [expect.stringMatching(/^NONCOMPLIANT sample 1\.0\.0 \| 3 of 3 would be undone, of the run \S+$/)],
    ]);
    expect(told.effects).toEqual([]);
    const back = await run(fixed.machine, BACK);
    expect([back.exitCode, differences(start, back.machine)]).toEqual([0, []]);
  });

  it("run by run, newest first; each says so, and the marks of tries go", async () => {
    const run = await script(body);
    const start = before();
    const first = await run(start);
    setRegistryValue(first.machine, DEMO, "B", { type: "DWord", data: 5 });
    const second = await run(first.machine);
    expect(second.output[0]).toContain("1 of 2 fixed");
    const own = "HKLM\\SOFTWARE\\Remedyc\\sample";
    setRegistryValue(second.machine, own, "Failed", { type: "String", data: "x" });
    setRegistryValue(second.machine, `${own}\\Session`, "Changed one.1", { type: "String", data: "x" });
    setRegistryValue(second.machine, `${own}\\Session`, "Stopped Spooler", { type: "String", data: "Spooler" });
    const one = await run(second.machine, BACK);
    expect(one.machine.registry[DEMO]?.values).toMatchObject({ A: { data: 1 }, B: { data: 5 } });
    const marks = one.machine.registry[own]?.values ?? {};
    expect(Object.keys(marks)).toEqual(["LastRun"]);
    expect(marks["LastRun"]?.data).toMatch(/^\S+ UNDONE sample /);
    expect(Object.keys(one.machine.registry[`${own}\\Session`]?.values ?? {})).toEqual(["Stopped Spooler"]);
    setRegistryValue(one.machine, DEMO, "B", { type: "DWord", data: 2 });
    const two = await run(one.machine, BACK);
    expect(differences(start, two.machine)).toEqual([]);
    expect((await run(two.machine, BACK)).output).toEqual(["COMPLIANT sample 1.0.0 | there is no run to undo"]);
  });

  it("for the five newest runs", async () => {
    const run = await script(`ensure registry_value('${DEMO}', "A") { data: 1 }`);
    let now = before();
    for (let old = 10; old < 17; old++) {
      setRegistryValue(now, DEMO, "A", { type: "DWord", data: old });
      now = (await run(now)).machine;
    }
    expect(Object.keys(now.files).filter((path) => path.includes("journal"))).toHaveLength(5);
    for (const old of [16, 15, 14, 13, 12]) {
      now = (await run(now, BACK)).machine;
      expect(now.registry[DEMO]?.values["A"]?.data).toBe(old);
      setRegistryValue(now, DEMO, "A", { type: "DWord", data: 1 });
    }
    expect((await run(now, BACK)).output[0]).toContain("there is no run to undo");
  });

  it("all the same where the run was killed, at any change", async () => {
    const run = await script(`${body}\nensure registry_value('${DEMO}\\New', "C") { data: 1 }`);
    const start = before();
    const whole = await run(start, { snapshots: true });
    const kills = whole.snapshots.filter(({ moment }) => moment !== "during");
    expect(kills.length).toBeGreaterThan(8);
    for (const { machine: killed, effect, moment } of kills) {
      const back = await run(killed, BACK);
      expect([effect, moment, back.exitCode, differences(start, back.machine)]).toEqual([effect, moment, 0, []]);
    }
  });

  it("all the same where the rollback itself was killed", async () => {
    const run = await script(`${body}\nensure registry_key('${DEMO}\\Gone') absent`);
    const start = machine(
      ...[before()].map((made) => (target: Machine) => void Object.assign(target, made)),
      value("x", { type: "DWord", data: 1 }, `${DEMO}\\Gone\\Sub`),
    );
    const fixed = await run(start);
    const undone = await run(fixed.machine, { ...BACK, snapshots: true });
    for (const { machine: killed, effect, moment } of undone.snapshots) {
      const back = await run(killed, BACK);
      expect([effect, moment, back.exitCode, differences(start, back.machine)]).toEqual([effect, moment, 0, []]);
    }
  });

  it("nothing where an undo fails: it is said, and can be tried again", async () => {
    const run = await script(body);
    const start = before();
    const fixed = await run(start);
    const key = addRegistryKey(fixed.machine, DEMO);
    fixed.machine.registry[DEMO] = { ...key, access: "read" };
    const failed = await run(fixed.machine, BACK);
    expect(failed.exitCode).toBe(1603);
    expect(failed.output[0]).toMatch(
      /^FAILED sample .* 0 of 2 undone, .*; failed: registry value HKLM\\SOFTWARE\\Demo B: .*; registry value HKLM\\SOFTWARE\\Demo A: /,
    );
    failed.machine.registry[DEMO] = key;
    const back = await run(failed.machine, BACK);
    expect([back.exitCode, differences(start, back.machine)]).toEqual([0, []]);
  });
});

describe("what cannot be undone is told by name", () => {
  it("of actions, beside what can", async () => {
    const run = await script(
      `check "b" { registry_value('${DEMO}', "B").data == 2 } fix { flush dns\nensure registry_value('${DEMO}', "B") { data: 2 } }`,
    );
    const start = machine(value("B", { type: "DWord", data: 9 }));
    const back = await run((await run(start)).machine, BACK);
    expect(back.exitCode).toBe(20001);
    expect(back.output[0]).toContain("1 of 2 undone");
    expect(back.output[0]).toContain("left: the cache of the DNS client was emptied: cannot be undone");
    expect(differences(start, back.machine)).toEqual([]);
  });

  it("of a kind that keeps nothing", async () => {
    const run = await script('ensure service("Agent") absent');
    const back = await run((await run(machine(service("Agent", {})))).machine, BACK);
    expect([back.exitCode, back.output[0]]).toEqual([20001, expect.stringContaining("left: service Agent was deleted: cannot be undone")]);
  });
});

describe("a journal that is not believed", () => {
  const body = `ensure registry_value('${DEMO}', "A") { data: 1 }`;
  const line = (...texts: readonly string[]): string => `${JSON.stringify(["run x", ...texts])}\r\n`;
  const entry = line("RegistryValue", "DWord 9", "DWord 1", DEMO, "A", "view64");
  const forged = async (content: string, change: (made: Machine) => void = () => undefined): Promise<ToldResult> => {
    const run = await script(body);
    const fixed = await run(machine(value("A", { type: "DWord", data: 9 })));
    const row = fixed.machine.files[JOURNAL];
    if (row) fixed.machine.files[JOURNAL] = { ...row, content };
    change(fixed.machine);
    const back = await run(fixed.machine, BACK);
    expect(back.machine.registry[DEMO]).toEqual(fixed.machine.registry[DEMO]);
    return back;
  };

  it.each([
    ["another kind", entry + line("Program", "", "", "C:\\x.exe"), "line 2 is of a kind that is not known here: Program"],
    [
      "a kind that these repairs do not write",
      entry + line("UserRight", "", "held", "SeTcbPrivilege", "S-1-1-0"),
      "line 2 is of a kind that is not known here",
    ],
    ["no JSON", `${entry}[oops\r\n`, "line 2 is no JSON"],
    ["an object", `${entry}{"kind":"RegistryValue"}\r\n`, "line 2 is no entry"],
    ["numbers", `${entry}["run x","RegistryValue","DWord 9","DWord 1",1,"A","view64"]\r\n`, "line 2 is no entry"],
    ["too few texts", entry + line("RegistryValue", "DWord 9"), "line 2 is no entry"],
    ["too many texts", entry + line("RegistryValue", "DWord 9", "DWord 1", DEMO, "A", "view64", "x"), "line 2 is no entry"],
    ["lists in lists", `${entry}["run x",["RegistryValue"],"DWord 9","DWord 1","x"]\r\n`, "line 2 is no entry"],
    ["two runs", entry + entry.replace("run x", "run y"), "line 2 is of another run"],
    ["a registry value of no view", entry + line("RegistryValue", "DWord 9", "DWord 1", DEMO, "A", "view"), "line 2 is no entry"],
    ["an empty line", `${entry}\r\n${entry}`, "line 2 is no"],
    ["no line at all", "x".repeat(100), "it does not begin as one"],
    ["a huge line", entry + line("Lost", "", "", "x".repeat(2_100_001)), "line 2 is too long"],
  ])("%s: refused, and nothing is undone", async (_, content, why) => {
    const back = await forged(content);
    expect([back.exitCode, back.output]).toEqual([
      1603,
      [expect.stringContaining(`nothing was undone, the journal ${JOURNAL} is not believed: ${why}`)],
    ]);
  });

  it.each([
    ["a link", { link: true }, "it is a link"],
    ["of another owner", { owner: "S-1-5-21-1-2-3-1001" }, "it belongs to S-1-5-21-1-2-3-1001"],
    [
      "one that others may write",
      { rules: [{ sid: "S-1-5-32-545", rights: 2, allow: true, inheritOnly: false }] },
      "it may be changed by S-1-5-32-545",
    ],
    ["a huge one", { size: 40 * 2 ** 20 }, "it is longer than any that this script writes"],
  ])("%s: refused, and nothing is undone", async (_, part, why) => {
    const back = await forged(entry, (made) => {
      const row = made.files[JOURNAL];
      if (row) made.files[JOURNAL] = { ...row, ...part };
    });
    expect([back.exitCode, back.output]).toEqual([1603, [expect.stringContaining(why)]]);
  });

  it("in a folder that is not ours: refused, with -WhatIf, too", async () => {
    const run = await script(body);
    const fixed = await run(machine(value("A", { type: "DWord", data: 9 })));
    const folder = fixed.machine.folders["C:\\Program Files\\Remedyc\\sample"];
    if (folder) fixed.machine.folders["C:\\Program Files\\Remedyc\\sample"] = { ...folder, owner: "S-1-5-21-1-2-3-1001" };
    for (const options of [BACK, TELL]) {
      const back = await run(fixed.machine, options);
      expect([back.exitCode, back.output]).toEqual([1603, [expect.stringContaining("belongs to S-1-5-21-1-2-3-1001")]]);
      expect(back.machine.registry[DEMO]).toEqual(fixed.machine.registry[DEMO]);
    }
  });

  it("whose last line was cut off: that change was never made, the others are undone", async () => {
    const run = await script(`${body}\nensure registry_value('${DEMO}', "B") { data: 1 }`);
    const start = machine(value("A", { type: "DWord", data: 9 }), value("B", { type: "DWord", data: 1 }));
    const fixed = await run(start);
    const row = fixed.machine.files[JOURNAL];
    if (row) fixed.machine.files[JOURNAL] = { ...row, content: `${row.content}["run 2026` };
    const back = await run(fixed.machine, BACK);
    expect([back.exitCode, differences(start, back.machine)]).toEqual([0, []]);
  });
});

describe("the journal", () => {
  const body = `ensure registry_value('${DEMO}', "A") { data: 1 }`;

  it("is not written by -WhatIf, nor where nothing is fixed", async () => {
    const run = await script(body);
    const told = await run(machine(), { parameters: { WhatIf: true } });
    expect(told.effects).toEqual([]);
    const compliant = await run(machine(value("A", { type: "DWord", data: 1 })));
    expect(Object.keys(compliant.machine.files).filter((path) => path.includes("journal"))).toEqual([]);
    const back = await run(machine(), BACK);
    expect([back.exitCode, back.output]).toEqual([0, ["COMPLIANT sample 1.0.0 | there is no run to undo"]]);
    const tell = await run(machine(), TELL);
    expect([tell.exitCode, tell.effects]).toEqual([0, []]);
  });

  it("must be there before the fix: where it cannot be written nothing is changed, and the item failed", async () => {
    const run = await script(body);
    const start = machine();
    const effects = (await run(start)).effects.filter((one) => one.function === "Add-JournalText");
    expect(effects.length).toBeGreaterThan(1);
    for (const { number } of effects) {
      const failed = await run(start, { fault: { kind: "fail", effect: number } });
      expect([failed.exitCode, failed.output]).toEqual([
        1603,
        [expect.stringContaining("not changed, since the journal cannot be written: ")],
      ]);
      expect(differences(start, failed.machine)).toEqual([]);
      expect((await run(failed.machine)).exitCode).toBe(0);
    }
  });

  it("holds no password", async () => {
    const run = await script('ensure service("Agent") { account: "CONTOSO\\\\svc", password: secret.env("AGENT_PASSWORD") }');
    const start = machine(service("Agent", { account: "LocalSystem" }), (made) => {
      made.variables.process["AGENT_PASSWORD"] = "Pa55-word-of-mine";
    });
    const fixed = await run(start);
    expect([fixed.exitCode, fixed.output]).toEqual([0, [expect.stringContaining("FIXED")]]);
    expect(journal(fixed).some((line) => line.includes('"ServiceAccount","S-1-5-18",'))).toBe(true);
    expect(journal(fixed).join("\n")).not.toContain("Pa55");
    const back = await run(fixed.machine, BACK);
    expect([back.exitCode, back.machine.services["Agent"]?.account]).toEqual([0, "LocalSystem"]);
  });

  it("is written by remediations, which have no -Rollback of their own", async () => {
    const text = await emit(inStep(body), "remediate");
    expect(text).toContain("function Add-Journal {");
    expect(text).not.toMatch(/rollback\(|Invoke-Rollback|function Undo-/i);
    const fixed = await simulation.runFile(machine(), simulation.write(text));
    expect(journal(fixed)).toHaveLength(2);
    const back = await (await script(body))(fixed.machine, BACK);
    expect([back.exitCode, differences(machine(), back.machine)]).toEqual([0, []]);
    for (const role of ["detect", "discover"] as const) expect(await emit(inStep(body), role)).not.toContain("Journal");
  });
});

describe("people", () => {
  it("a remedy of the user keeps its journal in the profile and undoes it there", async () => {
    const ann = "S-1-5-21-1004336348-1177238915-682003330-1103";
    const before = machine((made) => {
      made.host = { ...made.host, elevated: false, account: ann };
      made.specialFolders = {
        ...made.specialFolders,
        UserProfile: "C:\\Users\\ann",
        LocalApplicationData: "C:\\Users\\ann\\AppData\\Local",
      };
    });
    const run = await script(`ensure registry_value('HKCU\\Software\\Demo', "A") { data: 1 }`, "context: user");
    const fixed = await run(before);
    expect([fixed.exitCode, fixed.output]).toEqual([0, [expect.stringContaining("FIXED")]]);
    expect(journal(fixed, "C:\\Users\\ann\\AppData\\Local\\Remedyc\\sample\\journal1.jsonl")).toHaveLength(2);
    const back = await run(fixed.machine, BACK);
    expect([back.exitCode, back.output, differences(before, back.machine)]).toEqual([0, [expect.stringContaining("UNDONE")], []]);
  });

  it("the registry of each is undone while they are signed in, and later where they are not", async () => {
    const [ann, bob] = ["S-1-5-21-1004336348-1177238915-682003330-1103", "S-1-5-21-1004336348-1177238915-682003330-1104"];
    const before = machine();
    const run = await script(`each u in profile() { ensure registry_value('HKCU\\Software\\Demo', "A") { data: 1 } }`);
    const fixed = await run(before);
    expect([fixed.exitCode, fixed.output]).toEqual([0, [expect.stringContaining("2 of 2 fixed")]]);
    const back = await run(fixed.machine, BACK);
    expect(back.exitCode).toBe(1603);
    expect(back.output[0]).toContain(`the registry of the user ${bob} is not loaded; try again while this user is signed in`);
    expect(back.machine.registry[`HKU\\${ann}\\Software\\Demo`]).toBeUndefined();
    // bob signs in
    const hive = Object.entries(back.machine.hives).find(([path]) => path.includes("bob"));
    for (const [key, row] of Object.entries(hive?.[1].keys ?? {}))
      back.machine.registry[`HKU\\${bob}${key === "" ? "" : `\\${key}`}`] = row;
    const again = await run(back.machine, BACK);
    expect([again.exitCode, again.output]).toEqual([0, [expect.stringContaining("2 of 2 undone")]]);
    expect(again.machine.registry[`HKU\\${bob}\\Software\\Demo`]).toBeUndefined();
  });
});
