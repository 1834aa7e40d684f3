import { describe, expect, test } from "vitest";
import type { CommandModule } from "yargs";
import { readPlainLine } from "../../../src/cli/command-line/plain-line.ts";
import { buildCommand } from "../../../src/cli/commands/build.ts";
import { checkCommand } from "../../../src/cli/commands/check.ts";
import { createParser } from "../../../src/cli/run.ts";

/** What yargs makes of a line, without names of its own and what is not given; undefined where it complains. */
async function readWithYargs(args: readonly string[]): Promise<object | undefined> {
  let read: Readonly<Record<string, unknown>> | undefined;
  const keep = { handler: (argv: Readonly<Record<string, unknown>>): void => void (read = argv) };
  const commands = [
    { ...buildCommand, ...keep },
    { ...checkCommand, ...keep },
  ] as unknown as readonly CommandModule[];
  try {
    await createParser(args, commands).parseAsync();
  } catch {
    return undefined;
  }
  return read && clean(read);
}

const clean = (options: object): object =>
  Object.fromEntries(Object.entries(options).filter(([name, value]) => name !== "_" && name !== "$0" && value !== undefined));

/** The texts of which lines are made: options right and wrong, values of every sort, files. */
const WORDS = [
  ...[
    "a.remedy",
    "fleet/**/*.remedy",
    "C:\\fleet",
    "b c.remedy",
    "out",
    "12",
    "0x10",
    ".5",
    "1e3",
    "1.remedy",
    "'q'",
    '"',
    "",
    "-",
    "--",
    "true",
  ],
  ...["--format", "--format=json", "text", "sarif", "yaml", "--root", "--root=.", "--config", "--out", "--out=", "--out=x y", "-o"],
  ...["--target", "--target=standalone", "intune.remediation", "--set", "a=1", "--set=a=b=c", "--set=name=-1", "r.a='x'"],
  ...[
    "--params",
    "p.yaml",
    "--clean",
    "--clean=false",
    "--no-clean",
    "--watch",
    "--sign",
    "--pfx",
    "--hash",
    "--help",
    "-h",
    "--version",
    "--formt",
  ],
];

describe("a plain line of the command line means what it means to yargs", () => {
  const plain: readonly (readonly string[])[] = [
    ["build"],
    ["build", "a.remedy"],
    ["build", "a.remedy", "b.remedy", "--out", "dist"],
    ["build", "--out=dist", "fleet", "--clean"],
    ["build", "a.remedy", "--target", "standalone", "--target=intune.remediation"],
    ["build", "a.remedy", "--set", "installer=C:\\Setup\\a.exe", "--set=x=", "--format", "json"],
    ["check", "fleet/**/*.remedy", "--format", "sarif", "--root", "fleet"],
    ["check", "a.remedy", "--config", "remedyc.config.json"],
  ];

  test.each(plain.map((line) => ({ line })))("$line", async ({ line }) => {
    const read = readPlainLine(line);
    expect(read?.command).toBe(line[0]);
    expect(clean(read?.options ?? {})).toEqual(await readWithYargs(line));
  });

  test("of 400 lines put together of right and wrong words those that are read here are read the same there", async () => {
    let state = 7;
    const draw = (below: number): number => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
    let read = 0;
    for (let i = 0; i < 400; i++) {
      const line = [draw(2) === 0 ? "build" : "check", ...Array.from({ length: draw(6) }, () => WORDS[draw(WORDS.length)] ?? "")];
      const known = readPlainLine(line);
      if (!known) continue;
      read++;
      expect({ line, options: clean(known.options) }).toEqual({ line, options: await readWithYargs(line) });
    }
    expect(read).toBeGreaterThan(40);
  });

  test.each([
    "build --help",
    "build a.remedy --watch",
    "build a.remedy --sign",
    "check a.remedy --clean",
    "test a.remedy",
    "build --params p.yaml a.remedy",
    "chekc a.remedy",
  ])("leaves '%s' to yargs", (line) => {
    expect(readPlainLine(line.split(" "))).toBeUndefined();
  });
});
