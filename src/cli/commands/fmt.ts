import type { CommandModule } from "yargs";
import { addCommonOptions } from "./common-options.ts";
import type { CommonArguments } from "./common-options.ts";

/** `remedyc fmt`. */
export interface FmtArguments extends CommonArguments {
  readonly check: boolean;
  readonly diff: boolean;
  readonly "stdin-filepath": string | undefined;
}

export const fmtCommand: CommandModule<object, FmtArguments> = {
  command: "fmt [files..]",
  describe: "Format remedies, or tell which ones are not",
  builder: (yargs) =>
    addCommonOptions(yargs, "Files, folders or patterns (default: those of the configuration file)")
      .option("check", {
        type: "boolean",
        default: false,
        describe: "Write nothing; tell which files would change, and end with exit code 1",
      })
      .option("diff", { type: "boolean", default: false, describe: "As --check, and show what would change as a unified diff" })
      .option("stdin-filepath", {
        type: "string",
        requiresArg: true,
        describe: "Format standard input to standard output, as the file of this name would be",
      })
      .check(({ files, "stdin-filepath": name }) =>
        name === undefined || files.length === 0 ? true : "--stdin-filepath formats standard input: name no files beside it.",
      )
      .example("$0 fmt fleet", "All remedies below a folder, in place")
      .example("$0 fmt 'fleet/**/*.remedy' --check", "For a pipeline: nothing is written")
      .example("$0 fmt fleet --diff", "What would change")
      .example("$0 fmt --stdin-filepath fleet.remedy < fleet.remedy", "For an editor"),
  handler: async (argv) => {
    const { runFmt } = await import("../fmt.ts");
    process.exitCode = await runFmt(argv, process.cwd());
  },
};
