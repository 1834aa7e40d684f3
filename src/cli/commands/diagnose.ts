import type { CommandModule } from "yargs";

/** `remedyc diagnose`: the logs, and how the report is written. */
export interface DiagnoseArguments {
  readonly logs: readonly string[];
  readonly format: "text" | "json" | "html";
  readonly out: string | undefined;
  readonly redact: boolean;
  readonly encoding: string;
}

export const diagnoseCommand: CommandModule<object, DiagnoseArguments> = {
  command: "diagnose [logs..]",
  describe: "Tell from logs why an installation or a service failed, and what to do",
  builder: (yargs) =>
    yargs
      .positional("logs", {
        type: "string",
        array: true,
        default: [] as readonly string[],
        describe:
          "Logs, folders or patterns: verbose logs of Windows Installer, bundles (Burn), Intune, Configuration Manager, remedyc, and .evtx of System and Application",
      })
      .option("format", { choices: ["text", "json", "html"] as const, default: "text" as const, describe: "How the report is written" })
      .option("out", { type: "string", requiresArg: true, describe: "Write the report to this file" })
      .option("redact", {
        type: "boolean",
        default: false,
        describe: "Blank names of people, computers and domains, SIDs and mail addresses",
      })
      .option("encoding", {
        type: "string",
        requiresArg: true,
        default: "windows-1252",
        describe: "Of logs that are neither Unicode nor ASCII; causes are found whichever it is",
      })
      .example("$0 diagnose setup.log setup_000_Agent.log", "A bundle and the package in it")
      .example("$0 diagnose C:\\Windows\\Temp System.evtx", "All logs of a folder, and the events that say why a service did not start")
      .example("$0 diagnose *.log --redact --format html --out ticket.html", "For a ticket, without names")
      .epilogue("Exit codes: 0 a cause was found, 1 none was, or a log cannot be read, 2 wrong usage."),
  handler: async (argv) => {
    const { runDiagnose } = await import("../diagnose.ts");
    process.exitCode = await runDiagnose(argv, process.cwd());
  },
};
