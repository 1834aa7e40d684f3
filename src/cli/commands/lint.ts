import type { CommandModule } from "yargs";
import { targetNames } from "../../targets/targets.ts";
import { addBuildInputOptions, addCommonOptions } from "./common-options.ts";
import type { BuildInputArguments, CommonArguments } from "./common-options.ts";

/** `remedyc lint`. */
export interface LintArguments extends CommonArguments, BuildInputArguments {
  readonly fix: boolean;
  readonly "max-warnings": number | undefined;
}

export const lintCommand: CommandModule<object, LintArguments> = {
  command: "lint [files..]",
  describe: "Tell what compiles and still should not ship",
  builder: (yargs) =>
    addBuildInputOptions(addCommonOptions(yargs, "Files, folders or patterns (default: those of the configuration file)"), targetNames)
      .option("fix", { type: "boolean", default: false, describe: "Repair what can be repaired without changing what a remedy does" })
      .option("max-warnings", {
        type: "number",
        requiresArg: true,
        describe: "End with exit code 1 where there are more warnings than this (default: any number may be there)",
      })
      .check(({ "max-warnings": most }) =>
        most === undefined || (Number.isSafeInteger(most) && most >= 0) ? true : "--max-warnings takes a whole number, 0 or more.",
      )
      .example("$0 lint fleet --max-warnings 0", "For a pipeline: any warning fails it")
      .example("$0 lint fleet.remedy --fix", "Repairs what it can, in place")
      .example("$0 lint 'fleet/**/*.remedy' --format sarif > lint.sarif", "For a code-scanning service"),
  handler: async (argv) => {
    const { runLint } = await import("../lint.ts");
    process.exitCode = await runLint(argv, process.cwd());
  },
};
