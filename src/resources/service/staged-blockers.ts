import type { Value } from "../../checker/value.ts";
import { names, wishOf } from "../../coverage/staged-blocker.ts";
import type { StagedBlocker } from "../../coverage/staged-blocker.ts";

const word = (member: string): Value => ({ kind: "enum", member });

const isToRun = (ensure: Parameters<StagedBlocker["given"]>[0]): boolean => {
  const state = wishOf(ensure, "state");
  return state?.kind === "enum" && state.member === "running";
};

/** What may stand in the way of its fix, as far as a scenario can say it. */
export const stagedBlockers: readonly StagedBlocker[] = [
  {
    name: "it does not exist",
    why: /is not installed: install the program/,
    given: ({ presence, otherwise }) => (presence === "present" && otherwise.length === 0 ? "absent" : undefined),
  },
  {
    name: "it is disabled",
    why: /: it is disabled/,
    given: (ensure) => (isToRun(ensure) && !names(ensure, "startup") ? { state: word("stopped"), startup: word("disabled") } : undefined),
  },
  {
    name: "a service that it depends on is missing",
    why: /: it depends on the service \S+, which is not installed/,
    given: (ensure) =>
      isToRun(ensure) && !names(ensure, "depends_on")
        ? { state: word("stopped"), depends_on: { kind: "list", elements: [{ kind: "string", value: "ContosoMissing" }] } }
        : undefined,
  },
];
