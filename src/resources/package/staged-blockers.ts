import { names } from "../../coverage/staged-blocker.ts";
import type { StagedBlocker } from "../../coverage/staged-blocker.ts";

/** What may stand in the way of its fix, as far as a scenario can say it. */
export const stagedBlockers: readonly StagedBlocker[] = [
  {
    name: "it is missing, and there is nothing to install it from",
    why: /names no source to install it from/,
    given: (ensure) => (ensure.presence === "present" && ensure.otherwise.length === 0 && !names(ensure, "source") ? "absent" : undefined),
  },
];
