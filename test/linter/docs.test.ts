import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { diagnosticCatalog } from "../../src/diagnostics/catalog.ts";
import pages from "../../src/generated/pages.json" with { type: "json" };
import { rules } from "../../src/generated/linter-rules.ts";

test("docs/lint.md lists every rule as it is, in the order of their codes", () => {
  const page = readFileSync(new URL("../../docs/lint.md", import.meta.url), "utf8");
  const rows = page.split("\n").filter((line) => line.startsWith("| `"));
  const expected = [...rules]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ name, code, isFixSafe }) => {
      const title = /^# \w+: (.*)/.exec((pages as { readonly [code: string]: string })[code] ?? "")?.[1] ?? "";
      return `| \`${name}\` | [${code}](../src/diagnostics/pages/${code}.md) | ${diagnosticCatalog[code].severity} | ${isFixSafe ? "yes" : ""} | ${title} |`;
    });
  expect(rows).toEqual(expected);
});
