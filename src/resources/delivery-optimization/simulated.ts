import { giveFacts } from "../../simulator/given/facts.ts";
import { booleanOf } from "../../simulator/given/given-item.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { deleteRegistryValue, setRegistryValue } from "../../simulator/tables.ts";

const TRACE = "HKU\\S-1-5-20\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\DeliveryOptimization\\Trace";
const VALUES = { TraceFileSizeKBytes: 150_000, TraceFolderSizeKBytes: 200_000, TraceLevel_Override: 5 };

export const simulated: SimulatedKind = {
  give: giveFacts({
    verbose_logging: (machine, value) => {
      for (const [name, data] of Object.entries(VALUES)) {
        if (booleanOf(value) === true) setRegistryValue(machine, TRACE, name, { type: "DWord", data });
        else deleteRegistryValue(machine, TRACE, name);
      }
    },
  }),
  explains: ({ table, row }) => table === "registry" && row === TRACE.toLowerCase(),
};
