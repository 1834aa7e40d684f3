import yargs from "yargs";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import { renderText } from "../diagnostics/renderers/text.ts";
import { buildCommand } from "./commands/build.ts";
import { checkCommand } from "./commands/check.ts";
import { explainCommand } from "./commands/explain.ts";
import { signCommand } from "./commands/sign.ts";
import { testCertificateCommand } from "./commands/test-certificate.ts";
import { verifyCommand } from "./commands/verify.ts";
import { wantsColor } from "./report.ts";
import { version } from "./version.ts";

/** Ends the parse with wrong usage: the message has been printed. */
class UsageError extends Error {}

/**
 * Runs the command line; gives the exit code: 0 done, 1 diagnostics with an error, 2 wrong usage, 3 a defect of remedyc.
 * Nothing a user does shows a stack trace; `REMEDYC_DEBUG=1` shows that of an internal error.
 */
export async function main(args: readonly string[]): Promise<number> {
  try {
    await createParser(args).parseAsync();
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n`);
      return 2;
    }
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    process.stderr.write(renderText(createDiagnostic("RMD7099", undefined, { reason }), { color: wantsColor() }));
    if (process.env["REMEDYC_DEBUG"] === "1" && error instanceof Error) process.stderr.write(`${error.stack ?? ""}\n`);
    return 3;
  }
}

function createParser(args: readonly string[]) {
  return yargs([...args])
    .scriptName("remedyc")
    .usage("$0 <command>\n\nCompiles .remedy files (checks and fixes) into idempotent PowerShell for Intune and ConfigMgr.")
    .command(buildCommand)
    .command(checkCommand)
    .command(explainCommand)
    .command(signCommand)
    .command(verifyCommand)
    .command(testCertificateCommand)
    .demandCommand(1, 1, "Name a command: build, check, explain, sign, verify or test-certificate. See 'remedyc --help'.", "Name one command only.")
    .strict()
    .recommendCommands()
    .version(version)
    .help()
    .alias("help", "h")
    .wrap(Math.min(120, process.stdout.columns || 120))
    .locale("en")
    .epilogue("Exit codes: 0 done, 1 diagnostics with an error, 2 wrong usage, 3 a defect of remedyc.")
    .exitProcess(false)
    .fail((message: string | null, error: Error | undefined) => {
      if (error) throw error;
      throw new UsageError(`${message ?? "Wrong usage."}\n\nSee '${helpCommand(args)}'.`);
    });
}

function helpCommand(args: readonly string[]): string {
  const command = args.find((argument) => ["build", "check", "explain", "sign", "verify", "test-certificate"].includes(argument));
  return `remedyc ${command === undefined ? "" : `${command} `}--help`;
}
