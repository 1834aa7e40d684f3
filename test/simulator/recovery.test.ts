import { describe, expect, test } from "vitest";
import { createHealthyMachine } from "../../src/simulator/healthy-machine.ts";
import type { Machine } from "../../src/simulator/machine.ts";
import { waitForNextRun } from "../../src/simulator/recovery.ts";

const LOG = "C:\\Windows\\Logs\\Remedyc\\spooler.log";
const MARKS = "HKLM\\SOFTWARE\\Remedyc\\spooler";

/** A machine so many milliseconds after a full minute. */
function machineAt(milliseconds: number, change: (machine: Machine) => void = () => undefined): Machine {
  const machine = createHealthyMachine();
  const minute = Math.ceil(machine.clock.now / 60_000) * 60_000;
  machine.clock.uptime += minute + milliseconds - machine.clock.now;
  machine.clock.now = minute + milliseconds;
  machine.policy.nextRefresh = minute + 3_600_000;
  change(machine);
  return machine;
}

const nextRun = (machine: Machine): Machine => waitForNextRun(machine, createHealthyMachine());

function areOne(one: Machine, other: Machine): boolean {
  return JSON.stringify(nextRun(one)) === JSON.stringify(nextRun(other));
}

function withLog(machine: Machine, content: string, path = LOG): void {
  machine.files[path] = { content, encoding: "utf8", written: machine.clock.now };
}

function withMark(machine: Machine, data: string): void {
  machine.registry[MARKS] = { values: { "Changed one.1": { type: "String", data } } };
}

describe("the next run", () => {
  test("begins at the next full minute, Windows running on", () => {
    const machine = machineAt(1500);
    const { clock } = nextRun(machine);
    expect([clock.now % 60_000, clock.now - machine.clock.now, clock.uptime - machine.clock.uptime]).toEqual([0, 58_500, 58_500]);
  });

  test.each<[string, (machine: Machine) => void]>([
    [
      "a service is on its way",
      (m) => Object.assign(m.services["Spooler"] ?? {}, { settles: { at: m.clock.now + 1500, state: "running", exitCode: 0 } }),
    ],
    [
      "an installer ends",
      (m) => m.jobs.push({ at: m.clock.now + 20_000, kind: "install", target: "C:\\a.msi", logFile: "", quietUntil: 0, process: 0 }),
    ],
    ["another installation ends", (m) => (m.installer.busyUntil = m.clock.now + 20_000)],
    ["Group Policy refreshes", (m) => (m.policy.nextRefresh = m.clock.now + 20_000)],
    ["Group Policy should have refreshed", (m) => (m.policy.nextRefresh = m.clock.now - 20_000)],
    ["a lock is released", (m) => (m.files["C:\\lock"] = { content: "", encoding: "utf8", written: 0, lockedUntil: m.clock.now + 20_000 })],
  ])("begins at once when meanwhile %s", (_what, change) => {
    const machine = machineAt(1500, change);
    expect(nextRun(machine).clock).toEqual(machine.clock);
  });

  test("does not wait for what lasts longer, or is over", () => {
    const machine = machineAt(1500, (m) => {
      m.jobs.push({ at: m.clock.now + 90_000, kind: "install", target: "C:\\a.msi", logFile: "", quietUntil: 0, process: 0 });
      m.installer.busyUntil = m.clock.now - 5;
    });
    expect(nextRun(machine)).toMatchObject({ jobs: machine.jobs, clock: { now: machine.clock.now + 58_500 } });
  });

  test("is a new process", () => {
    const killed = machineAt(0, (m) => {
      m.host.bits = 32;
      m.variables.process["Path"] = "C:\\changed";
    });
    const from = createHealthyMachine();
    expect([nextRun(killed).host, nextRun(killed).variables.process]).toEqual([from.host, from.variables.process]);
  });
});

describe("machines are one for the next run", () => {
  test("when one becomes the other by waiting", () => {
    expect(areOne(machineAt(10), machineAt(59_000))).toBe(true);
    expect(areOne(machineAt(10), machineAt(60_010))).toBe(false);
  });

  test("when only lines of the script's own log differ", () => {
    expect(
      areOne(
        machineAt(10, (m) => withLog(m, "a")),
        machineAt(20, (m) => withLog(m, "a\nb")),
      ),
    ).toBe(true);
  });

  test.each<[string, (machine: Machine) => void, (machine: Machine) => void]>([
    ["a log is not there", () => undefined, (m) => withLog(m, "a")],
    ["a log is long enough to be moved away", (m) => withLog(m, "a"), (m) => withLog(m, "a".repeat(1_048_577))],
    ["it is another program's log", (m) => withLog(m, "a", "C:\\Windows\\Logs\\b.log"), (m) => withLog(m, "b", "C:\\Windows\\Logs\\b.log")],
    ["a mark is not there", () => undefined, (m) => withMark(m, "1")],
    ["a mark says another time", (m) => withMark(m, "2026-01-01T00:00:00.001Z"), (m) => withMark(m, "2026-01-01T00:00:00.002Z")],
    ["a service is in another state", () => undefined, (m) => Object.assign(m.services["Spooler"] ?? {}, { state: "paused" })],
    [
      "an installer has more time left",
      (m) => m.jobs.push({ at: m.clock.now + 90_000, kind: "install", target: "C:\\a.msi", logFile: "", quietUntil: 0, process: 0 }),
      (m) => m.jobs.push({ at: m.clock.now + 90_001, kind: "install", target: "C:\\a.msi", logFile: "", quietUntil: 0, process: 0 }),
    ],
  ])("but not when %s", (_what, one, other) => {
    expect(areOne(machineAt(10, one), machineAt(10, other))).toBe(false);
  });
});
