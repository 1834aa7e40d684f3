import type { StagedBlocker } from "../../coverage/staged-blocker.ts";

/** What may stand in the way of its fix, as far as a scenario can say it. */
export const stagedBlockers: readonly StagedBlocker[] = [
  {
    name: "it is read-only",
    why: /there is no right to write to/,
    given: ({ presence }) => (presence === "absent" ? { access: { kind: "enum", member: "read" } } : undefined),
  },
];
