import type { CommandModule } from "yargs";
import { answerOptions, wishNames } from "../../scaffold/answer-options.ts";
import type { AnswerOption, WishName } from "../../scaffold/answer-options.ts";
import { targetNames } from "../../targets/targets.ts";

/** `remedyc init`: a first remedy, from answers, an installer or a recipe. */
export type InitArguments = { readonly [option in AnswerOption]: string | undefined } & {
  readonly file: string | undefined;
  readonly what: WishName | undefined;
  readonly from: string | undefined;
  readonly like: string | undefined;
  readonly list: boolean;
  readonly name: string | undefined;
  readonly title: string | undefined;
  readonly target: readonly string[] | undefined;
  readonly force: boolean;
};

export const initCommand: CommandModule<object, InitArguments> = {
  command: "init [file]",
  describe: "Write a first remedy with scenarios: from answers, from an installer, or like a recipe",
  builder: (yargs) => {
    const described = yargs
      .positional("file", { type: "string", describe: "The .remedy file to write, or a folder for it (default: named after the remedy)" })
      .option("what", {
        choices: Object.keys(wishNames) as WishName[],
        requiresArg: true,
        describe: "What the remedy is for (default: it is asked)",
      })
      .option("from", { type: "string", requiresArg: true, describe: "An MSI, EXE or .intunewin file, for a remedy that installs it" })
      .option("like", { type: "string", requiresArg: true, describe: "A recipe to copy, by its name" })
      .option("list", { type: "boolean", default: false, describe: "List what there is for --what and --like" })
      .option("name", { type: "string", requiresArg: true, describe: "Name of the remedy: print_spooler" })
      .option("title", { type: "string", requiresArg: true, describe: "Title of the remedy, for people" })
      .option("target", {
        type: "string",
        array: true,
        requiresArg: true,
        choices: targetNames,
        describe: "What it is built for (default: what suits)",
      })
      .option("force", { type: "boolean", default: false, describe: "Replace files that exist" });
    return Object.entries(answerOptions)
      .reduce(
        (all, [option, describe]) => all.option(option, { type: "string", requiresArg: true, describe, group: "Answers:" }),
        described,
      )
      .example("$0 init", "Asks what you want, and writes it")
      .example("$0 init spooler.remedy --what service-runs --service Spooler", "The same without questions, for scripts")
      .example("$0 init --from agent.msi", "An app that installs it, runs its services and can be taken away")
      .example("$0 init --like print-spooler --name our_spooler", "A recipe as your own; --list lists them") as never;
  },
  handler: async (argv) => {
    const { runInit } = await import("../init/init.ts");
    process.exitCode = await runInit(argv, process.cwd());
  },
};
