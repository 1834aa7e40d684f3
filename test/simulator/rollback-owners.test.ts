import { expect, test } from "vitest";
import type { AccessRule } from "../../src/simulator/files.ts";
import { addRegistryKey } from "../../src/simulator/tables.ts";
import { BACK, DEMO, differences, file, machine, standalone } from "./rollback-support.ts";
import { startSimulation } from "./simulate.ts";

const ace = (sid: string, rights: number, flags: number): AccessRule => ({ sid, rights, allow: true, inheritOnly: false, flags });
const inherited = (flags: number): AccessRule[] => ["S-1-5-18", "S-1-5-32-544"].map((sid) => ace(sid, 0x1f01ff, flags + 16));

test("what a folder was filled with and a shortcut go again, and what they replaced, attributes, owners and rights come back", async () => {
  const hash = "A".repeat(64);
  const before = machine(
    file("C:\\Data\\b.txt", "older"),
    file("C:\\Rights\\a.txt", "old", {
      attributes: 1,
      owner: "S-1-5-18",
      rules: [...inherited(0), ace("S-1-1-0", 0x120089, 16), ace("S-1-5-32-545", 0x1200a9, 16)],
    }),
    (made) => {
      const rules = [ace("S-1-1-0", 0x120089, 3), ...inherited(3), ace("S-1-5-32-545", 0x1200a9, 19)];
      Object.assign(made.folders["C:\\Rights"] ?? {}, { attributes: 0, rules });
    },
    file("C:\\Media\\app.zip", "", { sha256: hash, entries: ["b.txt", "bin/new.exe"] }),
  );
  const run = await standalone(
    await startSimulation(),
    String.raw`ensure directory('C:\Data') { source: 'C:\Media\app.zip', sha256: "${hash}" }
      ensure directory('C:\Rights') { hidden: true, owner: "CONTOSO\\ann", grants_modify: ["Users"], excludes: ["Everyone"] }
      ensure file('C:\Rights\a.txt') { content: "new", read_only: true, owner: "CONTOSO\\ann" }
      ensure shortcut('C:\Data\Links\app.lnk') { target: 'C:\Data\bin\new.exe' }`,
  );
  const fixed = await run(before);
  expect([fixed.exitCode, fixed.output]).toEqual([0, [expect.stringContaining("4 of 4 fixed")]]);
  expect(fixed.machine.files["C:\\Data\\b.txt"]?.content).toBe("b.txt");
  expect(fixed.machine.files["C:\\Rights\\a.txt"]).toMatchObject({
    content: "new",
    attributes: 1,
    owner: fixed.machine.accounts["CONTOSO\\ann"],
  });
  const back = await run(fixed.machine, BACK);
  expect([back.exitCode, differences(before, back.machine)]).toEqual([0, []]);
});

test("keys of the registry go back to those whom they belonged to, also in the other view", async () => {
  const before = machine((made) => {
    addRegistryKey(made, `${DEMO}\\A`).owner = "S-1-5-32-545";
  });
  const run = await standalone(
    await startSimulation(),
    `ensure registry_key('${DEMO}\\A') { owner: "SYSTEM" }\nensure registry_key('${DEMO}\\New', view: 32) { owner: "SYSTEM" }`,
  );
  const fixed = await run(before);
  expect([fixed.exitCode, fixed.machine.registry[`${DEMO}\\A`]?.owner]).toEqual([0, "S-1-5-18"]);
  const back = await run(fixed.machine, BACK);
  expect([back.exitCode, back.machine.registry[`${DEMO}\\A`]?.owner, differences(before, back.machine)]).toEqual([0, "S-1-5-32-545", []]);
});
