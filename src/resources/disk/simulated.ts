import type { Machine } from "../../simulator/machine.ts";
import { giveFacts } from "../../simulator/given/facts.ts";
import { numberOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

const giveFree = giveFacts({
  free: (machine, value, given) => {
    setDrive(machine, given, () => numberOf(value) ?? 0);
  },
  free_percent: (machine, value, given) => {
    setDrive(machine, given, (total) => Math.ceil((total * (numberOf(value) ?? 0)) / 100));
  },
});

export const simulated: SimulatedKind = { give: (machine, given) => (given.absent ? takeDrive(machine, given) : giveFree(machine, given)) };

/** `disk("D:") absent` */
function takeDrive(machine: Machine, given: Given): undefined {
  Reflect.deleteProperty(machine.drives, driveOf(given));
}

function setDrive(machine: Machine, given: Given, free: (total: number) => number): void {
  const drive = driveOf(given);
  const total = machine.drives[drive]?.total ?? 120 * 2 ** 30;
  machine.drives[drive] = { free: free(total), total: Math.max(total, free(total)) };
}

function driveOf(given: Given): string {
  return (textOf(given.key("drive")) ?? "C:").slice(0, 2).toUpperCase();
}
