import { giveFacts } from "../../simulator/given/facts.ts";
import { booleanOf, numberOf, textOf } from "../../simulator/given/given-item.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

export const simulated: SimulatedKind = {
  give: giveFacts({
    can_connect: ({ network }, value, { arguments: given }) => {
      const [target, port] = ["target", "port"].map((name) => given.find((one) => one.name === name)?.value);
      network.endpoints[`${textOf(target) ?? ""}:${numberOf(port) ?? 0}`] = booleanOf(value) ?? true;
    },
    has_wireless_adapter: ({ hardware }, value) => {
      hardware.wirelessAdapter = booleanOf(value) ?? true;
    },
    reaches: ({ network }, value, { arguments: given }) => {
      network.endpoints[textOf(given[0]?.value) ?? ""] = booleanOf(value) ?? true;
    },
  }),
};
