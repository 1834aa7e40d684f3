import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const EXAMPLES = fileURLToPath(new URL("../examples/", import.meta.url));
const PAGE = readFileSync(`${EXAMPLES}README.md`, "utf8");
const ROWS = PAGE.split("\n").filter((line) => line.startsWith("| ") && !/^\| (problem|---)/.test(line));

/** What a text links to. */
const linksOf = (text: string): string[] => [...text.matchAll(/\]\(([^)]+)\)/g)].map((found) => found[1] ?? "");

describe("the page of recipes by problem", () => {
  test("has every recipe, once", () => {
    const recipes = readdirSync(EXAMPLES, { recursive: true, encoding: "utf8" })
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => file.endsWith(".remedy"));
    expect(
      linksOf(PAGE)
        .filter((link) => link.endsWith(".remedy"))
        .sort(),
    ).toEqual(recipes.sort());
  });

  test.each(linksOf(PAGE))("%s exists", (link) => {
    expect(existsSync(`${EXAMPLES}${link}`)).toBe(true);
  });

  test.each(ROWS)("%s: names kinds that the recipe has", (row) => {
    const [, , recipe = "", kinds = ""] = row.split("|");
    const text = linksOf(recipe)
      .map((link) => readFileSync(`${EXAMPLES}${link}`, "utf8"))
      .join("\n");
    for (const link of linksOf(kinds).filter((one) => one.includes("/reference/"))) {
      const kind = link.replace(/^.*\/|\.md$/g, "");
      expect(kinds).toContain(`[${kind}](`);
      expect(text, kind).toMatch(new RegExp(`\\b${kind}\\b`));
    }
  });
});
