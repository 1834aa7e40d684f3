import type { Value } from "../../checker/value.ts";
import { names, wishOf } from "../../coverage/staged-blocker.ts";
import type { StagedBlocker } from "../../coverage/staged-blocker.ts";

/** Data that is not as an item wishes it. */
function otherData(ensure: Parameters<StagedBlocker["given"]>[0]): Value | undefined {
  const wished = wishOf(ensure, "data");
  if (ensure.presence === "absent") return { kind: "int", value: 1 };
  if (wished?.kind === "int") return { kind: "int", value: wished.value === 0 ? 1 : 0 };
  if (wished?.kind === "bool") return { kind: "bool", value: !wished.value };
  return names(ensure, "data") ? { kind: "string", value: "Contoso" } : undefined;
}

/** What may stand in the way of its fix, as far as a scenario can say it. */
export const stagedBlockers: readonly StagedBlocker[] = [
  {
    name: "its key is read-only",
    why: /there is no right to write to/,
    given: (ensure) => {
      const data = otherData(ensure);
      return data && { data, access: { kind: "enum", member: "read" } };
    },
  },
  {
    name: "a Group Policy sets it",
    why: /it is set by the Group Policy object/,
    given: (ensure) => {
      // Of the values of people the policy's own keys cannot be written.
      const data = /^registry value HKCU/i.test(ensure.resource.label) ? undefined : otherData(ensure);
      return data && { data, policy: { kind: "string", value: "Contoso settings" } };
    },
  },
  {
    name: "it holds no number",
    why: /has no bits to leave alone/,
    given: (ensure) => (names(ensure, "has_bits", "lacks_bits") ? { data: { kind: "string", value: "Contoso" } } : undefined),
  },
];
