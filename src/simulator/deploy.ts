import type { OutputScript } from "../compiler/compile.ts";
import type { DeployedScripts } from "./run-scenario.ts";

/**
 * The scripts of one target, put where they are run: the pair of a channel, the scripts of an app, or a standalone script, which detects with -WhatIf. `put` writes one and
 * gives its path.
 * @throws Error when none of them repairs.
 */
export function deployScripts(outputs: readonly OutputScript[], put: (output: OutputScript) => string): DeployedScripts {
  const of = (...roles: readonly OutputScript["role"]["role"][]): OutputScript | undefined =>
    outputs.find((output) => roles.includes(output.role.role));
  const detect = of("detect");
  const fix = of("remediate", "standalone", "install");
  const uninstall = of("uninstall");
  if (!fix) throw new Error("a target has a script that repairs");
  const deployed = { path: put(fix), role: fix.role };
  return {
    plan: fix.plan,
    detect: detect ? { path: put(detect), role: detect.role, parameters: {} } : { ...deployed, parameters: { WhatIf: true } },
    fix: deployed,
    ...(uninstall ? { uninstall: { path: put(uninstall), role: uninstall.role, plan: uninstall.plan } } : {}),
  };
}
