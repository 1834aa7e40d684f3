import { expect, test } from "vitest";
import { isWanted, parseOptions, UsageError } from "./options.ts";

test("options have defaults", () => {
  expect(parseOptions([])).toEqual({ rounds: 5, only: undefined, json: undefined, markdown: false, help: false });
  expect(parseOptions(["--rounds", "3", "--only", "lines", "--json", "out.json", "--markdown"])).toEqual({
    rounds: 3,
    only: "lines",
    json: "out.json",
    markdown: true,
    help: false,
  });
});

test.each([
  [["--rounds", "0"], '--rounds takes a whole number from 1 to 9999, not "0".'],
  [["--rounds", "many"], '--rounds takes a whole number from 1 to 9999, not "many".'],
  [["--rounds=1.5"], '--rounds takes a whole number from 1 to 9999, not "1.5".'],
  [["--rounds"], "Option '--rounds <value>' argument missing"],
  [["--only", ""], "--only takes a word of a row's name."],
  [["--json="], "--json takes the name of a file."],
  [["--fast"], "Unknown option '--fast'"],
  [["lines"], "Unexpected argument 'lines'"],
])("%j is wrong usage", (args, message) => {
  expect(() => parseOptions(args)).toThrow(UsageError);
  expect(() => parseOptions(args)).toThrow(message);
});

test("a message about wrong usage is one line", () => {
  expect(() => parseOptions(["--rounds", "-5"])).toThrow(/^[^\n]+$/);
});

test("--only wants the rows that have its word, in whatever case", () => {
  expect(isWanted("Sign a script", { only: "sign" })).toBe(true);
  expect(isWanted("verify a script", { only: "sign" })).toBe(false);
  expect(isWanted("verify a script", { only: undefined })).toBe(true);
});
