import { installerDialect } from "./installer-dialect.ts";
import type { Target } from "./target.ts";

/**
 * One script that needs no channel: with -Register it becomes a task of SYSTEM. What a task ends with is seen in its history and by who asks for it, so it says as much
 * as the standalone script does.
 */
export const scheduledTask: Target = {
  name: "scheduled_task",
  summary:
    "one script that makes itself a scheduled task with -Register and takes it away with -Unregister, for machines without Intune and Configuration Manager",
  passesParameters: false,
  registersItself: true,
  carries: undefined,
  roles: [{ role: "standalone", fileName: "ps1", maximumBytes: undefined, dialect: installerDialect }],
};
