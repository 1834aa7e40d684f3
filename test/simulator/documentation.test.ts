import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { givenWords } from "../../src/generated/kind-given-words.ts";
import { reservedWords } from "../../src/resources/catalog/names.ts";

test("docs/testing.md names every word that only scenarios know", () => {
  const text = readFileSync(fileURLToPath(new URL("../../docs/testing.md", import.meta.url)), "utf8");
  const words = Object.entries(givenWords).flatMap(([kind, members]) => members.map((word) => `| \`${kind}\` | \`${word.name}\` |`));
  expect(words.length).toBeGreaterThan(20);
  expect(words.filter((row) => !text.includes(row))).toEqual([]);
});

test("every value of such a word can be written: none is a word that the language keeps for itself", () => {
  const values = Object.values(givenWords).flatMap((words) =>
    words.flatMap(({ type }) => (type.kind === "enum" ? type.members.map((member) => member.name) : [])),
  );
  expect(values.length).toBeGreaterThan(10);
  expect(values.filter((value) => reservedWords.has(value))).toEqual([]);
});
