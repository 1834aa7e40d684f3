import { wishOf } from "../../coverage/staged-blocker.ts";
import type { StagedBlocker } from "../../coverage/staged-blocker.ts";

/** What may stand in the way of its fix, as far as a scenario can say it. */
export const stagedBlockers: readonly StagedBlocker[] = [
  {
    name: "the right that denies it stands against it",
    why: /the denial supersedes the right/,
    given: (ensure) => {
      const included = wishOf(ensure, "includes");
      return included && { includes: { kind: "list", elements: [] }, denied: included };
    },
  },
];
