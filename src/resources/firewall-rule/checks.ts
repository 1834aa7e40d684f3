import type { KindChecks } from "../../checker/kind-checks.ts";
import { checkExclusive } from "../../checker/statements/exclusive.ts";

export const checks: KindChecks = {
  checkState(context, { given, use }) {
    if (use !== "ensure") return;
    for (const name of ["local_ports", "remote_ports"]) checkExclusive(context, given, { ...PORTS, name });
  },
};

const PORTS = {
  other: "protocol",
  words: ["any", "icmpv4", "icmpv6"],
  reason: "ports are those of 'tcp' and of 'udp'",
  harmless: "any",
} as const;
