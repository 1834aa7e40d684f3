import { booleanOf, numberOf, sidOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import type { Machine } from "../../simulator/machine.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { deleteRow, findRow, setRow } from "../../simulator/tables.ts";
import { createTask } from "../../simulator/tasks.ts";

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
