import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parsePowerShell } from "../../src/syntax/powershell-parser.ts";
import { parseGenuinely } from "./genuine-parser.ts";
import { refused, stricter } from "./powershell-refused.ts";
import { accepted } from "./powershell-snippets.ts";

const errorOf = (text: string): string => parsePowerShell(text).error?.message ?? "";

describe("what genuine PowerShell's parser says, this one says", () => {
  test("of texts that are right", async () => {
    const genuine = await parseGenuinely(accepted);
    expect(accepted.map((text, i) => [text, errorOf(text), genuine[i]])).toEqual(accepted.map((text) => [text, "", ""]));
  });

  test("of texts that are wrong", async () => {
    const genuine = await parseGenuinely(refused);
    expect(refused.flatMap((text, i) => (errorOf(text) === "" || genuine[i] === "" ? [[text, errorOf(text), genuine[i]]] : []))).toEqual(
      [],
    );
  });

  test.each(stricter)("what a block must not hold is refused though it parses: %s", (text, message) => {
    expect(errorOf(text)).toContain(message);
  });

  test("of every function of the templates", () => {
    const files = readdirSync("templates", { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ps1") && !/^(?:probe|publish|engine.frame)/.test(file))
      .map((file) => join("templates", file));
    expect(files.length).toBeGreaterThan(300);
    expect(files.flatMap((file) => errorOf(readFileSync(file, "utf8")).replace(/^(?=.)/, `${file}: `) || [])).toEqual([]);
  });

  test("of texts that are cut, doubled and changed: nothing that genuine PowerShell refuses is taken", async () => {
    const texts = [...mutate([...accepted, ...refused], 6000)];
    const genuine = await parseGenuinely(texts);
    const taken = texts.filter((text, i) => errorOf(text) === "" && genuine[i] !== "");
    expect(taken.map((text) => [text, genuine[texts.indexOf(text)]])).toEqual([]);
    // Of what is taken there little is refused here: PowerShell takes '=' and '$' for names of commands, and version 7 some that 5.1 does not.
    const refusedWithoutNeed = texts.filter((text, i) => errorOf(text) !== "" && genuine[i] === "");
    expect(
      refusedWithoutNeed.length,
      refusedWithoutNeed
        .slice(0, 40)
        .map((text) => `${JSON.stringify(text)} ${errorOf(text)}`)
        .join("\n"),
    ).toBeLessThan(texts.length / 10);
  });
});

const PIECES = [
  "'",
  '"',
  "{",
  "}",
  "(",
  ")",
  "[",
  "]",
  "#",
  "#>",
  "<#",
  "`",
  "$",
  "@",
  ";",
  "\n",
  " ",
  "|",
  "&",
  ",",
  "--%",
  "-",
  ".",
  "=",
  "$(",
  "@'\n",
  "\n'@",
  "1",
  "a",
  "%",
  "<",
  ">",
  ":",
];

/** Texts with one or two changes each, always the same. */
function* mutate(texts: readonly string[], count: number): Generator<string> {
  let seed = 1;
  const random = (below: number): number => {
    seed = (seed * 48_271) % 0x7fffffff;
    return seed % below;
  };
  for (let i = 0; i < count; i++) {
    let text = texts[i % texts.length] ?? "";
    for (let change = random(2); change >= 0; change--) {
      const at = random(text.length + 1);
      const way = random(3);
      const piece = PIECES[random(PIECES.length)] ?? "";
      if (way === 0) text = text.slice(0, at) + text.slice(at + 1 + random(3));
      else if (way === 1) text = text.slice(0, at) + piece + text.slice(at);
      else text = text.slice(0, at) + piece + text.slice(at + 1);
    }
    yield text;
  }
}
