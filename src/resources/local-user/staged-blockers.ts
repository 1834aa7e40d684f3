import { wishOf } from "../../coverage/staged-blocker.ts";
import type { StagedBlocker } from "../../coverage/staged-blocker.ts";

/** The accounts of which a policy of Windows says whether they are enabled. */
const OF_POLICIES = /^local user (?:Guest|Administrator)\b/i;

/** What may stand in the way of its fix, as far as a scenario can say it. */
export const stagedBlockers: readonly StagedBlocker[] = [
  {
    name: "a domain policy sets whether it is enabled",
    why: /the domain GPO '.*' sets that/,
    given: (ensure) => {
      const enabled = wishOf(ensure, "enabled");
      return enabled?.kind === "bool" && OF_POLICIES.test(ensure.resource.label)
        ? { enabled: { kind: "bool", value: !enabled.value }, policy: { kind: "string", value: "Contoso accounts" } }
        : undefined;
    },
  },
];
