import { findClosest } from "../binder/did-you-mean.ts";

/** The commands by what they are for, in the order in which the help tells them. */
export const GROUPS = [
  { title: "Write", commands: ["init", "import", "fmt"] },
  { title: "Check and try out", commands: ["check", "lint", "prove", "test", "explain", "diff"] },
  { title: "Build and sign", commands: ["build", "sign", "verify", "test-certificate"] },
  { title: "Deploy and look after", commands: ["publish", "report", "diagnose"] },
  { title: "Look at what is there", commands: ["inspect", "audit"] },
  { title: "Set up", commands: ["doctor", "completion", "lsp"] },
] as const;

/** All commands. */
export const COMMANDS = GROUPS.flatMap(({ commands }) => [...commands]);

/** The help over all commands, which yargs lists one after the other, with a heading for each group. */
export function groupHelp(help: string): string {
  const headings = new Map<string, string>(GROUPS.map(({ title, commands: [first] }) => [first, title]));
  return help.replace(/^Commands:\n/m, "").replace(/^ {2}remedyc (\S+)/gm, (line, command: string) => {
    const title = headings.get(command);
    return title === undefined ? line : `${command === "init" ? "" : "\n"}${title}:\n${line}`;
  });
}

/** Whether what is asked for is the help over all commands. */
export function asksForHelp(args: readonly string[]): boolean {
  return findCommand(args) === undefined && args.some((argument) => argument === "--help" || argument === "-h");
}

/** What other compilers call a command, and what remedyc does instead. */
const OTHER_COMMANDS: { readonly [word: string]: string } = {
  compile: "Did you mean 'build'?",
  make: "Did you mean 'build'?",
  watch: "'remedyc build --watch' builds again whenever a source changes.",
  clean: "'remedyc build --clean' removes what is left over of earlier builds.",
  validate: "Did you mean 'check'?",
  run: "'remedyc test' runs the scripts on a simulated Windows, 'remedyc build' writes them.",
  proof: "Did you mean 'prove'?",
  compare: "Did you mean 'diff'?",
  changes: "Did you mean 'diff'?",
  plan: "Did you mean 'explain'?",
  show: "Did you mean 'explain'?",
  describe: "Did you mean 'explain'?",
  log: "Did you mean 'diagnose'?",
  logs: "Did you mean 'diagnose'?",
  analyze: "Did you mean 'diagnose'?",
  troubleshoot: "Did you mean 'diagnose'?",
  doc: "Did you mean 'explain'?",
  docs: "Did you mean 'explain'?",
  version: "'remedyc --version' tells the version.",
  completions: "Did you mean 'completion'?",
  status: "Did you mean 'doctor'?",
  setup: "Did you mean 'doctor'?",
  format: "Did you mean 'fmt'?",
  prettier: "Did you mean 'fmt'?",
  new: "Did you mean 'init'?",
  create: "Did you mean 'init'?",
  deploy: "'remedyc publish intune' brings remediations into Intune; what is for Configuration Manager is deployed there.",
  upload: "Did you mean 'publish intune'?",
  install: "remedyc writes scripts ('remedyc build'); Intune or Configuration Manager deploys them.",
};

/** `help build` as `build --help`, `help` as `--help`. */
export function readHelp(args: readonly string[]): readonly string[] {
  return args[0] === "help" ? [...args.slice(1), "--help"] : args;
}

/** What is wrong where no command is named but something else; undefined where one is, or nothing is. */
export function explainMissingCommand(args: readonly string[]): string | undefined {
  const word = args.find((argument) => !argument.startsWith("-"));
  if (word === undefined || findCommand(args) !== undefined) return undefined;
  if (word.endsWith(".remedy")) return `There is no command '${word}'. Did you mean 'remedyc check ${word}'?`;
  const other = Object.hasOwn(OTHER_COMMANDS, word.toLowerCase()) ? OTHER_COMMANDS[word.toLowerCase()] : undefined;
  const closest = findClosest(word, COMMANDS);
  const hint = other ?? (closest === undefined ? `There are ${COMMANDS.join(", ")}.` : `Did you mean '${closest}'?`);
  return `There is no command '${word}'. ${hint}`;
}

/** The command of a command line. */
export function findCommand(args: readonly string[]): string | undefined {
  return args.find((argument) => (COMMANDS as readonly string[]).includes(argument));
}

/** yargs' words for an option with a word that it does not take: which option, what was given, what there is. */
export function explainChoices(message: string): string | undefined {
  const found = [...message.matchAll(/Argument: (\S+), Given: "(.*?)", Choices: (.+)/g)];
  if (found.length === 0) return undefined;
  return found
    .map(([, option = "", given = "", list = ""]) => {
      const choices = [...list.matchAll(/"([^"]*)"/g)].map(([, choice]) => choice ?? "");
      const closest = findClosest(given, choices);
      // Those that have no dashes: `completion <shell>`, `publish <service>`.
      const about = option === "shell" || option === "service" ? `There is no ${option} '${given}'.` : `--${option} has no '${given}'.`;
      return `${about}${closest === undefined ? "" : ` Did you mean '${closest}'?`} There ${choices.length === 1 ? "is" : "are"} ${choices.join(", ")}.`;
    })
    .join("\n");
}
