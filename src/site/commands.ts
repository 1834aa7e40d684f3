import type { CommandModule, Options, PositionalOptions } from "yargs";
import { COMMAND_MODULES } from "../cli/run.ts";
import { GROUPS } from "../cli/usage.ts";
import { cell } from "./links.ts";

/** What a command declares to yargs. */
export interface DeclaredCommand {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly positionals: readonly (readonly [name: string, options: PositionalOptions])[];
  readonly options: readonly (readonly [name: string, options: Options])[];
  readonly examples: readonly (readonly [line: string, meaning: string])[];
}

/** All commands with what they declare: each tells it to something that only writes it down in place of yargs. */
export function listCommands(): readonly DeclaredCommand[] {
  return COMMAND_MODULES.map(readCommand);
}

function readCommand({ command, describe, builder }: CommandModule): DeclaredCommand {
  const usage = String(command);
  const positionals: [string, PositionalOptions][] = [];
  const options: [string, Options][] = [];
  const examples: [string, string][] = [];
  const recorder: object = new Proxy(
    {},
    {
      get:
        (_, method) =>
        (...args: readonly unknown[]): object => {
          if (method === "positional") positionals.push(args as [string, PositionalOptions]);
          if (method === "option" || method === "options") {
            if (typeof args[0] === "string") options.push(args as [string, Options]);
            else options.push(...Object.entries(args[0] as { readonly [name: string]: Options }));
          }
          if (method === "example") {
            if (typeof args[0] === "string") examples.push(args as [string, string]);
            else examples.push(...(args[0] as [string, string][]));
          }
          return recorder;
        },
    },
  );
  if (typeof builder === "function") void builder(recorder as Parameters<typeof builder>[0]);
  const name = usage.split(" ")[0] ?? "";
  return { name, usage, summary: String(describe), positionals, options: options.filter(([, { hidden }]) => hidden !== true), examples };
}

/** The pages of the commands, by their path on the site. */
export function renderCommands(guides: ReadonlySet<string>): ReadonlyMap<string, string> {
  const commands = listCommands();
  const pages = new Map(commands.map((command) => [`commands/${command.name}.md`, renderCommand(command, guides)]));
  const groups = GROUPS.flatMap(({ title, commands: names }) => [
    `## ${title}\n`,
    "| command | |\n|---|---|",
    ...names.map(
      (name) => `| [\`remedyc ${name}\`](/commands/${name}) | ${cell(commands.find((one) => one.name === name)?.summary ?? "")} |`,
    ),
    "",
  ]);
  const codes = "Exit codes: 0 done, 1 diagnostics with an error, 2 wrong usage, 3 a defect of remedyc.";
  return pages.set(
    "commands/index.md",
    `# Commands\n\nEvery command has \`--help\`, which says what stands here.\n\n${groups.join("\n")}\n${codes}\n`,
  );
}

/** What is told elsewhere than in a guide of the command's name. */
const GUIDES: { readonly [command: string]: string } = {
  build: "build-output",
  test: "testing",
  sign: "signing",
  verify: "signing",
  "test-certificate": "signing",
  publish: "publish-and-report",
  report: "publish-and-report",
  audit: "import",
  doctor: "install",
  completion: "install",
  lsp: "editors",
};

function renderCommand({ name, usage, summary, positionals, options, examples }: DeclaredCommand, guides: ReadonlySet<string>): string {
  const guide = GUIDES[name] ?? name;
  return [
    `# remedyc ${name}\n`,
    `${sentence(summary)}${guides.has(guide) ? ` The guide: [${guide.replaceAll("-", " ")}](/guide/${guide}).` : ""}\n`,
    `\`\`\`sh\nremedyc ${usage}\n\`\`\`\n`,
    ...(examples.length === 0 ? [] : ["## Examples\n", `\`\`\`sh\n${examples.map(renderExample).join("\n\n")}\n\`\`\`\n`]),
    ...(positionals.length === 0 ? [] : ["## Arguments\n", renderTable("argument", positionals)]),
    ...(options.length === 0
      ? []
      : [
          "## Options\n",
          renderTable(
            "option",
            options.map(([key, one]) => [`--${key}`, one]),
          ),
        ]),
  ].join("\n");
}

const renderExample = ([line, meaning]: readonly [string, string]): string => `# ${meaning}\n${line.replaceAll("$0", "remedyc")}`;

const sentence = (text: string): string => `${text}${text.endsWith(".") ? "" : "."}`;

function renderTable(what: string, rows: readonly (readonly [name: string, options: Options | PositionalOptions])[]): string {
  const lines = rows.map(([name, options]) => {
    const { describe = "", choices } = options;
    const value = options.default as string | number | boolean | undefined;
    const words = [
      escapeText(describe),
      ...(choices === undefined ? [] : [`One of ${[...choices].map((choice) => `\`${choice}\``).join(", ")}.`]),
      ...(value === undefined || value === false ? [] : [`Default: \`${value}\`.`]),
    ];
    return `| \`${name}\` | ${cell(words.join("<br>"))} |`;
  });
  return `| ${what} | |\n|---|---|\n${lines.join("\n")}\n`;
}

const escapeText = (text: string): string =>
  text.replaceAll("<", "&lt;").replaceAll("{{", "&#123;&#123;").replaceAll("*", "\\*").replaceAll("_", "\\_");
