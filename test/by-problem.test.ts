import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rules } from "../src/diagnosis/rules/rules.ts";
import { compileText } from "./plan/support.ts";

const PAGE = readFileSync(new URL("../docs/by-problem.md", import.meta.url), "utf8");
const ROWS = [...PAGE.matchAll(/^\| (.+?) \| `(.+)` \|$/gm)].map(([, problem = "", statement = ""]) => [problem, statement] as const);

describe("the page of statements by problem", () => {
  test("has a statement in every row", () => {
    expect(ROWS.length).toBeGreaterThan(60);
    expect(ROWS).toHaveLength(PAGE.split("\n").filter((line) => /^\| (?!problem \|)/.test(line)).length);
    expect(new Set(ROWS.map(([problem]) => problem)).size).toBe(ROWS.length);
  });

  test.each(ROWS)("%s: %s", async (_problem, statement) => {
    const { diagnostics } = await compileText(statement);
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  });
});

describe("the statements of remedyc diagnose", () => {
  const statements = new Set(
    rules.flatMap(({ statement }) => (statement === undefined ? [] : [statement.replaceAll("{service}", "CtsAgent")])),
  );

  test("there are some", () => {
    expect(statements.size).toBeGreaterThan(12);
  });

  test.each([...statements])("%s", async (statement) => {
    const { diagnostics } = await compileText(statement);
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  });
});
