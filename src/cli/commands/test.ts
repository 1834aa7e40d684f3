import type { CommandModule } from "yargs";
import { targetNames } from "../../targets/targets.ts";
import { addBuildInputOptions, addCommonOptions } from "./common-options.ts";
import type { BuildInputArguments, CommonArguments } from "./common-options.ts";

/** How `remedyc test` tells what it found. */
export type TestReporter = "text" | "tap" | "junit" | "json";

/** `remedyc test`. */
export interface TestArguments extends CommonArguments, BuildInputArguments {
  readonly filter: string | undefined;
  readonly reporter: TestReporter;
  readonly faults: boolean;
  /** Whether what is not covered is listed. */
  readonly coverage: boolean;
  readonly "min-coverage": number | undefined;
  /** Whether scenarios are written for what is not covered, and whether they are put into the files. */
  readonly generate: boolean;
  readonly write: boolean;
  /** Whether functions of kinds of one's own may run on this computer. */
  readonly "allow-custom": boolean;
  readonly watch: boolean;
  readonly powershell: string | undefined;
  readonly jobs: number | undefined;
}

export const testCommand: CommandModule<object, TestArguments> = {
  command: "test [files..]",
  describe: "Run the compiled scripts of remedies on a simulated Windows, as their scenarios say",
  builder: (yargs) =>
    addBuildInputOptions(addCommonOptions(yargs, "Files, folders or patterns (default: those of the configuration file)"), targetNames)
      .option("filter", { type: "string", requiresArg: true, describe: "Only scenarios whose title or remedy has this text" })
      .option("reporter", {
        choices: ["text", "tap", "junit", "json"] as const,
        default: "text" as const,
        describe: "How results are printed",
      })
      .option("faults", {
        type: "boolean",
        default: false,
        describe: "Run each scenario once more for every fault at every effect: the call fails, hangs, the script is killed",
      })
      .option("coverage", { type: "boolean", default: false, describe: "List what no scenario covers: items, branches, blockers" })
      .option("min-coverage", {
        type: "number",
        requiresArg: true,
        describe: "Fail where the scenarios of a remedy cover less, in percent (0 to 100)",
      })
      .option("generate", {
        type: "boolean",
        default: false,
        describe: "Write scenarios for what no scenario covers, and run them; those that pass go to standard output",
      })
      .option("write", { type: "boolean", default: false, describe: "With --generate: put them behind the end of the file instead" })
      .option("allow-custom", {
        type: "boolean",
        default: false,
        describe: "Run the functions of kinds of your own: what they do past remedyc's platform functions, they do to this computer",
      })
      .option("powershell", {
        type: "string",
        requiresArg: true,
        describe:
          "The PowerShell to run on (default: the variable REMEDYC_POWERSHELL, the project's .NET tool manifest, pwsh or powershell on PATH)",
      })
      .option("jobs", { type: "number", requiresArg: true, describe: "Engines at work at the same time (default: one a processor)" })
      .option("watch", { type: "boolean", default: false, describe: "Run again whenever a source file changes" })
      .check(checkCoverageOptions)
      .example("$0 test agent.remedy", "Every scenario, for every target of its remedy")
      .example("$0 test 'fleet/**/*.remedy' --reporter junit > results.xml", "For a CI service")
      .example("$0 test agent.remedy --filter policy --faults", "Some scenarios, with faults")
      .example("$0 test agent.remedy --generate --write", "Add scenarios for what none covers"),
  handler: async (argv) => {
    const { runTest } = await import("../test.ts");
    process.exitCode = await runTest(argv, process.cwd());
  },
};

/** Whether options of coverage can be together, or what is wrong. */
function checkCoverageOptions({ "min-coverage": least, generate, write, filter, watch }: TestArguments): true | string {
  if (least !== undefined && !(least >= 0 && least <= 100)) return "--min-coverage takes a number from 0 to 100.";
  if (write && !generate) return "--write writes what --generate makes: give both.";
  if (generate && (watch || filter !== undefined))
    return `--generate needs to know what all scenarios cover: leave out ${watch ? "--watch" : "--filter"}.`;
  return true;
}
