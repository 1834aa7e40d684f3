import { pathOf } from "../../simulator/given/given-item.ts";
import { giveFacts } from "../../simulator/given/facts.ts";
import type { FactSetter } from "../../simulator/given/facts.ts";
import { addFolder } from "../../simulator/tables.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

/** `known_folder.public_desktop: 'D:\Public\Desktop'`: where somebody has moved it. */
const folder =
  (member: string): FactSetter =>
  (machine, value) => {
    const path = pathOf(machine, value);
    machine.specialFolders[member] = path;
    addFolder(machine, path);
  };

export const simulated: SimulatedKind = {
  give: giveFacts({
    public_desktop: folder("CommonDesktopDirectory"),
    public_documents: folder("CommonDocuments"),
    common_start_menu: folder("CommonStartMenu"),
    common_programs: folder("CommonPrograms"),
    common_startup: folder("CommonStartup"),
  }),
};
