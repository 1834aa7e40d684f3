import { names } from "../../coverage/staged-blocker.ts";
import type { StagedBlocker } from "../../coverage/staged-blocker.ts";

/** What may stand in the way of its fix, as far as a scenario can say it. */
export const stagedBlockers: readonly StagedBlocker[] = [
  {
    name: "the script has no right to it",
    why: /there is no right to (?:write to|delete)/,
    given: (ensure) =>
      ensure.presence === "absent" || names(ensure, "content", "source") ? { denied: { kind: "bool", value: true } } : undefined,
  },
  {
    name: "it is missing, and there is nothing to make it from",
    why: /names neither content nor source/,
    given: (ensure) =>
      ensure.presence === "present" && ensure.otherwise.length === 0 && !names(ensure, "content", "source") ? "absent" : undefined,
  },
];
