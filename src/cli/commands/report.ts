import type { CommandModule } from "yargs";
import { addSignInOptions } from "./sign-in-options.ts";
import type { SignInArguments } from "./sign-in-options.ts";

/** `remedyc report`: which remedies, and how the report looks. */
export type ReportArguments = SignInArguments & {
  readonly remedies: readonly string[];
  readonly project: string | undefined;
  readonly format: "text" | "json" | "csv" | "html";
  readonly out: string | undefined;
};

export const reportCommand: CommandModule<object, ReportArguments> = {
  command: "report <service> [remedies..]",
  describe: "Tell how the published remedies fare on all devices, and why where they do not",
  builder: (yargs) =>
    addSignInOptions(
      yargs
        .positional("service", { choices: ["intune"] as const, demandOption: true, describe: "Where they run" })
        .positional("remedies", {
          type: "string",
          array: true,
          default: [] as readonly string[],
          describe: "Names of remedies (default: all that remedyc published)",
        }),
    )
      .option("project", { type: "string", requiresArg: true, describe: "Only what this project published (see the assignments file)" })
      .option("format", {
        choices: ["text", "json", "csv", "html"] as const,
        default: "text" as const,
        describe: "A table, data, a line a finding, or one page with charts to filter and to drill down",
      })
      .option("out", { type: "string", requiresArg: true, describe: "File to write (default: standard output)" })
      .example("$0 report intune --tenant contoso.com --client-id 1f0c…", "How many devices are how, and the causes")
      .example("$0 report intune --format html --out report.html", "A page for a browser, which needs nothing else")
      .example("$0 report intune print_spooler --format csv --auth github > spooler.csv", "One remedy, for a spreadsheet"),
  handler: async (argv) => {
    const [{ runReport }, { connectToGraph }] = await Promise.all([import("../report-intune.ts"), import("../graph-host.ts")]);
    process.exitCode = await runReport(argv, process.cwd(), connectToGraph);
  },
};
