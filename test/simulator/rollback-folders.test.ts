import { expect, test } from "vitest";
import { BACK, differences, file, machine, standalone } from "./rollback-support.ts";
import { startSimulation } from "./simulate.ts";

test("what a folder was filled with and a shortcut go again, and what they replaced comes back", async () => {
  const hash = "A".repeat(64);
  const before = machine(
    file("C:\\Data\\b.txt", "older"),
    file("C:\\Media\\app.zip", "", { sha256: hash, entries: ["b.txt", "bin/new.exe"] }),
  );
  const run = await standalone(
    await startSimulation(),
    String.raw`ensure directory('C:\Data') { source: 'C:\Media\app.zip', sha256: "${hash}" }
      ensure shortcut('C:\Data\Links\app.lnk') { target: 'C:\Data\bin\new.exe' }`,
  );
  const fixed = await run(before);
  expect([fixed.exitCode, fixed.output]).toEqual([0, [expect.stringContaining("2 of 2 fixed")]]);
  expect(fixed.machine.files["C:\\Data\\b.txt"]?.content).toBe("b.txt");
  const back = await run(fixed.machine, BACK);
  expect([back.exitCode, differences(before, back.machine)]).toEqual([0, []]);
});
