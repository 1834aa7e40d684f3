import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPatternMistake } from "../../src/checker/value-checks/regex/dotnet-pattern.ts";

/** Patterns that .NET takes; sources: the pages of learn.microsoft.com/dotnet/standard/base-types on regular expressions. */
const right = [
  "",
  "^Contoso (Agent|Client)$",
  "a|b|",
  "(?:a)(?<n>b)(?'m'c)",
  "(?<open>\\()(?<close-open>\\))(?(open)(?!))",
  "(?<-x>a)(?<x>b)",
  "(?i)a(?-i:b)",
  "(?im-sx:a)",
  "a*?b+?c??d{1,2}?e{3}f{4,}",
  "a{",
  "a{,5}",
  "{",
  "x{a}",
  "[]a]",
  "[^]a]",
  "[a-z-[aeiou]]",
  "[\\d-x]",
  "[a-]",
  "[-a]",
  "[\\b]",
  "[\\]\\\\]",
  "\\p{Lu}\\P{IsGreek}\\p{L}",
  "[\\p{Nd}]",
  "\\bA\\B\\A\\Z\\z\\G",
  "(a)\\1",
  "\\k<n>(?<n>a)",
  "(?<n>a)\\k'n'",
  "\\x41\\u0041\\cA\\e\\a\\f\\v\\0\\07",
  "\\.\\-\\/\\ \\#\\'",
  "(?#comment)a",
  "(?=a)(?!b)(?<=c)(?<!d)(?>e)",
  "(?(a)b|c)",
  "(?x) a # (not a group\n b",
  "^*a",
  "a(?i)b",
  "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10",
  "\\12",
  "[\\x41-\\x5A]",
];

/** Patterns that it refuses, with a word of the reason. */
const wrong: readonly (readonly [string, string, number])[] = [
  ["(a", "not closed", 0],
  ["a)", "closes nothing", 1],
  ["[a", "not closed", 0],
  ["[", "not closed", 0],
  ["[]", "not closed", 0],
  ["*a", "repeats nothing", 0],
  ["(+a)", "repeats nothing", 1],
  ["a|?", "repeats nothing", 2],
  ["a**", "another quantifier", 2],
  ["a++", "another quantifier", 2],
  ["a{2}{3}", "another quantifier", 4],
  ["a{3,2}", "backwards", 1],
  ["[z-a]", "backwards", 1],
  ["[a-\\d]", "cannot end", 1],
  ["a\\", "ends with a backslash", 1],
  ["\\h", "no escape", 0],
  ["\\_", "no escape", 0],
  ["\\Qa\\E", "no escape", 0],
  ["[\\A]", "no escape", 1],
  ["\\pL", "braces", 0],
  ["\\p{Latin}", "category", 0],
  ["\\x4", "hexadecimal", 0],
  ["\\u12", "hexadecimal", 0],
  ["\\c", "control", 0],
  ["(?P<n>a)", "(?<name>", 0],
  ["(?<n", "ends with", 0],
  ["(?<>a)", "begins with a letter", 0],
  ["(?<1a>b)", "no name", 0],
  ["(?y)a", "begins no group", 0],
  ["(?", "begins no group", 0],
  ["\\1", "no group '1'", 0],
  ["(a)\\2", "no group '2'", 3],
  ["\\k<x>", "no group 'x'", 0],
  ["\\k", "name of a group", 0],
  ["(?#a", "not closed", 0],
  ["(?<a-b>c)", "no group 'b'", 5],
  ["(?(a)b|c|d)", "two branches", 8],
  ["[a-z-[b]c]", "last thing", 4],
  ["a{99999999999}", "too large", 1],
];

describe("regular expressions of .NET", () => {
  test.each(right)("takes %j", (pattern) => {
    expect(findPatternMistake(pattern)).toBeUndefined();
  });

  test.each(wrong)("refuses %j: %s", (pattern, reason, position) => {
    const mistake = findPatternMistake(pattern);
    expect(mistake?.reason).toContain(reason);
    expect(mistake?.position).toBe(position);
  });

  test("any text gets an answer, and a place inside it", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[()[\]{}?*+|\\<>:=!'a-c0-9,#^$-]{0,30}$/)), (pattern) => {
        const mistake = findPatternMistake(pattern);
        if (mistake) expect(mistake.position).toBeLessThanOrEqual(pattern.length);
      }),
      { numRuns: 2000 },
    );
  });

  test("a text that is escaped for .NET is always right", () => {
    fc.assert(
      fc.property(
        fc.string(),
        (text) => findPatternMistake(text.replace(/[\\*+?|{[()^$.# \t\n\r\f]/g, "\\$&")) === undefined || /[\n\r\t\f]/.test(text),
      ),
    );
  });
});
