import type { StagedBlocker } from "../../coverage/staged-blocker.ts";

/** What may stand in the way of its fix, as far as a scenario can say it. */
export const stagedBlockers: readonly StagedBlocker[] = [
  {
    name: "Windows does not allow it to be removed",
    why: /Windows does not allow it to be removed/,
    given: ({ presence }) => (presence === "absent" ? { removable: { kind: "bool", value: false } } : undefined),
  },
];
