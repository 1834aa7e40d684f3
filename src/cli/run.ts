import yargs from "yargs";
import type { CommandModule } from "yargs";
import { findClosest } from "../binder/did-you-mean.ts";
import { showLines } from "../diagnostics/show-text.ts";
import { auditCommand } from "./commands/audit.ts";
import { buildCommand } from "./commands/build.ts";
import { checkCommand } from "./commands/check.ts";
import { COMPLETE, completionCommand } from "./commands/completion.ts";
import { diagnoseCommand } from "./commands/diagnose.ts";
import { diffCommand } from "./commands/diff.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { explainCommand } from "./commands/explain.ts";
import { fmtCommand } from "./commands/fmt.ts";
import { importCommand } from "./commands/import.ts";
import { initCommand } from "./commands/init.ts";
import { inspectCommand } from "./commands/inspect.ts";
import { lintCommand } from "./commands/lint.ts";
import { lspCommand } from "./commands/lsp.ts";
import { proveCommand } from "./commands/prove.ts";
import { publishCommand } from "./commands/publish.ts";
import { reportCommand } from "./commands/report.ts";
import { signCommand } from "./commands/sign.ts";
import { testCommand } from "./commands/test.ts";
import { testCertificateCommand } from "./commands/test-certificate.ts";
import { verifyCommand } from "./commands/verify.ts";
import { reportDefect } from "./defect.ts";
import { asksForHelp, COMMANDS, explainChoices, explainMissingCommand, findCommand, groupHelp, readHelp } from "./usage.ts";
import { version } from "./version.ts";

/** Ends the parse with wrong usage; the message is yargs' own or ours. */
class UsageError extends Error {}

/**
 * Runs the command line; gives the exit code: 0 done, 1 diagnostics with an error, 2 wrong usage, 3 a defect of remedyc.
 * Nothing a user does shows a stack trace; `REMEDYC_DEBUG=1` shows that of an internal error.
 */
export async function main(line: readonly string[]): Promise<number> {
  process.exitCode = undefined;
  const args = readHelp(line);
  try {
    if (args[0] === COMPLETE) return await complete(args.slice(1));
    const missing = explainMissingCommand(args);
    if (missing !== undefined) throw new UsageError(missing);
    if (asksForHelp(args)) {
      process.stdout.write(`${groupHelp(await createParser([]).getHelp())}\n`);
      return 0;
    }
    await withoutHelpLaidOut(createParser(args)).parseAsync();
    return getExitCode();
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${showLines(await explainUsage(error.message, args))}\n\nSee '${helpCommand(args)}'.\n`);
      return 2;
    }
    return reportDefect(error);
  }
}

/** All commands, in the order in which the help tells them (`GROUPS` in usage.ts). */
export const COMMAND_MODULES = [
  initCommand,
  importCommand,
  fmtCommand,
  checkCommand,
  lintCommand,
  proveCommand,
  testCommand,
  explainCommand,
  diffCommand,
  buildCommand,
  signCommand,
  verifyCommand,
  testCertificateCommand,
  publishCommand,
  reportCommand,
  diagnoseCommand,
  inspectCommand,
  auditCommand,
  doctorCommand,
  completionCommand,
  lspCommand,
] as unknown as readonly CommandModule[];

/** The command line as yargs reads it; a test gives other commands. */
export function createParser(args: readonly string[], commands: readonly CommandModule[] = COMMAND_MODULES) {
  return yargs([...args])
    .scriptName("remedyc")
    .usage("$0 <command>\n\nCompiles .remedy files (checks and fixes) into idempotent PowerShell for Intune and ConfigMgr.")
    .command([...commands])
    .demandCommand(1, 1, `Name a command: ${COMMANDS.slice(0, -1).join(", ")} or ${COMMANDS.at(-1) ?? ""}.`, "Name one command only.")
    .parserConfiguration({ "greedy-arrays": false, "dot-notation": false })
    .check(checkOptionValues, true)
    .strict()
    .version(version)
    .help()
    .alias("help", "h")
    .wrap(Math.min(120, process.stdout.columns || 120))
    .locale("en")
    .epilogue("Exit codes: 0 done, 1 diagnostics with an error, 2 wrong usage, 3 a defect of remedyc.")
    .exitProcess(false)
    .fail((message: string | null, error: unknown) => {
      // yargs' own complaints about the command line come as errors too.
      if (error instanceof Error && error.name !== "YError") throw error;
      throw new UsageError(message ?? "Wrong usage.");
    });
}

/** Prints what may stand in place of the word that is being typed, a line each: what the scripts of `remedyc completion` ask. */
async function complete([typed = "", ...before]: readonly string[]): Promise<number> {
  // yargs would describe each for zsh alone.
  delete process.env["ZSH_NAME"];
  process.env["SHELL"] = "";
  const word = typed.slice(1);
  let found = "";
  await createParser([]).parseAsync(["--get-yargs-completions", "remedyc", ...before, word], {}, (_error, _argv, output) => {
    found = output;
  });
  // Where an option is not begun, files and words come first: options of a command are many.
  const fits = found
    .split("\n")
    .filter((one) => one !== "" && one.startsWith(word) && (word.startsWith("-") || !one.startsWith("-")) && !one.startsWith("--no-"));
  process.stdout.write(fits.map((one) => `${one}\n`).join(""));
  return 0;
}

/** What yargs keeps of the help that it may have to print; its types do not show it. */
interface YargsInternals {
  getInternalMethods(): { getUsageInstance(): { cacheHelpMessage(): void } };
}

/** After each command yargs lays out that command's help, for a failure with which it would be printed. Ours print none, and it is a part of every start. */
function withoutHelpLaidOut<T>(parser: T): T {
  (parser as unknown as YargsInternals).getInternalMethods().getUsageInstance().cacheHelpMessage = () => undefined;
  return parser;
}

/** Options that may be given several times; of every other one a second value would silently win over the first. */
const REPEATABLE: ReadonlySet<string> = new Set([
  "files",
  "logs",
  "remedies",
  "target",
  "set",
  "params",
  "chain",
  "ca",
  "timestamp-ca",
  "timestampCa",
  "timestamp-url",
  "timestampUrl",
]);

/** Gives true, or what is wrong with an option's value whatever the command. */
function checkOptionValues(argv: { readonly [option: string]: unknown }): true | string {
  for (const [option, value] of Object.entries(argv)) {
    if (option === "_" || option === "$0") continue;
    if (Array.isArray(value) && !REPEATABLE.has(option)) return `The option --${option} is given ${value.length} times. Give it once.`;
    if (value === "") return `The option --${option} has no value.`;
  }
  return true;
}

/** What the command has set; 0 when it set nothing, as `--help` does. */
function getExitCode(): number {
  return Number(process.exitCode ?? 0);
}

/** What stands behind a command that takes nothing for granted, and how that looks; yargs only counts it. */
const NEEDED: { readonly [command: string]: readonly [what: string, example: string] } = {
  audit: ["a folder", "scripts"],
  diff: ["two files or folders", "base/fleet fleet"],
  import: ["a detection script", "detect.ps1 remediate.ps1"],
  inspect: ["a file", "setup.msi"],
  publish: ["a service", "intune"],
  report: ["a service", "intune"],
  sign: ["a file or folder", "out"],
  verify: ["a file or folder", "out"],
};

/** Says what yargs only hints at: which option is unknown or has a wrong word, and which one it looks like. */
async function explainUsage(message: string, args: readonly string[]): Promise<string> {
  const command = findCommand(args);
  const needed = message.startsWith("Not enough non-option") ? NEEDED[command ?? ""] : undefined;
  if (needed !== undefined) return `'remedyc ${command ?? ""}' needs ${needed[0]}: 'remedyc ${command ?? ""} ${needed[1]}'.`;
  const choices = explainChoices(message);
  if (choices !== undefined) return choices;
  const unknown = /^Unknown arguments?: (.+)$/.exec(message)?.[1]?.split(", ") ?? [];
  if (command === undefined || unknown.length === 0) return message;
  const help = await createParser([command]).getHelp();
  const options = [...new Set(help.match(/--[a-z][a-z-]+/g))];
  const written = args.filter((argument) => /^--?[A-Za-z]/.test(argument)).map((argument) => argument.replace(/=.*$/s, ""));
  // yargs names an option without its dashes, and once more in camel case.
  const wrong = written.filter((option) => unknown.includes(option.replace(/^--?(?:no-)?/, "")));
  if (wrong.length === 0) return message;
  return wrong
    .map((option) => {
      const closest = findClosest(option, options);
      return `There is no option '${option}'.${closest === undefined ? "" : ` Did you mean '${closest}'?`}`;
    })
    .join("\n");
}

function helpCommand(args: readonly string[]): string {
  const command = findCommand(args);
  return `remedyc ${command === undefined ? "" : `${command} `}--help`;
}
