import { booleanOf, listOf, numberOf, pathOf, sidOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import type { Machine } from "../../simulator/machine.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { deleteRow, findRow, setRow } from "../../simulator/tables.ts";
import { createTask } from "../../simulator/tasks.ts";
import type { MachineTask, MachineTrigger } from "../../simulator/tasks.ts";

export const simulated: SimulatedKind = {
  give: giveScheduledTask,
  none: ["author", "run_as", "last_run_age", "last_result"],
  explains: ({ table, row }, { named }) => table === "tasks" && named.some((wish) => wish === "*" || wish === row),
};

/** `scheduled_task('\Contoso\Clean up') { enabled: false, last_run_age: 2d }` */
function giveScheduledTask(machine: Machine, given: Given): string | undefined {
  const path = textOf(given.key("path")) ?? "";
  if (given.absent) {
    deleteRow(machine.tasks, path);
    return undefined;
  }
  const task = findRow(machine.tasks, path) ?? createTask();
  const now = machine.clock.now;
  const runAs = given.property("run_as");
  const age = given.property("last_run_age");
  const result = given.property("last_result");
  task.enabled = booleanOf(given.property("enabled")) ?? task.enabled;
  task.author = given.property("author") === undefined ? task.author : (textOf(given.property("author")) ?? "");
  if (runAs !== undefined) task.account = runAs.kind === "none" ? "" : sidOf(machine, runAs);
  if (age !== undefined) task.lastRun = age.kind === "none" ? 0 : now - (numberOf(age) ?? 0);
  if (result !== undefined) {
    task.lastResult = (numberOf(result) ?? 0) | 0;
    task.lastRun = result.kind === "none" ? 0 : task.lastRun || now - 86_400_000;
  }
  giveSettings(machine, task, given);
  task.exitCode = (numberOf(given.property("exit_code")) ?? task.exitCode) | 0;
  task.duration = numberOf(given.property("duration")) ?? task.duration;
  const state = textOf(given.property("state"));
  if (state === "disabled") task.enabled = false;
  if (state === "running") {
    task.lastRun = now - 60_000;
    task.runsUntil = now + 86_400_000;
  }
  if (state === "queued" || state === "unknown") return `The simulated Windows cannot be given a task that is '${state}'.`;
  setRow(machine.tasks, path, task);
  return undefined;
}

/** What it starts and when: `{ program: 'C:\\Contoso\\clean.exe', daily_at: "03:00" }` are all of it. */
function giveSettings(machine: Machine, task: MachineTask, given: Given): void {
  const wanted = given.property("program");
  const program = wanted && pathOf(machine, wanted);
  if (program !== undefined) task.program = program;
  const words = given.property("arguments");
  if (program !== undefined || words !== undefined)
    task.arguments = listOf(words)
      .map((word) => textOf(word) ?? "")
      .join(" ");
  const daily = textOf(given.property("daily_at"));
  const every = numberOf(given.property("every"));
  const triggers: MachineTrigger[] = [];
  if (booleanOf(given.property("at_startup")) === true) triggers.push({ type: 8, start: "", every: "" });
  if (booleanOf(given.property("at_logon")) === true) triggers.push({ type: 9, start: "", every: "" });
  if (daily !== undefined) triggers.push({ type: 2, start: `2000-01-01T${daily}:00`, every: "" });
  if (every !== undefined) triggers.push({ type: 1, start: "2000-01-01T00:00:00", every: `PT${every / 1000}S` });
  if (triggers.length > 0) task.triggers = triggers;
  if (booleanOf(given.property("needs_password")) === true) task.password = true;
}
