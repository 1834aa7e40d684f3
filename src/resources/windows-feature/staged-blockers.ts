import { wishOf } from "../../coverage/staged-blocker.ts";
import type { StagedBlocker } from "../../coverage/staged-blocker.ts";

/** What may stand in the way of its fix, as far as a scenario can say it. */
export const stagedBlockers: readonly StagedBlocker[] = [
  {
    name: "this Windows does not have it",
    why: /this Windows has none of that name/,
    given: (ensure) => {
      const enabled = wishOf(ensure, "enabled");
      return enabled?.kind === "bool" && enabled.value ? { missing: { kind: "bool", value: true } } : undefined;
    },
  },
];
