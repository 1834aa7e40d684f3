import type { KindLowering } from "../../powershell/lower/kind-lowering.ts";

/** What events of Windows Installer mean is in scripts that may read one: where its source is asked for, or none, or one that only the device knows. */
export const lowering: KindLowering = {
  note: (resource, context) => {
    const source = resource.kind === "named" ? resource.keys.find((key) => key.name === "source")?.value : undefined;
    const isOther = source?.kind === "constant" && source.value.kind === "string" && source.value.value.toLowerCase() !== "msiinstaller";
    if (!isOther) context.uses.add("EventLog.Installer");
  },
};
