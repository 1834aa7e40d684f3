import type { CommandModule } from "yargs";
import { targetNames } from "../../targets/targets.ts";
import { addBuildInputOptions, addCommonOptions } from "./common-options.ts";
import type { BuildInputArguments, CommonArguments } from "./common-options.ts";

/** `remedyc prove`. */
export interface ProveArguments extends CommonArguments, BuildInputArguments {
  readonly budget: number;
  readonly calm: boolean;
}

/** How many ways through single statements are walked for one remedy where nothing else is said. */
export const USUAL_BUDGET = 100_000;

export const proveCommand: CommandModule<object, ProveArguments> = {
  command: "prove [files..]",
  describe: "Prove what every run keeps, from every start state, or show the shortest run that breaks it",
  builder: (yargs) =>
    addBuildInputOptions(addCommonOptions(yargs, "Files, folders or patterns (default: those of the configuration file)"), targetNames)
      .option("budget", {
        type: "number",
        requiresArg: true,
        default: USUAL_BUDGET,
        describe: "How many ways through single statements are looked at, for each remedy",
      })
      .option("calm", {
        type: "boolean",
        default: false,
        describe: "Only what comes of the machine itself: nothing fails, no run is killed",
      })
      .check(({ budget }) => (Number.isSafeInteger(budget) && budget > 0 ? true : "--budget takes a whole number above 0, as 500000."))
      .example("$0 prove fleet.remedy", "What is proved, and of what is not the shortest story")
      .example("$0 prove 'fleet/**/*.remedy' --format sarif > proof.sarif", "For a code-scanning service"),
  handler: async (argv) => {
    const { runProve } = await import("../prove.ts");
    process.exitCode = await runProve(argv, process.cwd());
  },
};
