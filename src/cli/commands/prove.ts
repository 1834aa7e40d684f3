import type { CommandModule } from "yargs";
import { targetNames } from "../../targets/targets.ts";
import { addBuildInputOptions, addCommonOptions } from "./common-options.ts";
import type { BuildInputArguments, CommonArguments } from "./common-options.ts";

/** `remedyc prove`. */
export interface ProveArguments extends CommonArguments, BuildInputArguments {
  readonly budget: number;
  readonly calm: boolean;
  readonly scenarios: string | undefined;
  readonly html: string | undefined;
  readonly force: boolean;
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
      .option("scenarios", {
        type: "string",
        requiresArg: true,
        describe: "Write what is refuted as scenarios for 'remedyc test', into this .remedy file of the project",
      })
      .option("html", {
        type: "string",
        requiresArg: true,
        describe: "Write one page that draws what was explored, and goes through each counterexample step by step",
      })
      .option("force", { type: "boolean", default: false, describe: "Replace files that something else wrote" })
      .check(({ scenarios }) =>
        scenarios === undefined || scenarios.endsWith(".remedy") ? true : "--scenarios takes a file ending in '.remedy', as found.remedy.",
      )
      .check(({ budget }) => (Number.isSafeInteger(budget) && budget > 0 ? true : "--budget takes a whole number above 0, as 500000."))
      .example("$0 prove fleet.remedy", "What is proved, and of what is not the shortest story")
      .example("$0 prove fleet.remedy --scenarios found.remedy", "The same stories for 'remedyc test found.remedy'")
      .example("$0 prove fleet.remedy --html proof.html", "A page for a browser, which needs nothing else")
      .example("$0 prove 'fleet/**/*.remedy' --format sarif > proof.sarif", "For a code-scanning service"),
  handler: async (argv) => {
    const { runProve } = await import("../prove.ts");
    process.exitCode = await runProve(argv, process.cwd());
  },
};
