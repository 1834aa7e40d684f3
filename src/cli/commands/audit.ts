import type { CommandModule } from "yargs";

/** `remedyc audit`: a folder of pairs that people wrote by hand. */
export interface AuditArguments {
  readonly folder: string;
  readonly format: "text" | "json" | "sarif" | "html";
  readonly out: string | undefined;
  readonly force: boolean;
}

export const auditCommand: CommandModule<object, AuditArguments> = {
  command: "audit <folder>",
  describe: "Say what is wrong with the detection and remediation scripts of a folder",
  builder: (yargs) =>
    yargs
      .positional("folder", {
        type: "string",
        demandOption: true,
        describe: "Where the scripts lie, also in folders below; nothing of them is run",
      })
      .option("format", { choices: ["text", "json", "sarif", "html"] as const, default: "text" as const, describe: "How it is printed" })
      .option("out", { type: "string", requiresArg: true, describe: "The file to write it to (default: it is printed)" })
      .option("force", { type: "boolean", default: false, describe: "Replace a file that is there" })
      .example("$0 audit scripts", "A line for each pair, and each finding with its place")
      .example("$0 audit scripts --format html --out audit.html", "One page for a browser, which needs nothing else")
      .example("$0 audit scripts --format sarif > audit.sarif", "For a code-scanning service"),
  handler: async (argv) => {
    const { runAudit } = await import("../audit.ts");
    process.exitCode = await runAudit(argv, process.cwd());
  },
};
