import type { KindChecks } from "../../checker/kind-checks.ts";
import { checkExclusive } from "../../checker/statements/exclusive.ts";

export const checks: KindChecks = {
  checkState(context, { given, use }) {
    if (use === "ensure") checkExclusive(context, given, SERVERS);
  },
};

const SERVERS = { name: "dns_servers", other: "dns_source", words: ["automatic"], reason: "they are set by hand" } as const;
