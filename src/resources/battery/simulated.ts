import { createBattery } from "../../simulator/hardware.ts";
import type { MachineBattery } from "../../simulator/hardware.ts";
import { giveFacts } from "../../simulator/given/facts.ts";
import type { FactSetter } from "../../simulator/given/facts.ts";
import { booleanOf, numberOf } from "../../simulator/given/given-item.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

/** Its driver does not say how full it is. */
const UNKNOWN = -1;

export const simulated: SimulatedKind = {
  give: giveFacts({
    present: ({ hardware }, value) => {
      hardware.batteries = booleanOf(value) === false ? [] : [createBattery()];
    },
    charge: set((battery, percent) => (battery.charge = percent ?? UNKNOWN)),
    health: set((battery, percent) => (battery.full = percent === undefined ? 0 : battery.designed * (percent / 100))),
  }),
  none: ["charge", "health"],
};

function set(change: (battery: MachineBattery, percent: number | undefined) => unknown): FactSetter {
  return ({ hardware }, value) => {
    // What is not there has none of it.
    if (hardware.batteries.length === 0 && value.kind === "none") return;
    if (hardware.batteries.length === 0) hardware.batteries = [createBattery()];
    for (const battery of hardware.batteries) change(battery, value.kind === "none" ? undefined : numberOf(value));
  };
}
