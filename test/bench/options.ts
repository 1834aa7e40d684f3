import { parseArgs } from "node:util";

/** What `npm run bench -- …` was asked for. */
export interface Options {
  /** Rounds that count, after one that warms up. */
  readonly rounds: number;
  /** A word that a row's name must have; undefined for all rows. */
  readonly only: string | undefined;
  /** The file for the results as JSON. */
  readonly json: string | undefined;
  /** The table as Markdown, to paste into a note. */
  readonly markdown: boolean;
  readonly help: boolean;
}

/** Wrong usage: the bench says this and how it is used, and ends with 2. */
export class UsageError extends Error {}

export const USAGE = `npm run bench -- [options]

  --rounds N    rounds that count, after one that warms up (default 5)
  --only WORD   only rows whose name has the word; node -e 0 always runs. A source of 4 GB and the Entra agent with
                2,000,000 ways are measured only so
  --json FILE   the results as JSON (default .bench/results.json)
  --markdown    the table as Markdown
  --help        this
`;

/**
 * Reads the command line's arguments.
 * @throws UsageError that says what is wrong with them.
 */
export function parseOptions(args: readonly string[]): Options {
  const { rounds, only, json, markdown, help } = parse(args);
  if (!/^[1-9]\d{0,3}$/.test(rounds)) throw new UsageError(`--rounds takes a whole number from 1 to 9999, not "${rounds}".`);
  if (only === "") throw new UsageError("--only takes a word of a row's name.");
  if (json === "") throw new UsageError("--json takes the name of a file.");
  return { rounds: Number(rounds), only, json, markdown, help };
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        rounds: { type: "string", default: "5" },
        only: { type: "string" },
        json: { type: "string" },
        markdown: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    return values;
  } catch (error) {
    // What follows Node's first line is about how to write a value that begins with a dash, which no option here takes.
    throw new UsageError(error instanceof Error ? error.message.replace(/\n[^]*/, "") : String(error));
  }
}

/** Whether a row is wanted: its name has the word of `--only`, in whatever case. */
export function isWanted(name: string, { only }: Pick<Options, "only">): boolean {
  return only === undefined || name.toLowerCase().includes(only.toLowerCase());
}
