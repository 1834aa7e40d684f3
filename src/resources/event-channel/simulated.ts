import { booleanOf, numberOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import type { Machine, MachineChannel } from "../../simulator/machine.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { findRow } from "../../simulator/tables.ts";

export const simulated: SimulatedKind = {
  give: giveEventChannel,
  explains: ({ table, row }, { named }) => table === "channels" && (named.includes(row) || named.includes("*")),
};

/** `event_channel("Application") { maximum_size: 20MB }`: the settings of this computer. Those of policies are registry values. */
function giveEventChannel(machine: Machine, given: Given): string | undefined {
  const name = textOf(given.key("name")) ?? "";
  if (given.property("file") !== undefined) return `The simulated Windows cannot be given 'file' of ${given.label}.`;
  const channel: MachineChannel = findRow(machine.channels, name) ?? {
    enabled: true,
    size: 1028 * 2 ** 10,
    mode: "circular",
    // Those that developers make for themselves are called so.
    direct: /\/(analytic|debug)$/i.test(name),
  };
  if (given.absent) channel.missing = true;
  for (const { name: property, value } of given.properties) {
    if (property === "known" && booleanOf(value) === false) channel.missing = true;
    if (property === "enabled") channel.enabled = booleanOf(value) ?? true;
    if (property === "direct") channel.direct = booleanOf(value) ?? true;
    if (property === "maximum_size") channel.size = numberOf(value) ?? channel.size;
    if (property === "mode") channel.mode = textOf(value) === "archive" ? "archive" : textOf(value) === "retain" ? "retain" : "circular";
  }
  machine.channels[name] = channel;
  return undefined;
}
