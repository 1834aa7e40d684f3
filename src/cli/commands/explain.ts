import type { CommandModule } from "yargs";
import { targetNames } from "../../targets/targets.ts";
import { addBuildInputOptions, addCommonOptions } from "./common-options.ts";
import type { BuildInputArguments, CommonArguments } from "./common-options.ts";

/** `remedyc explain`: a diagnostic's page, a resource kind, the plan of remedies, or what makes their scripts long. */
export type ExplainArguments = CommonArguments & BuildInputArguments & { readonly size: boolean };

export const explainCommand: CommandModule<object, ExplainArguments> = {
  command: "explain [files..]",
  describe: "Tell what a remedy does, what a resource kind is, or what a diagnostic code means",
  builder: (yargs) =>
    addBuildInputOptions(
      addCommonOptions(yargs, "Files, folders or patterns; or codes such as RMD2001; or resource kinds such as service"),
      targetNames,
    )
      .option("size", { type: "boolean", default: false, describe: "Tell where the bytes of its scripts go: by statement and by function" })
      .example("$0 explain agent.remedy", "What is checked, what may be changed, what is touched")
      .example("$0 explain agent.remedy --target standalone --format json", "The plan as data")
      .example("$0 explain agent.remedy --size", "What makes its scripts long")
      .example("$0 explain service", "What can be said of a service; without anything: what can be explained")
      .example("$0 explain RMD2001", "What a code means and how to repair it"),
  handler: async (argv) => {
    const { runExplain } = await import("../explain.ts");
    process.exitCode = await runExplain(argv, process.cwd());
  },
};
