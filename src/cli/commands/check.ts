import type { CommandModule } from "yargs";
import { targetNames } from "../../targets/targets.ts";
import { addBuildInputOptions, addCommonOptions } from "./common-options.ts";
import type { BuildInputArguments, CommonArguments } from "./common-options.ts";

/** `remedyc check`. */
export type CheckArguments = CommonArguments & BuildInputArguments;

export const checkCommand: CommandModule<object, CheckArguments> = {
  command: "check [files..]",
  describe: "Check remedies without writing anything",
  builder: (yargs) =>
    addBuildInputOptions(addCommonOptions(yargs, "Files, folders or patterns (default: those of the configuration file)"), targetNames)
      .example("$0 check fleet.remedy", "Findings with their source lines")
      .example("$0 check 'fleet/**/*.remedy' --format sarif > findings.sarif", "For a code-scanning service"),
  handler: async (argv) => {
    const { runCheck } = await import("../check.ts");
    process.exitCode = await runCheck(argv, process.cwd());
  },
};
