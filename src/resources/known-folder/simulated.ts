import { createHealthyMachine } from "../../simulator/healthy-machine.ts";
import { pathOf } from "../../simulator/given/given-item.ts";
import { giveFacts } from "../../simulator/given/facts.ts";
import type { FactSetter } from "../../simulator/given/facts.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { addFolder } from "../../simulator/tables.ts";

/** What .NET calls them (Environment.SpecialFolder). */
const MEMBERS: Readonly<Record<string, string>> = {
  public_desktop: "CommonDesktopDirectory",
  public_documents: "CommonDocuments",
  common_start_menu: "CommonStartMenu",
  common_programs: "CommonPrograms",
  common_startup: "CommonStartup",
};

/** `known_folder.public_desktop: 'D:\Public\Desktop'`: where somebody has moved it. */
const folder =
  (member: string): FactSetter =>
  (machine, value) => {
    const path = pathOf(machine, value);
    machine.specialFolders[member] = path;
    addFolder(machine, path);
  };

export const simulated: SimulatedKind = {
  give: giveFacts(Object.fromEntries(Object.entries(MEMBERS).map(([name, member]) => [name, folder(member)]))),
  usual: (property) => {
    const path = createHealthyMachine().specialFolders[MEMBERS[property] ?? ""];
    return path === undefined ? undefined : { kind: "path", value: path };
  },
};
