import { beforeAll, describe, expect, it } from "vitest";
import type { Machine } from "../../src/simulator/machine.ts";
import { addRegistryKey, setRegistryValue } from "../../src/simulator/tables.ts";
import { emit, inStep } from "../semantics/machine.ts";
import { BACK, DEMO, differences, JOURNAL, journal, machine, service, standalone, TELL, value } from "./rollback-support.ts";
import { startSimulation } from "./simulate.ts";
import type { Simulation, ToldResult } from "./simulate.ts";

/* What -Rollback does with a whole run, and which journals it believes. */

let simulation: Simulation;
beforeAll(async () => {
  simulation = await startSimulation();
});

const script = (body: string, head?: string): ReturnType<typeof standalone> => standalone(simulation, body, head);

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
      expect([back.exitCode, back.output]).toEqual([
        1603,
        [expect.stringContaining("not for SYSTEM and Administrators alone (O:S-1-5-21-1-2-3-1001G:")],
      ]);
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

  it("nothing of a secret is told or kept: one that was made goes, whatever it holds by then", async () => {
    const before = machine(
      (made) => void (made.variables.process["TOKEN"] = "Hunter2-Zebra"),
      value("b", { type: "Binary", data: [104, 52] }),
    );
    const run = await script(
      `ensure registry_value('${DEMO}\\A', "a", view: 32) { secret: secret.env("TOKEN"), type: expand_string }\nensure registry_value('${DEMO}', "b") { secret: secret.env("TOKEN") }`,
    );
    const told = await run(before, { parameters: { WhatIf: true } });
    const fixed = await run(before);
    const row = { type: "String", data: "Hunter2-Zebra" };
    expect(fixed.machine.registry[DEMO]?.values["b"], fixed.output.join("\n")).toEqual(row);
    expect(differences(before, fixed.machine).length).toBeGreaterThan(2);
    expect(journal(fixed).join("\n")).toContain('"RegistrySecret","","there"');
    const logs = JSON.stringify([told.output, told.machine.files, fixed.output, fixed.machine.files]);
    expect(logs).not.toMatch(/Hunter2|68-34/);
    const place = Object.keys(fixed.machine.registry).find((key) => fixed.machine.registry[key]?.values["a"]);
    setRegistryValue(fixed.machine, place ?? "", "a", { type: "DWord", data: 5 });
    const back = await run(fixed.machine, BACK);
    expect(back.output).toEqual([
      expect.stringMatching(/^UNDONE .* left: registry value HKLM\\SOFTWARE\\Demo\\b .*was replaced: cannot be undone$/),
    ]);
    expect(back.exitCode).toBe(20001);
    expect(differences(before, back.machine).sort()).toEqual([`registry ${DEMO} values b data`, `registry ${DEMO} values b type`]);
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
    expect(text).toContain("function Add-Journal(");
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

  it("what new people get comes back: the default profile's registry is loaded, and unloaded again", async () => {
    const before = machine();
    const run = await script(`each u in profile(default: true) { ensure registry_value('HKCU\\Software\\Demo', "x") { data: 1 } }`);
    const fixed = await run(before);
    const hive = (made: Machine) => made.hives["C:\\Users\\Default\\NTUSER.DAT"]?.keys["Software\\Demo"];
    expect(hive(fixed.machine)?.values).toEqual({ x: { type: "DWord", data: 1 } });
    const back = await run(fixed.machine, BACK);
    expect(back.output).toEqual([expect.stringMatching(/^UNDONE sample 1\.0\.0 \| 2 of 2 undone/)]);
    expect(hive(back.machine)).toBeUndefined();
    expect(back.machine.mountedHives).toEqual({});
  });
});
