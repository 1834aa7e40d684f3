import { names } from "../../coverage/staged-blocker.ts";
import type { StagedBlocker } from "../../coverage/staged-blocker.ts";

/** What may stand in the way of its fix, as far as a scenario can say it. */
export const stagedBlockers: readonly StagedBlocker[] = [
  {
    name: "it is missing, and there is nothing to make it from",
    why: /does not say the direction and the action/,
    given: (ensure) => (ensure.presence === "present" && !names(ensure, "direction", "action") ? "absent" : undefined),
  },
];
