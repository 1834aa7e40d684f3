import { expect, test } from "vitest";
import type { Fault, SimulationRequest, SimulationResult } from "../../src/simulator/machine.ts";
import { createHealthyMachine } from "../../src/simulator/machine.ts";
import { waitingForNextDay } from "../../src/simulator/next-day.ts";

const HOUR = 3_600_000;
const tried = "BLOCKED x 1.0.0 | a: no job is stuck: its actions ran within the last 1d, they did not help: a person must look";
const spent = "BLOCKED x 1.0.0 | 3 runs failed in a row; not tried again for a day, or with -Force";

/** Runs whose summary lines are these, one after the other; gives the hours at which they ran. */
async function hoursOf(lines: readonly string[], fault: Fault | null = null): Promise<{ hours: number[]; last: string | undefined }> {
  const machine = createHealthyMachine();
  const hours: number[] = [];
  const windows = waitingForNextDay({
    run: (request: SimulationRequest): Promise<SimulationResult> => {
      const line = lines[hours.length] ?? "";
      hours.push((request.machine.clock.now - machine.clock.now) / HOUR);
      return Promise.resolve({
        exitCode: 1,
        output: [line],
        errors: [],
        failure: "",
        machine: request.machine,
        effects: [],
        calls: 0,
        story: [],
        snapshots: [],
      });
    },
  });
  const { output } = await windows.run({ machine, script: "x.ps1", parameters: {}, fault, restart: false });
  return { hours, last: output[0] };
}

test("a run that waits for a day is made again after that day, and no other", async () => {
  expect(await hoursOf(["FIXED x 1.0.0 | 1 of 1 fixed: a"])).toEqual({ hours: [0], last: "FIXED x 1.0.0 | 1 of 1 fixed: a" });
  expect(await hoursOf([tried, "FIXED"])).toEqual({ hours: [0, 25], last: "FIXED" });
  expect(await hoursOf([spent, "FIXED"])).toEqual({ hours: [0, 25], last: "FIXED" });
  expect(await hoursOf([tried.replace("1d", "90m"), "FIXED"])).toEqual({ hours: [0, 2.5], last: "FIXED" });
  expect(await hoursOf([tried], { kind: "fail", effect: 1 })).toEqual({ hours: [0], last: tried });
});

test("what waits again and again is blocked for good", async () => {
  expect((await hoursOf([tried, tried, tried, tried, "FIXED"])).last).toBe(tried);
});
