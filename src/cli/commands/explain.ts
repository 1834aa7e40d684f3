import type { CommandModule } from "yargs";
import { targetNames } from "../../targets/targets.ts";
import { addBuildInputOptions, addCommonOptions } from "./common-options.ts";
import type { BuildInputArguments, CommonArguments } from "./common-options.ts";

/** `remedyc explain`: a diagnostic's page, or the plan of remedies. */
export type ExplainArguments = CommonArguments & BuildInputArguments;

export const explainCommand: CommandModule<object, ExplainArguments> = {
  command: "explain [files..]",
  describe: "Tell what a remedy does, or what a diagnostic code means",
  builder: (yargs) =>
    addBuildInputOptions(addCommonOptions(yargs, "Files, folders or patterns; or codes such as RMD2001"), targetNames)
      .example("$0 explain agent.remedy", "What is checked, what may be changed, what is touched")
      .example("$0 explain agent.remedy --target standalone --format json", "The plan as data")
      .example("$0 explain RMD2001", "What a code means and how to repair it"),
  handler: async (argv) => {
    const { runExplain } = await import("../explain.ts");
    process.exitCode = await runExplain(argv, process.cwd());
  },
};
