import { describe, expect, test } from "vitest";
import { lintDiagnostics } from "../../src/diagnostics/catalog/linting.ts";
import pages from "../../src/generated/pages.json" with { type: "json" };
import { rules } from "../../src/generated/linter-rules.ts";
import { lintText } from "./support.ts";

/** Those that the command raises: test/cli/lint.test.ts. */
const OF_COMMAND = new Set(["RMD6094", "RMD6095", "RMD6096"]);

describe("the pages of the linter's diagnostics", () => {
  test.each(Object.keys(lintDiagnostics))(
    "%s has an example that raises it, and nothing graver, and a repair that does not",
    async (code) => {
      const page = (pages as { readonly [code: string]: string })[code] ?? "";
      expect(page).toMatch(new RegExp(`^# ${code}: \\S`));
      expect(page).toMatch(/\n## Repair\n\n\S/);
      if (OF_COMMAND.has(code)) return;
      const [bad = "", good = "", ...more] = [...page.matchAll(/```remedy\n([^]*?)```/g)].map((match) => match[1] ?? "");
      expect(more).toEqual([]);
      const left = (found: Awaited<ReturnType<typeof lintText>>) =>
        found.map((one) => one.code).filter((one) => one !== "RMD6031" || code === one);
      expect([...new Set(left(await lintText(bad)))].filter((one) => one !== "RMD6042" || code === one)).toEqual([code]);
      expect(left(await lintText(good))).toEqual([]);
    },
  );
});

test("each rule has a name, a code of its own and something to look at", () => {
  expect(rules.length).toBeGreaterThan(12);
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  expect(rules.map(({ code }) => code).sort()).toEqual(Object.keys(lintDiagnostics).filter((code) => code < "RMD6091"));
  for (const { name, createVisitor, createPlanVisitor } of rules)
    expect([name, Boolean(createVisitor ?? createPlanVisitor)]).toEqual([name, true]);
});
