import { giveFacts } from "../../simulator/given/facts.ts";
import { listOf, numberOf, textOf } from "../../simulator/given/given-item.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

const LEVELS: Readonly<Record<string, number>> = { critical: 1, error: 2, warning: 3, information: 4, verbose: 5 };

export const simulated: SimulatedKind = {
  /** `event_log("System", source: "MsiInstaller").count(ids: [11708]): 3`: that many more, of the first of what is named. */
  give: giveFacts({
    count: (machine, value, given) => {
      const first = (name: string) => listOf(given.arguments.find((one) => one.name === name)?.value)[0];
      for (let left = numberOf(value) ?? 0; left > 0; left--)
        machine.events.push({
          log: textOf(given.key("log")) ?? "",
          source: textOf(given.key("source")) ?? "Contoso",
          id: numberOf(first("ids")) ?? 1,
          level: LEVELS[textOf(first("levels")) ?? "error"] ?? 2,
          time: machine.clock.now,
          values: [],
        });
    },
  }),
};
