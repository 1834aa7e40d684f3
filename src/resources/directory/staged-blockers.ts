import type { StagedBlocker } from "../../coverage/staged-blocker.ts";

/** What may stand in the way of its fix, as far as a scenario can say it. */
export const stagedBlockers: readonly StagedBlocker[] = [
  {
    name: "the script has no right to it",
    why: /there is no right to delete/,
    given: ({ presence }) => (presence === "absent" ? { denied: { kind: "bool", value: true } } : undefined),
  },
];
