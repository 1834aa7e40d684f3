import { addAccount } from "../../simulator/accounts.ts";
import { giveFacts } from "../../simulator/given/facts.ts";
import { textOf } from "../../simulator/given/given-item.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

export const simulated: SimulatedKind = {
  give: giveFacts({
    name: (machine, value) => {
      const name = textOf(value) ?? "";
      machine.hardware.consoleUser = name;
      if (name !== "") addAccount(machine, name);
    },
  }),
  none: ["name"],
};
