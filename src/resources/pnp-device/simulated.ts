import { createDevice } from "../../simulator/hardware.ts";
import { booleanOf, numberOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import type { Machine } from "../../simulator/machine.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { deleteRow, findRow, setRow } from "../../simulator/tables.ts";

export const simulated: SimulatedKind = {
  missing: { word: "connected", value: false },
  give: giveDevice,
  none: ["friendly_name", "class"],
  explains: ({ table, row }, { named }) => table === "devices" && (named.includes(row) || named.includes("*")),
};

/** `pnp_device('USB\VID_046D&PID_0825\1') { class: "Camera", problem_code: 43 }` */
function giveDevice(machine: Machine, given: Given): string | undefined {
  const id = textOf(given.key("instance_id"));
  if (id === undefined) return "Say which device it is: pnp_device('USB\\…') { … }.";
  const connected = booleanOf(given.property("connected")) ?? true;
  const device = findRow(machine.devices, id) ?? createDevice();
  deleteRow(machine.devices, id);
  if (!connected) return undefined;
  for (const { name, value } of given.properties) {
    if (name === "friendly_name") device.name = textOf(value) ?? "";
    if (name === "class") device.class = textOf(value) ?? "";
    if (name === "problem_code") device.code = numberOf(value) ?? 0;
    if (name === "problem" && booleanOf(value) === true) device.code = 43;
    if (name === "enabled") device.code = booleanOf(value) === false ? 22 : device.code === 22 ? 0 : device.code;
    if (name === "needs_restart") device.needsRestart = booleanOf(value) ?? true;
    if (name === "refuses") device.refuses = booleanOf(value) ?? true;
    if (name === "restarts")
      device.restarts = textOf(value) === "fails" ? "fails" : textOf(value) === "helps" ? "helps" : "changes_nothing";
  }
  setRow(machine.devices, id, device);
  return undefined;
}
