import type { CommandModule } from "yargs";
import type { OutputFormat } from "./common-options.ts";
import { addSignInOptions } from "./sign-in-options.ts";
import type { SignInArguments } from "./sign-in-options.ts";

/** `remedyc publish`: what is published, and what may be done to the tenant. */
export type PublishArguments = SignInArguments & {
  readonly folder: string | undefined;
  readonly assignments: string | undefined;
  readonly whatIf?: boolean | undefined;
  readonly prune: boolean;
  readonly delete: boolean;
  readonly allowUnsigned?: boolean | undefined;
  readonly config: string | undefined;
  readonly format: OutputFormat;
};

export const publishCommand: CommandModule<object, PublishArguments> = {
  command: "publish <service> [folder]",
  describe: "Bring the remediations and Win32 apps of a build into an Intune tenant, and assign them",
  builder: (yargs) =>
    addSignInOptions(
      yargs
        .positional("service", { choices: ["intune"] as const, demandOption: true, describe: "Where to publish" })
        .positional("folder", {
          type: "string",
          describe: "Output folder of 'remedyc build --sign' (default: the configuration's, or out)",
        }),
    )
      .option("assignments", {
        type: "string",
        requiresArg: true,
        describe:
          "File that says who gets which remediation or app, and when (default: assignments.yaml, .yml or .json in the current folder)",
      })
      .option("what-if", { type: "boolean", default: false, describe: "Show what would change, and change nothing" })
      .option("prune", { type: "boolean", default: false, describe: "Name what this project published and has no longer" })
      .option("delete", { type: "boolean", default: false, describe: "Delete what --prune names" })
      .option("allow-unsigned", { type: "boolean", default: false, describe: "Publish scripts that are not signed, too" })
      .option("config", { type: "string", describe: "Configuration file (default: remedyc.config.ts, .js or .json in the current folder)" })
      .option("format", { choices: ["text", "json", "sarif"] as const, default: "text" as const, describe: "How the result is printed" })
      .check((argv) => (argv.delete && !argv.prune ? "--delete deletes what --prune names: give both." : true))
      .example("$0 publish intune --what-if --tenant contoso.com --client-id 1f0c…", "What would change; a code to sign in with is shown")
      .example("$0 publish intune out --auth github", "From a GitHub workflow, without any secret")
      .example("$0 publish intune --auth certificate --certificate publish.pem --password-env PEM_PASSWORD", "With a certificate")
      .example("$0 publish intune --prune --what-if", "And what is in the tenant and no longer in the repository"),
  handler: async (argv) => {
    const [{ runPublish }, { connectToGraph, storageHost }] = await Promise.all([import("../publish.ts"), import("../graph-host.ts")]);
    process.exitCode = await runPublish(argv, process.cwd(), connectToGraph, storageHost);
  },
};
