import { names } from "../../coverage/staged-blocker.ts";
import type { StagedBlocker } from "../../coverage/staged-blocker.ts";

/** What may stand in the way of its fix, as far as a scenario can say it. */
export const stagedBlockers: readonly StagedBlocker[] = [
  {
    name: "a domain policy sets its members",
    why: /its members are set by the domain GPO/,
    given: (ensure) => (names(ensure, "includes") ? { policy: { kind: "string", value: "Contoso groups" } } : undefined),
  },
];
