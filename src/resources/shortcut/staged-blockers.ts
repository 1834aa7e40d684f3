import { names } from "../../coverage/staged-blocker.ts";
import type { StagedBlocker } from "../../coverage/staged-blocker.ts";

/** What may stand in the way of its fix, as far as a scenario can say it. */
export const stagedBlockers: readonly StagedBlocker[] = [
  {
    name: "it is missing, and there is nothing to make it from",
    why: /names no target for it/,
    given: (ensure) => (ensure.presence === "present" && !names(ensure, "target") ? "absent" : undefined),
  },
];
