import type { Machine } from "../../simulator/machine.ts";
import { booleanOf, numberOf, pathOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

export const simulated: SimulatedKind = { give: giveProcess };

/** `process("chrome") { count: 2 }`, `process("x") absent` */
function giveProcess(machine: Machine, given: Given): undefined {
  const name = (textOf(given.key("name")) ?? "").replace(/\.exe$/i, "");
  for (const [id, process] of Object.entries(machine.processes))
    if (process.name.toLowerCase() === name.toLowerCase()) Reflect.deleteProperty(machine.processes, id);
  if (given.absent) return;
  const path = given.property("path") === undefined ? `C:\\Program Files\\${name}\\${name}.exe` : pathOf(machine, given.property("path"));
  const window = textOf(given.property("window")) === "closes" ? "closes" : textOf(given.property("window")) === "stays" ? "stays" : "none";
  for (let i = 0; i < (numberOf(given.property("count")) ?? 1); i++) {
    machine.processes[String(machine.nextProcess)] = {
      name,
      path,
      session: 1,
      started: machine.clock.now - 600_000 - i,
      window,
      protected: booleanOf(given.property("protected")) ?? false,
    };
    machine.nextProcess += 4;
  }
}
