import type { CommandModule } from "yargs";
import type { OutputFormat } from "./common-options.ts";

/** `remedyc inspect`: installers to look into. */
export interface InspectArguments {
  readonly files: readonly string[];
  readonly format: OutputFormat;
}

export const inspectCommand: CommandModule<object, InspectArguments> = {
  command: "inspect <files..>",
  describe: "Look into installers: MSI, MSP, EXE, MSIX, .intunewin",
  builder: (yargs) =>
    yargs
      .positional("files", { type: "string", array: true, demandOption: true, describe: "Installers; nothing of them is run" })
      .option("format", { choices: ["text", "json", "sarif"] as const, default: "text" as const, describe: "How it is printed" })
      .example("$0 inspect agent.msi", "Codes, services with accounts, custom actions, properties, and the remedy's lines")
      .example("$0 inspect setup.exe", "What made it (WiX, Inno Setup, NSIS), what makes it silent, who signed it")
      .example("$0 inspect agent.intunewin --format json", "All of it for other programs"),
  handler: async (argv) => {
    const { runInspect } = await import("../inspect.ts");
    process.exitCode = await runInspect(argv);
  },
};
