import { expect, test } from "vitest";
import { deleteRegistryValue, setRegistryValue } from "../../src/simulator/tables.ts";
import { BACK, differences, machine, standalone } from "./rollback-support.ts";
import { startSimulation } from "./simulate.ts";

const WINDOWS = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
const TRACE = "HKU\\S-1-5-20\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\DeliveryOptimization\\Trace";

test.each([
  ["that was switched on", true, { TraceFileSizeKBytes: 300_000 }],
  ["that was switched off", false, { TraceFileSizeKBytes: 150_000, TraceFolderSizeKBytes: 200_000, TraceLevel_Override: 5 }],
] as const)("the logging of Delivery Optimization %s is as it was, with sizes that somebody else has set", async (_way, wished, values) => {
  const before = machine((made) => {
    setRegistryValue(made, WINDOWS, "CurrentBuildNumber", { type: "String", data: "19045" });
    for (const name of ["TraceFileSizeKBytes", "TraceFolderSizeKBytes", "TraceLevel_Override"]) deleteRegistryValue(made, TRACE, name);
    for (const [name, data] of Object.entries(values)) setRegistryValue(made, TRACE, name, { type: "DWord", data });
  });
  const run = await standalone(await startSimulation(), `ensure delivery_optimization { verbose_logging: ${wished} }`);
  const fixed = await run(before);
  expect([fixed.exitCode, fixed.output]).toEqual([0, [expect.stringContaining("1 of 1 fixed")]]);
  expect(differences(before, fixed.machine).length).toBeGreaterThan(1);
  const back = await run(fixed.machine, BACK);
  expect([back.exitCode, back.output]).toEqual([0, [expect.stringMatching(/^UNDONE sample 1\.0\.0 \| [23] of [23] undone, /)]]);
  expect(differences(before, back.machine)).toEqual([]);
});
