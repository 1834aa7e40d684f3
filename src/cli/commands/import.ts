import type { CommandModule } from "yargs";
import type { OutputFormat } from "./common-options.ts";

/** `remedyc import`: a pair that somebody wrote by hand. */
export interface ImportArguments {
  readonly detect: string;
  readonly remediate: string | undefined;
  readonly name: string | undefined;
  readonly out: string | undefined;
  readonly force: boolean;
  readonly format: OutputFormat;
}

export const importCommand: CommandModule<object, ImportArguments> = {
  command: "import <detect> [remediate]",
  describe: "Make a remedy of a hand-written detection and remediation script, and say what is wrong with them",
  builder: (yargs) =>
    yargs
      .positional("detect", { type: "string", demandOption: true, describe: "The detection script; nothing of it is run" })
      .positional("remediate", { type: "string", describe: "The remediation script that belongs to it" })
      .option("name", { type: "string", requiresArg: true, describe: "The remedy's name (default: from the file's or its folder's)" })
      .option("out", { type: "string", requiresArg: true, describe: "The .remedy file to write (default: it is printed)" })
      .option("force", { type: "boolean", default: false, describe: "Replace a file that is there" })
      .option("format", { choices: ["text", "json", "sarif"] as const, default: "text" as const, describe: "How findings are printed" })
      .check(({ out }) => (out === undefined || out.endsWith(".remedy") ? true : "--out takes a file ending in '.remedy', as fix.remedy."))
      .check(({ name }) =>
        name === undefined || /^[a-z_]\w*$/i.test(name) ? true : "--name takes letters, digits and '_', as print_spooler.",
      )
      .example("$0 import detect.ps1 remediate.ps1 --out spooler.remedy", "The remedy as a file, and what is wrong with the pair")
      .example("$0 import detect.ps1 remediate.ps1", "The remedy on the screen"),
  handler: async (argv) => {
    const { runImport } = await import("../import.ts");
    process.exitCode = await runImport(argv, process.cwd());
  },
};
