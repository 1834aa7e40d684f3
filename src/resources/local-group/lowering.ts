import { noteUse, text } from "../../powershell/lower/context.ts";
import type { KindLowering } from "../../powershell/lower/kind-lowering.ts";

/** A group of the computer may have to be made first, so its name is not looked up where it is named. Groups of Windows are never made: then no script holds how. */
export const lowering: KindLowering = {
  key: ({ value }, context) => {
    const account = value.kind === "constant" && value.value.kind === "account" ? value.value : undefined;
    if (account?.sid === undefined) noteUse(context, "local_group", "own");
    return account !== undefined && account.sid === undefined ? text(account.name) : undefined;
  },
};
