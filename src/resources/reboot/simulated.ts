import { addRegistryKey, deleteRegistryKey, deleteRegistryValue, setRegistryValue } from "../../simulator/tables.ts";
import { giveFacts, WINDOWS_CONTROL } from "../../simulator/given/facts.ts";
import { booleanOf } from "../../simulator/given/given-item.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

const WINDOWS = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion";

export const simulated: SimulatedKind = {
  give: giveFacts({
    pending: (machine, value) => {
      const key = `${WINDOWS}\\Component Based Servicing\\RebootPending`;
      if (booleanOf(value) === true) addRegistryKey(machine, key);
      else for (const gone of [key, `${WINDOWS}\\WindowsUpdate\\Auto Update\\RebootRequired`]) deleteRegistryKey(machine, gone);
    },
    file_renames: (machine, value) => {
      const key = `${WINDOWS_CONTROL}\\Session Manager`;
      if (booleanOf(value) === true)
        setRegistryValue(machine, key, "PendingFileRenameOperations", {
          type: "MultiString",
          data: ["\\??\\C:\\Windows\\Temp\\old.dll", ""],
        });
      else deleteRegistryValue(machine, key, "PendingFileRenameOperations");
    },
  }),
};
