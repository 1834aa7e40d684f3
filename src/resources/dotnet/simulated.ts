import { createValue } from "../../simulator/healthy-machine.ts";
import { deleteRegistryValue, setRegistryValue } from "../../simulator/tables.ts";
import { giveFacts } from "../../simulator/given/facts.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

const NET = "HKLM\\SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v4\\Full";

/** Lowest Release number of each version; Microsoft, "Determine which .NET Framework versions are installed". */
const RELEASES: readonly (readonly [version: string, release: number])[] = [
  ["4.8.1", 533_320],
  ["4.8", 528_040],
  ["4.7.2", 461_808],
  ["4.7.1", 461_308],
  ["4.7", 460_798],
  ["4.6.2", 394_802],
  ["4.6.1", 394_254],
  ["4.6", 393_295],
  ["4.5.2", 379_893],
  ["4.5.1", 378_675],
  ["4.5", 378_389],
];

function compareVersions(left: readonly number[], right: readonly number[]): number {
  for (let i = 0; i < 4; i++) if ((left[i] ?? 0) !== (right[i] ?? 0)) return (left[i] ?? 0) - (right[i] ?? 0);
  return 0;
}

export const simulated: SimulatedKind = {
  give: giveFacts({
    version: (machine, value) => {
      if (value.kind === "none") {
        deleteRegistryValue(machine, NET, "Release");
        return;
      }
      const wanted = value.kind === "version" ? value.parts : [];
      const found = RELEASES.find(([version]) => compareVersions(version.split(".").map(Number), wanted) <= 0);
      setRegistryValue(machine, NET, "Release", createValue(found?.[1] ?? 0));
    },
  }),
};
