import type { Value } from "../../checker/value.ts";
import { giveFacts } from "../../simulator/given/facts.ts";
import { booleanOf, numberOf, textOf } from "../../simulator/given/given-item.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

export const simulated: SimulatedKind = {
  give: giveFacts({
    can_connect: (machine, value, given) => {
      const argument = (name: string): Value | undefined => given.arguments.find((one) => one.name === name)?.value;
      machine.network.endpoints[`${textOf(argument("target")) ?? ""}:${numberOf(argument("port")) ?? 0}`] = booleanOf(value) ?? true;
    },
  }),
};
