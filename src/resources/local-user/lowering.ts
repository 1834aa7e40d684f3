import { noteUse } from "../../powershell/lower/context.ts";
import type { KindLowering } from "../../powershell/lower/kind-lowering.ts";

/** Accounts of Windows are found by their number and never made, those of the computer by their name: a script holds what it asks for. */
export const lowering: KindLowering = {
  key: ({ value }, context) => {
    const name = value.kind === "constant" && value.value.kind === "string" ? value.value.value : undefined;
    if (name?.startsWith(".\\") !== false) noteUse(context, "local_user", "own");
    if (name?.startsWith(".\\") !== true) noteUse(context, "local_user", "built_in");
    return undefined;
  },
};
