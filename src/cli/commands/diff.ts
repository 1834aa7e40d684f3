import type { CommandModule } from "yargs";
import { targetNames } from "../../targets/targets.ts";
import { addBuildInputOptions } from "./common-options.ts";
import type { BuildInputArguments } from "./common-options.ts";

/** `remedyc diff`: two states of remedies. */
export interface DiffArguments extends BuildInputArguments {
  readonly old: string;
  readonly new: string;
  readonly format: "text" | "markdown" | "json";
  readonly "exit-code": boolean;
  readonly root: string | undefined;
  readonly "old-root": string | undefined;
  readonly config: string | undefined;
}

export const diffCommand: CommandModule<object, DiffArguments> = {
  command: "diff <old> <new>",
  describe: "Tell what two states of remedies do otherwise on devices",
  builder: (yargs) =>
    addBuildInputOptions(
      yargs
        .positional("old", { type: "string", demandOption: true, describe: "A file, or a folder with .remedy files: as it was" })
        .positional("new", { type: "string", demandOption: true, describe: "A file, or a folder with .remedy files: as it is to be" })
        .option("format", {
          choices: ["text", "markdown", "json"] as const,
          default: "text" as const,
          describe: "How it is printed; markdown is for a comment of a pull request",
        })
        .option("exit-code", { type: "boolean", default: false, describe: "Exit code 4 where there is a difference, instead of 0" })
        .option("root", {
          type: "string",
          describe: "Project root of NEW (default: the nearest folder above with a configuration file or .git)",
        })
        .option("old-root", { type: "string", describe: "Project root of OLD (default: the same, above OLD)" })
        .option("config", { type: "string", describe: "Configuration file of both (default: that of each project root)" }),
      targetNames,
    )
      .example(
        "$0 diff base/fleet fleet",
        "What a pull request would change on devices; base is another working tree (git worktree add base main)",
      )
      .example("$0 diff base/fleet fleet --format markdown > changes.md", "The same as a comment of the pull request")
      .example("$0 diff old.remedy new.remedy --exit-code", "Exit code 4 where they do not do the same"),
  handler: async (argv) => {
    const { runDiff } = await import("../diff.ts");
    process.exitCode = await runDiff(argv, process.cwd());
  },
};
