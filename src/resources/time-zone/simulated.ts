import { giveFacts, WINDOWS_CONTROL } from "../../simulator/given/facts.ts";
import { booleanOf, textOf } from "../../simulator/given/given-item.ts";
import { createService, createValue } from "../../simulator/healthy-machine.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { addRegistryKey, deleteRegistryKey, setRegistryValue } from "../../simulator/tables.ts";

const ZONES = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Time Zones";
const INFORMATION = `${WINDOWS_CONTROL}\\TimeZoneInformation`;
const POLICY = "HKLM\\SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\TimeLanguageSettings";

export const simulated: SimulatedKind = {
  give: giveFacts({
    id: (machine, value) => {
      addRegistryKey(machine, `${ZONES}\\${textOf(value) ?? ""}`);
      setRegistryValue(machine, INFORMATION, "TimeZoneKeyName", createValue(textOf(value) ?? ""));
    },
    automatic: (machine, value) => {
      machine.services["tzautoupdate"] = createService("tzautoupdate", { startType: booleanOf(value) === true ? "manual" : "disabled" });
    },
    known: (machine, value) => {
      if (booleanOf(value) === false) deleteRegistryKey(machine, ZONES);
    },
    policy: (machine, value) => {
      setRegistryValue(machine, POLICY, "ConfigureTimeZone", createValue(textOf(value) ?? ""));
    },
  }),
  know: (machine, member) => {
    if (/^UTC|\bTime\b/.test(member)) addRegistryKey(machine, `${ZONES}\\${member}`);
  },
  explains: ({ table, row, name }) =>
    (table === "registry" && row === INFORMATION.toLowerCase() && name === "timezonekeyname") ||
    (table === "services" && row === "tzautoupdate"),
};
