import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";

/*
 * A script block that a function hands to a word of the engine runs below that word's own variables (PowerShell looks names up through its callers): one that both have is the
 * word's there. The compiler's variables begin so that no word has one (`let_`, `each_`, `when1`), parameters stand behind `$script:`.
 */

const variablesOf = (text: string): readonly string[] =>
  [...text.matchAll(/\$(?:\{)?([A-Za-z]\w*)/g)].map((found) => (found[1] ?? "").toLowerCase());

/** The words that take script blocks, with all their variables. */
const WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  globSync("templates/engine/{repair,detect}/*.ps1").flatMap((path) => {
    const text = readFileSync(path, "utf8");
    const [, name] = /^function ([\w-]+)/m.exec(text) ?? [];
    return name !== undefined && text.includes("[scriptblock]") ? [[name, new Set(variablesOf(text))]] : [];
  }),
);

/** What every block may use of the engine, and what PowerShell has itself. */
const SHARED: ReadonlySet<string> = new Set(["remedy", "_", "null", "true", "false", "args", "matches", "script"]);

/** The script blocks that stand on their lines behind a word, brackets counted, and the variables that the call hands on: under the same name the word has the same. */
function blocksBehind(word: string, text: string): readonly { readonly block: string; readonly handed: readonly string[] }[] {
  return [...text.matchAll(new RegExp(`^\\s*${word} (?!-)`, "gm"))].map((found) => {
    const from = text.indexOf("{", found.index + found[0].length);
    let [depth, at] = [0, from];
    do {
      if (text[at] === "{") depth++;
      if (text[at] === "}") depth--;
      at++;
    } while (at < text.length && (depth > 0 || /^[ \t]*(?:-\w+[ \t]*)?\{/.test(text.slice(at))));
    return { block: from < 0 ? "" : text.slice(from, at), handed: variablesOf(text.slice(found.index, from)) };
  });
}

const CALLERS = globSync("templates/**/*.ps1");

describe("script blocks that templates hand to words of the engine", () => {
  const found = CALLERS.flatMap((path) => {
    const text = readFileSync(path, "utf8");
    return [...WORDS].flatMap(([word, own]) =>
      blocksBehind(word, text).map(({ block, handed }) => ({
        path,
        word,
        both: [...new Set(variablesOf(block))].filter((name) => own.has(name) && !SHARED.has(name) && !handed.includes(name)),
      })),
    );
  });

  test("are found", () => {
    expect(found.filter(({ word }) => word === "Ensure").length).toBeGreaterThanOrEqual(6);
  });

  test("have no variable of the word's own", () => {
    expect(found.filter(({ both }) => both.length > 0)).toEqual([]);
  });
});
